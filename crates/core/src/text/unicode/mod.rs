//! What Unicode 14 (CPython 3.11's `unicodedata`) says about single code points.
//!
//! Called by the str type, the lexer and the other modules of `text`; never replaced by `char`
//! methods, whose Unicode version is the compiler's. A code point is a `u32`: surrogates and even
//! numbers above 0x10ffff are legal arguments and have no property. `tables.rs` is generated.

#![forbid(unsafe_code)]

pub mod case;
#[cfg(test)]
mod digests;
mod latin;
mod tables;
#[cfg(test)]
mod tests;
mod trie;

use crate::features::UNICODE;

const ALPHA: u16 = 1;
const DECIMAL: u16 = 1 << 1;
const DIGIT: u16 = 1 << 2;
const NUMERIC: u16 = 1 << 3;
const SPACE: u16 = 1 << 4;
const PRINTABLE: u16 = 1 << 5;
const UPPER: u16 = 1 << 6;
const LOWER: u16 = 1 << 7;
const TITLE: u16 = 1 << 8;
const XID_START: u16 = 1 << 9;
const XID_CONTINUE: u16 = 1 << 10;
const CASED: u16 = 1 << 11;
const CASE_IGNORABLE: u16 = 1 << 12;
const WIDE: u16 = 1 << 13;

/// `str.isalpha` of one code point.
pub fn is_alpha(code_point: u32) -> bool {
    has(code_point, ALPHA)
}

/// `str.isdecimal` of one code point: a digit that `int()` takes.
pub fn is_decimal(code_point: u32) -> bool {
    has(code_point, DECIMAL)
}

/// `str.isdigit` of one code point: also superscripts and the like.
pub fn is_digit(code_point: u32) -> bool {
    has(code_point, DIGIT)
}

/// `str.isnumeric` of one code point: also fractions and numerals.
pub fn is_numeric(code_point: u32) -> bool {
    has(code_point, NUMERIC)
}

/// `str.isalnum` of one code point.
pub fn is_alnum(code_point: u32) -> bool {
    has(code_point, ALPHA | DECIMAL | DIGIT | NUMERIC)
}

/// `str.isspace` of one code point: what `strip` and `split` remove.
pub fn is_space(code_point: u32) -> bool {
    if code_point < 0x80 {
        return matches!(code_point, 0x09..=0x0d | 0x1c..=0x20);
    }
    has(code_point, SPACE)
}

/// `str.isprintable` of one code point: what `repr` leaves alone.
pub fn is_printable(code_point: u32) -> bool {
    if code_point < 0x80 {
        return matches!(code_point, 0x20..=0x7e);
    }
    has(code_point, PRINTABLE)
}

/// `str.isupper` of one code point.
pub fn is_upper(code_point: u32) -> bool {
    has(code_point, UPPER)
}

/// `str.islower` of one code point.
pub fn is_lower(code_point: u32) -> bool {
    has(code_point, LOWER)
}

/// Whether a code point is a title-case letter (category Lt); `str.istitle` counts these like
/// upper-case ones.
pub fn is_title(code_point: u32) -> bool {
    has(code_point, TITLE)
}

/// Whether a code point may start an identifier (XID_Start or `_`).
pub fn is_identifier_start(code_point: u32) -> bool {
    has(code_point, XID_START)
}

/// Whether a code point may continue an identifier (XID_Continue).
pub fn is_identifier_continue(code_point: u32) -> bool {
    has(code_point, XID_CONTINUE)
}

/// Whether a code point has the property Cased: what ends a word for `str.title`.
pub fn is_cased(code_point: u32) -> bool {
    has(code_point, CASED)
}

/// Whether a code point is Case_Ignorable: skipped when a final sigma is looked for.
pub fn is_case_ignorable(code_point: u32) -> bool {
    has(code_point, CASE_IGNORABLE)
}

/// Whether a terminal shows a code point in two columns (East Asian width W or F).
pub fn is_wide(code_point: u32) -> bool {
    has(code_point, WIDE)
}

