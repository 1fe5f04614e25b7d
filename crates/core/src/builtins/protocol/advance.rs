//! One step of each built-in iterator, and how much each still has to give.
//!
//! State per kind (`index`, `limit`, `step` of the layout): list and tuple count
//! up, `ListReverse` and `Reversed` down; `Str` counts bytes; `Range` has `limit`
//! ints left; for dicts see `iterate::dict_iter`, `limit` -1 once the size changed.
//! An exhausted iterator has let go of its source.

use super::awaiting;
use super::delegate::{self, Step};
use crate::builtins::protocol;
use crate::object::{ClassId, IterKind, Kind};
use crate::text::wtf8;
use crate::vm::context::foreign::check_stack;
use crate::vm::context::{Context, Local, Res};

/// More iterators than this are served through a list, not one Local each.
const WIDE: usize = 4;

/// The next item of a built-in iterator.
pub(crate) fn advance<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let Some(kind) = cx.iter_kind(it) else {
        return Ok(None);
    };
    let (index, limit, step) = cx.iter_state(it);
    if kind == IterKind::Range {
        if limit <= 0 {
            return Ok(None);
        }
        cx.set_iter_state(it, index.wrapping_add(step), limit - 1, step);
        return cx.int(index).map(Some);
    }
    if awaiting::is_awaitable(cx, it) {
        return match awaiting::step(cx, it, Local::NONE)? {
            Step::Yielded(item) => Ok(Some(item)),
            Step::Returned(value) => Err(delegate::stop(cx, value)),
        };
    }
    let Some(source) = cx.iter_source(it) else {
        return Ok(None);
    };
    match kind {
        IterKind::List | IterKind::Tuple => match cx.seq_get(source, index as usize) {
            Some(item) => {
                cx.set_iter_state(it, index + 1, limit, step);
                Ok(Some(item))
            }
            None => Ok(end(cx, it)),
        },
        IterKind::ListReverse => match usize::try_from(index)
            .ok()
            .and_then(|index| cx.list_get(source, index))
        {
            Some(item) => {
                cx.set_iter_state(it, index - 1, limit, step);
                Ok(Some(item))
            }
            None => Ok(end(cx, it)),
        },
        IterKind::WideRange | IterKind::LongRange => {
            if index >= limit {
                return Ok(end(cx, it));
            }
            cx.set_iter_state(it, index + 1, limit, step);
            crate::builtins::types::long_range::nth(cx, source, index).map(Some)
        }
        IterKind::Str | IterKind::StrAscii => {
            let rest = cx
                .str_bytes(source)
                .and_then(|bytes| bytes.get(index as usize..));
            let rest = rest.unwrap_or_default();
            let Some((_, size)) = wtf8::decode(rest) else {
                return Ok(end(cx, it));
            };
            cx.set_iter_state(it, index + size as i64, limit, step);
            cx.wtf8(rest.get(..size).unwrap_or_default()).map(Some)
        }
        IterKind::DictKeys | IterKind::DictValues | IterKind::DictItems => {
            dict_step(cx, it, kind, source, false)
        }
        IterKind::DictKeysReverse | IterKind::DictValuesReverse | IterKind::DictItemsReverse => {
            dict_step(cx, it, kind, source, true)
        }
        IterKind::Set => set_step(cx, it, source),
        IterKind::Bytes | IterKind::ByteArray => {
            let data = cx.buffer(source).unwrap_or_default();
            let byte = usize::try_from(index).ok().and_then(|at| data.get(at));
            match byte.copied() {
                Some(byte) => {
                    cx.set_iter_state(it, index + 1, limit, step);
                    cx.int(i64::from(byte)).map(Some)
                }
                None => Ok(end(cx, it)),
            }
        }
        IterKind::Memory => {
            let view = super::memory::view_of(cx, source)?;
            let at = usize::try_from(index).unwrap_or(usize::MAX);
            if at >= view.span.count {
                return Ok(end(cx, it));
            }
            cx.set_iter_state(it, index + 1, limit, step);
            super::memory::item_at(cx, source, &view, at).map(Some)
        }
        IterKind::Sequence => by_index(cx, it, source, 1),
        IterKind::Reversed => by_index(cx, it, source, -1),
        // Stepped above.
        IterKind::CoroutineWrapper
        | IterKind::AsyncSend
        | IterKind::AsyncThrow
        | IterKind::AnextAwaitable => Ok(None),
        IterKind::Call => call_step(cx, it, source),
        // These ask other iterators, which may be of the same kinds, and so on.
        IterKind::Enumerate | IterKind::Zip | IterKind::Map | IterKind::Filter => {
            check_stack(cx)?;
            match kind {
                IterKind::Enumerate => enumerate_step(cx, it, source),
                IterKind::Zip => zip_step(cx, it, source),
                IterKind::Map => map_step(cx, it, source),
                _ => filter_step(cx, it, source),
            }
        }
        IterKind::Range => Ok(None),
    }
}

fn end<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Option<Local<'f>> {
    cx.exhaust(it);
    None
}

