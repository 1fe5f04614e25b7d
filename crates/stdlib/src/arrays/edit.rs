//! What changes arrays.

use super::sequence::{find, place, repeated, times};
use super::{Array, exported};
use alloc::vec::Vec;
use miniscript_ext::{Args, Context, Error, Exception, Local, Res};

#[cold]
fn no_place<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(
        Exception::IndexError,
        format_args!("array assignment index out of range"),
    )
}

/// Writes an item's bytes over those at a place.
fn put<'f>(cx: &mut Context<'f>, array: Array<'f>, at: usize, word: &[u8]) -> bool {
    let size = array.code.size();
    let start = at.saturating_mul(size);
    let data = cx.buffer_mut(array.data).unwrap_or_default();
    let (Some(to), Some(from)) = (
        data.get_mut(start..start.saturating_add(size)),
        word.get(..size),
    ) else {
        return false;
    };
    to.copy_from_slice(from);
    true
}

pub(super) fn setitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let (key, value) = (args.at(1), args.at(2));
    if cx.as_int(key).is_none()
        && let Some((start, step, count)) = cx.slice_range(key, |cx| array.len(cx))?
    {
        let Some(other) = Array::find(cx, value) else {
            let found = cx.type_name(value);
            return Err(cx.type_error(format_args!(
                "can only assign array (not \"{found}\") to array slice"
            )));
        };
        if other.code != array.code {
            return Err(cx.type_error(format_args!("bad argument type for built-in operation")));
        }
        let items = cx.frozen(other.data)?.unwrap_or_default();
        set_slice(cx, array, (start, step, count), items)?;
        return Ok(Local::NONE);
    }
    let Some(at) = place(cx, array, key)? else {
        return Err(no_place(cx));
    };
    let word = array.code.word(cx, value)?;
    match put(cx, array, at, &word) {
        true => Ok(Local::NONE),
        false => Err(no_place(cx)),
    }
}

fn set_slice<'f>(
    cx: &mut Context<'f>,
    array: Array<'f>,
    (start, step, count): (i64, i64, usize),
    items: &[u8],
) -> Res<'f, ()> {
    let size = array.code.size();
    let first = usize::try_from(start).unwrap_or(0);
    if step == 1 {
        return array.splice(cx, first, count, items);
    }
    let given = items.len() / size;
    if given != count {
        return Err(cx.value_error(format_args!(
            "attempt to assign array of size {given} to extended slice of size {count}"
        )));
    }
    let mut at = start;
    for item in items.chunks_exact(size) {
        put(cx, array, usize::try_from(at).unwrap_or(usize::MAX), item);
        at = at.saturating_add(step);
    }
    Ok(())
}

pub(super) fn delitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let key = args.at(1);
    if cx.as_int(key).is_none()
        && let Some((start, step, count)) = cx.slice_range(key, |cx| array.len(cx))?
    {
        if step == 1 {
            array.splice(cx, usize::try_from(start).unwrap_or(0), count, &[])?;
            return Ok(Local::NONE);
        }
        delete_stride(cx, array, (start, step, count))?;
        return Ok(Local::NONE);
    }
    match place(cx, array, key)? {
        Some(at) => {
            array.splice(cx, at, 1, &[])?;
            Ok(Local::NONE)
        }
        None => Err(no_place(cx)),
    }
}

/// Deletes every `step`-th item: what stays is moved together.
fn delete_stride<'f>(
    cx: &mut Context<'f>,
    array: Array<'f>,
    (start, step, count): (i64, i64, usize),
) -> Res<'f, ()> {
    if count == 0 {
        return Ok(());
    }
    let size = array.code.size();
    let (low, step) = match step < 0 {
        true => (
            start.saturating_add(step.saturating_mul(count as i64 - 1)),
            step.saturating_neg(),
        ),
        false => (start, step),
    };
    let (low, step) = (low.max(0) as usize, step as usize);
    let len = array.len(cx);
    let mut kept: Vec<u8> = crate::support::reserve(cx, array.bytes(cx).len())?;
    for (at, item) in array.bytes(cx).chunks_exact(size).enumerate().skip(low) {
        let steps = (at - low) / step;
        if (at - low) % step != 0 || steps >= count {
            kept.extend_from_slice(item);
        }
    }
    array.splice(cx, low, len.saturating_sub(low), &kept)
}

pub(super) fn append<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    push(cx, array, args.at(1))?;
    Ok(Local::NONE)
}

/// Appends a value.
#[inline]
pub(super) fn push<'f>(cx: &mut Context<'f>, array: Array<'f>, value: Local<'f>) -> Res<'f, ()> {
    let word = array.code.word(cx, value)?;
    let len = array.len(cx);
    array.splice(cx, len, 0, word.get(..array.code.size()).unwrap_or_default())
}

