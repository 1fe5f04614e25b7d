//! `float("...")`: Python's float literals, with white space, underscores and digits of any script.
//!
//! Numbers are read by core, which rounds correctly; text that core would not take as it is
//! (underscores, other scripts, thousands of digits) is first rewritten into a fixed buffer, beyond
//! whose digits only "something follows" matters.

#![forbid(unsafe_code)]

use crate::text::unicode;
use crate::text::wtf8::CodePoints;
use crate::text::wtf8::split::{Space, trim};
use crate::text::{Sink, StackBuf};

/// The float a text stands for; none: "could not convert string to float: " and its repr.
/// `space` tells text of a str from that of bytes.
pub fn parse(text: &[u8], space: Space) -> Option<f64> {
    let text = trim(text, space.around_numbers());
    if is_plain(text) && text.len() <= PLAIN_MAX {
        // Digits, points, signs and exponents mean the same to core; so do its errors.
        return core::str::from_utf8(text).ok()?.parse().ok();
    }
    let (negative, unsigned) = match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        _ => (false, text),
    };
    let magnitude = special(unsigned).or_else(|| Scanner::run(unsigned, space))?;
    Some(if negative { -magnitude } else { magnitude })
}

/// Longer text goes through the scanner: core cuts off exponents of six digits before it counts
/// the digits.
const PLAIN_MAX: usize = 1000;

fn is_plain(text: &[u8]) -> bool {
    text.iter()
        .all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'+' | b'-' | b'e' | b'E'))
}

/// `inf`, `infinity` and `nan` in any case.
pub(super) fn special(text: &[u8]) -> Option<f64> {
    if text.eq_ignore_ascii_case(b"inf") || text.eq_ignore_ascii_case(b"infinity") {
        Some(f64::INFINITY)
    } else if text.eq_ignore_ascii_case(b"nan") {
        Some(f64::NAN)
    } else {
        None
    }
}

/// More digits than decide any rounding: a tie between two floats has at most 768.
const KEPT_DIGITS: usize = 780;

/// Reads `digits [. digits] [e [sign] digits]`.
struct Scanner<'a> {
    rest: CodePoints<'a>,
    space: Space,
    /// Whether the last character was a digit: an underscore must stand between two.
    after_digit: bool,
    text: StackBuf<800>,
    kept: usize,
    /// Power of ten of the kept digits.
    exponent: i64,
    /// Whether a digit other than 0 was not kept.
    inexact: bool,
    any_digit: bool,
}

impl<'a> Scanner<'a> {
    fn run(text: &'a [u8], space: Space) -> Option<f64> {
        let mut scanner = Scanner {
            rest: CodePoints::new(text),
            space,
            after_digit: false,
            text: StackBuf::new(),
            kept: 0,
            exponent: 0,
            inexact: false,
            any_digit: false,
        };
        let mut next = scanner.digits(false)?;
        if next == Some(u32::from(b'.')) {
            next = scanner.digits(true)?;
        }
        if !scanner.any_digit {
            return None;
        }
        let mut exponent = 0;
        if let Some(letter) = next {
            if letter != u32::from(b'e') && letter != u32::from(b'E') {
                return None;
            }
            exponent = scanner.exponent()?;
        }
        scanner.value(exponent)
    }

    /// Takes digits and the character after them; none: an underscore where none may be.
    fn digits(&mut self, is_fraction: bool) -> Option<Option<u32>> {
        self.after_digit = false;
        loop {
            let next = self.rest.next();
            match next.and_then(|code_point| self.digit(code_point)) {
                Some(digit) => {
                    self.keep(digit, is_fraction);
                    self.after_digit = true;
                }
                None if next == Some(u32::from(b'_')) => self.underscore()?,
                None => return Some(next),
            }
        }
    }

    fn digit(&self, code_point: u32) -> Option<u8> {
        match self.space {
            Space::Str | Space::Number => unicode::decimal_value(code_point),
            Space::Bytes => unicode::decimal_value(code_point).filter(|_| code_point < 0x80),
        }
    }

    /// An underscore needs a digit before and after it.
    fn underscore(&self) -> Option<()> {
        let next = self.rest.clone().next()?;
        (self.after_digit && self.digit(next).is_some()).then_some(())
    }

    fn keep(&mut self, digit: u8, is_fraction: bool) {
        self.any_digit = true;
        if self.kept == 0 && digit == 0 {
            self.exponent -= i64::from(is_fraction);
        } else if self.kept < KEPT_DIGITS {
            // Fits: at most `KEPT_DIGITS`.
            let _ = self.text.write_byte(b'0' + digit);
            self.kept += 1;
            self.exponent -= i64::from(is_fraction);
        } else {
            self.inexact |= digit != 0;
            self.exponent += i64::from(!is_fraction);
        }
    }

    /// The rest after the `e`.
    fn exponent(&mut self) -> Option<i64> {
        let start = self.rest.clone();
        let negative = match self.rest.next()? {
            sign if sign == u32::from(b'-') => true,
            sign if sign == u32::from(b'+') => false,
            _ => {
                self.rest = start;
                false
            }
        };
        self.after_digit = false;
        let mut exponent: i64 = 0;
        while let Some(next) = self.rest.next() {
            match self.digit(next) {
                Some(digit) => {
                    exponent = exponent.saturating_mul(10).saturating_add(i64::from(digit));
                    self.after_digit = true;
                }
                None if next == u32::from(b'_') => self.underscore()?,
                None => return None,
            }
        }
        self.after_digit
            .then_some(if negative { -exponent } else { exponent })
    }

    fn value(mut self, exponent: i64) -> Option<f64> {
        if self.kept == 0 {
            return Some(0.0);
        }
        if self.inexact {
            // Stands for whatever was not kept: it only breaks ties.
            self.text.write_byte(b'1').ok()?;
            self.exponent -= 1;
        }
        // Beyond this everything is zero or infinite, whatever the digits.
        let exponent = exponent.saturating_add(self.exponent).clamp(-5000, 5000);
        let mut buffer = crate::text::int::DecimalBuf::new();
        self.text
            .write(if exponent < 0 { b"e-" } else { b"e+" })
            .ok()?;
        self.text
            .write(buffer.format(exponent.unsigned_abs()))
            .ok()?;
        self.text.as_str()?.parse().ok()
    }
}