fn dict_step<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    kind: IterKind,
    dict: Local<'f>,
    reverse: bool,
) -> Res<'f, Option<Local<'f>>> {
    let (index, limit, left) = cx.iter_state(it);
    if limit != cx.dict_len(dict) as i64 {
        cx.set_iter_state(it, index, -1, left);
        return Err(cx.raise(
            ClassId::RuntimeError,
            format_args!("dictionary changed size during iteration"),
        ));
    }
    let found = match usize::try_from(index) {
        Ok(at) if reverse => cx.dict_prev(dict, at),
        Ok(at) => cx.dict_next(dict, at),
        Err(_) => None,
    };
    let Some((at, key, value)) = found else {
        return Ok(end(cx, it));
    };
    if left <= 0 && !reverse {
        cx.exhaust(it);
        return Err(cx.raise(
            ClassId::RuntimeError,
            format_args!("dictionary keys changed during iteration"),
        ));
    }
    let behind = if reverse {
        at as i64 - 1
    } else {
        at as i64 + 1
    };
    cx.set_iter_state(it, behind, limit, left - 1);
    match kind {
        IterKind::DictKeys | IterKind::DictKeysReverse => Ok(Some(key)),
        IterKind::DictValues | IterKind::DictValuesReverse => Ok(Some(value)),
        _ => cx.tuple(&[key, value]).map(Some),
    }
}

/// Elements that came in for others that went are not walked on to without end.
fn set_step<'f>(cx: &mut Context<'f>, it: Local<'f>, set: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let (index, limit, left) = cx.iter_state(it);
    if limit != cx.set_len(set) as i64 {
        cx.set_iter_state(it, index, -1, left);
        return Err(cx.raise(
            ClassId::RuntimeError,
            format_args!("Set changed size during iteration"),
        ));
    }
    match cx.set_next(set, index as usize) {
        Some((at, item)) if left > 0 => {
            cx.set_iter_state(it, at as i64 + 1, limit, left - 1);
            Ok(Some(item))
        }
        _ => Ok(end(cx, it)),
    }
}

/// `source[index]` until IndexError or StopIteration.
fn by_index<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    source: Local<'f>,
    towards: i64,
) -> Res<'f, Option<Local<'f>>> {
    let (index, limit, step) = cx.iter_state(it);
    if index < 0 {
        return Ok(end(cx, it));
    }
    let Some(next) = index.checked_add(towards) else {
        return Err(cx.raise(ClassId::OverflowError, format_args!("iter index too large")));
    };
    let key = cx.int(index)?;
    match protocol::get_item(cx, source, key) {
        Ok(item) => {
            cx.set_iter_state(it, next, limit, step);
            Ok(Some(item))
        }
        Err(error)
            if cx.error_is(&error, ClassId::IndexError)
                || cx.error_is(&error, ClassId::StopIteration) =>
        {
            Ok(end(cx, it))
        }
        Err(error) => Err(error),
    }
}

fn call_step<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    callable: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    let sentinel = cx.iter_extra(it).unwrap_or(Local::NONE);
    let result = match cx.call(callable, &[]) {
        Ok(result) => result,
        Err(error) if cx.error_is(&error, ClassId::StopIteration) => return Ok(end(cx, it)),
        Err(error) => return Err(error),
    };
    // The call may have ended this very iterator.
    if cx.iter_source(it).is_none() {
        return Ok(None);
    }
    if protocol::eq(cx, sentinel, result)? {
        Ok(end(cx, it))
    } else {
        Ok(Some(result))
    }
}

/// The number is in the state while it has 64 bits, then in the second word.
fn enumerate_step<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    source: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    let Some(item) = protocol::next(cx, source)? else {
        return Ok(None);
    };
    let (index, limit, step) = cx.iter_state(it);
    let big = cx.iter_extra(it).filter(|&extra| !cx.is_none(extra));
    let number = match big {
        Some(big) => big,
        None => cx.int(index)?,
    };
    match index.checked_add(1) {
        Some(next) if big.is_none() => cx.set_iter_state(it, next, limit, step),
        _ => {
            let one = cx.int(1)?;
            let next = protocol::binary(cx, protocol::BinOp::Add, number, one, false)?;
            cx.set_iter_extra(it, next);
        }
    }
    cx.tuple(&[number, item]).map(Some)
}

/// One item of each iterator; the index of the one that has ended otherwise.
fn step_all<'f>(cx: &mut Context<'f>, iterators: Local<'f>) -> Res<'f, Result<Local<'f>, usize>> {
    let count = cx.tuple_len(iterators);
    if count <= WIDE {
        let mut items = [Local::NONE; WIDE];
        for (i, place) in items.iter_mut().enumerate().take(count) {
            let Some(iterator) = cx.tuple_get(iterators, i) else {
                return Ok(Err(i));
            };
            match protocol::next(cx, iterator)? {
                Some(item) => *place = item,
                None => return Ok(Err(i)),
            }
        }
        return cx.tuple(items.get(..count).unwrap_or(&[])).map(Ok);
    }
    let list = cx.list_with_capacity(count)?;
    for i in 0..count {
        let more = cx.scope(|cx| {
            let Some(iterator) = cx.tuple_get(iterators, i) else {
                return Ok(false);
            };
            match protocol::next(cx, iterator)? {
                Some(item) => cx.list_push(list, item).map(|()| true),
                None => Ok(false),
            }
        })?;
        if !more {
            return Ok(Err(i));
        }
    }
    cx.tuple_from_list(list).map(Ok)
}

