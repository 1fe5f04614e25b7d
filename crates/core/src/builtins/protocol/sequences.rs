//! What lists and tuples share: comparison, concatenation, repetition; and the
//! equality of dicts.

use super::slices::has_index;
use super::{BinOp, Cmp};
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Context, Error, Local, Place, Res};

/// Compares two lists or two tuples; `NotImplemented` for anything else.
pub(crate) fn compare_sequences<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let kinds = (cx.kind(a), cx.kind(b));
    if !matches!(kinds, (Some(Kind::List), Some(Kind::List)) | (Some(Kind::Tuple), Some(Kind::Tuple))) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    if cx.seq_len(a) != cx.seq_len(b) && kinds.0 == Some(Kind::List) {
        match op {
            Cmp::Eq => return Ok(Local::FALSE),
            Cmp::Ne => return Ok(Local::TRUE),
            _ => {}
        }
    }
    cx.check_depth(" in comparison")?;
    let answer = cx.slot(Local::NONE);
    let mut at = 0;
    // The first place where the items differ; the lists may change meanwhile.
    loop {
        let from = at;
        at = cx.scan_pair(a, b, at);
        cx.charge(at + 1 - from)?;
        if at >= cx.seq_len(a) || at >= cx.seq_len(b) {
            let (x, y) = (cx.seq_len(a), cx.seq_len(b));
            return Ok(Local::bool(match op {
                Cmp::Lt => x < y,
                Cmp::Le => x <= y,
                Cmp::Gt => x > y,
                Cmp::Ge => x >= y,
                Cmp::Eq => x == y,
                Cmp::Ne => x != y,
            }));
        }
        let equal = cx.scope(|cx| {
            let (Some(x), Some(y)) = (cx.seq_get(a, at), cx.seq_get(b, at)) else { return Ok(false) };
            if protocol::eq(cx, x, y)? {
                return Ok(true);
            }
            let result = match op {
                Cmp::Eq => Local::FALSE,
                Cmp::Ne => Local::TRUE,
                _ => protocol::compare(cx, op, x, y)?,
            };
            cx.assign(&answer, result);
            Ok(false)
        })?;
        if !equal {
            return Ok(cx.take(&answer));
        }
        at += 1;
    }
}

/// Whether two dicts have equal keys with equal values.
pub(crate) fn dict_equal<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f, bool> {
    if cx.dict_len(a) != cx.dict_len(b) {
        return Ok(false);
    }
    cx.check_depth(" in comparison")?;
    let mut at = 0;
    loop {
        cx.charge(1)?;
        let next = cx.scope(|cx| {
            let Some((index, key, value)) = cx.dict_next(a, at) else { return Ok(Some(None)) };
            let hash = cx.dict_hash_at(a, index);
            let other = match cx.dict_find(b, key, hash)? {
                Place::At(place) => cx.dict_value(b, place),
                Place::Missing => None,
            };
            match other {
                Some(other) if protocol::eq(cx, other, value)? => Ok(Some(Some(index + 1))),
                _ => Ok(None),
            }
        })?;
        match next {
            Some(Some(next)) => at = next,
            Some(None) => return Ok(true),
            None => return Ok(false),
        }
    }
}

/// `a + b` and `a += b` where `a` is a list or tuple; `None` for other values. To
/// be asked after `__add__` and `__radd__` of the operands' classes.
pub(crate) fn concat<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>, inplace: bool) -> Res<'f, Option<Local<'f>>> {
    match (cx.kind(a), cx.kind(b)) {
        (Some(Kind::List), _) if inplace => {
            protocol::extend_list(cx, a, b)?;
            Ok(Some(a))
        }
        (Some(Kind::List), Some(Kind::List)) => {
            let total = cx.list_len(a).saturating_add(cx.list_len(b));
            cx.charge(total)?;
            let list = cx.list_with_capacity(total)?;
            cx.list_extend_from(list, a)?;
            cx.list_extend_from(list, b)?;
            Ok(Some(list))
        }
        (Some(Kind::Tuple), Some(Kind::Tuple)) => {
            if cx.tuple_len(a) == 0 {
                return Ok(Some(b));
            }
            if cx.tuple_len(b) == 0 {
                return Ok(Some(a));
            }
            cx.charge(cx.tuple_len(a) + cx.tuple_len(b))?;
            cx.tuple_joined(a, b).map(Some)
        }
        (Some(Kind::List | Kind::Tuple), _) => {
            let (name, other) = (cx.type_name(a), cx.type_name(b));
            Err(cx.type_error(format_args!("can only concatenate {name} (not \"{other}\") to {name}")))
        }
        _ => Ok(None),
    }
}

/// `a * b` and `a *= b` where one of them is a list or tuple; `None` for other
/// values. To be asked after `__mul__` and `__rmul__` of the operands' classes.
pub(crate) fn repeat<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>, inplace: bool) -> Res<'f, Option<Local<'f>>> {
    let is_seq = |cx: &Context<'f>, x| matches!(cx.kind(x), Some(Kind::List | Kind::Tuple));
    let (seq, times, inplace) = if is_seq(cx, a) {
        (a, b, inplace)
    } else if is_seq(cx, b) {
        (b, a, false)
    } else {
        return Ok(None);
    };
    if !has_index(cx, times) {
        let name = cx.type_name(times);
        return Err(cx.type_error(format_args!("can't multiply sequence by non-int of type '{name}'")));
    }
    repeat_by(cx, seq, times, inplace).map(Some)
}

/// Repeats a list or tuple; `times` is turned into an int by `__index__`.
pub(crate) fn repeat_by<'f>(cx: &mut Context<'f>, seq: Local<'f>, times: Local<'f>, inplace: bool) -> Res<'f> {
    let number = protocol::index(cx, times)?;
    let Some(number) = cx.as_int(number) else {
        let name = cx.type_name(times);
        return Err(
            cx.raise(ClassId::OverflowError, format_args!("cannot fit '{name}' into an index-sized integer"))
        );
    };
    let count = usize::try_from(number.max(0)).unwrap_or(usize::MAX);
    let len = cx.seq_len(seq);
    if len != 0 && count > (isize::MAX as usize) / 8 / len {
        return Err(cx.memory_error());
    }
    if cx.is(seq, Kind::Tuple) {
        if count == 1 {
            return Ok(seq);
        }
        let made = cx.tuple_repeated(seq, count)?;
        cx.charge(len * count)?;
        return Ok(made);
    }
    if inplace && (count == 0 || len == 0) {
        cx.list_clear(seq);
        return Ok(seq);
    }
    let made = cx.list_repeated(seq, if inplace { count - 1 } else { count })?;
    cx.charge(len.saturating_mul(count))?;
    if inplace {
        cx.list_extend_from(seq, made)?;
        return Ok(seq);
    }
    Ok(made)
}

/// `a op b` by these rules, for the operators that lists and tuples have.
pub(crate) fn sequence_binary<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
    inplace: bool,
) -> Res<'f, Option<Local<'f>>> {
    match op {
        BinOp::Add => concat(cx, a, b, inplace),
        BinOp::Mul => repeat(cx, a, b, inplace),
        _ => Ok(None),
    }
}

/// KeyError for a key.
#[cold]
pub(crate) fn key_error<'f>(cx: &mut Context<'f>, key: Local<'f>) -> Error<'f> {
    cx.raise_with(ClassId::KeyError, &[key])
}
