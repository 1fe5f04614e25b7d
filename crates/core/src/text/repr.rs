//! `repr()` of str and bytes, and `ascii()`.
//!
//! Called by the built-in types and by everything that quotes a value in a message.

#![forbid(unsafe_code)]

use super::unicode;
use super::wtf8::{self, CodePoints};
use super::{Full, Sink};

/// `repr(str)`: quoted; what is not printable (Unicode 14) is escaped.
pub fn write_str(text: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    quoted(text, out, unicode::is_printable)
}

/// `ascii(str)`: as [`write_str`], and everything outside ASCII is escaped.
pub fn write_ascii(text: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    quoted(text, out, |_| false)
}

/// What `ascii()` makes of the `repr()` of another object: escapes what lies outside ASCII.
pub fn escape_non_ascii(repr: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    for code_point in CodePoints::new(repr) {
        if code_point < 0x80 {
            out.write_char(code_point)?;
        } else {
            escape(code_point, out)?;
        }
    }
    Ok(())
}

/// `repr(bytes)`.
pub fn write_bytes(bytes: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    write_escaped(bytes, quote_for(bytes), out)
}

/// The data in `repr(bytearray)`: CPython 3.11 escapes single quotes within double ones too.
pub fn write_bytearray(bytes: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    write_escaped(bytes, b'\'', out)
}

/// Escapes a quote and what is not printable ASCII, and puts quotes around it.
fn write_escaped(bytes: &[u8], escaped: u8, out: &mut dyn Sink) -> Result<(), Full> {
    out.write_byte(b'b')?;
    let quote = quote_for(bytes);
    out.write_byte(quote)?;
    let mut plain = 0;
    for (at, byte) in bytes.iter().enumerate() {
        if !matches!(byte, 0x20..=0x7e) || *byte == escaped || *byte == b'\\' {
            out.write(bytes.get(plain..at).unwrap_or_default())?;
            escape_ascii(u32::from(*byte), out)?;
            plain = at + 1;
        }
    }
    out.write(bytes.get(plain..).unwrap_or_default())?;
    out.write_byte(quote)
}

/// Single quotes, unless only those occur.
fn quote_for(text: &[u8]) -> u8 {
    let double = memchr::memchr(b'\'', text).is_some() && memchr::memchr(b'"', text).is_none();
    if double { b'"' } else { b'\'' }
}

fn quoted(text: &[u8], out: &mut dyn Sink, printable: impl Fn(u32) -> bool) -> Result<(), Full> {
    let quote = quote_for(text);
    out.write_byte(quote)?;
    let mut plain = 0;
    let mut at = 0;
    for code_point in CodePoints::new(text) {
        let len = wtf8::encoded_len(code_point);
        let is_plain = match code_point {
            0x20..=0x7e => code_point != u32::from(quote) && code_point != u32::from(b'\\'),
            0..=0x7f => false,
            _ => printable(code_point),
        };
        if !is_plain {
            out.write(text.get(plain..at).unwrap_or_default())?;
            if code_point < 0x80 {
                escape_ascii(code_point, out)?;
            } else {
                escape(code_point, out)?;
            }
            plain = at + len;
        }
        at += len;
    }
    out.write(text.get(plain..).unwrap_or_default())?;
    out.write_byte(quote)
}

/// Backslash and quote are escaped by a backslash, control characters by a letter or in hexadecimal.
fn escape_ascii(code_point: u32, out: &mut dyn Sink) -> Result<(), Full> {
    match code_point {
        0x09 => out.write(b"\\t"),
        0x0a => out.write(b"\\n"),
        0x0d => out.write(b"\\r"),
        0x20..=0x7e => {
            out.write_byte(b'\\')?;
            out.write_char(code_point)
        }
        _ => escape(code_point, out),
    }
}

fn escape(code_point: u32, out: &mut dyn Sink) -> Result<(), Full> {
    let (letter, digits) = match code_point {
        0..=0xff => (b'x', 2),
        0x100..=0xffff => (b'u', 4),
        _ => (b'U', 8),
    };
    let mut text = [b'\\', letter, 0, 0, 0, 0, 0, 0, 0, 0];
    for (place, byte) in text.iter_mut().skip(2).take(digits).enumerate() {
        let digit = code_point >> ((digits - 1 - place) * 4) & 15;
        *byte = b"0123456789abcdef"[digit as usize];
    }
    out.write(text.get(..2 + digits).unwrap_or_default())
}