fn zip_step<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    iterators: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    if cx.tuple_len(iterators) == 0 {
        return Ok(None);
    }
    let ended = match step_all(cx, iterators)? {
        Ok(items) => return Ok(Some(items)),
        Err(ended) => ended,
    };
    let (_, strict, _) = cx.iter_state(it);
    if strict == 0 {
        return Ok(None);
    }
    if ended > 0 {
        return Err(uneven(cx, ended, "shorter"));
    }
    for i in 1..cx.tuple_len(iterators) {
        let more = cx.scope(|cx| match cx.tuple_get(iterators, i) {
            Some(iterator) => Ok(protocol::next(cx, iterator)?.is_some()),
            None => Ok(false),
        })?;
        if more {
            return Err(uneven(cx, i, "longer"));
        }
    }
    Ok(None)
}

/// Argument `i`, counted from 0, differs from those before it.
fn uneven<'f>(cx: &mut Context<'f>, i: usize, how: &str) -> crate::vm::context::Error<'f> {
    let others = if i == 1 { " " } else { "s 1-" };
    cx.value_error(format_args!(
        "zip() argument {} is {how} than argument{others}{i}",
        i + 1
    ))
}

fn map_step<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    iterators: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    let function = cx.iter_extra(it).unwrap_or(Local::NONE);
    if cx.tuple_len(iterators) == 1 {
        let Some(iterator) = cx.tuple_get(iterators, 0) else {
            return Ok(None);
        };
        let Some(item) = protocol::next(cx, iterator)? else {
            return Ok(None);
        };
        return cx.call(function, &[item]).map(Some);
    }
    match step_all(cx, iterators)? {
        Ok(items) => cx.call_ex(function, items, None).map(Some),
        Err(_) => Ok(None),
    }
}

fn filter_step<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    iterator: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    let function = cx.iter_extra(it).unwrap_or(Local::NONE);
    let plain = cx.is_none(function) || cx.class_id(function) == Some(ClassId::Bool);
    let kept = cx.slot(Local::NONE);
    loop {
        cx.charge(1)?;
        let found = cx.scope(|cx| {
            let Some(item) = protocol::next(cx, iterator)? else {
                return Ok(None);
            };
            cx.assign(&kept, item);
            let verdict = if plain {
                item
            } else {
                cx.call(function, &[item])?
            };
            protocol::truth(cx, verdict).map(Some)
        })?;
        match found {
            Some(true) => return Ok(Some(cx.take(&kept))),
            Some(false) => {}
            None => return Ok(None),
        }
    }
}

/// `__length_hint__`; `None` where the iterator has none or cannot tell.
pub(crate) fn hint<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<i64>> {
    let Some(kind) = cx.iter_kind(it) else {
        return Ok(None);
    };
    let (index, limit, step) = cx.iter_state(it);
    if kind == IterKind::Range {
        return Ok(Some(limit));
    }
    let Some(source) = cx.iter_source(it) else {
        return Ok(Some(0));
    };
    Ok(Some(match kind {
        IterKind::List | IterKind::Tuple => (cx.seq_len(source) as i64 - index).max(0),
        IterKind::ListReverse if cx.list_len(source) as i64 > index => index + 1,
        IterKind::ListReverse => 0,
        IterKind::WideRange | IterKind::LongRange => limit - index,
        IterKind::Bytes | IterKind::ByteArray | IterKind::Memory => {
            (protocol::len(cx, source)? as i64 - index).max(0)
        }
        IterKind::Str | IterKind::StrAscii => {
            let rest = cx
                .str_bytes(source)
                .and_then(|bytes| bytes.get(index as usize..))
                .unwrap_or(&[]);
            rest.iter().filter(|&&byte| byte & 0xC0 != 0x80).count() as i64
        }
        IterKind::Sequence => {
            if !matches!(
                cx.kind(source),
                Some(Kind::List | Kind::Tuple | Kind::Str | Kind::Range)
            ) {
                let names = cx.names();
                if cx.type_attr(source, names.len).is_none() {
                    return Ok(None);
                }
            }
            (protocol::len(cx, source)? as i64 - index).max(0)
        }
        IterKind::Reversed => {
            let left = index + 1;
            if (protocol::len(cx, source)? as i64) < left {
                0
            } else {
                left
            }
        }
        IterKind::Set if limit != cx.set_len(source) as i64 => 0,
        IterKind::Set => step,
        // Dicts: nothing is said once the size has changed.
        _ if limit == cx.dict_len(source) as i64 => step,
        _ => 0,
    }))
}
