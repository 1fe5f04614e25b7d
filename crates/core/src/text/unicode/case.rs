//! Case conversion of whole strings: `str.lower`, `upper`, `title`, `capitalize`, `swapcase`,
//! `casefold`, and the case predicates.
//!
//! Text is generalized UTF-8 (see `text::wtf8`); the only context rule is CPython's final sigma.

#![forbid(unsafe_code)]

use crate::text::wtf8::{self, CodePoints};
use crate::text::{Full, Sink};

use super::Mapping;

/// `str.lower`.
pub fn write_lower(text: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    if text.is_ascii() {
        return write_ascii(text, out, |byte| byte.to_ascii_lowercase());
    }
    convert(text, out, |code_point, at| lower(text, code_point, at))
}

/// `str.upper`.
pub fn write_upper(text: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    if text.is_ascii() {
        return write_ascii(text, out, |byte| byte.to_ascii_uppercase());
    }
    convert(text, out, |code_point, _| super::to_upper(code_point))
}

/// `str.casefold`.
pub fn write_casefold(text: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    if text.is_ascii() {
        return write_ascii(text, out, |byte| byte.to_ascii_lowercase());
    }
    convert(text, out, |code_point, _| super::to_casefold(code_point))
}

/// `str.title`.
pub fn write_title(text: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    let mut previous_is_cased = false;
    convert(text, out, |code_point, at| {
        let mapped = if previous_is_cased {
            lower(text, code_point, at)
        } else {
            super::to_title(code_point)
        };
        previous_is_cased = super::is_cased(code_point);
        mapped
    })
}

/// `str.capitalize`.
pub fn write_capitalize(text: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    convert(text, out, |code_point, at| {
        if at == 0 {
            super::to_title(code_point)
        } else {
            lower(text, code_point, at)
        }
    })
}

/// `str.swapcase`.
pub fn write_swapcase(text: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    convert(text, out, |code_point, at| {
        if super::is_upper(code_point) {
            lower(text, code_point, at)
        } else if super::is_lower(code_point) {
            super::to_upper(code_point)
        } else {
            Mapping {
                first: code_point,
                long: &[],
            }
        }
    })
}

/// `str.isupper`: something is cased, and nothing is lower or title case.
pub fn is_upper(text: &[u8]) -> bool {
    let mut cased = false;
    for code_point in CodePoints::new(text) {
        if super::is_lower(code_point) || super::is_title(code_point) {
            return false;
        }
        cased |= super::is_upper(code_point);
    }
    cased
}

/// `str.islower`: something is cased, and nothing is upper or title case.
pub fn is_lower(text: &[u8]) -> bool {
    let mut cased = false;
    for code_point in CodePoints::new(text) {
        if super::is_upper(code_point) || super::is_title(code_point) {
            return false;
        }
        cased |= super::is_lower(code_point);
    }
    cased
}

/// `str.istitle`: upper and title case only after uncased, lower case only after cased.
pub fn is_title(text: &[u8]) -> bool {
    let mut cased = false;
    let mut previous_is_cased = false;
    for code_point in CodePoints::new(text) {
        if super::is_upper(code_point) || super::is_title(code_point) {
            if previous_is_cased {
                return false;
            }
            previous_is_cased = true;
            cased = true;
        } else if super::is_lower(code_point) {
            if !previous_is_cased {
                return false;
            }
            cased = true;
        } else {
            previous_is_cased = false;
        }
    }
    cased
}

/// `str.isidentifier`.
pub fn is_identifier(text: &[u8]) -> bool {
    let mut code_points = CodePoints::new(text);
    code_points.next().is_some_and(super::is_identifier_start)
        && code_points.all(super::is_identifier_continue)
}

const CAPITAL_SIGMA: u32 = 0x3a3;
const SMALL_SIGMA: u32 = 0x3c3;
const FINAL_SIGMA: u32 = 0x3c2;

/// The lower case of the code point that stands at byte `at`.
fn lower(text: &[u8], code_point: u32, at: usize) -> Mapping {
    if code_point != CAPITAL_SIGMA {
        return super::to_lower(code_point);
    }
    let before = text.get(..at).unwrap_or_default();
    let after = text.get(at + 2..).unwrap_or_default();
    let cased = |code_point: Option<u32>| code_point.is_some_and(super::is_cased);
    let is_final = cased(
        CodePoints::new(before)
            .rev()
            .find(|x| !super::is_case_ignorable(*x)),
    ) && !cased(CodePoints::new(after).find(|x| !super::is_case_ignorable(*x)));
    Mapping {
        first: if is_final { FINAL_SIGMA } else { SMALL_SIGMA },
        long: &[],
    }
}

/// Writes what `map` makes of each code point and the byte offset where it stands.
fn convert(
    text: &[u8],
    out: &mut dyn Sink,
    mut map: impl FnMut(u32, usize) -> Mapping,
) -> Result<(), Full> {
    let mut at = 0;
    for code_point in CodePoints::new(text) {
        for mapped in map(code_point, at).as_slice() {
            out.write_char(*mapped)?;
        }
        at += wtf8::encoded_len(code_point);
    }
    Ok(())
}

fn write_ascii(text: &[u8], out: &mut dyn Sink, map: impl Fn(u8) -> u8) -> Result<(), Full> {
    let mut buffer = [0; 64];
    for chunk in text.chunks(buffer.len()) {
        for (to, from) in buffer.iter_mut().zip(chunk) {
            *to = map(*from);
        }
        out.write(buffer.get(..chunk.len()).unwrap_or_default())?;
    }
    Ok(())
}
