//! Comparison: numbers, strs and containers by kind, then the special methods.
//!
//! Called by the VM's slow paths, by containers (`eq`, identity first) and by
//! sorting (`lt`). Nested containers are followed under the recursion guard.

use super::Cmp;
use super::number::{self, Num};
use crate::builtins::protocol;
use crate::builtins::types::long_range::Long;
use crate::object::{IntValue, Kind, StrObj};
use crate::text::float::hash::cmp_i64_f64;
use crate::vm::context::{Context, Error, Local, Res};
use core::cmp::Ordering;
use num_bigint::BigInt;
use num_traits::FromPrimitive;

/// Whether containers count two values as the same: identical or equal.
#[inline]
pub(crate) fn eq<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f, bool> {
    if cx.same(a, b) {
        return Ok(true);
    }
    holds(cx, Cmp::Eq, a, b)
}

/// Whether `a < b`.
#[inline]
pub(crate) fn lt<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f, bool> {
    holds(cx, Cmp::Lt, a, b)
}

/// Whether a comparison's answer is true.
#[inline]
pub(crate) fn holds<'f>(
    cx: &mut Context<'f>,
    op: Cmp,
    a: Local<'f>,
    b: Local<'f>,
) -> Res<'f, bool> {
    if let Some(answer) = simple(cx, op, a, b) {
        return Ok(answer);
    }
    cx.scope(|cx| {
        let answer = others(cx, op, a, b)?;
        protocol::truth(cx, answer)
    })
}

/// `a op b`, which special methods may make any object.
#[inline]
pub(crate) fn compare<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    match simple(cx, op, a, b) {
        Some(answer) => Ok(Local::bool(answer)),
        None => cx.scope_local(|cx| others(cx, op, a, b)),
    }
}

/// Numbers and strs; `None` for everything else.
#[inline]
pub(crate) fn simple<'f>(cx: &Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Option<bool> {
    // Their classes may compare in another way.
    if cx.is_derived(a) || cx.is_derived(b) {
        return None;
    }
    if let (Some(x), Some(y)) = (cx.as_int(a), cx.as_int(b)) {
        return Some(ordered(op, Some(x.cmp(&y))));
    }
    if let (Some(x), Some(y)) = (cx.as_float(a), cx.as_float(b)) {
        return Some(ordered(op, x.partial_cmp(&y)));
    }
    // The order of generalised UTF-8 is that of code points.
    if let (Some(x), Some(y)) = (cx.str_bytes(a), cx.str_bytes(b)) {
        cx.note_bytes(x.len().min(y.len()));
        return Some(match op {
            Cmp::Eq => x == y,
            Cmp::Ne => x != y,
            _ => ordered(op, Some(x.cmp(y))),
        });
    }
    let ordering = match (number::number(cx, a)?, number::number(cx, b)?) {
        (Num::Int(x), Num::Int(y)) => Some(x.into_big().cmp(&y.into_big())),
        (Num::Int(x), Num::Float(y)) => int_with_float(x, y),
        (Num::Float(x), Num::Int(y)) => int_with_float(y, x).map(Ordering::reverse),
        (Num::Float(x), Num::Float(y)) => x.partial_cmp(&y),
    };
    Some(ordered(op, ordering))
}

fn ordered(op: Cmp, ordering: Option<Ordering>) -> bool {
    match op {
        Cmp::Lt => ordering == Some(Ordering::Less),
        Cmp::Le => matches!(ordering, Some(Ordering::Less | Ordering::Equal)),
        Cmp::Gt => ordering == Some(Ordering::Greater),
        Cmp::Ge => matches!(ordering, Some(Ordering::Greater | Ordering::Equal)),
        Cmp::Eq => ordering == Some(Ordering::Equal),
        Cmp::Ne => ordering != Some(Ordering::Equal),
    }
}

/// The exact order of an int and a float.
fn int_with_float(int: IntValue, float: f64) -> Option<Ordering> {
    match int {
        IntValue::Word(word) => cmp_i64_f64(word, float),
        IntValue::Big(big) => match BigInt::from_f64(float) {
            // A float of that size has no fraction.
            Some(float) => Some(big.cmp(&float)),
            None => 0.0_f64.partial_cmp(&float),
        },
    }
}

