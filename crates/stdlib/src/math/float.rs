//! Functions of floats: powers, trigonometry, parts and neighbours of numbers.

use super::elementary as e;
use super::{Real, binary, domain_error, gamma, range_error, real, unary};
use miniscript_ext::{Context, IntoValue, Local, Module, Res, closure};

/// Name, whether its results can be too large, and the function.
type Unary = (&'static str, bool, fn(f64) -> f64);

pub(super) fn add(module: Module) -> Module {
    let functions: &[Unary] = &[
        ("acos", false, e::acos),
        ("acosh", false, e::acosh),
        ("asin", false, e::asin),
        ("asinh", false, e::asinh),
        ("atan", false, e::atan),
        ("atanh", false, e::atanh),
        ("cbrt", false, e::cbrt),
        ("cos", false, e::cos),
        ("cosh", true, e::cosh),
        ("exp", true, e::exp),
        ("exp2", true, e::exp2),
        ("expm1", true, e::expm1),
        ("fabs", false, libm::fabs),
        ("log1p", false, e::log1p),
        ("sin", false, e::sin),
        ("sinh", true, e::sinh),
        ("sqrt", false, libm::sqrt),
        ("tan", false, e::tan),
        ("tanh", false, e::tanh),
        ("erf", true, libm::erf),
        ("erfc", true, libm::erfc),
    ];
    let mut module = module;
    for &(name, overflows, function) in functions {
        module = unary(module, name, overflows, function);
    }
    let module = binary(module, "atan2", e::atan2);
    let module = binary(module, "copysign", libm::copysign);
    let module = binary(module, "remainder", remainder);
    module
        .function("pow", closure!(|cx, x: Real, y: Real| pow(cx, x, y)))
        .function("fmod", closure!(|cx, x: Real, y: Real| fmod(cx, x, y)))
        .function(
            "gamma",
            closure!(|cx, x: Real| special(cx, gamma::gamma(x))),
        )
        .function(
            "lgamma",
            closure!(|cx, x: Real| special(cx, gamma::lgamma(x))),
        )
        .function(
            "degrees",
            closure!(|cx, x: Real| { Ok(cx.float(x * (180.0 / core::f64::consts::PI))) }),
        )
        .function(
            "radians",
            closure!(|cx, x: Real| { Ok(cx.float(x * (core::f64::consts::PI / 180.0))) }),
        )
        .function(
            "isfinite",
            closure!(|_cx, x: Real| Ok(Local::bool(x.is_finite()))),
        )
        .function(
            "isinf",
            closure!(|_cx, x: Real| Ok(Local::bool(x.is_infinite()))),
        )
        .function(
            "isnan",
            closure!(|_cx, x: Real| Ok(Local::bool(x.is_nan()))),
        )
        .function(
            "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
            closure!(
                |cx, a: Real, b: Real, relative: Real, absolute: Real| is_close(
                    cx, a, b, relative, absolute
                )
            ),
        )
        .function(
            "frexp",
            closure!(|cx, x: Real| {
                let (fraction, exponent) = if x.is_finite() {
                    libm::frexp(x)
                } else {
                    (x, 0)
                };
                (fraction, exponent).into_value(cx)
            }),
        )
        .function("modf", closure!(|cx, x: Real| parts(x).into_value(cx)))
        .function(
            "nextafter",
            closure!(|cx, x: Real, y: Real| Ok(cx.float(libm::nextafter(x, y)))),
        )
        .function("ulp", closure!(|cx, x: Real| Ok(cx.float(ulp(x)))))
        .function("ldexp", ldexp)
        .function("floor", floor)
        .function("ceil", ceil)
        .function("trunc", trunc)
}

/// What a special function came to.
pub(super) enum Special {
    Value(f64),
    Domain,
    Range,
}

fn special<'f>(cx: &mut Context<'f>, result: Special) -> Res<'f> {
    match result {
        Special::Value(value) => Ok(cx.float(value)),
        Special::Domain => Err(domain_error(cx)),
        Special::Range => Err(range_error(cx)),
    }
}

/// IEEE 754's remainder: exact, so every implementation agrees.
fn remainder(x: f64, y: f64) -> f64 {
    if x.is_finite() && y.is_infinite() {
        return x;
    }
    libm::remainder(x, y)
}

