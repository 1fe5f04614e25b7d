//! Arithmetic of ints (any size) and floats, with Python's rules.
//!
//! `arith` calls this first for every operator; the methods of int and float share
//! it. Big operations are sized up before the crate that does them is called: the
//! crate allocates without asking, so what the memory limit cannot hold is refused
//! here, and its work is charged in advance.

use super::BinOp;
use crate::builtins::types::complex;
use crate::object::{ClassId, IntValue, Kind};
use crate::text::float::arith;
use crate::vm::context::{Context, Error, Local, Res};
use alloc::vec::Vec;
use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_traits::{Pow, Signed, ToPrimitive, Zero};

/// A number that is not a small matter of words.
pub(crate) enum Num {
    Int(IntValue),
    Float(f64),
}

/// The number a value is, `None` for all but ints, bools and floats.
#[inline]
pub(crate) fn number<'f>(cx: &Context<'f>, local: Local<'f>) -> Option<Num> {
    match cx.as_float(local) {
        Some(float) => Some(Num::Float(float)),
        None => cx.int_value(local).map(Num::Int),
    }
}

/// `a op b` of two numbers; `None` where one is no number or has no such operator.
#[inline]
pub(crate) fn number_binary<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    a: Local<'f>,
    b: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    if let (Some(x), Some(y)) = (cx.as_int(a), cx.as_int(b)) {
        let bools =
            matches!(op, BinOp::And | BinOp::Or | BinOp::Xor) && is_bool(cx, a) && is_bool(cx, b);
        return words(cx, op, x, y, bools);
    }
    let (x, y) = match (cx.as_float(a), cx.as_float(b)) {
        (Some(x), Some(y)) => (x, y),
        (Some(x), None) => match cx.int_value(b) {
            Some(y) => (x, int_to_float(cx, &y)?),
            None => return Ok(None),
        },
        (None, Some(y)) => match cx.int_value(a) {
            Some(x) => (int_to_float(cx, &x)?, y),
            None => return Ok(None),
        },
        (None, None) => {
            if let (Some(x), Some(y)) = (cx.wide(a), cx.wide(b))
                && let Some(result) = x.binary(op, y)
            {
                return cx.wide_int(result).map(Some);
            }
            let (Some(x), Some(y)) = (cx.int_value(a), cx.int_value(b)) else {
                return Ok(None);
            };
            return bigs(cx, op, x.into_big(), y.into_big());
        }
    };
    floats(cx, op, x, y)
}

/// Whether the value is True or False.
pub(crate) fn is_bool<'f>(cx: &Context<'f>, a: Local<'f>) -> bool {
    cx.same(a, Local::TRUE) || cx.same(a, Local::FALSE)
}

#[inline]
fn words<'f>(
    cx: &mut Context<'f>,
    op: BinOp,
    x: i64,
    y: i64,
    bools: bool,
) -> Res<'f, Option<Local<'f>>> {
    let result = match op {
        BinOp::Add => x.checked_add(y),
        BinOp::Sub => x.checked_sub(y),
        BinOp::Mul => x.checked_mul(y),
        BinOp::And if bools => return Ok(Some(Local::bool(x & y != 0))),
        BinOp::Or if bools => return Ok(Some(Local::bool(x | y != 0))),
        BinOp::Xor if bools => return Ok(Some(Local::bool(x ^ y != 0))),
        BinOp::And => Some(x & y),
        BinOp::Or => Some(x | y),
        BinOp::Xor => Some(x ^ y),
        BinOp::FloorDiv | BinOp::Mod if y == 0 => return Err(zero_division(cx, op)),
        // The quotient of the smallest int and -1 does not fit.
        BinOp::FloorDiv => x.checked_div(y).map(|_| Integer::div_floor(&x, &y)),
        BinOp::Mod => Some(if y == -1 {
            0
        } else {
            Integer::mod_floor(&x, &y)
        }),
        BinOp::TrueDiv => return true_div_words(cx, x, y).map(Some),
        BinOp::Pow if y < 0 => return floats(cx, op, x as f64, y as f64),
        BinOp::Pow => u32::try_from(y).ok().and_then(|y| x.checked_pow(y)),
        BinOp::LShift | BinOp::RShift if y < 0 => {
            return Err(cx.value_error(format_args!("negative shift count")));
        }
        BinOp::LShift => {
            let shifted = if y < 64 { x << y } else { 0 };
            if x == 0 || (y < 64 && shifted >> y == x) {
                Some(shifted)
            } else {
                None
            }
        }
        BinOp::RShift => Some(x >> y.min(63)),
        BinOp::MatMul => return Ok(None),
    };
    match result {
        Some(result) => cx.int(result).map(Some),
        None => bigs(cx, op, BigInt::from(x), BigInt::from(y)),
    }
}

