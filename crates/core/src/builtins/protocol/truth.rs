//! Truth, length, and values used as indices and floats.

use super::number::{self, Num};
use crate::builtins::types::long_range::Long;
use crate::object::{ClassId, IntValue, Kind, StrObj};
use crate::vm::context::{Context, Local, Res};

/// Whether a value counts as true.
#[inline]
pub(crate) fn truth<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, bool> {
    if cx.is_derived(a) {
        return special_truth(cx, a);
    }
    if let Some(word) = cx.as_int(a) {
        return Ok(word != 0);
    }
    if let Some(float) = cx.as_float(a) {
        return Ok(float != 0.0);
    }
    match cx.kind(a) {
        // None is the only other word.
        None => Ok(!cx.is_none(a)),
        Some(Kind::Str) => Ok(cx.str_len(a) != Some(0)),
        Some(Kind::List) => Ok(cx.list_len(a) != 0),
        Some(Kind::Tuple) => Ok(cx.tuple_len(a) != 0),
        Some(Kind::Dict) => Ok(cx.dict_len(a) != 0),
        Some(Kind::Set) => Ok(cx.set_len(a) != 0),
        Some(Kind::Range) => Ok(range_count(cx, a) != Some(0)),
        Some(Kind::DictView | Kind::Bytes | Kind::ByteArray | Kind::MemoryView) => {
            Ok(len(cx, a)? != 0)
        }
        Some(Kind::Cons) => Ok(true),
        Some(_) if cx.has_specials(a) => special_truth(cx, a),
        Some(_) if cx.class(a) == ClassId::NotImplementedType => {
            let text = format_args!("NotImplemented should not be used in a boolean context");
            cx.warn(ClassId::DeprecationWarning, text)?;
            Ok(true)
        }
        Some(_) => Ok(true),
    }
}

fn special_truth<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, bool> {
    if let Some(len) = cx.native_len(a) {
        return Ok(len != 0);
    }
    cx.scope(|cx| {
        let name = cx.names().bool;
        if let Some(answer) = cx.call_special(a, name, &[])? {
            if cx.same(answer, Local::TRUE) || cx.same(answer, Local::FALSE) {
                return Ok(cx.same(answer, Local::TRUE));
            }
            let found = cx.type_name(answer);
            return Err(cx.type_error(format_args!(
                "__bool__ should return bool, returned {found}"
            )));
        }
        match special_len(cx, a)? {
            Some(len) => Ok(len != 0),
            None => Ok(true),
        }
    })
}

/// `len(a)` of what is in memory: a length that this machine's addresses can count.
pub(crate) fn len<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, usize> {
    let len = length(cx, a)?;
    usize::try_from(len).map_err(|_| too_large(cx))
}

/// `len(a)`, of 63 bits on every machine: ranges and `__len__` count what is nowhere.
pub(crate) fn length<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, u64> {
    let len = match cx.kind(a) {
        Some(Kind::Str) => Some(cx.str_len(a).unwrap_or(0)),
        Some(Kind::List) => Some(cx.list_len(a)),
        Some(Kind::Tuple) => Some(cx.tuple_len(a)),
        Some(Kind::Dict) => Some(cx.dict_len(a)),
        Some(Kind::Set) => Some(cx.set_len(a)),
        Some(Kind::Range) => {
            let count = range_count(cx, a);
            return match count {
                Some(count) if i64::try_from(count).is_ok() => Ok(count),
                _ => Err(too_large(cx)),
            };
        }
        Some(Kind::Bytes | Kind::ByteArray) => Some(cx.buffer(a).map_or(0, <[u8]>::len)),
        Some(Kind::MemoryView) => Some(super::memory::view_of(cx, a)?.span.count),
        Some(Kind::DictView) => cx.pair_parts(a).map(|(dict, _)| cx.dict_len(dict)),
        _ => None,
    };
    if let Some(len) = len.or_else(|| cx.native_len(a)) {
        return Ok(len as u64);
    }
    if cx.kind(a).is_some()
        && let Some(len) = cx.scope(|cx| special_len(cx, a))?
    {
        return Ok(len);
    }
    let found = cx.type_name(a);
    Err(cx.type_error(format_args!("object of type '{found}' has no len()")))
}

fn special_len<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, Option<u64>> {
    let name = cx.names().len;
    let Some(answer) = cx.call_special(a, name, &[])? else {
        return Ok(None);
    };
    let answer = index(cx, answer)?;
    match cx.int_value(answer) {
        Some(IntValue::Word(len)) if len >= 0 => Ok(Some(len.unsigned_abs())),
        Some(IntValue::Big(big)) if big.sign() != num_bigint::Sign::Minus => {
            Err(cannot_fit(cx, answer))
        }
        _ => Err(cx.value_error(format_args!("__len__() should return >= 0"))),
    }
}

/// How many ints a range has; `None` if that has more than 64 bits.
fn range_count<'f>(cx: &mut Context<'f>, range: Local<'f>) -> Option<u64> {
    match cx.range_parts(range) {
        Some((start, stop, step)) => Some(count(start, stop, step)),
        None => u64::try_from(&Long::of(cx, range).count).ok(),
    }
}

