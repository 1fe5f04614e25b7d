//! Where a built-in iterator stands, for copies of it: `__reduce__` and `__setstate__`.
//!
//! State per kind as `protocol::advance` says. Iterators over dicts and sets become ones
//! over a list of what is left.

use crate::builtins::protocol;
use crate::object::IterKind;
use crate::vm::context::{Args, Context, Local, Res};

/// `__reduce__` of every iterator that has one.
pub(super) fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    // Of a class derived from one of these, the class makes the copy.
    let (class, it) = (cx.type_of(args.at(0)), cx.plain(args.at(0)));
    let Some(kind) = cx.iter_kind(it) else {
        return Ok(Local::NOT_IMPLEMENTED);
    };
    let (index, limit, step) = cx.iter_state(it);
    if kind == IterKind::Range {
        let stop = (limit as i128).saturating_mul(step as i128) + index as i128;
        let stop = i64::try_from(stop).unwrap_or(i64::MAX);
        let (start, stop, step) = (cx.int(index)?, cx.int(stop)?, cx.int(step)?);
        let class = cx.class_object(crate::object::ClassId::Range);
        let range = cx.call(class, &[start, stop, step])?;
        let zero = cx.int(0)?;
        return answer(cx, "iter", &[range], Some(zero));
    }
    let Some(source) = cx.iter_source(it) else {
        return exhausted(cx, kind);
    };
    let extra = cx.iter_extra(it).unwrap_or(Local::NONE);
    match kind {
        IterKind::List
        | IterKind::Tuple
        | IterKind::Bytes
        | IterKind::ByteArray
        | IterKind::Sequence
        | IterKind::WideRange
        | IterKind::LongRange => {
            let index = cx.int(index)?;
            answer(cx, "iter", &[source], Some(index))
        }
        IterKind::Str | IterKind::StrAscii => {
            let bytes = cx.str_bytes(source).unwrap_or_default();
            let before = usize::try_from(index).ok().and_then(|at| bytes.get(..at));
            let index = crate::text::wtf8::count(before.unwrap_or(bytes));
            let index = cx.size(index)?;
            answer(cx, "iter", &[source], Some(index))
        }
        IterKind::ListReverse => {
            let index = cx.int(index)?;
            answer(cx, "reversed", &[source], Some(index))
        }
        IterKind::Reversed => {
            let (args, index) = (cx.tuple(&[source])?, cx.int(index)?);
            cx.tuple(&[class, args, index])
        }
        IterKind::Call => answer(cx, "iter", &[source, extra], None),
        IterKind::Enumerate => {
            let next = match cx.is_none(extra) {
                true => cx.int(index)?,
                false => extra,
            };
            let args = cx.tuple(&[source, next])?;
            cx.tuple(&[class, args])
        }
        IterKind::Filter => {
            let args = cx.tuple(&[extra, source])?;
            cx.tuple(&[class, args])
        }
        IterKind::Map => {
            let list = cx.list(&[extra])?;
            cx.list_extend_from(list, source)?;
            let parts = cx.tuple_from_list(list)?;
            cx.tuple(&[class, parts])
        }
        IterKind::Zip => match limit {
            0 => cx.tuple(&[class, source]),
            _ => cx.tuple(&[class, source, Local::TRUE]),
        },
        _ => {
            // What is left, from an iterator like this one.
            let copy = cx.new_iter(kind, source, extra)?;
            cx.set_iter_state(copy, index, limit, step);
            let list = protocol::list_of(cx, copy)?;
            answer(cx, "iter", &[list], None)
        }
    }
}

/// An iterator that has let go of its source.
fn exhausted<'f>(cx: &mut Context<'f>, kind: IterKind) -> Res<'f> {
    let nothing = match kind {
        IterKind::Str | IterKind::StrAscii => cx.str("")?,
        IterKind::List
        | IterKind::ListReverse
        | IterKind::Set
        | IterKind::DictKeys
        | IterKind::DictValues
        | IterKind::DictItems
        | IterKind::DictKeysReverse
        | IterKind::DictValuesReverse
        | IterKind::DictItemsReverse => cx.list(&[])?,
        _ => cx.tuple(&[])?,
    };
    let maker = if kind == IterKind::Reversed {
        "reversed"
    } else {
        "iter"
    };
    answer(cx, maker, &[nothing], None)
}

fn answer<'f>(
    cx: &mut Context<'f>,
    maker: &str,
    args: &[Local<'f>],
    state: Option<Local<'f>>,
) -> Res<'f> {
    let args = cx.tuple(args)?;
    whole(cx, maker, args, state)
}

fn whole<'f>(
    cx: &mut Context<'f>,
    maker: &str,
    args: Local<'f>,
    state: Option<Local<'f>>,
) -> Res<'f> {
    let builtins = cx.builtins();
    let maker = match cx.dict_get_str(builtins, maker)? {
        Some(maker) => maker,
        None => {
            let name = cx.name(maker)?;
            return Err(cx.raise_with(crate::object::ClassId::AttributeError, &[name]));
        }
    };
    match state {
        Some(state) => cx.tuple(&[maker, args, state]),
        None => cx.tuple(&[maker, args]),
    }
}

/// `__setstate__` of iterators that count; of `zip`, whether it is strict.
pub(super) fn set_state<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (it, state) = (args.at(0), args.at(1));
    let Some(kind) = cx.iter_kind(it) else {
        return Ok(Local::NONE);
    };
    let (index, limit, step) = cx.iter_state(it);
    if kind == IterKind::Zip {
        let strict = protocol::truth(cx, state)?;
        cx.set_iter_state(it, index, strict.into(), step);
        return Ok(Local::NONE);
    }
    if !cx.is_int(state) {
        return Err(cx.type_error(format_args!("an integer is required")));
    }
    let wanted = protocol::index_i64(cx, state)?;
    if kind == IterKind::Range {
        let skipped = wanted.clamp(0, limit.max(0));
        let next = (skipped as i128) * (step as i128) + index as i128;
        let next = i64::try_from(next).unwrap_or(i64::MAX);
        cx.set_iter_state(it, next, limit - skipped, step);
        return Ok(Local::NONE);
    }
    let Some(source) = cx.iter_source(it) else {
        return Ok(Local::NONE);
    };
    let index = match kind {
        IterKind::Str | IterKind::StrAscii => {
            let len = cx.str_len(source).unwrap_or(0);
            let at = usize::try_from(wanted.max(0))
                .unwrap_or(usize::MAX)
                .min(len);
            cx.str_offset(source, at) as i64
        }
        IterKind::ListReverse | IterKind::Reversed => {
            let len = i64::try_from(protocol::len(cx, source)?).unwrap_or(i64::MAX);
            wanted.clamp(-1, (len - 1).max(-1))
        }
        IterKind::WideRange | IterKind::LongRange => wanted.clamp(0, limit.max(0)),
        IterKind::Sequence => wanted.max(0),
        _ => {
            let len = i64::try_from(protocol::len(cx, source)?).unwrap_or(i64::MAX);
            wanted.clamp(0, len)
        }
    };
    cx.set_iter_state(it, index, limit, step);
    Ok(Local::NONE)
}