/// The value of a decimal digit of any script: what `int()` and `float()` read.
pub fn decimal_value(code_point: u32) -> Option<u8> {
    if code_point < 0x80 {
        return u8::try_from(code_point.wrapping_sub(0x30))
            .ok()
            .filter(|digit| *digit < 10);
    }
    let (flags, digit) = record(code_point);
    (flags & DECIMAL != 0).then_some(digit)
}

/// The value of a digit, also of superscripts and the like (`unicodedata.digit`).
pub fn digit_value(code_point: u32) -> Option<u8> {
    let (flags, digit) = record(code_point);
    (flags & DIGIT != 0).then_some(digit)
}

/// The upper case of a code point.
pub fn to_upper(code_point: u32) -> Mapping {
    mapping(code_point, 0)
}

/// The lower case of a code point on its own; a final sigma is [`case::write_lower`]'s business.
pub fn to_lower(code_point: u32) -> Mapping {
    mapping(code_point, 1)
}

/// The title case of a code point.
pub fn to_title(code_point: u32) -> Mapping {
    mapping(code_point, 2)
}

/// The case folding of a code point.
pub fn to_casefold(code_point: u32) -> Mapping {
    mapping(code_point, 3)
}

/// What a code point maps to: one to three code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mapping {
    first: u32,
    /// All code points when there are several.
    long: &'static [u32],
}

impl Mapping {
    /// The code points, of which there is at least one.
    pub fn as_slice(&self) -> &[u32] {
        if self.long.is_empty() {
            core::slice::from_ref(&self.first)
        } else {
            self.long
        }
    }
}

#[inline]
fn record(code_point: u32) -> (u16, u8) {
    if UNICODE {
        let number = tables::FLAGS.record(code_point);
        tables::FLAG_RECORDS.get(number).copied().unwrap_or((0, 0))
    } else {
        let latin = latin::FLAGS.get(code_point as usize);
        latin.copied().unwrap_or_else(|| beyond(code_point))
    }
}

/// What a build without the tables says of a code point beyond them: that it can be shown.
fn beyond(code_point: u32) -> (u16, u8) {
    match code_point {
        0xD800..=0xDFFF | 0x11_0000.. => (0, 0),
        _ => (PRINTABLE, 0),
    }
}

/// Whether the build knows a code point's properties.
pub(crate) fn is_known(code_point: u32) -> bool {
    UNICODE || (code_point as usize) < latin::FLAGS.len()
}

#[inline]
fn has(code_point: u32, flags: u16) -> bool {
    record(code_point).0 & flags != 0
}

fn mapping(code_point: u32, column: usize) -> Mapping {
    let record = if UNICODE {
        tables::CASE_RECORDS.get(tables::CASE.record(code_point))
    } else {
        let number = latin::CASE.get(code_point as usize);
        number.and_then(|number| latin::CASE_RECORDS.get(usize::from(*number)))
    };
    let record = record.copied().unwrap_or([0; 4]);
    let delta = record.get(column).copied().unwrap_or(0);
    if delta == i32::MAX {
        return special(code_point, column).unwrap_or(Mapping {
            first: code_point,
            long: &[],
        });
    }
    Mapping {
        first: code_point.wrapping_add_signed(delta),
        long: &[],
    }
}

#[cold]
fn special(code_point: u32, column: usize) -> Option<Mapping> {
    let (cases, text): (&[(u32, [u16; 4])], &'static [u32]) = if UNICODE {
        (&tables::SPECIAL_CASES, &tables::SPECIAL_TEXT)
    } else {
        (&latin::SPECIAL_CASES, &latin::SPECIAL_TEXT)
    };
    let position = cases
        .binary_search_by_key(&code_point, |case| case.0)
        .ok()?;
    let span = usize::from(*cases.get(position)?.1.get(column)?);
    let long = text.get(span / 4..span / 4 + span % 4)?;
    Some(Mapping {
        first: *long.first()?,
        long,
    })
}
