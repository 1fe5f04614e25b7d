//! Bytes and bytearrays as sequences: items and slices, membership, concatenation,
//! repetition, comparison. The operators and the types' methods both come here, and
//! every native that takes "a bytes-like object".

use super::slices::{index_of, place};
use super::{Cmp, memory};
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Context, Error, Local, Out, Part, Res};
use core::cmp::Ordering;

/// Whether the value is a bytearray, so that what is made of it is one too.
pub(crate) fn is_array<'f>(cx: &Context<'f>, value: Local<'f>) -> bool {
    cx.bytes_kind(value) == Some(Kind::ByteArray)
}

/// The TypeError where something with bytes is wanted.
#[cold]
pub(crate) fn bytes_required<'f>(cx: &mut Context<'f>, found: Local<'f>) -> Error<'f> {
    if cx.is(found, Kind::MemoryView) {
        return match cx.view(found) {
            None => memory::released(cx),
            Some(_) => cx.raise(
                ClassId::BufferError,
                format_args!("memoryview: underlying buffer is not C-contiguous"),
            ),
        };
    }
    let found = cx.type_name(found);
    cx.type_error(format_args!(
        "a bytes-like object is required, not '{found}'"
    ))
}

/// The data of a bytes-like object, or TypeError.
pub(crate) fn data_of<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, &'f [u8]> {
    match cx.frozen(value)? {
        Some(data) => Ok(data),
        None => Err(bytes_required(cx, value)),
    }
}

/// An int as a byte; `what` begins the ValueError.
pub(crate) fn byte_of<'f>(cx: &mut Context<'f>, value: Local<'f>, what: &str) -> Res<'f, u8> {
    let value = protocol::index_clamped(cx, value)?;
    match u8::try_from(value) {
        Ok(byte) => Ok(byte),
        Err(_) => Err(cx.value_error(format_args!("{what} must be in range(0, 256)"))),
    }
}

/// `b[key]`; `b` is bytes or a bytearray.
pub(crate) fn bytes_item<'f>(cx: &mut Context<'f>, b: Local<'f>, key: Local<'f>) -> Res<'f> {
    if let Some(index) = index_of(cx, key)? {
        let data = cx.buffer(b).unwrap_or_default();
        return match place(index, data.len()).and_then(|at| data.get(at)) {
            Some(&byte) => cx.int(i64::from(byte)),
            None => Err(out_of_range(cx, b)),
        };
    }
    if !cx.is(key, Kind::Slice) {
        return Err(bad_index(cx, b, key));
    }
    let parts = protocol::unpack_slice(cx, key)?;
    let len = cx.buffer(b).map_or(0, <[u8]>::len);
    let (start, _, count) = protocol::adjust(parts.0, parts.1, parts.2, len as i64);
    let part = Part {
        start: usize::try_from(start).unwrap_or(0),
        step: parts.2,
        count: count as usize,
    };
    if part.count == len && part.step == 1 && cx.is(b, Kind::Bytes) {
        return Ok(b);
    }
    cx.charge(part.count / 64)?;
    let array = is_array(cx, b);
    cx.bytes_part(b, part, array)
}

#[cold]
fn out_of_range<'f>(cx: &mut Context<'f>, b: Local<'f>) -> Error<'f> {
    let what = if is_array(cx, b) { "bytearray " } else { "" };
    cx.raise(
        ClassId::IndexError,
        format_args!("{what}index out of range"),
    )
}

#[cold]
fn bad_index<'f>(cx: &mut Context<'f>, b: Local<'f>, key: Local<'f>) -> Error<'f> {
    let what = if is_array(cx, b) { "bytearray" } else { "byte" };
    let found = cx.type_name(key);
    cx.type_error(format_args!(
        "{what} indices must be integers or slices, not {found}"
    ))
}

/// `b[key] = value`; `b` is a bytearray.
pub(crate) fn array_set_item<'f>(
    cx: &mut Context<'f>,
    b: Local<'f>,
    key: Local<'f>,
    value: Local<'f>,
) -> Res<'f, ()> {
    if let Some(index) = index_of(cx, key)? {
        // The value may run a script: the length is looked at behind it.
        let byte = byte_of(cx, value, "byte")?;
        let data = cx.array_mut(b);
        return match place(index, data.len()).and_then(|at| data.get_mut(at)) {
            Some(to) => {
                *to = byte;
                Ok(())
            }
            None => Err(out_of_range(cx, b)),
        };
    }
    if !cx.is(key, Kind::Slice) {
        return Err(bad_index(cx, b, key));
    }
    protocol::unpack_slice(cx, key)?;
    let value = assignable(cx, value)?;
    let added = cx.as_bytes(value).unwrap_or_default();
    // What was not a bytearray is assigned anew once it is one, slice and all; and the
    // length is what the slice's `__index__` has left.
    let (start, stop, step) = protocol::unpack_slice(cx, key)?;
    let len = cx.array_mut(b).len();
    let (start, stop, count) = protocol::adjust(start, stop, step, len as i64);
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    if step == 1 {
        let from = usize::try_from(start).unwrap_or(0).min(len);
        let to = usize::try_from(stop).unwrap_or(0).clamp(from, len);
        cx.charge(added.len() / 64)?;
        return cx.array_splice(b, from, to - from, added);
    }
    if added.is_empty() {
        return delete_stride(cx, b, start, step, count);
    }
    if added.len() != count {
        return Err(cx.value_error(format_args!(
            "attempt to assign bytes of size {} to extended slice of size {count}",
            added.len()
        )));
    }
    let data = cx.array_mut(b);
    let mut at = start;
    for &byte in added {
        if let Some(to) = usize::try_from(at).ok().and_then(|at| data.get_mut(at)) {
            *to = byte;
        }
        at = at.wrapping_add(step);
    }
    Ok(())
}

