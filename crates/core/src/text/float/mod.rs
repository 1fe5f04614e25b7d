//! Floats as text: `repr`, `%e %f %g`, and the parts that format fields are made of.
//!
//! The layout follows CPython's `format_float_short`. Parsing is in [`parse`], hexadecimal text in
//! [`hex`], arithmetic with Python's rules in [`arith`], hashes and exact comparison in [`hash`].

#![forbid(unsafe_code)]

pub mod arith;
pub mod complex;
pub mod digits;
pub mod hash;
pub mod hex;
pub mod parse;
mod round;

pub use round::{RoundError, round_half_even, round_to};

use super::number::Number;
use super::{Full, Sink, StackBuf};
use digits::Digits;

/// Writes `repr(value)`, which is also `str(value)`.
pub fn write_repr(value: f64, out: &mut dyn Sink) -> Result<(), Full> {
    if value.is_finite() {
        // ryu's own layout is Python's, but for exponents and for the last zero before one begins.
        let mut buffer = ryu::Buffer::new();
        let text = buffer.format_finite(value).as_bytes();
        let magnitude = text.strip_prefix(b"-").unwrap_or(text);
        if !text.contains(&b'e') && !magnitude.starts_with(b"0.0000") {
            return out.write(text);
        }
    }
    FloatText::new(value, &Style::REPR).write(out)
}

/// Writes what CPython's `PyOS_double_to_string` makes of a float.
pub fn write_styled(value: f64, style: &Style, out: &mut dyn Sink) -> Result<(), Full> {
    FloatText::new(value, style).write(out)
}

/// Which notation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// The shortest text that reads back: an exponent below 1e-4 and from 1e16 on.
    Repr,
    /// `e`: always an exponent.
    Exponent,
    /// `f`: never an exponent.
    Fixed,
    /// `g`: an exponent below 1e-4 and where the precision ends.
    General,
}

/// How a float is written.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// The notation.
    pub notation: Notation,
    /// Digits after the point, or significant digits for `General`; no meaning for `Repr`.
    pub precision: usize,
    /// `E`, `INF` and `NAN` instead of lower case.
    pub upper: bool,
    /// `#`: keep the point, and the zeros of `General`.
    pub alternate: bool,
    /// A float stays recognisable: at least one digit after the point, unless an exponent follows.
    pub add_dot_zero: bool,
    /// `z`: no minus sign where zero is written.
    pub no_negative_zero: bool,
    /// A percent sign follows.
    pub percent: bool,
}

impl Style {
    /// The style of `repr`.
    pub const REPR: Style = Style {
        notation: Notation::Repr,
        precision: 0,
        upper: false,
        alternate: false,
        add_dot_zero: true,
        no_negative_zero: false,
        percent: false,
    };
}

/// The text of a float, in parts.
pub(super) struct FloatText {
    negative: bool,
    /// None for inf and nan, whose text is in `tail`.
    digits: Option<Digits>,
    /// Digits before the point.
    point: i64,
    /// Digits after it.
    fraction: usize,
    has_point: bool,
    /// Exponent or inf or nan, then the percent sign: at most `e-324` or `nan%`.
    tail: StackBuf<8>,
}

impl FloatText {
    pub(super) fn new(value: f64, style: &Style) -> Self {
        let mut text = FloatText {
            negative: value.is_sign_negative() && !value.is_nan(),
            digits: None,
            point: 0,
            fraction: 0,
            has_point: false,
            tail: StackBuf::new(),
        };
        if value.is_finite() {
            text.lay_out(value, style);
        } else {
            text.tail_str(match (value.is_nan(), style.upper) {
                (true, false) => "nan",
                (true, true) => "NAN",
                (false, false) => "inf",
                (false, true) => "INF",
            });
        }
        if style.percent {
            text.tail_str("%");
        }
        text
    }