#[inline]
fn floats<'f>(cx: &mut Context<'f>, op: BinOp, x: f64, y: f64) -> Res<'f, Option<Local<'f>>> {
    let result = match op {
        BinOp::Add => Ok(x + y),
        BinOp::Sub => Ok(x - y),
        BinOp::Mul => Ok(x * y),
        BinOp::TrueDiv => arith::float_div(x, y),
        BinOp::FloorDiv => arith::float_floordiv(x, y),
        BinOp::Mod => arith::float_mod(x, y),
        BinOp::Pow => arith::float_pow(x, y),
        _ => return Ok(None),
    };
    match result {
        Ok(result) => Ok(Some(cx.float(result))),
        Err(arith::ArithError::ComplexPower) => complex::power(cx, (x, 0.0), (y, 0.0)).map(Some),
        Err(error) => Err(float_error(cx, error)),
    }
}

/// The exception of a float operation.
#[cold]
pub(crate) fn float_error<'f>(cx: &mut Context<'f>, error: arith::ArithError) -> Error<'f> {
    match error {
        arith::ArithError::PowOverflow => {
            let message = match cx
                .int(34)
                .and_then(|code| Ok((code, cx.str(error.message())?)))
            {
                Ok((code, text)) => [code, text],
                Err(error) => return error,
            };
            cx.raise_with(ClassId::OverflowError, &message)
        }
        _ => cx.raise(
            ClassId::ZeroDivisionError,
            format_args!("{}", error.message()),
        ),
    }
}

#[cold]
fn zero_division<'f>(cx: &mut Context<'f>, op: BinOp) -> Error<'f> {
    let message = match op {
        BinOp::Mod => "integer modulo by zero",
        BinOp::TrueDiv => "division by zero",
        _ => "integer division or modulo by zero",
    };
    cx.raise(ClassId::ZeroDivisionError, format_args!("{message}"))
}

fn bigs<'f>(cx: &mut Context<'f>, op: BinOp, x: BigInt, y: BigInt) -> Res<'f, Option<Local<'f>>> {
    let (n, m) = (x.bits(), y.bits());
    let result = match op {
        BinOp::Add => {
            reserve(cx, n.max(m) + 1, n.max(m) / 1024)?;
            x + y
        }
        BinOp::Sub => {
            reserve(cx, n.max(m) + 1, n.max(m) / 1024)?;
            x - y
        }
        BinOp::Mul => {
            reserve(cx, n + m, mul_cost(n, m))?;
            x * y
        }
        BinOp::And | BinOp::Or | BinOp::Xor => {
            reserve(cx, n.max(m) + 1, n.max(m) / 1024)?;
            match op {
                BinOp::And => x & y,
                BinOp::Or => x | y,
                _ => x ^ y,
            }
        }
        BinOp::FloorDiv | BinOp::Mod if y.is_zero() => return Err(zero_division(cx, op)),
        BinOp::FloorDiv | BinOp::Mod => {
            reserve(cx, n, div_cost(n, m))?;
            if op == BinOp::Mod {
                x.mod_floor(&y)
            } else {
                x.div_floor(&y)
            }
        }
        BinOp::TrueDiv => {
            if y.is_zero() {
                return Err(zero_division(cx, op));
            }
            reserve(cx, n.max(m) + 128, div_cost(n, m))?;
            return true_div(cx, &x, &y).map(Some);
        }
        BinOp::Pow if y.is_negative() => {
            let (x, y) = (
                int_to_float(cx, &IntValue::Big(x))?,
                int_to_float(cx, &IntValue::Big(y))?,
            );
            return floats(cx, op, x, y);
        }
        BinOp::Pow => power(cx, x, y)?,
        BinOp::LShift | BinOp::RShift if y.is_negative() => {
            return Err(cx.value_error(format_args!("negative shift count")));
        }
        BinOp::LShift if x.is_zero() => x,
        BinOp::LShift => {
            let Some(shift) = y.to_u64() else {
                // CPython counts digits of 30 bits in a signed 64-bit word.
                if y.bits() < 68 {
                    return Err(cx.memory_error());
                }
                return Err(cx.raise(
                    ClassId::OverflowError,
                    format_args!("too many digits in integer"),
                ));
            };
            reserve(cx, n.saturating_add(shift), n.saturating_add(shift) / 1024)?;
            x << shift
        }
        BinOp::RShift => match y.to_u64().filter(|&shift| shift < n) {
            Some(shift) => {
                reserve(cx, n, n / 1024)?;
                x >> shift
            }
            None => BigInt::from(if x.is_negative() { -1 } else { 0 }),
        },
        BinOp::MatMul => return Ok(None),
    };
    cx.big(&result).map(Some)
}

