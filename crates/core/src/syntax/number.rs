//! Number literals: their tokens with CPython's errors, and their values.

use super::error::{At, Columns, Decimal, Error, message};
use super::lexer::{Lexer, ascii};
use super::memory::Budget;
use super::token::{Kind, Token};
use super::tree::{BytesRange, Constant, Range, Span};
use crate::features::{COMPLEX, NO_COMPLEX};
use alloc::vec::Vec;

/// CPython's default of `sys.int_info.default_max_str_digits`.
const MAX_DIGITS: usize = 4300;

impl Lexer<'_> {
    /// A number that starts at `start` with a digit, or a dot before a digit.
    pub(super) fn number(&mut self, start: usize) -> Result<Token, Error> {
        self.pos = start;
        if self.at(start) == b'0' {
            let radix = match self.at(start + 1) {
                b'x' | b'X' => Some(("hexadecimal", 16)),
                b'o' | b'O' => Some(("octal", 8)),
                b'b' | b'B' => Some(("binary", 2)),
                _ => None,
            };
            if let Some((name, radix)) = radix {
                self.pos += 2;
                self.radix_digits(name, radix)?;
                self.end_of_number(name)?;
                return Ok(self.number_token(start));
            }
            return self.zero(start);
        }
        if self.at(start) != b'.' {
            self.decimal_tail()?;
        }
        self.fraction(start)
    }

    fn number_token(&self, start: usize) -> Token {
        Token {
            kind: Kind::Number,
            level: self.level(),
            start: start as u32,
            end: self.pos as u32,
        }
    }

    fn radix_digits(&mut self, name: &'static str, radix: u8) -> Result<(), Error> {
        let is_digit = |c: u8| match radix {
            16 => c.is_ascii_hexdigit(),
            _ => c.is_ascii_digit() && c - b'0' < radix,
        };
        loop {
            if self.at(self.pos) == b'_' {
                self.pos += 1;
            }
            let c = self.at(self.pos);
            if !is_digit(c) {
                if c.is_ascii_digit() {
                    return Err(self.wrong_digit(name, c));
                }
                return Err(self.error_before(self.pos, message(&["invalid ", name, " literal"])));
            }
            while is_digit(self.at(self.pos)) {
                self.pos += 1;
            }
            if self.at(self.pos) != b'_' {
                break;
            }
        }
        let c = self.at(self.pos);
        if c.is_ascii_digit() {
            return Err(self.wrong_digit(name, c));
        }
        Ok(())
    }

    fn wrong_digit(&self, name: &'static str, c: u8) -> Error {
        let text = message(&["invalid digit '", ascii(&[c]), "' in ", name, " literal"]);
        self.error_before(self.pos + 1, text)
    }

    /// A number that starts with 0 and has no radix: only zeros, or not an integer.
    fn zero(&mut self, start: usize) -> Result<Token, Error> {
        self.pos += 1;
        loop {
            if self.at(self.pos) == b'_' {
                self.pos += 1;
                if !self.at(self.pos).is_ascii_digit() {
                    return Err(self.error_before(self.pos, "invalid decimal literal"));
                }
            }
            if self.at(self.pos) != b'0' {
                break;
            }
            self.pos += 1;
        }
        let zeros_end = self.pos;
        let nonzero = self.at(self.pos).is_ascii_digit();
        if nonzero {
            self.decimal_tail()?;
            if !matches!(self.at(self.pos), b'.' | b'e' | b'E' | b'j' | b'J') {
                let text = "leading zeros in decimal integer literals are not permitted; \
                            use an 0o prefix for octal integers";
                return Err(Error {
                    columns: Columns::Bytes,
                    ..Error::syntax(text, Span::new(start as u32, zeros_end as u32))
                });
            }
        }
        self.fraction(start)
    }

    fn decimal_tail(&mut self) -> Result<(), Error> {
        loop {
            while self.at(self.pos).is_ascii_digit() {
                self.pos += 1;
            }
            if self.at(self.pos) != b'_' {
                return Ok(());
            }
            self.pos += 1;
            if !self.at(self.pos).is_ascii_digit() {
                return Err(self.error_before(self.pos, "invalid decimal literal"));
            }
        }
    }

    /// What follows the integer part.
    fn fraction(&mut self, start: usize) -> Result<Token, Error> {
        if self.at(self.pos) == b'.' {
            self.pos += 1;
            if self.at(self.pos).is_ascii_digit() {
                self.decimal_tail()?;
            }
        }
        if matches!(self.at(self.pos), b'e' | b'E') {
            let next = self.at(self.pos + 1);
            if next == b'+' || next == b'-' {
                self.pos += 2;
                if !self.at(self.pos).is_ascii_digit() {
                    return Err(self.error_before(self.pos, "invalid decimal literal"));
                }
                self.decimal_tail()?;
            } else if next.is_ascii_digit() {
                self.pos += 1;
                self.decimal_tail()?;
            } else {
                self.end_of_number("decimal")?;
                return Ok(self.number_token(start));
            }
        }
        if matches!(self.at(self.pos), b'j' | b'J') {
            self.pos += 1;
            if !COMPLEX {
                return Err(self.error_before(self.pos, NO_COMPLEX));
            }
            self.end_of_number("imaginary")?;
        } else {
            self.end_of_number("decimal")?;
        }
        Ok(self.number_token(start))
    }

    /// Refuses a letter right behind a number, unless it starts a keyword that may follow.
    fn end_of_number(&self, name: &'static str) -> Result<(), Error> {
        let rest = self.src.get(self.pos..).unwrap_or(&[]);
        let keywords: [&[u8]; 8] = [b"and", b"else", b"for", b"if", b"in", b"is", b"or", b"not"];
        let c = self.at(self.pos);
        if keywords.iter().any(|keyword| rest.starts_with(keyword)) {
            return Ok(());
        }
        if c.is_ascii_alphanumeric() || c == b'_' {
            return Err(self.error_before(self.pos, message(&["invalid ", name, " literal"])));
        }
        Ok(())
    }
}