    fn lay_out(&mut self, value: f64, style: &Style) {
        let precision = i64::try_from(style.precision).unwrap_or(i64::MAX / 2);
        let digits = match style.notation {
            Notation::Repr => Digits::shortest(value),
            Notation::Exponent => Digits::significant(value, style.precision.saturating_add(1)),
            Notation::Fixed => Digits::fixed(value, style.precision),
            Notation::General => Digits::significant(value, style.precision.max(1)),
        };
        if style.no_negative_zero && digits.is_zero() {
            self.negative = false;
        }
        let mut point = i64::from(digits.point());
        let significant = precision.max(1);
        let with_exponent = match style.notation {
            Notation::Repr => point <= -4 || point > 16,
            Notation::Exponent => true,
            Notation::Fixed => false,
            Notation::General => point <= -4 || point > significant - i64::from(style.add_dot_zero),
        };
        let mut end = digits.as_bytes().len() as i64;
        match style.notation {
            Notation::Exponent => end = precision + 1,
            Notation::Fixed => end = point + precision,
            Notation::General if style.alternate => end = significant,
            _ => {}
        }
        let exponent = point - 1;
        if with_exponent {
            point = 1;
        }
        let least = point + i64::from(style.add_dot_zero && !with_exponent);
        self.fraction = usize::try_from(end.max(least) - point).unwrap_or(0);
        self.has_point = self.fraction > 0 || style.alternate;
        self.point = point;
        self.digits = Some(digits);
        if with_exponent {
            self.exponent(exponent, style.upper);
        }
    }

    /// An exponent has a sign and at least two digits.
    fn exponent(&mut self, exponent: i64, upper: bool) {
        self.tail_str(match (upper, exponent < 0) {
            (false, false) => "e+",
            (false, true) => "e-",
            (true, false) => "E+",
            (true, true) => "E-",
        });
        let magnitude = exponent.unsigned_abs();
        let mut buffer = super::int::DecimalBuf::new();
        if magnitude < 10 {
            self.tail_str("0");
        }
        // Fits: the sign, three digits and no percent sign.
        let _ = self.tail.write(buffer.format(magnitude));
    }

    fn tail_str(&mut self, text: &str) {
        // Fits: see the field.
        let _ = self.tail.write_str(text);
    }

    pub(super) fn number(&self) -> Number<'_> {
        let mut number = Number {
            negative: self.negative,
            point: self.has_point,
            tail: self.tail.as_bytes(),
            ..Number::default()
        };
        let Some(digits) = &self.digits else {
            return number;
        };
        let digits = digits.as_bytes();
        match usize::try_from(self.point) {
            Ok(point) if point > 0 => {
                let (whole, fraction) = digits.split_at(point.min(digits.len()));
                number.digits = whole;
                number.zeros = point - whole.len();
                number.fraction = fraction;
            }
            _ => {
                number.digits = b"0";
                let zeros = usize::try_from(-self.point).unwrap_or(0);
                number.fraction_zeros = zeros.min(self.fraction);
                number.fraction = digits;
            }
        }
        let room = self.fraction - number.fraction_zeros;
        number.fraction = number.fraction.get(..room).unwrap_or(number.fraction);
        number.trailing_zeros = room - number.fraction.len();
        number
    }

    fn write(&self, out: &mut dyn Sink) -> Result<(), Full> {
        let number = self.number();
        if number.negative {
            out.write_byte(b'-')?;
        }
        number.write_unsigned(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_ways_write_what_the_long_one_writes() {
        let mut values = alloc::vec![
            0.0,
            -0.0,
            f64::MIN_POSITIVE,
            5e-324,
            f64::MAX,
            0.1,
            1.0 / 3.0
        ];
        for exponent in -330..=308 {
            for digits in [
                "1",
                "-1",
                "9.5",
                "1.2345",
                "9.999999999999999",
                "1.2345678901234567",
            ] {
                let text = alloc::format!("{digits}e{exponent}");
                values.push(text.parse().unwrap_or(0.0));
            }
        }
        for value in values {
            let (mut short, mut long) = (StackBuf::<40>::new(), StackBuf::<40>::new());
            assert_eq!(write_repr(value, &mut short), Ok(()));
            assert_eq!(FloatText::new(value, &Style::REPR).write(&mut long), Ok(()));
            assert_eq!(short.as_str(), long.as_str(), "{value:e}");
        }
    }
}