/// `x ** y`, `y` not negative.
fn power<'f>(cx: &mut Context<'f>, x: BigInt, y: BigInt) -> Res<'f, BigInt> {
    let bits = x.bits();
    if bits <= 1 {
        // 0, 1 and -1.
        let odd = y.is_odd();
        return Ok(match x.sign() {
            Sign::NoSign if !y.is_zero() => x,
            Sign::Minus if odd => x,
            _ => BigInt::from(1),
        });
    }
    let Some(exponent) = y.to_u64() else {
        return Err(cx.memory_error());
    };
    let size = match x.to_i64() {
        Some(word) => (libm::log2(word.unsigned_abs() as f64) * exponent as f64) as u64,
        None => bits.saturating_mul(exponent),
    };
    if let Some(zeros) = x.trailing_zeros()
        && zeros + 1 == bits
        && x.is_positive()
    {
        // A power of two.
        reserve(cx, size.saturating_add(64), size / 1024)?;
        return Ok(BigInt::from(1) << zeros.saturating_mul(exponent));
    }
    reserve(
        cx,
        size.saturating_add(64).saturating_mul(2),
        mul_cost(size / 2, size / 2).saturating_mul(2),
    )?;
    Ok(Pow::pow(x, exponent))
}

/// `pow(base, exponent, modulus)` of ints.
pub(crate) fn power_mod<'f>(
    cx: &mut Context<'f>,
    base: BigInt,
    exponent: BigInt,
    modulus: BigInt,
) -> Res<'f> {
    if modulus.is_zero() {
        return Err(cx.value_error(format_args!("pow() 3rd argument cannot be 0")));
    }
    let bits = modulus.bits();
    if bits == 1 {
        return cx.int(0);
    }
    let steps = exponent
        .bits()
        .saturating_mul(mul_cost(bits, bits).saturating_mul(3))
        .saturating_add(div_cost(base.bits(), bits));
    reserve(cx, bits.saturating_mul(4), steps)?;
    let (base, exponent) = if exponent.is_negative() {
        match base.mod_floor(&modulus.abs()).modinv(&modulus.abs()) {
            Some(inverse) => (inverse, -exponent),
            None => {
                return Err(
                    cx.value_error(format_args!("base is not invertible for the given modulus"))
                );
            }
        }
    } else {
        (base, exponent)
    };
    let result = base.modpow(&exponent, &modulus);
    cx.big(&result)
}

