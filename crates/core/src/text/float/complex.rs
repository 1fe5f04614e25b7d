//! Complex arithmetic, text and parsing: the algorithms of CPython's `complexobject.c`.
//!
//! Called by `complex` and its operators. What may fail says why; words are the caller's.

#![forbid(unsafe_code)]

use super::{FloatText, Notation, Style};
use crate::text::{Full, Sink, unicode, wtf8};
use alloc::vec::Vec;

/// A number: real and imaginary part.
pub type Complex = (f64, f64);

/// Why an operation has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComplexError {
    /// Division by zero, or zero to a power that has no value.
    Zero,
    /// The result is not finite.
    Range,
}

/// `a * b`.
pub fn product(a: Complex, b: Complex) -> Complex {
    (a.0 * b.0 - a.1 * b.1, a.0 * b.1 + a.1 * b.0)
}

/// `a / b`, by Smith's algorithm.
pub fn quotient(a: Complex, b: Complex) -> Result<Complex, ComplexError> {
    let (real, imaginary) = (libm::fabs(b.0), libm::fabs(b.1));
    if real >= imaginary {
        if real == 0.0 {
            return Err(ComplexError::Zero);
        }
        let ratio = b.1 / b.0;
        let divisor = b.0 + b.1 * ratio;
        Ok(((a.0 + a.1 * ratio) / divisor, (a.1 - a.0 * ratio) / divisor))
    } else if imaginary >= real {
        let ratio = b.0 / b.1;
        let divisor = b.0 * ratio + b.1;
        Ok(((a.0 * ratio + a.1) / divisor, (a.1 * ratio - a.0) / divisor))
    } else {
        // A part of the divisor is not a number.
        Ok((f64::NAN, f64::NAN))
    }
}

/// `a ** b`.
pub fn power(a: Complex, b: Complex) -> Result<Complex, ComplexError> {
    let result = if b.1 == 0.0 && b.0 == libm::floor(b.0) && libm::fabs(b.0) <= 100.0 {
        let exponent = b.0 as i32;
        let whole = whole_power(a, exponent.unsigned_abs());
        if exponent > 0 {
            whole
        } else {
            quotient((1.0, 0.0), whole)?
        }
    } else {
        any_power(a, b)?
    };
    if result.0.is_infinite() || result.1.is_infinite() {
        Err(ComplexError::Range)
    } else {
        Ok(result)
    }
}

fn whole_power(a: Complex, exponent: u32) -> Complex {
    let (mut result, mut square) = ((1.0, 0.0), a);
    let mut rest = exponent;
    while rest > 0 {
        if rest & 1 != 0 {
            result = product(result, square);
        }
        rest >>= 1;
        square = product(square, square);
    }
    result
}

fn any_power(a: Complex, b: Complex) -> Result<Complex, ComplexError> {
    if b == (0.0, 0.0) {
        return Ok((1.0, 0.0));
    }
    if a == (0.0, 0.0) {
        if b.1 != 0.0 || b.0 < 0.0 {
            return Err(ComplexError::Zero);
        }
        return Ok((0.0, 0.0));
    }
    let size = platform::hypot(a.0, a.1);
    let mut length = platform::pow(size, b.0);
    let angle = platform::atan2(a.1, a.0);
    let mut phase = angle * b.0;
    if b.1 != 0.0 {
        length /= platform::exp(angle * b.1);
        phase += b.1 * platform::log(size);
    }
    Ok((length * platform::cos(phase), length * platform::sin(phase)))
}

/// `abs(a)`.
pub fn absolute(a: Complex) -> Result<f64, ComplexError> {
    if a.0.is_infinite() || a.1.is_infinite() {
        return Ok(f64::INFINITY);
    }
    if a.0.is_nan() || a.1.is_nan() {
        return Ok(f64::NAN);
    }
    let size = platform::hypot(a.0, a.1);
    if size.is_finite() {
        Ok(size)
    } else {
        Err(ComplexError::Range)
    }
}

/// Writes `repr`.
pub fn write_repr(real: f64, imaginary: f64, out: &mut dyn Sink) -> Result<(), Full> {
    let style = Style {
        notation: Notation::Repr,
        precision: 0,
        upper: false,
        alternate: false,
        add_dot_zero: false,
        no_negative_zero: false,
        percent: false,
    };
    if real == 0.0 && real.is_sign_positive() {
        FloatText::new(imaginary, &style).write(out)?;
        return out.write_byte(b'j');
    }
    out.write_byte(b'(')?;
    FloatText::new(real, &style).write(out)?;
    if imaginary.is_nan() || imaginary.is_sign_positive() {
        out.write_byte(b'+')?;
    }
    FloatText::new(imaginary, &style).write(out)?;
    out.write(b"j)")
}

/// Why a text is no complex number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    /// It is malformed.
    Malformed,
    /// An underscore stands in the wrong place.
    Underscore,
    /// There is no memory for a copy.
    Full,
}