fn others<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    if let (Some(left), Some(right)) = (cx.kind(a), cx.kind(b)) {
        let equality = matches!(op, Cmp::Eq | Cmp::Ne);
        match (left, right) {
            (Kind::List, Kind::List) | (Kind::Tuple, Kind::Tuple) => {
                return guarded(cx, op, a, b, sequences);
            }
            (Kind::Dict, Kind::Dict) if equality => return guarded(cx, op, a, b, dicts),
            (Kind::Slice, Kind::Slice) => return guarded(cx, op, a, b, slices),
            (Kind::Cell, Kind::Cell) => return guarded(cx, op, a, b, cells),
            (Kind::Range, Kind::Range) if equality => {
                let same = same_range(cx, a, b);
                return Ok(answer(op, same));
            }
            (Kind::Set, Kind::Set) => return guarded(cx, op, a, b, protocol::sets::compare),
            (Kind::DictView, _) if protocol::sets::view_and_set(cx, a, b) => {
                return guarded(cx, op, a, b, views);
            }
            (Kind::Set, Kind::DictView) if protocol::sets::view_and_set(cx, b, a) => {
                return guarded(cx, reflected(op), b, a, views);
            }
            (
                Kind::Bytes | Kind::ByteArray | Kind::MemoryView,
                Kind::Bytes | Kind::ByteArray | Kind::MemoryView,
            ) => {
                if let Some(answer) = protocol::bytes_compare(cx, op, a, b)? {
                    return Ok(Local::bool(answer));
                }
            }
            (Kind::Method, Kind::Method) if equality => {
                let same = match (cx.pair_parts(a), cx.pair_parts(b)) {
                    (Some((f, x)), Some((g, y))) => cx.same(x, y) && cx.same(f, g),
                    _ => false,
                };
                return Ok(answer(op, same));
            }
            (Kind::Code, Kind::Code) if equality => return Ok(answer(op, cx.same_code(a, b))),
            (Kind::Native, Kind::Native) if equality => {
                return Ok(answer(op, cx.native_identity(a) == cx.native_identity(b)));
            }
            _ => {}
        }
    }
    if cx.has_specials(a) || cx.has_specials(b) {
        let result = special(cx, op, a, b)?;
        if !cx.same(result, Local::NOT_IMPLEMENTED) {
            return Ok(result);
        }
        if cx.is(b, Kind::DictView) && protocol::sets::view_and_set(cx, b, a) {
            return guarded(cx, reflected(op), b, a, views);
        }
        // What a class derived from a built-in one declines, the built-in operand may know.
        let (x, y) = (cx.plain(a), cx.plain(b));
        let left = !cx.is_derived(a) && !cx.same(y, b);
        let right = !cx.is_derived(b) && !cx.same(x, a);
        if left || right {
            if let Some(answer) = simple(cx, op, x, y) {
                return Ok(Local::bool(answer));
            }
            let sequences = cx.is(x, Kind::List) || cx.is(x, Kind::Tuple);
            if sequences && cx.kind(x) == cx.kind(y) {
                return compare(cx, op, x, y);
            }
        }
    }
    match op {
        Cmp::Eq => Ok(Local::bool(cx.same(a, b))),
        Cmp::Ne => Ok(Local::bool(!cx.same(a, b))),
        _ => Err(not_ordered(cx, op, a, b)),
    }
}

/// The TypeError of operands without an order.
#[cold]
pub(crate) fn not_ordered<'f>(
    cx: &mut Context<'f>,
    op: Cmp,
    a: Local<'f>,
    b: Local<'f>,
) -> Error<'f> {
    let symbol = match op {
        Cmp::Lt => "<",
        Cmp::Le => "<=",
        Cmp::Gt => ">",
        Cmp::Ge => ">=",
        Cmp::Eq => "==",
        Cmp::Ne => "!=",
    };
    let (left, right) = (cx.type_name(a), cx.type_name(b));
    cx.type_error(format_args!(
        "'{symbol}' not supported between instances of '{left}' and '{right}'"
    ))
}

