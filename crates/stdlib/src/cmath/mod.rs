//! `cmath`: functions of complex numbers, with CPython 3.11's special values and
//! errors. The elementary functions are those of `math`.

mod function;
mod tables;

use crate::math::{Real, real};
use crate::settings::Settings;
use function::{Fault, Outcome, abs, divide, log, rect};
use miniscript_ext::{
    Context, Error, Exception, FromArg, IntoValue, Local, Mismatch, Module, Res, closure,
};

/// A complex number: real and imaginary part.
type Complex = (f64, f64);

pub(crate) fn module(_: &Settings) -> Module {
    let mut module = Module::new("cmath")
        .doc(
            "This module provides access to mathematical functions for complex\nnumbers.",
        )
        .constant("pi", core::f64::consts::PI)
        .constant("e", core::f64::consts::E)
        .constant("tau", core::f64::consts::TAU)
        .constant("inf", f64::INFINITY)
        .constant("nan", f64::NAN)
        .init(|cx, dict| {
            let infinity = cx.complex(0.0, f64::INFINITY)?;
            cx.dict_set_str(dict, "infj", infinity)?;
            let none = cx.complex(0.0, f64::NAN)?;
            cx.dict_set_str(dict, "nanj", none)
        });
    for &(name, function) in function::UNARY {
        module = module.function(
            &alloc::format!("{name}(z, /)"),
            closure!(move |cx, z: Number| complex(cx, function(z))),
        );
    }
    for &(name, test) in TESTS {
        module = module.function(
            &alloc::format!("{name}(z, /)"),
            closure!(move |_cx, z: Number| Ok(Local::bool(test(z)))),
        );
    }
    module
        .function(
            "phase(z, /)",
            closure!(|cx, z: Number| {
                let phase = function::phase(z);
                // The C library's atan2 reports what underflows to zero.
                if phase == 0.0 && z.0.is_finite() && z.1 != 0.0 {
                    return Err(raise(cx, Fault::Range));
                }
                Ok(cx.float(phase))
            }),
        )
        .function(
            "polar(z, /)",
            closure!(|cx, z: Number| match abs(z) {
                Ok(length) => (length, function::phase(z)).into_value(cx),
                Err(fault) => Err(raise(cx, fault)),
            }),
        )
        .function(
            "rect(r, phi, /)",
            closure!(|cx, r: Real, phi: Real| complex(cx, rect(r, phi))),
        )
        .function(
            "log(z, base=None, /)",
            closure!(|cx, z: Number, base: Option<Number>| {
                let Some(base) = base else {
                    return complex(cx, log(z));
                };
                // Of the two logarithms only the second one's error is seen.
                let above = log(z).unwrap_or((f64::NEG_INFINITY, 0.0));
                complex(cx, log(base).and_then(|below| divide(above, below)))
            }),
        )
        .function(
            "isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)",
            closure!(
                |cx, a: Number, b: Number, relative: Real, absolute: Real| is_close(
                    cx, a, b, relative, absolute
                )
            ),
        )
}

/// The name and the test.
type Test = (&'static str, fn(Complex) -> bool);

const TESTS: &[Test] = &[
    ("isfinite", |z| z.0.is_finite() && z.1.is_finite()),
    ("isinf", |z| z.0.is_infinite() || z.1.is_infinite()),
    ("isnan", |z| z.0.is_nan() || z.1.is_nan()),
];

/// A complex number, or what converts to one.
struct Number;

impl FromArg for Number {
    type Out<'f> = Complex;

    #[inline]
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<Complex, Mismatch<'f>> {
        number(cx, value).map_err(Mismatch::Raised)
    }
}

fn number<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Complex> {
    if let Some(parts) = cx.as_complex(value) {
        return Ok(parts);
    }
    if let Some(float) = cx.as_float(value) {
        return Ok((float, 0.0));
    }
    if let Some(made) = cx.call_on_type(value, "__complex__", &[])? {
        return match cx.as_complex(made) {
            Some(parts) => Ok(parts),
            None => {
                let found = cx.type_name(made);
                Err(cx.type_error(format_args!(
                    "__complex__ returned non-complex (type {found})"
                )))
            }
        };
    }
    Ok((real(cx, value)?, 0.0))
}

fn complex<'f>(cx: &mut Context<'f>, outcome: Outcome) -> Res<'f> {
    match outcome {
        Ok((real, imaginary)) => cx.complex(real, imaginary),
        Err(fault) => Err(raise(cx, fault)),
    }
}

#[cold]
fn raise<'f>(cx: &mut Context<'f>, fault: Fault) -> Error<'f> {
    match fault {
        Fault::Domain => cx.value_error(format_args!("math domain error")),
        Fault::Range => cx.raise_kind(Exception::OverflowError, format_args!("math range error")),
    }
}

fn is_close<'f>(
    cx: &mut Context<'f>,
    a: Complex,
    b: Complex,
    relative: f64,
    absolute: f64,
) -> Res<'f> {
    if relative < 0.0 || absolute < 0.0 {
        return Err(cx.value_error(format_args!("tolerances must be non-negative")));
    }
    if a == b {
        return Ok(Local::TRUE);
    }
    if [a.0, a.1, b.0, b.1].iter().any(|part| part.is_infinite()) {
        return Ok(Local::FALSE);
    }
    let size = |z: Complex| abs(z).unwrap_or(f64::INFINITY);
    let difference = size((a.0 - b.0, a.1 - b.1));
    Ok(Local::bool(
        difference <= relative * size(b)
            || difference <= relative * size(a)
            || difference <= absolute,
    ))
}