/// Quotient and remainder; `None` where one is no number.
pub(crate) fn divmod<'f>(
    cx: &mut Context<'f>,
    a: Local<'f>,
    b: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    let (quotient, remainder) = match (number(cx, a), number(cx, b)) {
        (Some(Num::Int(_)), Some(Num::Int(_))) => {
            let Some(quotient) = number_binary(cx, BinOp::FloorDiv, a, b)? else {
                return Ok(None);
            };
            let Some(remainder) = number_binary(cx, BinOp::Mod, a, b)? else {
                return Ok(None);
            };
            (quotient, remainder)
        }
        (Some(x), Some(y)) => {
            let x = num_to_float(cx, x)?;
            let y = num_to_float(cx, y)?;
            match arith::float_divmod(x, y) {
                Ok((quotient, remainder)) => (cx.float(quotient), cx.float(remainder)),
                Err(error) => return Err(float_error(cx, error)),
            }
        }
        _ => return Ok(None),
    };
    cx.tuple(&[quotient, remainder]).map(Some)
}

fn num_to_float<'f>(cx: &mut Context<'f>, num: Num) -> Res<'f, f64> {
    match num {
        Num::Float(float) => Ok(float),
        Num::Int(int) => int_to_float(cx, &int),
    }
}

/// The nearest float; OverflowError beyond the largest.
pub(crate) fn int_to_float<'f>(cx: &mut Context<'f>, int: &IntValue) -> Res<'f, f64> {
    let float = match int {
        IntValue::Word(word) => *word as f64,
        IntValue::Big(big) => big.to_f64().unwrap_or(f64::INFINITY),
    };
    if float.is_finite() {
        Ok(float)
    } else {
        Err(cx.raise(
            ClassId::OverflowError,
            format_args!("int too large to convert to float"),
        ))
    }
}

/// `int(float)`: the whole part.
pub(crate) fn float_to_int<'f>(cx: &mut Context<'f>, float: f64) -> Res<'f> {
    if let Some(word) = arith::to_i64(float) {
        return cx.int(word);
    }
    match arith::decompose(float) {
        Some((mantissa, exponent)) => {
            let big = BigInt::from(mantissa) << exponent.max(0) as u32;
            cx.big(&big)
        }
        None if float.is_nan() => {
            Err(cx.value_error(format_args!("cannot convert float NaN to integer")))
        }
        None => Err(cx.raise(
            ClassId::OverflowError,
            format_args!("cannot convert float infinity to integer"),
        )),
    }
}

fn true_div_words<'f>(cx: &mut Context<'f>, x: i64, y: i64) -> Res<'f> {
    const EXACT: u64 = 1 << 53;
    if y == 0 {
        return Err(zero_division(cx, BinOp::TrueDiv));
    }
    if x.unsigned_abs() <= EXACT && y.unsigned_abs() <= EXACT {
        return Ok(cx.float(x as f64 / y as f64));
    }
    true_div(cx, &BigInt::from(x), &BigInt::from(y))
}

/// `x / y` rounded once, as CPython's `long_true_divide`; `y` is not zero.
fn true_div<'f>(cx: &mut Context<'f>, x: &BigInt, y: &BigInt) -> Res<'f> {
    const TOO_LARGE: &str = "integer division result too large for a float";
    let negative = x.is_negative() != y.is_negative();
    let signed = |value: f64| if negative { -value } else { value };
    let (a, b) = (x.magnitude(), y.magnitude());
    if a.is_zero() {
        return Ok(cx.float(signed(0.0)));
    }
    let difference = a.bits() as i64 - b.bits() as i64;
    if difference > 1024 {
        return Err(cx.raise(ClassId::OverflowError, format_args!("{TOO_LARGE}")));
    }
    if difference < -1021 - 53 - 1 {
        return Ok(cx.float(signed(0.0)));
    }
    // The quotient gets 55 or 56 bits, fewer where the result is subnormal.
    let shift = difference.max(-1021) - 53 - 2;
    let (quotient, inexact) = if shift <= 0 {
        let (quotient, remainder) = (a << shift.unsigned_abs()).div_rem(b);
        (quotient, !remainder.is_zero())
    } else {
        let (quotient, remainder) = a.div_rem(&(b << shift.unsigned_abs()));
        (quotient, !remainder.is_zero())
    };
    let mut quotient = quotient.to_u64().unwrap_or(u64::MAX);
    let bits = 64 - i64::from(quotient.leading_zeros());
    let extra = bits.max(-1021 - shift) - 53;
    let mask = 1_u64 << (extra - 1).clamp(0, 62);
    let low = quotient | u64::from(inexact);
    if low & mask != 0 && low & (3 * mask - 1) != 0 {
        quotient = low.saturating_add(mask);
    }
    quotient &= !(2 * mask - 1);
    let result = libm::ldexp(quotient as f64, shift as i32);
    if result.is_infinite() {
        return Err(cx.raise(ClassId::OverflowError, format_args!("{TOO_LARGE}")));
    }
    Ok(cx.float(signed(result)))
}

