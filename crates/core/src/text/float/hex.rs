//! `float.hex` and `float.fromhex`.

#![forbid(unsafe_code)]

use super::parse::special;
use crate::text::wtf8::split::{Space, trim};
use crate::text::{Full, Sink, int::DecimalBuf};

/// Why `float.fromhex` refuses a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FromHexError {
    /// A ValueError.
    Invalid,
    /// An OverflowError.
    TooLarge,
}

impl FromHexError {
    /// CPython's message.
    pub fn message(self) -> &'static str {
        match self {
            FromHexError::Invalid => "invalid hexadecimal floating-point string",
            FromHexError::TooLarge => "hexadecimal value too large to represent as a float",
        }
    }
}

/// Writes `value.hex()`.
pub fn write_hex(value: f64, out: &mut dyn Sink) -> Result<(), Full> {
    if !value.is_finite() {
        return super::write_repr(value, out);
    }
    if value.is_sign_negative() {
        out.write_byte(b'-')?;
    }
    if value == 0.0 {
        return out.write_str("0x0.0p+0");
    }
    let bits = value.to_bits();
    let biased = (bits >> 52 & 0x7ff) as i64;
    let (first, exponent) = if biased == 0 {
        (b'0', -1022)
    } else {
        (b'1', biased - 1023)
    };
    out.write_str("0x")?;
    out.write_byte(first)?;
    out.write_byte(b'.')?;
    for place in (0..13).rev() {
        let digit = bits >> (place * 4) & 15;
        out.write_byte(b"0123456789abcdef"[digit as usize])?;
    }
    out.write(if exponent < 0 { b"p-" } else { b"p+" })?;
    out.write(DecimalBuf::new().format(exponent.unsigned_abs()))
}

/// The float a hexadecimal text stands for, rounded half to even.
pub fn from_hex(text: &[u8]) -> Result<f64, FromHexError> {
    let text = trim(text, Space::Bytes);
    let (negative, unsigned) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let magnitude = match special(unsigned) {
        Some(value) => value,
        None => magnitude(unsigned)?,
    };
    Ok(if negative { -magnitude } else { magnitude })
}

fn magnitude(text: &[u8]) -> Result<f64, FromHexError> {
    let mut rest = match text {
        [b'0', b'x' | b'X', rest @ ..] => rest,
        _ => text,
    };
    let mut mantissa: u64 = 0;
    let mut sticky = false;
    let mut exponent: i64 = 0;
    let mut any_digit = false;
    let mut seen_point = false;
    loop {
        match rest {
            [b'.', after @ ..] if !seen_point => {
                seen_point = true;
                rest = after;
            }
            [byte, after @ ..] => {
                let Some(digit) = char::from(*byte).to_digit(16) else {
                    break;
                };
                any_digit = true;
                if mantissa >> 59 == 0 {
                    mantissa = mantissa << 4 | u64::from(digit);
                    exponent -= 4 * i64::from(seen_point);
                } else {
                    sticky |= digit != 0;
                    exponent += 4 * i64::from(!seen_point);
                }
                rest = after;
            }
            [] => break,
        }
    }
    if !any_digit {
        return Err(FromHexError::Invalid);
    }
    if let [b'p' | b'P', after @ ..] = rest {
        let (power, after) = power(after)?;
        exponent = exponent.saturating_add(power);
        rest = after;
    }
    // CPython looks at what follows only after it has a value.
    let value = compose(mantissa, sticky, exponent)?;
    if rest.is_empty() {
        Ok(value)
    } else {
        Err(FromHexError::Invalid)
    }
}

/// The decimal exponent after the `p`, saturated, and what follows it.
fn power(text: &[u8]) -> Result<(i64, &[u8]), FromHexError> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let len = digits
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let (digits, rest) = digits.split_at(len);
    if digits.is_empty() {
        return Err(FromHexError::Invalid);
    }
    let power = digits.iter().fold(0i64, |power, byte| {
        power
            .saturating_mul(10)
            .saturating_add(i64::from(byte - b'0'))
    });
    Ok((if negative { -power } else { power }, rest))
}

/// `mantissa * 2**exponent`, where `sticky` says that a little more is meant.
fn compose(mantissa: u64, sticky: bool, exponent: i64) -> Result<f64, FromHexError> {
    if mantissa == 0 {
        return Ok(0.0);
    }
    let shift = mantissa.leading_zeros();
    let mantissa = mantissa << shift;
    // The exponent of the leading bit.
    let leading = exponent.saturating_sub(i64::from(shift)).saturating_add(63);
    if leading > 1023 {
        return Err(FromHexError::TooLarge);
    }
    // How many of the 64 bits a float at this place has: 53, fewer when it is subnormal.
    let bits = (leading + 1075).min(53);
    if bits < 0 {
        return Ok(0.0);
    }
    let dropped = 64 - bits as u32;
    let wide = u128::from(mantissa);
    let mut kept = (wide >> dropped) as u64;
    let tail = wide & ((1 << dropped) - 1);
    let half = 1u128 << (dropped - 1);
    if tail > half || tail == half && (sticky || kept & 1 == 1) {
        kept += 1;
    }
    // Adding lets a carry run into the exponent, as the format of floats means it.
    let bits = if leading < -1022 {
        kept
    } else {
        ((leading + 1022) as u64) << 52
    };
    let bits = if leading < -1022 { bits } else { bits + kept };
    let value = f64::from_bits(bits);
    if value.is_finite() {
        Ok(value)
    } else {
        Err(FromHexError::TooLarge)
    }
}