/// Reads the text of a complex number, in generalized UTF-8.
pub fn parse(text: &[u8]) -> Result<Complex, ParseError> {
    let mut ascii = Vec::new();
    ascii
        .try_reserve_exact(text.len())
        .map_err(|_| ParseError::Full)?;
    for code in wtf8::CodePoints::new(text) {
        ascii.push(match code {
            0..128 => code as u8,
            _ if unicode::is_space(code) => b' ',
            _ => unicode::decimal_value(code).map_or(b'?', |digit| b'0' + digit),
        });
    }
    let trimmed = ascii.trim_ascii_start();
    if !trimmed.contains(&b'_') {
        return parse_ascii(&ascii);
    }
    // An underscore must stand between digits.
    let mut plain = Vec::new();
    plain
        .try_reserve_exact(ascii.len())
        .map_err(|_| ParseError::Full)?;
    let mut last = 0_u8;
    for &byte in &ascii {
        let misplaced = if byte == b'_' {
            !last.is_ascii_digit()
        } else {
            plain.push(byte);
            last == b'_' && !byte.is_ascii_digit()
        };
        if misplaced {
            return Err(ParseError::Underscore);
        }
        last = byte;
    }
    if last == b'_' {
        return Err(ParseError::Underscore);
    }
    parse_ascii(&plain)
}

fn is_space(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r' | 0x1C..=0x1F)
}

fn skip_space(text: &[u8]) -> &[u8] {
    let blanks = text.iter().take_while(|byte| is_space(byte)).count();
    text.get(blanks..).unwrap_or_default()
}

fn behind(text: &[u8], count: usize) -> &[u8] {
    text.get(count..).unwrap_or_default()
}

fn parse_ascii(text: &[u8]) -> Result<Complex, ParseError> {
    let mut rest = skip_space(text);
    let bracket = rest.first() == Some(&b'(');
    if bracket {
        rest = skip_space(behind(rest, 1));
    }
    let sign = |text: &[u8]| match text.first() {
        Some(b'+') => Some(1.0),
        Some(b'-') => Some(-1.0),
        _ => None,
    };
    let unit = |text: &[u8]| matches!(text.first(), Some(b'j' | b'J'));
    let (mut x, mut y) = (0.0, 0.0);
    if let Some((first, length)) = leading_float(rest) {
        rest = behind(rest, length);
        if let Some(one) = sign(rest) {
            x = first;
            match leading_float(rest) {
                Some((second, length)) => {
                    y = second;
                    rest = behind(rest, length);
                }
                None => {
                    y = one;
                    rest = behind(rest, 1);
                }
            }
            if !unit(rest) {
                return Err(ParseError::Malformed);
            }
            rest = behind(rest, 1);
        } else if unit(rest) {
            y = first;
            rest = behind(rest, 1);
        } else {
            x = first;
        }
    } else {
        y = match sign(rest) {
            Some(one) => {
                rest = behind(rest, 1);
                one
            }
            None => 1.0,
        };
        if !unit(rest) {
            return Err(ParseError::Malformed);
        }
        rest = behind(rest, 1);
    }
    rest = skip_space(rest);
    if bracket {
        match rest.first() {
            Some(b')') => rest = skip_space(behind(rest, 1)),
            _ => return Err(ParseError::Malformed),
        }
    }
    if rest.is_empty() {
        Ok((x, y))
    } else {
        Err(ParseError::Malformed)
    }
}

/// The float that a text begins with, and its length.
fn leading_float(text: &[u8]) -> Option<(f64, usize)> {
    let mut at = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    let digits = |from: usize| {
        let rest = text.get(from..).unwrap_or_default();
        rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    };
    let word = |word: &[u8]| {
        text.get(at..at + word.len())
            .is_some_and(|part| part.eq_ignore_ascii_case(word))
    };
    if word(b"infinity") {
        at += 8;
    } else if word(b"inf") || word(b"nan") {
        at += 3;
    } else {
        let whole = digits(at);
        at += whole;
        let mut fraction = 0;
        if text.get(at) == Some(&b'.') {
            fraction = digits(at + 1);
            if whole + fraction > 0 {
                at += 1 + fraction;
            }
        }
        if whole + fraction == 0 {
            return None;
        }
        if matches!(text.get(at), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(text.get(at + 1), Some(b'+' | b'-')));
            let exponent = digits(at + 1 + sign);
            if exponent > 0 {
                at += 1 + sign + exponent;
            }
        }
    }
    let value = super::parse::parse(text.get(..at)?, wtf8::split::Space::Bytes)?;
    Some((value, at))
}

#[cfg(feature = "std")]
mod platform {
    pub(super) fn hypot(x: f64, y: f64) -> f64 {
        x.hypot(y)
    }
    pub(super) fn pow(x: f64, y: f64) -> f64 {
        x.powf(y)
    }
    pub(super) fn atan2(y: f64, x: f64) -> f64 {
        y.atan2(x)
    }
    pub(super) fn exp(x: f64) -> f64 {
        x.exp()
    }
    pub(super) fn log(x: f64) -> f64 {
        x.ln()
    }
    pub(super) fn cos(x: f64) -> f64 {
        x.cos()
    }
    pub(super) fn sin(x: f64) -> f64 {
        x.sin()
    }
}

#[cfg(not(feature = "std"))]
mod platform {
    pub(super) use libm::{atan2, cos, exp, hypot, log, pow, sin};
}