/// What can be assigned to a slice of a bytearray, as bytes.
fn assignable<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    if cx.is_bytes_like(value) {
        return crate::builtins::types::bytes::of_buffer(cx, value);
    }
    if cx.str_bytes(value).is_some() || is_number(cx, value) {
        return Err(cx.type_error(format_args!(
            "can assign only bytes, buffers, or iterables of ints in range(0, 256)"
        )));
    }
    let out = bytes_of_items(cx, value, "byte", "bytearray")?;
    cx.finish_bytes(&out, false)
}

/// CPython's `PyNumber_Check`.
fn is_number<'f>(cx: &mut Context<'f>, value: Local<'f>) -> bool {
    if cx.is_int(value) || cx.as_float(value).is_some() || cx.is_record(value, ClassId::Complex) {
        return true;
    }
    let names = cx.names();
    [names.index, names.int, names.float]
        .into_iter()
        .any(|name| cx.type_attr(value, name).is_some())
}

/// The ints of an iterable as bytes. `what` begins the ValueError of those that are
/// none, `made` ends the TypeError of what is no iterable.
pub(crate) fn bytes_of_items<'f>(
    cx: &mut Context<'f>,
    iterable: Local<'f>,
    what: &str,
    made: &str,
) -> Res<'f, Out> {
    let iterator = match protocol::iter(cx, iterable) {
        Ok(iterator) => iterator,
        Err(error) if cx.error_is(&error, ClassId::TypeError) => {
            let found = cx.type_name(iterable);
            return Err(cx.type_error(format_args!("cannot convert '{found}' object to {made}")));
        }
        Err(error) => return Err(error),
    };
    let mut out = cx.out();
    super::iterate::drain(cx, iterator, |cx, item| {
        let byte = byte_of(cx, item, what)?;
        cx.put(&mut out, &[byte])?;
        Ok(true)
    })?;
    Ok(out)
}

/// `del b[key]`; `b` is a bytearray.
pub(crate) fn array_del_item<'f>(
    cx: &mut Context<'f>,
    b: Local<'f>,
    key: Local<'f>,
) -> Res<'f, ()> {
    if let Some(index) = index_of(cx, key)? {
        return match place(index, cx.array_mut(b).len()) {
            Some(at) => cx.array_splice(b, at, 1, &[]),
            None => Err(out_of_range(cx, b)),
        };
    }
    if !cx.is(key, Kind::Slice) {
        return Err(bad_index(cx, b, key));
    }
    let parts = protocol::unpack_slice(cx, key)?;
    let len = cx.array_mut(b).len();
    let (start, stop, count) = protocol::adjust(parts.0, parts.1, parts.2, len as i64);
    if parts.2 == 1 {
        let from = usize::try_from(start).unwrap_or(0);
        let to = usize::try_from(stop).unwrap_or(0).max(from);
        return cx.array_splice(b, from, to - from, &[]);
    }
    delete_stride(cx, b, start, parts.2, count as usize)
}

/// Removes `count` bytes, every `step`-th from `start` on.
fn delete_stride<'f>(
    cx: &mut Context<'f>,
    b: Local<'f>,
    start: i64,
    step: i64,
    count: usize,
) -> Res<'f, ()> {
    if count == 0 {
        return Ok(());
    }
    cx.array_resizable(b)?;
    cx.charge(cx.buffer(b).map_or(0, <[u8]>::len) / 16)?;
    // From the front, whichever way the slice runs.
    let first = if step < 0 {
        start.saturating_add(step.saturating_mul(count as i64 - 1))
    } else {
        start
    };
    let first = usize::try_from(first).unwrap_or(0);
    let stride = usize::try_from(step.unsigned_abs())
        .unwrap_or(usize::MAX)
        .max(1);
    let data = cx.array_mut(b);
    let (mut to, mut removed) = (first, 0);
    for from in first..data.len() {
        if removed < count && (from - first).is_multiple_of(stride) {
            removed += 1;
        } else {
            data.copy_within(from..=from, to);
            to += 1;
        }
    }
    cx.array_splice(b, to, removed, &[])
}