/// Appends all of an iterable.
pub(super) fn append_all<'f>(
    cx: &mut Context<'f>,
    array: Array<'f>,
    iterable: Local<'f>,
) -> Res<'f, ()> {
    if cx.is_list(iterable) || cx.is_tuple(iterable) {
        let mut at = 0;
        while at < cx.seq_len(iterable) {
            cx.scope(|cx| {
                let Some(value) = cx.seq_get(iterable, at) else {
                    return Ok(());
                };
                push(cx, array, value)
            })?;
            at += 1;
        }
        return cx.charge(at / 4);
    }
    let iterator = cx.iter(iterable)?;
    loop {
        cx.charge(1)?;
        let more = cx.scope(|cx| match cx.next(iterator)? {
            Some(value) => push(cx, array, value).map(|()| true),
            None => Ok(false),
        })?;
        if !more {
            return Ok(());
        }
    }
}

pub(super) fn extend<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    match Array::find(cx, args.at(1)) {
        Some(other) => extend_by(cx, array, other)?,
        None => append_all(cx, array, args.at(1))?,
    }
    Ok(Local::NONE)
}

fn extend_by<'f>(cx: &mut Context<'f>, array: Array<'f>, other: Array<'f>) -> Res<'f, ()> {
    if other.code != array.code {
        return Err(cx.type_error(format_args!("can only extend with array of same kind")));
    }
    let items = cx.frozen(other.data)?.unwrap_or_default();
    let len = array.len(cx);
    array.splice(cx, len, 0, items)
}

pub(super) fn add_in_place<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let Some(other) = Array::find(cx, args.at(1)) else {
        let found = cx.type_name(args.at(1));
        return Err(cx.type_error(format_args!(
            "can only extend array with array (not \"{found}\")"
        )));
    };
    extend_by(cx, array, other)?;
    Ok(args.at(0))
}

pub(super) fn multiply_in_place<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let Some(count) = times(cx, args.at(1))? else {
        let found = cx.type_name(args.at(1));
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    };
    let len = array.len(cx);
    if count == 0 {
        array.splice(cx, 0, len, &[])?;
    } else {
        let more = repeated(cx, array, count - 1)?;
        array.splice(cx, len, 0, &more)?;
    }
    Ok(args.at(0))
}

pub(super) fn insert<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let at = crate::convert::size(cx, args.at(1))?;
    let word = array.code.word(cx, args.at(2))?;
    let len = array.len(cx);
    let at = if at < 0 {
        at.saturating_add(len as i64).max(0)
    } else {
        at
    };
    let at = usize::try_from(at).unwrap_or(usize::MAX).min(len);
    let word = word.get(..array.code.size()).unwrap_or_default();
    array.splice(cx, at, 0, word)?;
    Ok(Local::NONE)
}

pub(super) fn pop<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let at = match args.get(cx, 1) {
        Some(at) => crate::convert::size(cx, at)?,
        None => -1,
    };
    let len = array.len(cx);
    if len == 0 {
        return Err(cx.raise_kind(
            Exception::IndexError,
            format_args!("pop from empty array"),
        ));
    }
    let at = if at < 0 {
        at.saturating_add(len as i64)
    } else {
        at
    };
    let at = usize::try_from(at).unwrap_or(usize::MAX);
    let Some(item) = array.get(cx, at)? else {
        return Err(cx.raise_kind(
            Exception::IndexError,
            format_args!("pop index out of range"),
        ));
    };
    array.splice(cx, at, 1, &[])?;
    Ok(item)
}

pub(super) fn remove<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    match find(cx, array, args.at(1), 0, usize::MAX)? {
        Some(at) => {
            array.splice(cx, at, 1, &[])?;
            Ok(Local::NONE)
        }
        None => Err(cx.value_error(format_args!("array.remove(x): x not in array"))),
    }
}

pub(super) fn reverse<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let size = array.code.size();
    cx.charge(array.len(cx) / 16)?;
    let data = cx.buffer_mut(array.data).unwrap_or_default();
    data.reverse();
    for item in data.chunks_exact_mut(size) {
        item.reverse();
    }
    Ok(Local::NONE)
}

pub(super) fn byteswap<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let size = array.code.size();
    cx.charge(array.len(cx) / 16)?;
    let data = cx.buffer_mut(array.data).unwrap_or_default();
    for item in data.chunks_exact_mut(size) {
        item.reverse();
    }
    Ok(Local::NONE)
}

/// Cuts an array to its first items.
pub(super) fn truncate<'f>(cx: &mut Context<'f>, array: Array<'f>, len: usize) -> Res<'f, ()> {
    let now = array.len(cx);
    if now > len && array.splice(cx, len, now - len, &[]).is_err() {
        return Err(exported(cx));
    }
    Ok(())
}
