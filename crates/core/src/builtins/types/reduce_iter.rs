//! `__reduce__` and `__setstate__` of the built-in iterators.

use super::reduce::{builtin, type_of};
use crate::builtins::protocol;
use crate::object::{ClassId, IterKind, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;

static INDEXED: &[NativeDef] = &[
    NativeDef::method("__reduce__", "(self, /)", indexed),
    NativeDef::method("__setstate__", "(self, state, /)", set_index),
];
static RANGES: &[NativeDef] = &[
    NativeDef::method("__reduce__", "(self, /)", range),
    NativeDef::method("__setstate__", "(self, state, /)", set_index),
];
static LEFT: &[NativeDef] = &[NativeDef::method("__reduce__", "(self, /)", left)];
static MADE: &[NativeDef] = &[NativeDef::whole_method("__reduce__", "(self, /)", made)];

/// What an iterator's type has of these.
pub(super) fn methods_of(class: ClassId) -> &'static [NativeDef] {
    match class {
        ClassId::ListIter
        | ClassId::ListReverseIter
        | ClassId::TupleIter
        | ClassId::StrIter
        | ClassId::StrAsciiIter
        | ClassId::SeqIter
        | ClassId::Reversed
        | ClassId::BytesIter
        | ClassId::ByteArrayIter => INDEXED,
        ClassId::RangeIter => RANGES,
        ClassId::DictKeyIter
        | ClassId::DictValueIter
        | ClassId::DictItemIter
        | ClassId::DictReverseKeyIter
        | ClassId::DictReverseValueIter
        | ClassId::DictReverseItemIter
        | ClassId::SetIter => LEFT,
        ClassId::Enumerate | ClassId::Zip | ClassId::Map | ClassId::Filter | ClassId::CallIter => {
            MADE
        }
        _ => &[],
    }
}

/// The function and one argument, and an index where there is one.
fn answer<'f>(
    cx: &mut Context<'f>,
    function: &str,
    argument: Local<'f>,
    index: Option<i64>,
) -> Res<'f> {
    let function = builtin(cx, function)?;
    let given = cx.tuple(&[argument])?;
    match index {
        Some(index) => {
            let index = cx.int(index)?;
            cx.tuple(&[function, given, index])
        }
        None => cx.tuple(&[function, given]),
    }
}

fn indexed<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let iterator = args.at(0);
    let kind = cx.iter_kind(iterator);
    let Some(source) = cx.iter_source(iterator) else {
        let (function, empty) = match kind {
            Some(IterKind::List | IterKind::ListReverse) => ("iter", cx.list(&[])?),
            Some(IterKind::Str | IterKind::StrAscii) => ("iter", cx.str("")?),
            Some(IterKind::Reversed) => ("reversed", cx.tuple(&[])?),
            _ => ("iter", cx.tuple(&[])?),
        };
        return answer(cx, function, empty, None);
    };
    let (index, ..) = cx.iter_state(iterator);
    let (function, index) = match kind {
        Some(IterKind::ListReverse | IterKind::Reversed) => ("reversed", index),
        Some(IterKind::Str) => {
            let bytes = cx.str_bytes(source).unwrap_or_default();
            let before = usize::try_from(index).unwrap_or(0);
            let begins = |&&byte: &&u8| byte & 0xC0 != 0x80;
            cx.charge(before / 16)?;
            let count = bytes
                .get(..before)
                .unwrap_or_default()
                .iter()
                .filter(begins)
                .count();
            ("iter", count as i64)
        }
        _ => ("iter", index),
    };
    answer(cx, function, source, Some(index))
}