/// `item in b`; `b` is bytes or a bytearray.
pub(crate) fn bytes_contains<'f>(
    cx: &mut Context<'f>,
    b: Local<'f>,
    item: Local<'f>,
) -> Res<'f, bool> {
    cx.charge(cx.buffer(b).map_or(0, <[u8]>::len) / 64)?;
    if protocol::has_index(cx, item) {
        // CPython goes on to the buffer where there is no number, whatever the reason.
        match protocol::index_clamped(cx, item) {
            Ok(value) => {
                let Ok(byte) = u8::try_from(value) else {
                    return Err(cx.value_error(format_args!("byte must be in range(0, 256)")));
                };
                let data = cx.buffer(b).unwrap_or_default();
                return Ok(memchr::memchr(byte, data).is_some());
            }
            Err(error) if cx.error_is(&error, ClassId::Exception) => {}
            Err(error) => return Err(error),
        }
    }
    match (cx.buffer(b), cx.buffer(item)) {
        (Some(data), Some(needle)) => Ok(memchr::memmem::find(data, needle).is_some()),
        _ => Err(bytes_required(cx, item)),
    }
}

/// `left + right`, or `left += right`; `left` is bytes or a bytearray.
pub(crate) fn bytes_concat<'f>(
    cx: &mut Context<'f>,
    left: Local<'f>,
    right: Local<'f>,
    inplace: bool,
) -> Res<'f> {
    let (Some(n), Some(m)) = (
        cx.buffer(left).map(<[u8]>::len),
        cx.buffer(right).map(<[u8]>::len),
    ) else {
        let (own, found) = (cx.type_name(left), cx.type_name(right));
        return Err(cx.type_error(format_args!("can't concat {found} to {own}")));
    };
    let array = is_array(cx, left);
    if array && inplace {
        if m > 0 && cx.same(left, right) {
            // CPython's operand is an export of itself meanwhile.
            return Err(cx.exported());
        }
        let added = data_of(cx, right)?;
        cx.charge(m / 64)?;
        cx.array_splice(left, n, 0, added)?;
        return Ok(left);
    }
    if m == 0 && cx.is(left, Kind::Bytes) {
        return Ok(left);
    }
    if n == 0 && cx.is(left, Kind::Bytes) && cx.is(right, Kind::Bytes) {
        return Ok(right);
    }
    cx.charge((n + m) / 64)?;
    let right = data_of(cx, right)?;
    let left = data_of(cx, left)?;
    cx.bytes_filled(n + m, array, |to| {
        if let Some((a, b)) = to.split_at_mut_checked(n) {
            a.copy_from_slice(left);
            b.copy_from_slice(right);
        }
    })
}

/// `b * count`, or `b *= count`; a negative count means 0.
pub(crate) fn bytes_repeat<'f>(
    cx: &mut Context<'f>,
    b: Local<'f>,
    count: i64,
    inplace: bool,
) -> Res<'f> {
    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
    if count == 1 && (inplace || cx.is(b, Kind::Bytes)) {
        return Ok(b);
    }
    let array = is_array(cx, b);
    let len = cx.buffer(b).map_or(0, <[u8]>::len);
    let Some(total) = len.checked_mul(count) else {
        return Err(cx.memory_error());
    };
    // What cannot fit fails before it is paid for.
    if total <= cx.bytes_left() {
        cx.charge(total / 64)?;
    }
    let data = data_of(cx, b)?;
    let repeated = cx.bytes_filled(total, array && !inplace, |to| match data {
        [] => {}
        [byte] => to.fill(*byte),
        _ => to
            .chunks_exact_mut(data.len())
            .for_each(|chunk| chunk.copy_from_slice(data)),
    })?;
    if array && inplace {
        let repeated = cx.as_bytes(repeated).unwrap_or_default();
        cx.array_splice(b, 0, len, repeated)?;
        return Ok(b);
    }
    Ok(repeated)
}

/// The order of two bytes-like objects, `None` where one is none.
pub(crate) fn bytes_order<'f>(cx: &Context<'f>, a: Local<'f>, b: Local<'f>) -> Option<Ordering> {
    let (a, b) = (cx.buffer(a)?, cx.buffer(b)?);
    cx.note_bytes(a.len().min(b.len()));
    Some(a.cmp(b))
}

/// `a op b` of bytes-like objects; `None` where one is none.
pub(crate) fn bytes_compare<'f>(
    cx: &mut Context<'f>,
    op: Cmp,
    a: Local<'f>,
    b: Local<'f>,
) -> Res<'f, Option<bool>> {
    let (Some(left), Some(right)) = (cx.bytes_kind(a), cx.bytes_kind(b)) else {
        return Ok(None);
    };
    if left == Kind::MemoryView || right == Kind::MemoryView {
        if !matches!(op, Cmp::Eq | Cmp::Ne) {
            return Ok(None);
        }
        return Ok(Some(memory::equal(cx, a, b)? == (op == Cmp::Eq)));
    }
    Ok(bytes_order(cx, a, b).map(|order| match op {
        Cmp::Lt => order.is_lt(),
        Cmp::Le => order.is_le(),
        Cmp::Gt => order.is_gt(),
        Cmp::Ge => order.is_ge(),
        Cmp::Eq => order.is_eq(),
        Cmp::Ne => order.is_ne(),
    }))
}
