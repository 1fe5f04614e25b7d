//! Logarithms: of floats, and of ints of any size.

use super::{domain_error, elementary as e, real};
use miniscript_core::num_bigint::{BigInt, Sign};
use miniscript_ext::{Args, Context, Exception, Local, Module, Res, untyped};
use num_traits::ToPrimitive;

pub(super) fn add(module: Module) -> Module {
    module
        .function("log(*args)", untyped(log))
        .function("log2", log2)
        .function("log10", log10)
}

fn log<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !(1..=2).contains(&args.len()) {
        return Err(cx.type_error(format_args!("math.log requires 1 to 2 arguments")));
    }
    let above = logarithm(cx, args.at(0), e::log)?;
    let Some(base) = args.get(cx, 1) else {
        return Ok(cx.float(above));
    };
    let below = logarithm(cx, base, e::log)?;
    if below == 0.0 {
        return Err(cx.raise_kind(
            Exception::ZeroDivisionError,
            format_args!("float division by zero"),
        ));
    }
    Ok(cx.float(above / below))
}

fn log2<'f>(cx: &mut Context<'f>, x: Local<'f>) -> Res<'f> {
    let result = logarithm(cx, x, e::log2)?;
    Ok(cx.float(result))
}

fn log10<'f>(cx: &mut Context<'f>, x: Local<'f>) -> Res<'f> {
    let result = logarithm(cx, x, e::log10)?;
    Ok(cx.float(result))
}

fn logarithm<'f>(cx: &mut Context<'f>, x: Local<'f>, log: fn(f64) -> f64) -> Res<'f, f64> {
    if cx.is_int(x) && cx.as_int(x).is_none() {
        let Some(big) = cx.as_big(x) else {
            return Err(domain_error(cx));
        };
        return match big.sign() {
            Sign::Plus => Ok(of_big(&big, log)),
            _ => Err(domain_error(cx)),
        };
    }
    let x = real(cx, x)?;
    if x.is_nan() || x == f64::INFINITY {
        return Ok(x);
    }
    if x > 0.0 {
        Ok(log(x))
    } else {
        Err(domain_error(cx))
    }
}

/// Beyond the floats' range: the logarithm of a fraction, plus the exponent's.
fn of_big(big: &BigInt, log: fn(f64) -> f64) -> f64 {
    match big.to_f64() {
        Some(float) if float.is_finite() => log(float),
        _ => {
            let bits = big.bits();
            let shift = bits.saturating_sub(128);
            // 128 leading bits, the last one standing for all that was cut off.
            let mut head = big >> shift;
            if (&head << shift) != *big {
                head.set_bit(0, true);
            }
            let head = head.to_f64().unwrap_or(f64::MAX);
            let (fraction, exponent) = libm::frexp(head);
            log(fraction) + log(2.0) * (exponent as f64 + shift as f64)
        }
    }
}
