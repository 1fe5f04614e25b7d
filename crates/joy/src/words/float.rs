//! Functions of floats.

use super::{Builtin, word};
use crate::eval::{Eval, Step};
use crate::value::as_float;
use miniscript_core::Datum;

pub(super) const WORDS: &[Builtin] = &[
    word("acos", |eval| function(eval, libm::acos)),
    word("asin", |eval| function(eval, libm::asin)),
    word("atan", |eval| function(eval, libm::atan)),
    word("ceil", |eval| function(eval, libm::ceil)),
    word("cos", |eval| function(eval, libm::cos)),
    word("cosh", |eval| function(eval, libm::cosh)),
    word("exp", |eval| function(eval, libm::exp)),
    word("floor", |eval| function(eval, libm::floor)),
    word("log", |eval| function(eval, libm::log)),
    word("log10", |eval| function(eval, libm::log10)),
    word("round", |eval| function(eval, libm::round)),
    word("sin", |eval| function(eval, libm::sin)),
    word("sinh", |eval| function(eval, libm::sinh)),
    word("sqrt", |eval| function(eval, libm::sqrt)),
    word("tan", |eval| function(eval, libm::tan)),
    word("tanh", |eval| function(eval, libm::tanh)),
    word("atan2", |eval| function2(eval, libm::atan2)),
    word("pow", |eval| function2(eval, libm::pow)),
    word("trunc", |eval| {
        let ([a], rest) = eval.args()?;
        match as_float(eval.cx.datum(a)) {
            // A float beyond 64 bits is cut to the nearest int.
            Some(a) => eval.push_int(a as i64, rest),
            None => eval.fail("float or integer"),
        }
    }),
    word("frexp", |eval| {
        let ([a], rest) = eval.args()?;
        let Some(a) = as_float(eval.cx.datum(a)) else {
            return eval.fail("float or integer");
        };
        let (mantissa, exponent) = libm::frexp(a);
        let mantissa = eval.cx.float(mantissa);
        let rest = eval.cx.cons(mantissa, rest)?;
        eval.push_int(i64::from(exponent), rest)
    }),
    word("ldexp", |eval| {
        let ([b, a], rest) = eval.args()?;
        let Datum::Int(exponent) = eval.cx.datum(b) else {
            return eval.fail("integer");
        };
        let Some(a) = as_float(eval.cx.datum(a)) else {
            return eval.fail("float or integer");
        };
        let exponent = exponent.clamp(-10_000, 10_000) as i32;
        eval.push_float(libm::ldexp(a, exponent), rest)
    }),
    word("modf", |eval| {
        let ([a], rest) = eval.args()?;
        let Some(a) = as_float(eval.cx.datum(a)) else {
            return eval.fail("float or integer");
        };
        let (fraction, whole) = libm::modf(a);
        let fraction = eval.cx.float(fraction);
        let rest = eval.cx.cons(fraction, rest)?;
        eval.push_float(whole, rest)
    }),
];

fn function<'s>(eval: &mut Eval<'_, 's>, of: fn(f64) -> f64) -> Step<'s> {
    let ([a], rest) = eval.args()?;
    match as_float(eval.cx.datum(a)) {
        Some(a) => eval.push_float(of(a), rest),
        None => eval.fail("float or integer"),
    }
}

fn function2<'s>(eval: &mut Eval<'_, 's>, of: fn(f64, f64) -> f64) -> Step<'s> {
    let ([b, a], rest) = eval.args()?;
    match (as_float(eval.cx.datum(a)), as_float(eval.cx.datum(b))) {
        (Some(a), Some(b)) => eval.push_float(of(a, b), rest),
        _ => eval.fail("two floats or integers"),
    }
}
