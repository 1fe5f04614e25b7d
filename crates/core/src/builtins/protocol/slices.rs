//! Slices and ranges as numbers: what `start`, `stop` and `step` mean for a length.

use crate::builtins::protocol;
use crate::object::ClassId;
use crate::vm::context::{Context, Local, Res};

/// What a slice selects of `len` items: start, stop, step, and how many.
pub(crate) fn slice_indices<'f>(
    cx: &mut Context<'f>,
    slice: Local<'f>,
    len: usize,
) -> Res<'f, (i64, i64, i64, usize)> {
    let (start, stop, step) = unpack_slice(cx, slice)?;
    let (start, stop, count) = adjust(start, stop, step, i64::try_from(len).unwrap_or(i64::MAX));
    Ok((
        start,
        stop,
        step,
        usize::try_from(count).unwrap_or(usize::MAX),
    ))
}

/// The parts of a slice as numbers that saturate; `None` where they are left out.
/// They are read before the length is: `__index__` may change the sequence.
pub(crate) fn unpack_slice<'f>(
    cx: &mut Context<'f>,
    slice: Local<'f>,
) -> Res<'f, (Option<i64>, Option<i64>, i64)> {
    let Some((start, stop, step)) = cx.slice_parts(slice) else {
        return Ok((None, None, 1));
    };
    let step = match part(cx, step)? {
        Some(0) => return Err(cx.value_error(format_args!("slice step cannot be zero"))),
        // So that it can be negated.
        step => step.unwrap_or(1).max(-i64::MAX),
    };
    let start = part(cx, start)?;
    let stop = part(cx, stop)?;
    Ok((start, stop, step))
}

fn part<'f>(cx: &mut Context<'f>, part: Local<'f>) -> Res<'f, Option<i64>> {
    if cx.is_none(part) {
        return Ok(None);
    }
    if !has_index(cx, part) {
        return Err(cx.type_error(format_args!(
            "slice indices must be integers or None or have an __index__ method"
        )));
    }
    protocol::index_clamped(cx, part).map(Some)
}

/// Start, stop and count for a length.
pub(crate) fn adjust(
    start: Option<i64>,
    stop: Option<i64>,
    step: i64,
    len: i64,
) -> (i64, i64, u64) {
    let (lowest, highest) = if step < 0 { (-1, len - 1) } else { (0, len) };
    let clamp = |at: i64| (if at < 0 { at.saturating_add(len) } else { at }).clamp(lowest, highest);
    let (first, last) = if step < 0 {
        (highest, lowest)
    } else {
        (lowest, highest)
    };
    let start = start.map_or(first, clamp);
    let stop = stop.map_or(last, clamp);
    (start, stop, protocol::count(start, stop, step))
}

/// Whether a value can stand for an index.
pub(crate) fn has_index<'f>(cx: &mut Context<'f>, value: Local<'f>) -> bool {
    if cx.is_int(value) {
        return true;
    }
    let names = cx.names();
    cx.type_attr(value, names.index).is_some()
}

/// An index given as a number; `None` if the value is none (a slice, or wrong).
pub(crate) fn index_of<'f>(cx: &mut Context<'f>, key: Local<'f>) -> Res<'f, Option<i64>> {
    if let Some(index) = cx.as_int(key) {
        return Ok(Some(index));
    }
    if !has_index(cx, key) {
        return Ok(None);
    }
    let index = protocol::index(cx, key)?;
    match cx.as_int(index) {
        Some(index) => Ok(Some(index)),
        None => {
            let name = cx.type_name(key);
            Err(cx.raise(
                ClassId::IndexError,
                format_args!("cannot fit '{name}' into an index-sized integer"),
            ))
        }
    }
}

/// The bound of a search, `list.index(x, start, stop)`: negative ones count from the end.
pub(crate) fn search_bound<'f>(
    cx: &mut Context<'f>,
    bound: Option<Local<'f>>,
    len: usize,
    missing: i64,
) -> Res<'f, usize> {
    let Some(bound) = bound else {
        return Ok(usize::try_from(missing).unwrap_or(usize::MAX));
    };
    if !has_index(cx, bound) {
        return Err(cx.type_error(format_args!(
            "slice indices must be integers or have an __index__ method"
        )));
    }
    let at = protocol::index_clamped(cx, bound)?;
    let at = if at < 0 {
        at.saturating_add(len as i64).max(0)
    } else {
        at
    };
    Ok(usize::try_from(at).unwrap_or(usize::MAX))
}

/// The place of an index in a sequence of `len` items.
pub(crate) fn place(index: i64, len: usize) -> Option<usize> {
    let at = if index < 0 {
        index.checked_add(len as i64)?
    } else {
        index
    };
    usize::try_from(at).ok().filter(|&at| at < len)
}
