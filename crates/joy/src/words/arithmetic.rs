//! Arithmetic: 64 bits, wrapping; an int beside a float becomes one.

use super::{Builtin, word};
use crate::eval::{Eval, Step};
use crate::value::as_float;
use miniscript_core::Datum;

pub(super) const WORDS: &[Builtin] = &[
    word("+", |eval| sum(eval, |a, b| a + b, i64::wrapping_add)),
    word("-", |eval| sum(eval, |a, b| a - b, i64::wrapping_sub)),
    word("*", |eval| {
        let ([b, a], rest) = eval.args()?;
        match (eval.cx.datum(a), eval.cx.datum(b)) {
            (Datum::Int(a), Datum::Int(b)) => eval.push_int(a.wrapping_mul(b), rest),
            (a, b) => match (as_float(a), as_float(b)) {
                (Some(a), Some(b)) => eval.push_float(a * b, rest),
                _ => eval.fail("two integers"),
            },
        }
    }),
    word("/", divide),
    word("rem", rem),
    word("div", div),
    word("sign", |eval| {
        number(eval, i64::signum, |f| {
            f64::from(i8::from(f > 0.0)) - f64::from(i8::from(f < 0.0))
        })
    }),
    word("neg", |eval| number(eval, i64::wrapping_neg, |f| -f)),
    word("abs", |eval| number(eval, i64::wrapping_abs, libm::fabs)),
    word("succ", |eval| step(eval, 1)),
    word("pred", |eval| step(eval, -1)),
    word("max", |eval| extreme(eval, |a, b| a > b, |a, b| a > b)),
    word("min", |eval| extreme(eval, |a, b| a < b, |a, b| a < b)),
    word("ord", |eval| {
        let ([c], rest) = eval.args()?;
        match numeric(eval.cx.datum(c)) {
            Some(code) => eval.push_int(code, rest),
            None => eval.fail("character"),
        }
    }),
    word("chr", |eval| {
        let ([c], rest) = eval.args()?;
        match numeric(eval.cx.datum(c)) {
            Some(code) => {
                let char = eval.cx.joy_char(code as u8)?;
                eval.push_on(char, rest)
            }
            None => eval.fail("integer"),
        }
    }),
];

/// The value of an int, a character or a truth value.
pub(super) fn numeric(datum: Datum) -> Option<i64> {
    match datum {
        Datum::Int(i) => Some(i),
        Datum::Char(c) => Some(i64::from(c)),
        Datum::Bool(b) => Some(i64::from(b)),
        _ => None,
    }
}

fn sum<'s>(
    eval: &mut Eval<'_, 's>,
    floats: fn(f64, f64) -> f64,
    ints: fn(i64, i64) -> i64,
) -> Step<'s> {
    let ([b, a], rest) = eval.args()?;
    let (left, right) = (eval.cx.datum(a), eval.cx.datum(b));
    match (left, right) {
        (Datum::Int(a), Datum::Int(b)) => eval.push_int(ints(a, b), rest),
        (Datum::Char(a), Datum::Int(b)) => {
            let char = eval.cx.joy_char(ints(i64::from(a), b) as u8)?;
            eval.push_on(char, rest)
        }
        _ => match (as_float(left), as_float(right)) {
            (Some(a), Some(b)) => eval.push_float(floats(a, b), rest),
            (_, _) if !matches!(right, Datum::Int(_)) => eval.fail("integer"),
            _ => eval.fail("numeric second parameter"),
        },
    }
}

fn divide<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([b, a], rest) = eval.args()?;
    let (left, right) = (eval.cx.datum(a), eval.cx.datum(b));
    if as_float(right) == Some(0.0) {
        return eval.fail("non-zero divisor");
    }
    match (left, right) {
        (Datum::Int(a), Datum::Int(b)) => eval.push_int(a.wrapping_div(b), rest),
        _ => match (as_float(left), as_float(right)) {
            (Some(a), Some(b)) => eval.push_float(a / b, rest),
            _ => eval.fail("two integers"),
        },
    }
}

fn rem<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([b, a], rest) = eval.args()?;
    match (eval.cx.datum(a), eval.cx.datum(b)) {
        (Datum::Int(_), Datum::Int(0)) => eval.fail("non-zero operand"),
        (Datum::Int(a), Datum::Int(b)) => eval.push_int(a.wrapping_rem(b), rest),
        (a, b) => match (as_float(a), as_float(b)) {
            (Some(a), Some(b)) => eval.push_float(libm::fmod(a, b), rest),
            _ => eval.fail("two integers"),
        },
    }
}

fn div<'s>(eval: &mut Eval<'_, 's>) -> Step<'s> {
    let ([b, a], rest) = eval.args()?;
    match (eval.cx.datum(a), eval.cx.datum(b)) {
        (Datum::Int(_), Datum::Int(0)) => eval.fail("non-zero operand"),
        (Datum::Int(a), Datum::Int(b)) => {
            let quotient = eval.cx.int(a.wrapping_div(b))?;
            let rest = eval.cx.cons(quotient, rest)?;
            eval.push_int(a.wrapping_rem(b), rest)
        }
        _ => eval.fail("two integers"),
    }
}

fn number<'s>(eval: &mut Eval<'_, 's>, ints: fn(i64) -> i64, floats: fn(f64) -> f64) -> Step<'s> {
    let ([a], rest) = eval.args()?;
    match eval.cx.datum(a) {
        Datum::Int(a) => eval.push_int(ints(a), rest),
        Datum::Float(a) => eval.push_float(floats(a), rest),
        _ => eval.fail("float or integer"),
    }
}

fn step<'s>(eval: &mut Eval<'_, 's>, by: i64) -> Step<'s> {
    let ([a], rest) = eval.args()?;
    match eval.cx.datum(a) {
        Datum::Char(c) => {
            let char = eval.cx.joy_char(i64::from(c).wrapping_add(by) as u8)?;
            eval.push_on(char, rest)
        }
        other => match numeric(other) {
            Some(value) => eval.push_int(value.wrapping_add(by), rest),
            None => eval.fail("numeric"),
        },
    }
}

fn extreme<'s>(
    eval: &mut Eval<'_, 's>,
    ints: fn(&i64, &i64) -> bool,
    floats: fn(&f64, &f64) -> bool,
) -> Step<'s> {
    let ([b, a], rest) = eval.args()?;
    let (left, right) = (eval.cx.datum(a), eval.cx.datum(b));
    if let (Some(x), Some(y)) = (numeric(left), numeric(right)) {
        if !super::logic::same_type(left, right) {
            return eval.fail("two parameters of the same type");
        }
        let value = if ints(&x, &y) { a } else { b };
        return eval.push_on(value, rest);
    }
    match (as_float(left), as_float(right)) {
        (Some(x), Some(y)) => eval.push_float(if floats(&x, &y) { x } else { y }, rest),
        _ => eval.fail("numeric"),
    }
}