fn answer<'f>(op: Cmp, equal: bool) -> Local<'f> {
    Local::bool(equal == (op == Cmp::Eq))
}

type Comparison = for<'f> fn(&mut Context<'f>, Cmp, Local<'f>, Local<'f>) -> Res<'f>;

fn guarded<'f>(
    cx: &mut Context<'f>,
    op: Cmp,
    a: Local<'f>,
    b: Local<'f>,
    compare: Comparison,
) -> Res<'f> {
    cx.enter_recursion(" in comparison")?;
    let result = compare(cx, op, a, b);
    cx.leave_recursion();
    result
}

/// Lists or tuples: the first items that differ decide, then the lengths.
fn sequences<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    if matches!(op, Cmp::Eq | Cmp::Ne) && cx.is(a, Kind::List) && cx.list_len(a) != cx.list_len(b) {
        return Ok(answer(op, false));
    }
    let mut at = 0;
    while let Some(index) = cx.seq_mismatch(a, b, at) {
        cx.charge(1 + (index - at) / 16)?;
        let equal = cx.scope(|cx| match (cx.seq_get(a, index), cx.seq_get(b, index)) {
            (Some(x), Some(y)) => eq(cx, x, y),
            _ => Ok(true),
        })?;
        if !equal {
            // A script's `__eq__` may have changed the lists.
            return match (op, cx.seq_get(a, index), cx.seq_get(b, index)) {
                (Cmp::Lt | Cmp::Le | Cmp::Gt | Cmp::Ge, Some(x), Some(y)) => compare(cx, op, x, y),
                (Cmp::Eq | Cmp::Ne, Some(_), Some(_)) => Ok(answer(op, false)),
                _ => break,
            };
        }
        at = index + 1;
    }
    let (n, m) = (cx.seq_len(a), cx.seq_len(b));
    cx.charge(n.min(m).saturating_sub(at) / 16)?;
    Ok(Local::bool(ordered(op, Some(n.cmp(&m)))))
}

/// Dicts: the same keys with equal values.
fn dicts<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    if cx.dict_len(a) != cx.dict_len(b) {
        return Ok(answer(op, false));
    }
    cx.charge(cx.dict_len(a) / 4)?;
    let mut at = 0;
    loop {
        let next = cx.scope(|cx| {
            let Some((index, key, value)) = cx.dict_next(a, at) else {
                return Ok(None);
            };
            let hash = cx.dict_hash_at(a, index);
            let equal = match cx.dict_lookup(b, key, hash)? {
                Some(other) => eq(cx, other, value)?,
                None => false,
            };
            Ok(Some((index + 1, equal)))
        })?;
        match next {
            Some((index, true)) => at = index,
            Some((_, false)) => return Ok(answer(op, false)),
            None => return Ok(answer(op, true)),
        }
    }
}

/// Slices compare as the tuples of their parts.
fn slices<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let (Some(a), Some(b)) = (cx.slice_parts(a), cx.slice_parts(b)) else {
        return Ok(Local::FALSE);
    };
    let a = cx.tuple(&[a.0, a.1, a.2])?;
    let b = cx.tuple(&[b.0, b.1, b.2])?;
    sequences(cx, op, a, b)
}

/// Cells compare as tuples of what they hold.
fn cells<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let mut held = |cell| {
        let contents = cx.cell_contents(cell);
        cx.tuple(contents.as_slice())
    };
    let (a, b) = (held(a)?, held(b)?);
    sequences(cx, op, a, b)
}

/// Ranges are equal as sequences.
fn same_range<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> bool {
    let (Some(a), Some(b)) = (cx.range_parts(a), cx.range_parts(b)) else {
        return Long::of(cx, a).same(&Long::of(cx, b));
    };
    let (n, m) = (super::count(a.0, a.1, a.2), super::count(b.0, b.1, b.2));
    n == m && (n == 0 || a.0 == b.0 && (n == 1 || a.2 == b.2))
}