fn pow<'f>(cx: &mut Context<'f>, x: f64, y: f64) -> Res<'f> {
    let result = e::pow(x, y);
    if x.is_finite() && y.is_finite() {
        if result.is_nan() || (result.is_infinite() && x == 0.0) {
            return Err(domain_error(cx));
        }
        if result.is_infinite() {
            return Err(range_error(cx));
        }
    }
    Ok(cx.float(result))
}

fn fmod<'f>(cx: &mut Context<'f>, x: f64, y: f64) -> Res<'f> {
    if y.is_infinite() && x.is_finite() {
        return Ok(cx.float(x));
    }
    let result = e::fmod(x, y);
    if result.is_nan() && !x.is_nan() && !y.is_nan() {
        return Err(domain_error(cx));
    }
    Ok(cx.float(result))
}

fn is_close<'f>(cx: &mut Context<'f>, a: f64, b: f64, relative: f64, absolute: f64) -> Res<'f> {
    if relative < 0.0 || absolute < 0.0 {
        return Err(cx.value_error(format_args!("tolerances must be non-negative")));
    }
    if a == b {
        return Ok(Local::TRUE);
    }
    if a.is_infinite() || b.is_infinite() {
        return Ok(Local::FALSE);
    }
    let difference = libm::fabs(b - a);
    Ok(Local::bool(
        difference <= libm::fabs(relative * b)
            || difference <= libm::fabs(relative * a)
            || difference <= absolute,
    ))
}

/// Fraction and whole part, both with the number's sign.
fn parts(x: f64) -> (f64, f64) {
    if x.is_nan() {
        (x, x)
    } else if x.is_infinite() {
        (libm::copysign(0.0, x), x)
    } else {
        let whole = libm::trunc(x);
        (libm::copysign(x - whole, x), whole)
    }
}

fn ulp(x: f64) -> f64 {
    let x = libm::fabs(x);
    if !x.is_finite() {
        return x;
    }
    let above = f64::from_bits(x.to_bits() + 1);
    if above.is_infinite() {
        x - f64::from_bits(x.to_bits() - 1)
    } else {
        above - x
    }
}

fn ldexp<'f>(cx: &mut Context<'f>, x: Local<'f>, exponent: Local<'f>) -> Res<'f> {
    let x = real(cx, x)?;
    if !cx.is_int(exponent) {
        return Err(cx.type_error(format_args!("Expected an int as second argument to ldexp.")));
    }
    if x == 0.0 || !x.is_finite() {
        return Ok(cx.float(x));
    }
    let exponent = match cx.as_int(exponent) {
        Some(exponent) => exponent,
        None => match cx.as_big(exponent) {
            Some(big) if big < miniscript_core::num_bigint::BigInt::ZERO => i64::MIN,
            _ => i64::MAX,
        },
    };
    // Beyond 5000 any number is infinite, below -5000 zero.
    let result = libm::ldexp(x, exponent.clamp(-5000, 5000) as i32);
    if result.is_infinite() {
        return Err(range_error(cx));
    }
    Ok(cx.float(result))
}

/// A float is rounded here; another value by its own method, else as a float.
fn rounded<'f>(cx: &mut Context<'f>, x: Local<'f>, method: &str, round: fn(f64) -> f64) -> Res<'f> {
    let float = match cx.as_float(x) {
        Some(float) => float,
        None => {
            if let Some(int) = cx.as_int(x) {
                return cx.int(int);
            }
            if cx.is_int(x) {
                return Ok(x);
            }
            if let Some(result) = cx.call_on_type(x, method, &[])? {
                return Ok(result);
            }
            real(cx, x)?
        }
    };
    cx.int_from_float(round(float))
}

fn floor<'f>(cx: &mut Context<'f>, x: Local<'f>) -> Res<'f> {
    rounded(cx, x, "__floor__", libm::floor)
}

fn ceil<'f>(cx: &mut Context<'f>, x: Local<'f>) -> Res<'f> {
    rounded(cx, x, "__ceil__", libm::ceil)
}

fn trunc<'f>(cx: &mut Context<'f>, x: Local<'f>) -> Res<'f> {
    if let Some(float) = cx.as_float(x) {
        return cx.int_from_float(libm::trunc(float));
    }
    if let Some(result) = cx.call_on_type(x, "__trunc__", &[])? {
        return Ok(result);
    }
    let found = cx.type_name(x);
    Err(cx.type_error(format_args!("type {found} doesn't define __trunc__ method")))
}
