//! `math`: CPython 3.11's functions, constants and errors.
//!
//! Elementary functions come from the C library where there is one (as CPython's
//! do) and from `libm` otherwise; see `elementary`.

pub(crate) mod elementary;
mod float;
mod gamma;
mod int;
mod log;
mod sum;

use crate::settings::Settings;
use miniscript_ext::{Context, Error, Exception, FromArg, Local, Mismatch, Module, Res, closure};

pub(crate) fn module(_: &Settings) -> Module {
    let module = Module::new("math")
        .doc(
            "This module provides access to the mathematical functions\ndefined by the C standard.",
        )
        .constant("pi", core::f64::consts::PI)
        .constant("e", core::f64::consts::E)
        .constant("tau", core::f64::consts::TAU)
        .constant("inf", f64::INFINITY)
        .constant("nan", f64::NAN);
    let module = float::add(module);
    let module = int::add(module);
    let module = sum::add(module);
    log::add(module)
}

/// A real number, with CPython's words where it is none.
pub(crate) struct Real;

impl FromArg for Real {
    type Out<'f> = f64;

    #[inline]
    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<f64, Mismatch<'f>> {
        match cx.as_float(value) {
            Some(float) => Ok(float),
            None => real(cx, value).map_err(Mismatch::Raised),
        }
    }
}

/// The value as a float.
pub(crate) fn real<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, f64> {
    match cx.to_float(value)? {
        Some(float) => Ok(float),
        None => {
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!("must be real number, not {found}")))
        }
    }
}

/// The value as an int of any size.
fn integer<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    match cx.to_index(value)? {
        Some(int) => Ok(int),
        None => {
            let found = cx.type_name(value);
            Err(cx.type_error(format_args!(
                "'{found}' object cannot be interpreted as an integer"
            )))
        }
    }
}

#[cold]
fn domain_error<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.value_error(format_args!("math domain error"))
}

#[cold]
fn range_error<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(Exception::OverflowError, format_args!("math range error"))
}

/// Registers a function of one float. Where a number becomes no number the
/// argument was outside of the domain; where a finite one becomes infinite the
/// result is too large (`overflows`), or the argument is a pole.
fn unary(module: Module, name: &str, overflows: bool, function: fn(f64) -> f64) -> Module {
    module.function(
        name,
        closure!(move |cx, x: Real| {
            let result = function(x);
            checked(cx, x, result, overflows)
        }),
    )
}

#[inline]
fn checked<'f>(cx: &mut Context<'f>, x: f64, result: f64, overflows: bool) -> Res<'f> {
    if result.is_finite() || x.is_nan() || (result.is_infinite() && x.is_infinite()) {
        return Ok(cx.float(result));
    }
    if result.is_infinite() && overflows {
        Err(range_error(cx))
    } else {
        Err(domain_error(cx))
    }
}

/// Registers a function of two floats.
fn binary(module: Module, name: &str, function: fn(f64, f64) -> f64) -> Module {
    module.function(
        name,
        closure!(move |cx, x: Real, y: Real| {
            let result = function(x, y);
            if result.is_nan() && !x.is_nan() && !y.is_nan() {
                return Err(domain_error(cx));
            }
            if result.is_infinite() && x.is_finite() && y.is_finite() {
                return Err(range_error(cx));
            }
            Ok(cx.float(result))
        }),
    )
}
