//! Truth values, sets as words of bits, and comparison.

use super::{Builtin, word};
use crate::eval::{Eval, Step};
use crate::value::truth;
use core::cmp::Ordering;
use miniscript_core::Datum;

pub(super) const WORDS: &[Builtin] = &[
    word("and", |eval| combine(eval, |a, b| a & b, |a, b| a && b)),
    word("or", |eval| combine(eval, |a, b| a | b, |a, b| a || b)),
    word("xor", |eval| combine(eval, |a, b| a ^ b, |a, b| a != b)),
    word("not", not),
    word("=", |eval| compared(eval, Ordering::is_eq, |a, b| a == b)),
    word("!=", |eval| compared(eval, Ordering::is_ne, |a, b| a != b)),
    word("<", |eval| {
        compared(eval, Ordering::is_lt, |a, b| a & b == a && a != b)
    }),
    word("<=", |eval| {
        compared(eval, Ordering::is_le, |a, b| a & b == a)
    }),
    word(">", |eval| {
        compared(eval, Ordering::is_gt, |a, b| a & b == b && a != b)
    }),
    word(">=", |eval| {
        compared(eval, Ordering::is_ge, |a, b| a & b == b)
    }),
    word("compare", |eval| {
        let ([b, a], rest) = eval.args()?;
        let order = eval.order(a, b)?;
        eval.push_int(order as i64, rest)
    }),
    word("equal", |eval| {
        let ([b, a], rest) = eval.args()?;
        let equal = eval.equal(a, b)?;
        eval.push_bool(equal, rest)
    }),
];

/// Whether two values are of one type.
pub(super) fn same_type(a: Datum, b: Datum) -> bool {
    let kind = |datum| match datum {
        Datum::Cons => core::mem::discriminant(&Datum::Nil),
        other => core::mem::discriminant(&other),
    };
    kind(a) == kind(b)
}

fn combine<'s>(
    eval: &mut Eval<'_, 's>,
    sets: fn(u64, u64) -> u64,
    truths: fn(bool, bool) -> bool,
) -> Step<'s> {
    let ([b, a], rest) = eval.args()?;
    let (left, right) = (eval.cx.datum(a), eval.cx.datum(b));
    if !same_type(left, right) {
        return eval.fail("two parameters of the same type");
    }
    match (left, right) {
        (Datum::Set(left), Datum::Set(right)) => {
            let set = eval.cx.joy_set(sets(left, right))?;
            eval.push_on(set, rest)
        }
        (Datum::Bool(_) | Datum::Char(_) | Datum::Int(_), _) => {
            let value = truths(truth(eval.cx, a), truth(eval.cx, b));
            eval.push_bool(value, rest)
        }
        _ => eval.fail("different type"),
    }
}

fn not<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([a], rest) = eval.args()?;
    match eval.cx.datum(a) {
        Datum::Set(members) => {
            let set = eval.cx.joy_set(!members)?;
            eval.push_on(set, rest)
        }
        Datum::Bool(_) | Datum::Char(_) | Datum::Int(_) => {
            let value = !truth(eval.cx, a);
            eval.push_bool(value, rest)
        }
        _ => eval.fail("different type"),
    }
}

/// The bits of what can stand beside a set.
fn bits(datum: Datum) -> Option<u64> {
    match datum {
        Datum::Set(members) => Some(members),
        Datum::Int(i) => Some(i as u64),
        Datum::Char(c) => Some(u64::from(c)),
        Datum::Bool(b) => Some(u64::from(b)),
        _ => None,
    }
}

fn compared<'s>(
    eval: &mut Eval<'_, 's>,
    holds: fn(Ordering) -> bool,
    subset: fn(u64, u64) -> bool,
) -> Step<'s> {
    let ([b, a], rest) = eval.args()?;
    let (left, right) = (eval.cx.datum(a), eval.cx.datum(b));
    let set = matches!(left, Datum::Set(_)) || matches!(right, Datum::Set(_));
    let value = match (bits(left), bits(right)) {
        (Some(left), Some(right)) if set => subset(left, right),
        _ => holds(eval.order(a, b)?),
    };
    eval.push_bool(value, rest)
}