/// Views of keys or items compare as sets, with sets also.
pub(crate) fn views<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let (n, m) = (protocol::len(cx, a)?, protocol::len(cx, b)?);
    let (inner, outer, possible) = match op {
        Cmp::Eq | Cmp::Ne => (a, b, n == m),
        Cmp::Lt => (a, b, n < m),
        Cmp::Le => (a, b, n <= m),
        Cmp::Gt => (b, a, m < n),
        Cmp::Ge => (b, a, m <= n),
    };
    let mut subset = possible;
    if possible {
        let iterator = protocol::iter(cx, inner)?;
        loop {
            let found = cx.scope(|cx| match protocol::next(cx, iterator)? {
                Some(item) => protocol::contains(cx, outer, item).map(Some),
                None => Ok(None),
            })?;
            match found {
                Some(true) => {}
                Some(false) => {
                    subset = false;
                    break;
                }
                None => break,
            }
            cx.charge(1)?;
        }
    }
    Ok(Local::bool(subset != (op == Cmp::Ne)))
}

/// What the special methods make of it, or NotImplemented.
pub(crate) fn special<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let (left, right) = (cx.class(a), cx.class(b));
    let first = left != right && cx.has_specials(b) && cx.is_instance(b, left);
    if first {
        let result = method(cx, reflected(op), b, a)?;
        if !cx.same(result, Local::NOT_IMPLEMENTED) {
            return Ok(result);
        }
    }
    if cx.has_specials(a) {
        let result = method(cx, op, a, b)?;
        if !cx.same(result, Local::NOT_IMPLEMENTED) {
            return Ok(result);
        }
    }
    if !first && cx.has_specials(b) {
        method(cx, reflected(op), b, a)
    } else {
        Ok(Local::NOT_IMPLEMENTED)
    }
}

/// The comparison that asks the other operand.
pub(crate) fn reflected(op: Cmp) -> Cmp {
    match op {
        Cmp::Lt => Cmp::Gt,
        Cmp::Le => Cmp::Ge,
        Cmp::Gt => Cmp::Lt,
        Cmp::Ge => Cmp::Le,
        Cmp::Eq | Cmp::Ne => op,
    }
}

/// The name of a comparison's method.
pub(crate) fn method_name<'f>(cx: &Context<'f>, op: Cmp) -> *mut StrObj {
    let n = cx.names();
    match op {
        Cmp::Lt => n.lt,
        Cmp::Le => n.le,
        Cmp::Gt => n.gt,
        Cmp::Ge => n.ge,
        Cmp::Eq => n.eq,
        Cmp::Ne => n.ne,
    }
}

/// `a`'s own method; `!=` without one is the opposite of its `==`.
fn method<'f>(cx: &mut Context<'f>, op: Cmp, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let name = method_name(cx, op);
    if let Some(found) = cx.own_special(a, name) {
        return if cx.is_none(found) {
            Ok(Local::NOT_IMPLEMENTED)
        } else {
            cx.call_found(found, a, &[b])
        };
    }
    if op == Cmp::Ne {
        let name = cx.names().eq;
        if let Some(found) = cx.own_special(a, name)
            && !cx.is_none(found)
        {
            let result = cx.call_found(found, a, &[b])?;
            if !cx.same(result, Local::NOT_IMPLEMENTED) {
                return Ok(Local::bool(!protocol::truth(cx, result)?));
            }
        }
    }
    Ok(Local::NOT_IMPLEMENTED)
}

/// For the methods of int and float: the answer if both are such numbers.
pub(crate) fn of_numbers<'f>(
    cx: &mut Context<'f>,
    op: Cmp,
    a: Local<'f>,
    b: Local<'f>,
) -> Local<'f> {
    let (a, b) = (cx.plain(a), cx.plain(b));
    match simple(cx, op, a, b) {
        Some(answer) => Local::bool(answer),
        None => Local::NOT_IMPLEMENTED,
    }
}
