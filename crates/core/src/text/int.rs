//! Ints as text, and text as ints.
//!
//! What fits an `i64` is finished here; of a bigger literal the cleaned digits are handed to the
//! big-int library by the caller, who also words errors (they contain the repr of the argument).

#![forbid(unsafe_code)]

use super::unicode;
use super::wtf8::CodePoints;
use super::wtf8::split::{Space, trim};
use super::{Full, Sink};

/// A base that is written with a prefix letter, or ten.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// `0b`
    Binary,
    /// `0o`
    Octal,
    /// No prefix.
    Decimal,
    /// `0x`
    Hex,
}

impl Base {
    /// The number.
    pub fn radix(self) -> u32 {
        match self {
            Base::Binary => 2,
            Base::Octal => 8,
            Base::Decimal => 10,
            Base::Hex => 16,
        }
    }

    /// What `bin`, `oct` and `hex` put before the digits.
    pub fn prefix(self) -> &'static str {
        match self {
            Base::Binary => "0b",
            Base::Octal => "0o",
            Base::Decimal => "",
            Base::Hex => "0x",
        }
    }
}

/// Writes `repr(value)`.
pub fn write_i64(value: i64, out: &mut dyn Sink) -> Result<(), Full> {
    if value < 0 {
        out.write_byte(b'-')?;
    }
    out.write(DecimalBuf::new().format(value.unsigned_abs()))
}

/// How many decimal digits a number has.
#[inline]
pub(crate) fn decimal_len(value: u64) -> usize {
    value.checked_ilog10().unwrap_or(0) as usize + 1
}

/// Writes `bin(value)`, `oct(value)` or `hex(value)`.
pub fn write_prefixed(value: i64, base: Base, out: &mut dyn Sink) -> Result<(), Full> {
    if value < 0 {
        out.write_byte(b'-')?;
    }
    out.write_str(base.prefix())?;
    out.write(RadixBuf::new().format(value.unsigned_abs(), base, false))
}

/// Room for the decimal digits of a `u64`.
#[derive(Debug)]
pub struct DecimalBuf([u8; 20]);

impl DecimalBuf {
    /// An empty buffer.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        DecimalBuf([0; 20])
    }

    /// The digits of `value`.
    #[inline]
    pub fn format(&mut self, mut value: u64) -> &[u8] {
        // Two digits by one division.
        let mut start = self.0.len();
        for pair in self.0.as_chunks_mut::<2>().0.iter_mut().rev() {
            if value < 10 {
                pair[1] = b'0' + value as u8;
                start -= 1;
                break;
            }
            let two = (value % 100) as u8;
            *pair = [b'0' + two / 10, b'0' + two % 10];
            start -= 2;
            value /= 100;
            if value == 0 {
                break;
            }
        }
        self.0.get(start..).unwrap_or_default()
    }
}

/// Room for the digits of a `u64` in any [`Base`].
#[derive(Debug)]
pub struct RadixBuf([u8; 64]);

impl RadixBuf {
    /// An empty buffer.
    #[allow(clippy::new_without_default)]
    pub fn new() -> Self {
        RadixBuf([0; 64])
    }

    /// The digits of `value`.
    pub fn format(&mut self, mut value: u64, base: Base, upper: bool) -> &[u8] {
        let digits = if upper {
            b"0123456789ABCDEF"
        } else {
            b"0123456789abcdef"
        };
        let radix = u64::from(base.radix());
        let mut start = self.0.len();
        for byte in self.0.iter_mut().rev() {
            *byte = digits[((value % radix) & 15) as usize];
            value /= radix;
            start -= 1;
            if value == 0 {
                break;
            }
        }
        self.0.get(start..).unwrap_or_default()
    }
}

/// What a text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parsed<'a> {
    /// It fits.
    Small(i64),
    /// It does not.
    Big(BigDigits<'a>),
}

/// Why a text is no int.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    /// ValueError, "invalid literal for int() with base 10: " and the repr of the argument; the base
    /// named is the one asked for, 0 too.
    Invalid,
    /// ValueError, [`BASE_MESSAGE`].
    BadBase,
}

/// CPython's message for a base that is not 0 and not within 2 to 36.
pub const BASE_MESSAGE: &str = "int() base must be >= 2 and <= 36, or 0";

/// The digits of a literal too big for `i64`: checked, with underscores still inside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BigDigits<'a> {
    /// Whether a minus sign stood before them.
    pub negative: bool,
    /// 2 to 36.
    pub base: u32,
    /// How many digits there are, leading zeros included: what CPython's limit of 4300 counts, when
    /// the base is no power of two.
    pub count: usize,
    text: &'a [u8],
}

