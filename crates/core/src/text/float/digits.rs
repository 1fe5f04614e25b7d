//! The decimal digits of a float: the shortest that read back as the same float, or exactly as many
//! as wanted, rounded half to even on the exact binary value.
//!
//! ryu gives the former, core's formatting the latter; this module takes their text apart, so that
//! Python's rules decide where points, zeros and exponents go. A float has at most 767 significant digits.

#![forbid(unsafe_code)]

use core::fmt::{self, Write as _};

/// The most significant digits the exact value of a float has.
const MAX_DIGITS: usize = 767;
/// The most digits the exact value of a float has after its point.
const MAX_FRACTION: usize = 1074;

/// Significant decimal digits of the magnitude of a finite float, without zeros at either end
/// (a lone `0` for zero). The value is `0.DIGITS` times ten to the power of `point`.
#[derive(Clone)]
pub struct Digits {
    digits: [u8; MAX_DIGITS],
    /// At most `MAX_DIGITS`, at least 1.
    len: usize,
    /// How many digits stand before the decimal point; 0 or less when the value is below 1.
    point: i32,
}

impl Digits {
    /// The shortest digits that read back as `value`.
    pub fn shortest(value: f64) -> Self {
        // Of two equally near candidates ryu takes the even one, as CPython does; core does not.
        let mut buffer = ryu::Buffer::new();
        let text = if value.is_finite() {
            buffer.format_finite(value.abs())
        } else {
            "0"
        };
        Collector::run(|collector| collector.write_str(text))
    }

    /// `count` significant digits (at least 1).
    pub fn significant(value: f64, count: usize) -> Self {
        let after_first = count.saturating_sub(1).min(MAX_DIGITS);
        Collector::run(|collector| write!(collector, "{:.*e}", after_first, value.abs()))
    }

    /// The digits up to `count` places after the decimal point.
    pub fn fixed(value: f64, count: usize) -> Self {
        let count = count.min(MAX_FRACTION);
        Collector::run(|collector| write!(collector, "{:.*}", count, value.abs()))
    }

    /// The ASCII digits.
    pub fn as_bytes(&self) -> &[u8] {
        self.digits.get(..self.len).unwrap_or_default()
    }

    /// How many of the digits (with zeros after them) stand before the decimal point.
    pub fn point(&self) -> i32 {
        self.point
    }

    /// Whether the digits are those of zero.
    pub fn is_zero(&self) -> bool {
        self.as_bytes() == b"0"
    }

    /// Drops the digits from `keep` on, rounding half to even; exact when all digits were given.
    pub(super) fn round(&mut self, keep: usize) {
        if keep >= self.len {
            return;
        }
        let tail = self.digits.get(keep..self.len).unwrap_or_default();
        let last_is_odd = keep > 0 && self.digits.get(keep - 1).is_some_and(|x| x % 2 == 1);
        let up = match tail {
            // Digits end in no zero: a lone 5 is the exact half.
            [b'5'] => last_is_odd,
            [first, ..] => *first >= b'5',
            [] => false,
        };
        self.len = keep;
        if up {
            while let Some(b'9') = self.as_bytes().last() {
                self.len -= 1;
            }
            match self
                .len
                .checked_sub(1)
                .and_then(|last| self.digits.get_mut(last))
            {
                Some(last) => *last += 1,
                None => {
                    self.digits[0] = b'1';
                    self.len = 1;
                    self.point += 1;
                }
            }
        }
        while let Some(b'0') = self.as_bytes().last() {
            self.len -= 1;
        }
        if self.len == 0 {
            self.digits[0] = b'0';
            self.len = 1;
            self.point = 1;
        }
    }
}

/// Receives ryu's or core's text: digits, perhaps a point, perhaps an exponent.
struct Collector {
    digits: Digits,
    /// Zeros seen since the last other digit.
    zeros: usize,
    /// Digits before the point, from the first that is not 0 on; negative: zeros right after it.
    point: i32,
    seen_point: bool,
    in_exponent: bool,
    exponent_is_negative: bool,
    exponent: i32,
}

impl Collector {
    fn run(write: impl FnOnce(&mut Collector) -> fmt::Result) -> Digits {
        let mut collector = Collector {
            digits: Digits {
                digits: [0; MAX_DIGITS],
                len: 0,
                point: 0,
            },
            zeros: 0,
            point: 0,
            seen_point: false,
            in_exponent: false,
            exponent_is_negative: false,
            exponent: 0,
        };
        // The collector itself never fails.
        let _ = write(&mut collector);
        collector.finish()
    }

    fn digit(&mut self, digit: u8) {
        if digit == b'0' {
            if self.digits.len == 0 {
                // A zero before all others moves the point once it is behind it.
                self.point -= i32::from(self.seen_point);
                return;
            }
            self.zeros += 1;
        } else {
            let end = self.digits.len + self.zeros;
            if let Some(place) = self.digits.digits.get_mut(self.digits.len..=end) {
                place.fill(b'0');
                place[end - self.digits.len] = digit;
                self.digits.len = end + 1;
            }
            self.zeros = 0;
        }
        self.point += i32::from(!self.seen_point);
    }

    fn finish(mut self) -> Digits {
        if self.digits.len == 0 {
            self.digits.digits[0] = b'0';
            self.digits.len = 1;
            self.digits.point = 1;
            return self.digits;
        }
        let exponent = if self.exponent_is_negative {
            -self.exponent
        } else {
            self.exponent
        };
        self.digits.point = self.point + exponent;
        self.digits
    }
}

impl fmt::Write for Collector {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' if self.in_exponent => {
                    let digit = i32::from(byte - b'0');
                    self.exponent = self.exponent.saturating_mul(10).saturating_add(digit);
                }
                b'0'..=b'9' => self.digit(byte),
                b'.' => self.seen_point = true,
                b'e' => self.in_exponent = true,
                b'-' => self.exponent_is_negative = true,
                _ => {}
            }
        }
        Ok(())
    }
}
