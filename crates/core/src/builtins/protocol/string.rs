//! Strs as sequences: items and slices, search, concatenation and
//! repetition. The operators and the type's methods both come here.

use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::text::Sink;
use crate::text::wtf8::{self, CodePoints, Encoded};
use crate::vm::context::{Context, Local, Res};

/// `s[key]`; `s` is a str.
pub(crate) fn str_item<'f>(cx: &mut Context<'f>, s: Local<'f>, key: Local<'f>) -> Res<'f> {
    if let Some(index) = cx.as_int(key) {
        return item(cx, s, index);
    }
    if cx.is(key, Kind::Slice) {
        return slice(cx, s, key);
    }
    let index_name = cx.names().index;
    if !cx.is_int(key) && cx.type_attr(key, index_name).is_none() {
        let found = cx.type_name(key);
        return Err(cx.type_error(format_args!(
            "string indices must be integers, not '{found}'"
        )));
    }
    let index = protocol::index(cx, key)?;
    match cx.as_int(index) {
        Some(index) => item(cx, s, index),
        None => {
            let found = cx.type_name(key);
            Err(cx.raise(
                ClassId::IndexError,
                format_args!("cannot fit '{found}' into an index-sized integer"),
            ))
        }
    }
}

#[inline]
fn item<'f>(cx: &mut Context<'f>, s: Local<'f>, index: i64) -> Res<'f> {
    let len = cx.str_len(s).unwrap_or(0);
    let at = if index < 0 {
        index.checked_add_unsigned(len as u64)
    } else {
        Some(index)
    };
    let at = at
        .and_then(|at| usize::try_from(at).ok())
        .filter(|&at| at < len);
    let Some(at) = at else {
        return Err(cx.raise(
            ClassId::IndexError,
            format_args!("string index out of range"),
        ));
    };
    let offset = cx.str_offset(s, at);
    let rest = cx
        .str_bytes(s)
        .and_then(|bytes| bytes.get(offset..))
        .unwrap_or_default();
    let (_, size) = wtf8::decode(rest).unwrap_or((0, 0));
    cx.wtf8(rest.get(..size).unwrap_or_default())
}

fn slice<'f>(cx: &mut Context<'f>, s: Local<'f>, key: Local<'f>) -> Res<'f> {
    let len = cx.str_len(s).unwrap_or(0);
    let (start, _, step, count) = protocol::slice_indices(cx, key, len)?;
    if count == 0 {
        return cx.wtf8(b"");
    }
    let start = usize::try_from(start).unwrap_or(0);
    if step == 1 {
        return part(cx, s, start, start.saturating_add(count));
    }
    cx.charge(count)?;
    let bytes = cx.str_bytes(s).unwrap_or_default();
    let mut out = cx.out();
    let stride = usize::try_from(step.unsigned_abs()).unwrap_or(usize::MAX);
    let span = (count - 1).saturating_mul(stride);
    let written = if cx.str_is_ascii(s) {
        Sink::reserve(&mut out, count).and_then(|()| {
            (0..count).try_for_each(|i| {
                let at = if step > 0 {
                    start + i * stride
                } else {
                    start - i * stride
                };
                out.write_byte(bytes.get(at).copied().unwrap_or(b'?'))
            })
        })
    } else {
        // From the lowest to the highest character taken, walked in the step's direction.
        let (low, high) = if step > 0 {
            (start, start + span)
        } else {
            (start - span, start)
        };
        let (from, to) = (cx.str_offset(s, low), cx.str_offset(s, high + 1));
        cx.charge(span / 8)?;
        let part = CodePoints::new(bytes.get(from..to).unwrap_or_default());
        let mut write = |code_point: u32| out.write(Encoded::new(code_point).as_bytes());
        if step > 0 {
            part.step_by(stride).try_for_each(&mut write)
        } else {
            part.rev().step_by(stride).try_for_each(&mut write)
        }
    };
    cx.fits(written)?;
    cx.finish_out(&out)
}

/// Characters `start .. end` of a str, cut to its length.
fn part<'f>(cx: &mut Context<'f>, s: Local<'f>, start: usize, end: usize) -> Res<'f> {
    let len = cx.str_len(s).unwrap_or(0);
    let end = end.min(len);
    if start == 0 && end == len {
        return Ok(s);
    }
    if start >= end {
        return cx.wtf8(b"");
    }
    let (from, to) = (cx.str_offset(s, start), cx.str_offset(s, end));
    let bytes = cx.str_bytes(s).unwrap_or_default();
    cx.charge((to - from) / 64)?;
    cx.wtf8(bytes.get(from..to).unwrap_or_default())
}

/// `item in s`; `s` is a str.
pub(crate) fn str_contains<'f>(
    cx: &mut Context<'f>,
    s: Local<'f>,
    item: Local<'f>,
) -> Res<'f, bool> {
    let (Some(text), Some(needle)) = (cx.str_bytes(s), cx.str_bytes(item)) else {
        let found = cx.type_name(item);
        return Err(cx.type_error(format_args!(
            "'in <string>' requires string as left operand, not {found}"
        )));
    };
    cx.charge(text.len() / 64)?;
    Ok(needle.is_empty() || wtf8::find(text, needle).is_some())
}

/// `left + right`; `left` is a str.
pub(crate) fn str_concat<'f>(cx: &mut Context<'f>, left: Local<'f>, right: Local<'f>) -> Res<'f> {
    match cx.concat_strs(left, right) {
        Some(result) => result,
        None => {
            let found = cx.type_name(right);
            Err(cx.type_error(format_args!(
                "can only concatenate str (not \"{found}\") to str"
            )))
        }
    }
}

/// `s * count`; `s` is a str, a negative count means 0.
pub(crate) fn str_repeat<'f>(cx: &mut Context<'f>, s: Local<'f>, count: i64) -> Res<'f> {
    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
    if count == 1 {
        return Ok(s);
    }
    let Some(shape) = cx.str_shape(s).and_then(|shape| shape.times(count)) else {
        return Err(cx.memory_error());
    };
    let bytes = cx.str_bytes(s).unwrap_or_default();
    if shape.bytes == 0 {
        return cx.wtf8(b"");
    }
    cx.charge(shape.bytes / 64)?;
    cx.str_filled(shape, |to| match bytes {
        [byte] => to.fill(*byte),
        _ => to
            .chunks_exact_mut(bytes.len())
            .for_each(|chunk| chunk.copy_from_slice(bytes)),
    })
}