/// Makes sure that an int of `bits` bits fits what the VM may still use, and
/// charges the work on it.
pub(crate) fn reserve<'f>(cx: &mut Context<'f>, bits: u64, steps: u64) -> Res<'f, ()> {
    let bytes = usize::try_from(bits / 8).unwrap_or(usize::MAX);
    if bytes > 4096 {
        // The crate's memory is not the heap's: ask the allocator, and give back.
        let mut probe: Vec<u8> = Vec::new();
        if bytes > cx.bytes_left() || probe.try_reserve_exact(bytes).is_err() {
            return Err(cx.memory_error());
        }
    }
    cx.charge(usize::try_from(steps).unwrap_or(usize::MAX))
}

/// Units of work of a product: quadratic below 32 digits of 64 bits, then nearly
/// the 1.5th power of the shorter one for each of its lengths in the longer one.
pub(crate) fn mul_cost(n: u64, m: u64) -> u64 {
    let (short, long) = (n.min(m) / 64 + 1, n.max(m) / 64 + 1);
    if short <= 32 {
        return short.saturating_mul(long) / 16;
    }
    let root = libm::sqrt(short as f64) as u64;
    short.saturating_mul(root).saturating_mul(long / short + 1) / 8
}

/// Units of work of a division.
pub(crate) fn div_cost(n: u64, m: u64) -> u64 {
    if n < m {
        return n / 1024;
    }
    ((n - m) / 64 + 1).saturating_mul(m / 64 + 1) / 16
}

/// `-a`, `+a`, `~a` of a number; `None` where it is none or has no such operator.
pub(crate) fn unary<'f>(
    cx: &mut Context<'f>,
    op: super::UnOp,
    a: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    use super::UnOp;
    if let Some(word) = cx.as_int(a) {
        let result = match op {
            UnOp::Neg => word.checked_neg(),
            UnOp::Pos => Some(word),
            UnOp::Invert => Some(!word),
        };
        return match result {
            Some(result) => cx.int(result).map(Some),
            None => cx.big(&-BigInt::from(word)).map(Some),
        };
    }
    if let Some(float) = cx.as_float(a) {
        return Ok(match op {
            UnOp::Neg => Some(cx.float(-float)),
            UnOp::Pos => Some(a),
            UnOp::Invert => None,
        });
    }
    if !cx.is(a, Kind::Big) {
        return Ok(None);
    }
    let Some(IntValue::Big(big)) = cx.int_value(a) else {
        return Ok(None);
    };
    match op {
        UnOp::Neg => cx.big(&-big).map(Some),
        UnOp::Pos => Ok(Some(a)),
        UnOp::Invert => cx.big(&!big).map(Some),
    }
}

/// `abs` of a number.
pub(crate) fn absolute<'f>(cx: &mut Context<'f>, a: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    match number(cx, a) {
        Some(Num::Float(float)) => Ok(Some(cx.float(libm::fabs(float)))),
        Some(Num::Int(IntValue::Word(word))) => match word.checked_abs() {
            Some(word) => cx.int(word).map(Some),
            None => cx.big(&BigInt::from(word).abs()).map(Some),
        },
        Some(Num::Int(IntValue::Big(big))) => cx.big(&big.abs()).map(Some),
        None => Ok(None),
    }
}
