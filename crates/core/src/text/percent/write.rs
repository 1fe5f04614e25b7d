//! Writing the value of a conversion: text, ints by their digits, floats.
//!
//! Follows CPython's `unicode_format_arg_output`; sign and prefix stand before zeros and after
//! blanks.

#![forbid(unsafe_code)]

use super::{Flags, Kind, PercentError};
use crate::text::float::{FloatText, Notation, Style};
use crate::text::int::{Base, RadixBuf};
use crate::text::number::Number;
use crate::text::{Sink, wtf8};

/// A conversion whose stars were resolved.
#[derive(Debug, Clone, Copy)]
pub struct Resolved {
    /// The flags, with `-` set by a negative star.
    pub flags: Flags,
    /// The width; 0 when not given.
    pub width: usize,
    /// The precision, if given.
    pub precision: Option<usize>,
}

/// Writes the text of `%s`, `%r` or `%a`, cut off at the precision.
pub fn write_text(text: &[u8], how: &Resolved, out: &mut dyn Sink) -> Result<(), PercentError> {
    let text = how
        .precision
        .map_or(text, |precision| wtf8::slice(text, 0, precision));
    write_padded(text, wtf8::count(text), how, out)
}

/// Writes the character of `%c`.
pub fn write_char(code_point: u32, how: &Resolved, out: &mut dyn Sink) -> Result<(), PercentError> {
    if code_point >= 0x11_0000 {
        return Err(PercentError::CharRange);
    }
    write_padded(wtf8::Encoded::new(code_point).as_bytes(), 1, how, out)
}

/// Writes bytes of `%s` or `%b` of bytes, whose width and precision count bytes.
pub fn write_bytes(bytes: &[u8], how: &Resolved, out: &mut dyn Sink) -> Result<(), PercentError> {
    let bytes = how
        .precision
        .and_then(|precision| bytes.get(..precision))
        .unwrap_or(bytes);
    write_padded(bytes, bytes.len(), how, out)
}

/// Writes an int for `%d`, `%o`, `%x` or `%X`.
pub fn write_i64(
    value: i64,
    kind: Kind,
    how: &Resolved,
    out: &mut dyn Sink,
) -> Result<(), PercentError> {
    let mut buffer = RadixBuf::new();
    let digits = buffer.format(value.unsigned_abs(), base_of(kind), kind == Kind::UpperHex);
    write_big(value < 0, digits, kind, how, out)
}

/// Writes a big int, given by its digits in [`base_of`] its kind (upper case for `%X`).
pub fn write_big(
    negative: bool,
    digits: &[u8],
    kind: Kind,
    how: &Resolved,
    out: &mut dyn Sink,
) -> Result<(), PercentError> {
    // CPython's sum of precision and a sign, a prefix and a NUL must be an `int`.
    if how
        .precision
        .is_some_and(|precision| precision > i32::MAX as usize - 3)
    {
        return Err(PercentError::PrecisionTooLarge);
    }
    let prefix = match (how.flags.alternate, kind) {
        (true, Kind::Octal) => "0o",
        (true, Kind::Hex) => "0x",
        (true, Kind::UpperHex) => "0X",
        _ => "",
    };
    let zeros = how.precision.unwrap_or(0).saturating_sub(digits.len());
    let number = Number {
        negative,
        prefix,
        digits,
        ..Number::default()
    };
    write_number(&number, zeros, how, out)
}

/// The base of an int's kind.
pub fn base_of(kind: Kind) -> Base {
    match kind {
        Kind::Octal => Base::Octal,
        Kind::Hex | Kind::UpperHex => Base::Hex,
        _ => Base::Decimal,
    }
}

/// Writes a float for `%e`, `%f`, `%g` and their upper cases; `letter` is the type.
pub fn write_f64(
    value: f64,
    letter: u8,
    how: &Resolved,
    out: &mut dyn Sink,
) -> Result<(), PercentError> {
    let style = Style {
        notation: match letter.to_ascii_lowercase() {
            b'e' => Notation::Exponent,
            b'f' => Notation::Fixed,
            _ => Notation::General,
        },
        precision: how.precision.unwrap_or(6),
        upper: letter.is_ascii_uppercase(),
        alternate: how.flags.alternate,
        add_dot_zero: false,
        no_negative_zero: false,
        percent: false,
    };
    write_number(&FloatText::new(value, &style).number(), 0, how, out)
}

fn write_padded(
    text: &[u8],
    count: usize,
    how: &Resolved,
    out: &mut dyn Sink,
) -> Result<(), PercentError> {
    let padding = how.width.saturating_sub(count);
    out.reserve(text.len().saturating_add(padding))?;
    let (left, right) = if how.flags.left {
        (0, padding)
    } else {
        (padding, 0)
    };
    out.fill(BLANK, left)?;
    out.write(text)?;
    out.fill(BLANK, right)?;
    Ok(())
}

/// `zeros` stand between prefix and digits because of the precision.
fn write_number(
    number: &Number<'_>,
    zeros: usize,
    how: &Resolved,
    out: &mut dyn Sink,
) -> Result<(), PercentError> {
    let flags = how.flags;
    let sign = match number.negative {
        true => Some(b'-'),
        false if flags.plus => Some(b'+'),
        false if flags.space => Some(b' '),
        false => None,
    };
    let len = usize::from(sign.is_some())
        .saturating_add(number.prefix.len())
        .saturating_add(zeros)
        .saturating_add(number.digit_count())
        .saturating_add(number.rest_len());
    let padding = how.width.saturating_sub(len);
    out.reserve(len.saturating_add(padding))?;
    let (blanks, more_zeros, right) = match (flags.left, flags.zero) {
        (true, _) => (0, 0, padding),
        (false, true) => (0, padding, 0),
        (false, false) => (padding, 0, 0),
    };
    out.fill(BLANK, blanks)?;
    if let Some(sign) = sign {
        out.write_byte(sign)?;
    }
    out.write_str(number.prefix)?;
    out.fill(ZERO, more_zeros)?;
    out.fill(ZERO, zeros)?;
    number.write_digits(out)?;
    number.write_rest(out)?;
    out.fill(BLANK, right)?;
    Ok(())
}

const BLANK: u32 = b' ' as u32;
const ZERO: u32 = b'0' as u32;
