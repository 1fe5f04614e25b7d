//! Float arithmetic with Python's rules: `//`, `%`, `divmod`, `**`, and the parts of a float.
//!
//! Called by the operators of float, and of int where it becomes float.

#![forbid(unsafe_code)]

/// Why an operation has no result; the operators word it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArithError {
    /// ZeroDivisionError of `/`.
    DivisionByZero,
    /// ZeroDivisionError of `//`.
    FloorDivisionByZero,
    /// ZeroDivisionError of `%`.
    ModuloByZero,
    /// ZeroDivisionError of `divmod`.
    DivmodByZero,
    /// ZeroDivisionError of `0.0 ** -1.0`.
    ZeroToNegativePower,
    /// OverflowError of `**`; its arguments are 34 and the message.
    PowOverflow,
    /// No error for the script: the power is a complex number.
    ComplexPower,
}

impl ArithError {
    /// CPython's message; empty for `ComplexPower`.
    pub fn message(self) -> &'static str {
        match self {
            ArithError::DivisionByZero => "float division by zero",
            ArithError::FloorDivisionByZero => "float floor division by zero",
            ArithError::ModuloByZero => "float modulo",
            ArithError::DivmodByZero => "float divmod()",
            ArithError::ZeroToNegativePower => "0.0 cannot be raised to a negative power",
            ArithError::PowOverflow => "Numerical result out of range",
            ArithError::ComplexPower => "",
        }
    }
}

/// `left / right`.
#[inline]
pub fn float_div(left: f64, right: f64) -> Result<f64, ArithError> {
    if right == 0.0 {
        Err(ArithError::DivisionByZero)
    } else {
        Ok(left / right)
    }
}

/// `left // right`.
pub fn float_floordiv(left: f64, right: f64) -> Result<f64, ArithError> {
    if right == 0.0 {
        return Err(ArithError::FloorDivisionByZero);
    }
    Ok(div_mod(left, right).0)
}

/// `left % right`: has the sign of `right`.
pub fn float_mod(left: f64, right: f64) -> Result<f64, ArithError> {
    if right == 0.0 {
        return Err(ArithError::ModuloByZero);
    }
    Ok(modulo(left, right))
}

/// `divmod(left, right)`.
pub fn float_divmod(left: f64, right: f64) -> Result<(f64, f64), ArithError> {
    if right == 0.0 {
        return Err(ArithError::DivmodByZero);
    }
    Ok(div_mod(left, right))
}

/// `base ** exponent`. The last digit is the platform's C library's with the feature `std`, as in
/// CPython, and libm's without.
pub fn float_pow(base: f64, exponent: f64) -> Result<f64, ArithError> {
    // The special cases are spelled out, in CPython's order, so that no C library decides them.
    if exponent == 0.0 || base == 1.0 {
        return Ok(1.0);
    }
    if base.is_nan() || exponent.is_nan() {
        return Ok(base + exponent);
    }
    if exponent.is_infinite() {
        let base = base.abs();
        return Ok(if base == 1.0 {
            1.0
        } else if (exponent > 0.0) == (base > 1.0) {
            f64::INFINITY
        } else {
            0.0
        });
    }
    let odd = is_odd_integer(exponent);
    if base.is_infinite() {
        let magnitude = if exponent > 0.0 { f64::INFINITY } else { 0.0 };
        return Ok(if odd {
            magnitude.copysign(base)
        } else {
            magnitude
        });
    }
    if base == 0.0 {
        if exponent < 0.0 {
            return Err(ArithError::ZeroToNegativePower);
        }
        return Ok(if odd { base } else { 0.0 });
    }
    if base < 0.0 && libm::floor(exponent) != exponent {
        return Err(ArithError::ComplexPower);
    }
    let magnitude = platform::pow(base.abs(), exponent);
    if magnitude.is_infinite() {
        return Err(ArithError::PowOverflow);
    }
    Ok(if base < 0.0 && odd {
        -magnitude
    } else {
        magnitude
    })
}

/// A finite float as `mantissa * 2**exponent`, the mantissa odd (or zero, with exponent 0): the
/// ground of `as_integer_ratio`, of `int(x)` and of exact comparisons. None for inf and nan.
pub fn decompose(value: f64) -> Option<(i64, i32)> {
    if !value.is_finite() {
        return None;
    }
    let bits = value.to_bits();
    let biased = (bits >> 52 & 0x7ff) as i32;
    let fraction = (bits & ((1 << 52) - 1)) as i64;
    let (mantissa, exponent) = if biased == 0 {
        (fraction, -1074)
    } else {
        (fraction | 1 << 52, biased - 1075)
    };
    if mantissa == 0 {
        return Some((0, 0));
    }
    let zeros = mantissa.trailing_zeros();
    let mantissa = mantissa >> zeros;
    Some((
        if value < 0.0 { -mantissa } else { mantissa },
        exponent + zeros as i32,
    ))
}

/// `int(value)` when it fits; none for inf, nan and big values.
pub fn to_i64(value: f64) -> Option<i64> {
    // Both bounds are floats; the upper one is just beyond.
    (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0)
        .contains(&value)
        .then_some(value as i64)
}

/// `value.is_integer()`.
pub fn is_integer(value: f64) -> bool {
    value.is_finite() && libm::trunc(value) == value
}

fn is_odd_integer(value: f64) -> bool {
    (value % 2.0).abs() == 1.0
}

/// `right` is not zero.
fn modulo(left: f64, right: f64) -> f64 {
    let modulo = left % right;
    if modulo == 0.0 {
        0.0f64.copysign(right)
    } else if (right < 0.0) != (modulo < 0.0) {
        modulo + right
    } else {
        modulo
    }
}

/// `right` is not zero.
fn div_mod(left: f64, right: f64) -> (f64, f64) {
    let mut modulo = left % right;
    let mut quotient = (left - modulo) / right;
    if modulo == 0.0 {
        modulo = 0.0f64.copysign(right);
    } else if (right < 0.0) != (modulo < 0.0) {
        modulo += right;
        quotient -= 1.0;
    }
    if quotient == 0.0 {
        return (0.0f64.copysign(left / right), modulo);
    }
    let mut floor = libm::floor(quotient);
    if quotient - floor > 0.5 {
        floor += 1.0;
    }
    (floor, modulo)
}

#[cfg(feature = "std")]
mod platform {
    pub(super) fn pow(base: f64, exponent: f64) -> f64 {
        base.powf(exponent)
    }
}

#[cfg(not(feature = "std"))]
mod platform {
    pub(super) use libm::pow;
}