/// How many ints lie in a range.
pub(crate) fn count(start: i64, stop: i64, step: i64) -> u64 {
    if step > 0 && start < stop {
        (stop.abs_diff(start) - 1) / step.unsigned_abs() + 1
    } else if step < 0 && start > stop {
        (start.abs_diff(stop) - 1) / step.unsigned_abs() + 1
    } else {
        0
    }
}

fn too_large<'f>(cx: &mut Context<'f>) -> crate::vm::context::Error<'f> {
    cx.raise(
        ClassId::OverflowError,
        format_args!("Python int too large to convert to C ssize_t"),
    )
}

/// CPython's OverflowError where an index must fit and saturates nowhere.
pub(crate) fn cannot_fit<'f>(cx: &mut Context<'f>, a: Local<'f>) -> crate::vm::context::Error<'f> {
    let found = cx.type_name(a);
    cx.raise(
        ClassId::OverflowError,
        format_args!("cannot fit '{found}' into an index-sized integer"),
    )
}

/// The value as an int, by way of `__index__`.
pub(crate) fn index<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f> {
    if cx.is_int(a) {
        return Ok(a);
    }
    match find_index(cx, a)? {
        Some(int) => Ok(int),
        None => {
            let found = cx.type_name(a);
            Err(cx.type_error(format_args!(
                "'{found}' object cannot be interpreted as an integer"
            )))
        }
    }
}

/// The value as an int, `None` if it is none and has no `__index__`.
pub(crate) fn find_index<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    if cx.is_int(a) {
        return Ok(Some(a));
    }
    if !cx.has_specials(a) {
        return Ok(None);
    }
    let name = cx.names().index;
    match cx.call_special(a, name, &[])? {
        Some(answer) => strict_int(cx, answer, "__index__").map(Some),
        None => Ok(None),
    }
}

/// The answer of `__int__` or `__index__`, which is to be an int; one of a subclass is warned of.
pub(crate) fn strict_int<'f>(cx: &mut Context<'f>, answer: Local<'f>, method: &str) -> Res<'f> {
    if cx.class(answer) == ClassId::Int {
        return Ok(answer);
    }
    let found = cx.type_name(answer);
    if !cx.is_int(answer) {
        return Err(cx.type_error(format_args!("{method} returned non-int (type {found})")));
    }
    cx.warn_of_subclass(method, "int", found)?;
    Ok(answer)
}

/// Whether the class of an instance that holds a built-in value has a method of a script's in
/// place of that of the built-in type.
pub(crate) fn is_overridden<'f>(cx: &mut Context<'f>, value: Local<'f>, name: *mut StrObj) -> bool {
    cx.is_derived(value)
        && cx
            .type_attr(value, name)
            .is_some_and(|method| cx.native_def(method).is_none())
}

/// The answer of `__float__`, which is to be a float; one of a subclass is warned of.
pub(crate) fn strict_float<'f>(
    cx: &mut Context<'f>,
    of: Local<'f>,
    answer: Local<'f>,
) -> Res<'f, f64> {
    let (of, found) = (cx.type_name(of), cx.type_name(answer));
    let Some(float) = cx.as_float(answer) else {
        return Err(cx.type_error(format_args!(
            "{of}.__float__ returned non-float (type {found})"
        )));
    };
    if cx.is_derived(answer) {
        cx.warn_of_subclass(&alloc::format!("{of}.__float__"), "float", found)?;
    }
    Ok(float)
}

/// The value as an index; OverflowError beyond 64 bits.
pub(crate) fn index_i64<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, i64> {
    if let Some(word) = cx.as_int(a) {
        return Ok(word);
    }
    let int = index(cx, a)?;
    match cx.as_int(int) {
        Some(word) => Ok(word),
        None => Err(too_large(cx)),
    }
}

/// The value as an index, cut to 64 bits.
pub(crate) fn index_clamped<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, i64> {
    if let Some(word) = cx.as_int(a) {
        return Ok(word);
    }
    let int = index(cx, a)?;
    Ok(match cx.int_value(int) {
        Some(IntValue::Word(word)) => word,
        Some(IntValue::Big(big)) if big.sign() == num_bigint::Sign::Minus => i64::MIN,
        _ => i64::MAX,
    })
}

/// The value as a float, by way of `__float__` or `__index__`.
pub(crate) fn float_of<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, f64> {
    match find_float(cx, a)? {
        Some(float) => Ok(float),
        None => {
            let found = cx.type_name(a);
            Err(cx.type_error(format_args!("must be real number, not {found}")))
        }
    }
}

/// The value as a float, `None` if it is no number.
pub(crate) fn find_float<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, Option<f64>> {
    match number::number(cx, a) {
        Some(Num::Float(float)) => return Ok(Some(float)),
        Some(Num::Int(int)) => return number::int_to_float(cx, &int).map(Some),
        None => {}
    }
    if !cx.has_specials(a) {
        return Ok(None);
    }
    let name = cx.names().float;
    if let Some(answer) = cx.call_special(a, name, &[])? {
        return strict_float(cx, a, answer).map(Some);
    }
    match find_index(cx, a)? {
        Some(int) => match cx.int_value(int) {
            Some(int) => number::int_to_float(cx, &int).map(Some),
            None => Ok(None),
        },
        None => Ok(None),
    }
}