impl<'a> BigDigits<'a> {
    /// The values of the digits, each below the base, the highest first.
    pub fn values(&self) -> impl Iterator<Item = u8> + use<'a> {
        let base = self.base;
        CodePoints::new(self.text).filter_map(move |code_point| digit(code_point, base))
    }

    /// Writes the digits in ASCII, as big-int libraries read them.
    pub fn write(&self, out: &mut dyn Sink) -> Result<(), Full> {
        out.reserve(self.count)?;
        for value in self.values() {
            out.write_byte(if value < 10 {
                b'0' + value
            } else {
                b'a' - 10 + value
            })?;
        }
        Ok(())
    }
}

/// `int(text, base)`; `base` 0 follows the prefix. `space` tells text of a str from that of bytes.
pub fn parse(text: &[u8], base: u32, space: Space) -> Result<Parsed<'_>, ParseError> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(ParseError::BadBase);
    }
    if base == 10
        && let Some(value) = short_decimal(text)
    {
        return Ok(Parsed::Small(value));
    }
    if space == Space::Bytes && !text.is_ascii() {
        return Err(ParseError::Invalid);
    }
    let text = trim(text, space.around_numbers());
    let (negative, unsigned) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let (base, digits, only_zero) = prefix(unsigned, base);
    let (magnitude, count) = scan(digits, base)?;
    let value = magnitude.and_then(|magnitude| {
        if negative {
            0i64.checked_sub_unsigned(magnitude)
        } else {
            magnitude.try_into().ok()
        }
    });
    match value {
        // `int("010", 0)` is refused as the old octal notation, `int("00", 0)` is not.
        Some(value) if only_zero && value != 0 => Err(ParseError::Invalid),
        None if only_zero => Err(ParseError::Invalid),
        Some(value) => Ok(Parsed::Small(value)),
        None => Ok(Parsed::Big(BigDigits {
            negative,
            base,
            count,
            text: digits,
        })),
    }
}

/// Nothing but ASCII digits, so few that they fit, and perhaps a minus sign: most of what is read.
#[inline]
fn short_decimal(text: &[u8]) -> Option<i64> {
    let (negative, digits) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    if digits.is_empty() || digits.len() > 18 {
        return None;
    }
    let mut value = 0;
    for byte in digits {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        value = value * 10 + i64::from(digit);
    }
    Some(if negative { -value } else { value })
}

/// Finds the base, takes off its prefix (and one underscore after it), and says whether only zeros
/// may follow. The first zero may be of any script, as CPython translates digits before it looks.
fn prefix(text: &[u8], base: u32) -> (u32, &[u8], bool) {
    let mut code_points = CodePoints::new(text);
    let starts_with_zero = code_points.next().and_then(unicode::decimal_value) == Some(0);
    let prefixed = match code_points.next() {
        Some(0x78 | 0x58) => 16,
        Some(0x6f | 0x4f) => 8,
        Some(0x62 | 0x42) => 2,
        _ => 0,
    };
    if !starts_with_zero {
        return (if base == 0 { 10 } else { base }, text, false);
    }
    if prefixed != 0 && (base == 0 || base == prefixed) {
        let rest = code_points.as_bytes();
        return (prefixed, rest.strip_prefix(b"_").unwrap_or(rest), false);
    }
    if base == 0 {
        (10, text, true)
    } else {
        (base, text, false)
    }
}

/// Checks all digits, and sums them up while they fit.
fn scan(text: &[u8], base: u32) -> Result<(Option<u64>, usize), ParseError> {
    let mut magnitude = Some(0u64);
    let mut count = 0;
    let mut after_digit = false;
    for code_point in CodePoints::new(text) {
        match digit(code_point, base) {
            Some(value) => {
                magnitude = magnitude
                    .and_then(|magnitude| magnitude.checked_mul(u64::from(base)))
                    .and_then(|magnitude| magnitude.checked_add(u64::from(value)));
                count += 1;
                after_digit = true;
            }
            None if code_point == u32::from(b'_') && after_digit => after_digit = false,
            None => return Err(ParseError::Invalid),
        }
    }
    if after_digit {
        Ok((magnitude, count))
    } else {
        Err(ParseError::Invalid)
    }
}

#[inline]
fn digit(code_point: u32, base: u32) -> Option<u8> {
    let value = match code_point {
        0x30..=0x39 => code_point - 0x30,
        0x41..=0x5a => code_point - 0x41 + 10,
        0x61..=0x7a => code_point - 0x61 + 10,
        0..=0x7f => return None,
        _ => u32::from(unicode::decimal_value(code_point)?),
    };
    (value < base).then_some(value as u8)
}
