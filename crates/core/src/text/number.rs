//! Number text in parts, and how the parts are laid out in a field.
//!
//! `spec` and `percent` build a [`Number`] from an int, a float or a big int's digits; nothing is
//! copied until it is written, and runs of zeros are counts, so a precision of two thousand million
//! costs no memory here.

#![forbid(unsafe_code)]

use super::{Full, Sink};

/// An unsigned number's text, in the order of the fields.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Number<'a> {
    /// Whether it has a minus sign.
    pub(super) negative: bool,
    /// `0x` and the like.
    pub(super) prefix: &'a str,
    /// The digits that are grouped and padded with zeros; empty for inf, nan and characters.
    pub(super) digits: &'a [u8],
    /// Zeros that belong to `digits`.
    pub(super) zeros: usize,
    /// Whether a decimal point follows.
    pub(super) point: bool,
    /// Zeros between point and `fraction`.
    pub(super) fraction_zeros: usize,
    /// Digits after the point.
    pub(super) fraction: &'a [u8],
    /// Zeros after `fraction`.
    pub(super) trailing_zeros: usize,
    /// Exponent, `inf`, `nan`, percent sign, or a character.
    pub(super) tail: &'a [u8],
}

impl Number<'_> {
    /// The number of integer digits.
    pub(super) fn digit_count(&self) -> usize {
        self.digits.len().saturating_add(self.zeros)
    }

    /// The number of characters after the integer digits.
    pub(super) fn rest_len(&self) -> usize {
        usize::from(self.point)
            .saturating_add(self.fraction_zeros)
            .saturating_add(self.fraction.len())
            .saturating_add(self.trailing_zeros)
            .saturating_add(super::wtf8::count(self.tail))
    }

    /// Writes what follows the integer digits.
    pub(super) fn write_rest(&self, out: &mut dyn Sink) -> Result<(), Full> {
        if self.point {
            out.write_byte(b'.')?;
        }
        out.fill(ZERO, self.fraction_zeros)?;
        out.write(self.fraction)?;
        out.fill(ZERO, self.trailing_zeros)?;
        out.write(self.tail)
    }

    /// Writes the integer digits without grouping.
    pub(super) fn write_digits(&self, out: &mut dyn Sink) -> Result<(), Full> {
        out.write(self.digits)?;
        out.fill(ZERO, self.zeros)
    }

    /// Writes all but the sign.
    pub(super) fn write_unsigned(&self, out: &mut dyn Sink) -> Result<(), Full> {
        out.write_str(self.prefix)?;
        self.write_digits(out)?;
        self.write_rest(out)
    }
}

/// Where the padding goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// `<`: padding at the end.
    Left,
    /// `>`: padding at the start.
    Right,
    /// `^`: half at the start, the odd one at the end.
    Center,
    /// `=`: padding between sign or prefix and the digits.
    AfterSign,
}

/// A field: what is around the digits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    /// What stands before a number that is not negative.
    pub(super) sign: Option<u8>,
    pub(super) fill: u32,
    pub(super) align: Align,
    pub(super) width: usize,
    /// Separator, and how many digits lie between two.
    pub(super) grouping: Option<(u8, usize)>,
}

impl Field {
    /// Writes a number into the field, as CPython's `calc_number_widths` and `fill_number` do.
    pub(super) fn write(&self, number: &Number<'_>, out: &mut dyn Sink) -> Result<(), Full> {
        let sign = if number.negative {
            Some(b'-')
        } else {
            self.sign
        };
        let around = usize::from(sign.is_some())
            .saturating_add(number.prefix.len())
            .saturating_add(number.rest_len());
        let count = number.digit_count();
        let mut digits = count;
        if count > 0 && self.fill == ZERO && self.align == Align::AfterSign {
            digits = count.max(self.digits_to_fill(self.width.saturating_sub(around)));
        }
        let separators = match self.grouping {
            Some((_, size)) if digits > 0 => (digits - 1) / size,
            _ => 0,
        };
        let len = around.saturating_add(digits).saturating_add(separators);
        let padding = self.width.saturating_sub(len);
        out.reserve(len.saturating_add(padding))?;
        let (left, middle, right) = match self.align {
            Align::Left => (0, 0, padding),
            Align::Right => (padding, 0, 0),
            Align::Center => (padding / 2, 0, padding - padding / 2),
            Align::AfterSign => (0, padding, 0),
        };
        out.fill(self.fill, left)?;
        if let Some(sign) = sign {
            out.write_byte(sign)?;
        }
        out.write_str(number.prefix)?;
        out.fill(self.fill, middle)?;
        match self.grouping {
            Some(grouping) => write_grouped(number, digits, grouping, out)?,
            None => {
                out.fill(ZERO, digits - count)?;
                number.write_digits(out)?;
            }
        }
        number.write_rest(out)?;
        out.fill(self.fill, right)
    }

    /// How many digits, with their separators, take at least `width` characters: a separator is
    /// never the first character, so one more may come out.
    fn digits_to_fill(&self, width: usize) -> usize {
        match self.grouping {
            None => width,
            Some((_, size)) => width / (size + 1) * size + (width % (size + 1)).max(1),
        }
    }
}

const ZERO: u32 = b'0' as u32;

/// Writes `total` integer digits, zeros first where the number has fewer, with separators.
fn write_grouped(
    number: &Number<'_>,
    total: usize,
    (separator, size): (u8, usize),
    out: &mut dyn Sink,
) -> Result<(), Full> {
    let leading = total - number.digit_count();
    let mut digits = number.digits.iter();
    for place in 0..total {
        if place > 0 && (total - place).is_multiple_of(size) {
            out.write_byte(separator)?;
        }
        let digit = if place < leading { None } else { digits.next() };
        out.write_byte(digit.copied().unwrap_or(b'0'))?;
    }
    Ok(())
}