fn set_index<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let iterator = args.at(0);
    if !cx.is_int(args.at(1)) {
        return Err(cx.type_error(format_args!("an integer is required")));
    }
    let wanted = cx.as_int(args.at(1)).unwrap_or(i64::MAX);
    let (index, limit, step) = cx.iter_state(iterator);
    let kind = cx.iter_kind(iterator);
    if kind == Some(IterKind::Range) {
        // The limit is how many are left.
        let skip = wanted.clamp(0, limit.max(0));
        let index = index.wrapping_add(skip.wrapping_mul(step));
        cx.set_iter_state(iterator, index, limit - skip, step);
        return Ok(Local::NONE);
    }
    let Some(source) = cx.iter_source(iterator) else {
        return Ok(Local::NONE);
    };
    let index = match kind {
        Some(IterKind::ListReverse | IterKind::Reversed) => {
            let len = protocol::len(cx, source)? as i64;
            wanted.clamp(-1, len - 1)
        }
        Some(IterKind::Str) => {
            let bytes = cx.str_bytes(source).unwrap_or_default();
            cx.charge(bytes.len() / 16)?;
            let starts = bytes
                .iter()
                .enumerate()
                .filter(|&(_, &byte)| byte & 0xC0 != 0x80);
            let wanted = usize::try_from(wanted).unwrap_or(0);
            let at = starts.map(|(at, _)| at).nth(wanted).unwrap_or(bytes.len());
            at as i64
        }
        Some(IterKind::Sequence) => wanted.max(0),
        _ => {
            let len = protocol::len(cx, source)? as i64;
            wanted.clamp(0, len)
        }
    };
    cx.set_iter_state(iterator, index, limit, step);
    Ok(Local::NONE)
}

/// The range that is left. (CPython keeps the whole one and an index.)
fn range<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (index, limit, step) = cx.iter_state(args.at(0));
    let class = builtin(cx, "range")?;
    let stop = index.saturating_add(limit.saturating_mul(step));
    let (start, stop, step) = (cx.int(index)?, cx.int(stop)?, cx.int(step)?);
    let range = cx.call(class, &[start, stop, step])?;
    answer(cx, "iter", range, Some(0))
}

/// A list of what is left; the iterator itself does not go on.
fn left<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let iterator = args.at(0);
    let list = match cx.iter_kind(iterator) {
        Some(kind) => {
            let source = cx.iter_source(iterator);
            let (index, limit, step) = cx.iter_state(iterator);
            let list = match source {
                Some(source) => {
                    let extra = cx.iter_extra(iterator).unwrap_or(Local::NONE);
                    let copy = cx.new_iter(kind, source, extra)?;
                    cx.set_iter_state(copy, index, limit, step);
                    protocol::list_of(cx, copy)?
                }
                None => cx.list(&[])?,
            };
            list
        }
        None => cx.list(&[])?,
    };
    answer(cx, "iter", list, None)
}

/// The call that has made the iterator.
fn made<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let whole = args.at(0);
    let class = type_of(cx, whole);
    let iterator = cx.plain(whole);
    let source = cx.iter_source(iterator);
    let extra = cx.iter_extra(iterator);
    let (index, limit, _) = cx.iter_state(iterator);
    match cx.iter_kind(iterator) {
        Some(IterKind::Call) => {
            let function = builtin(cx, "iter")?;
            let given = match (source, extra) {
                (Some(source), Some(extra)) => cx.tuple(&[source, extra])?,
                _ => {
                    let empty = cx.tuple(&[])?;
                    cx.tuple(&[empty])?
                }
            };
            cx.tuple(&[function, given])
        }
        Some(IterKind::Enumerate) => {
            let number = match extra.filter(|&extra| cx.is_int(extra)) {
                Some(number) => number,
                None => cx.int(index)?,
            };
            let given = cx.tuple(&[source.unwrap_or(Local::NONE), number])?;
            cx.tuple(&[class, given])
        }
        Some(IterKind::Filter) => {
            let function = extra.unwrap_or(Local::NONE);
            let given = cx.tuple(&[function, source.unwrap_or(Local::NONE)])?;
            cx.tuple(&[class, given])
        }
        Some(kind) => {
            let all = cx.list(&[])?;
            if kind == IterKind::Map {
                cx.list_push(all, extra.unwrap_or(Local::NONE))?;
            }
            if let Some(source) = source.filter(|&source| cx.is(source, Kind::Tuple)) {
                for at in 0..cx.tuple_len(source) {
                    if let Some(item) = cx.tuple_get(source, at) {
                        cx.list_push(all, item)?;
                    }
                }
            }
            let given = cx.tuple_from_list(all)?;
            if kind == IterKind::Zip && limit == 1 {
                return cx.tuple(&[class, given, Local::TRUE]);
            }
            cx.tuple(&[class, given])
        }
        None => Ok(Local::NONE),
    }
}