/// The kind of the number literal `text`, as messages name it.
pub(super) fn kind_name(text: &[u8]) -> &'static str {
    match text {
        [b'0', b'x' | b'X', ..] => "hexadecimal",
        [b'0', b'o' | b'O', ..] => "octal",
        [b'0', b'b' | b'B', ..] => "binary",
        [.., b'j' | b'J'] => "imaginary",
        _ => "decimal",
    }
}

/// The value of the number `text`; long digits go to `pool`.
pub(super) fn value(
    text: &[u8],
    span: Span,
    pool: &mut Vec<u8>,
    budget: &mut Budget,
) -> Result<Constant, Error> {
    let (radix, body) = match text {
        [b'0', b'x' | b'X', body @ ..] => (16, body),
        [b'0', b'o' | b'O', body @ ..] => (8, body),
        [b'0', b'b' | b'B', body @ ..] => (2, body),
        _ => (10, text),
    };
    if radix == 10
        && body
            .iter()
            .any(|b| matches!(b, b'.' | b'e' | b'E' | b'j' | b'J'))
    {
        return float(body, pool, budget);
    }
    let mut value = Some(0_i64);
    let mut digits = 0;
    for &b in body {
        if b == b'_' {
            continue;
        }
        let digit = match b {
            b'0'..=b'9' => b - b'0',
            b'a'..=b'f' => b - b'a' + 10,
            _ => b.wrapping_sub(b'A').wrapping_add(10),
        };
        value = value
            .and_then(|value| value.checked_mul(radix))
            .and_then(|value| value.checked_add(i64::from(digit)));
        digits += 1;
    }
    if radix == 10 && digits > MAX_DIGITS {
        let count = Decimal::new(digits as u64);
        let text = message(&[
            "Exceeds the limit (4300 digits) for integer string conversion: value has ",
            count.as_str(),
            " digits; use sys.set_int_max_str_digits() to increase the limit - Consider \
             hexadecimal for huge integer literals to avoid decimal conversion limits.",
        ]);
        return Err(Error {
            at: At::Nowhere,
            ..Error::syntax(text, span)
        });
    }
    if let Some(value) = value {
        return Ok(Constant::Int(value));
    }
    let digits = copy_digits(body, pool, budget)?;
    Ok(Constant::BigInt {
        radix: radix as u8,
        digits,
    })
}

fn copy_digits(body: &[u8], pool: &mut Vec<u8>, budget: &mut Budget) -> Result<BytesRange, Error> {
    let start = pool.len() as u32;
    for part in body.split(|&b| b == b'_') {
        budget.extend(pool, part)?;
    }
    Ok(Range::new(start, pool.len() as u32))
}

fn float(body: &[u8], pool: &mut Vec<u8>, budget: &mut Budget) -> Result<Constant, Error> {
    let (body, imaginary) = match body {
        [body @ .., b'j' | b'J'] => (body, true),
        _ => (body, false),
    };
    let kept = pool.len();
    let digits = copy_digits(body, pool, budget)?;
    let text = pool.get(digits.start as usize..).map_or("", ascii);
    let value = text.parse::<f64>().unwrap_or(0.0);
    pool.truncate(kept);
    Ok(if imaginary {
        Constant::Imaginary(value)
    } else {
        Constant::Float(value)
    })
}
