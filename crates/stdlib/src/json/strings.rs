//! JSON strings: reading escapes, writing them.

use super::Text;
use super::decode::Wrong;
use alloc::vec::Vec;
use miniscript_core::text::wtf8::CodePoints;
use miniscript_ext::{Context, Res};

/// Reads a string whose opening quote is before `start`: its bytes, and where the
/// text goes on.
pub(super) fn read(bytes: &[u8], start: usize, strict: bool, out: &mut Vec<u8>) -> Result<usize, Wrong> {
    let unterminated = Wrong {
        message: "Unterminated string starting at",
        at: start.saturating_sub(1),
    };
    let mut at = start;
    loop {
        let from = at;
        while let Some(&byte) = bytes.get(at)
            && byte != b'"'
            && byte != b'\\'
            && (byte >= 0x20 || !strict)
        {
            at += 1;
        }
        push(out, bytes.get(from..at).unwrap_or_default());
        match bytes.get(at) {
            None => return Err(unterminated),
            Some(b'"') => return Ok(at + 1),
            Some(b'\\') => {}
            Some(_) => {
                return Err(Wrong {
                    message: "Invalid control character at",
                    at,
                });
            }
        }
        let simple = match bytes.get(at + 1) {
            None => return Err(unterminated),
            Some(b'"') => b'"',
            Some(b'\\') => b'\\',
            Some(b'/') => b'/',
            Some(b'b') => 8,
            Some(b'f') => 12,
            Some(b'n') => b'\n',
            Some(b'r') => b'\r',
            Some(b't') => b'\t',
            Some(b'u') => {
                let (code, next) = unicode(bytes, at)?;
                push_code(out, code);
                at = next;
                continue;
            }
            Some(_) => {
                return Err(Wrong {
                    message: "Invalid \\escape",
                    at,
                });
            }
        };
        out.push(simple);
        at += 2;
    }
}

/// The code point of `\uXXXX` at `at`, with the second half of a surrogate pair.
fn unicode(bytes: &[u8], at: usize) -> Result<(u32, usize), Wrong> {
    let first = four(bytes, at)?;
    let next = at + 6;
    // A pair needs something behind it, as any escape does.
    if (0xD800..0xDC00).contains(&first)
        && bytes.get(next) == Some(&b'\\')
        && bytes.get(next + 1) == Some(&b'u')
        && bytes.len() > next + 6
    {
        let second = four(bytes, next)?;
        if (0xDC00..0xE000).contains(&second) {
            return Ok((
                0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00),
                next + 6,
            ));
        }
    }
    Ok((first, next))
}

fn four(bytes: &[u8], at: usize) -> Result<u32, Wrong> {
    let wrong = Wrong {
        message: "Invalid \\uXXXX escape",
        at: at + 1,
    };
    match bytes.get(at + 2..at + 6) {
        Some(digits) if bytes.len() > at + 6 => {
            digits
                .iter()
                .try_fold(0, |code, &digit| match char::from(digit).to_digit(16) {
                    Some(digit) => Ok(code * 16 + digit),
                    None => Err(wrong),
                })
        }
        _ => Err(wrong),
    }
}

/// A code point in generalised UTF-8. Two escaped halves of a pair that were not
/// read as one stay two.
fn push_code(out: &mut Vec<u8>, code: u32) {
    match char::from_u32(code) {
        Some(c) => push(out, c.encode_utf8(&mut [0; 4]).as_bytes()),
        None => push(
            out,
            &[
                0xE0 | (code >> 12) as u8,
                0x80 | (code >> 6 & 0x3F) as u8,
                0x80 | (code & 0x3F) as u8,
            ],
        ),
    }
}

/// The result is never longer than the source, for which there was room.
fn push(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(bytes);
}

/// What is escaped wherever it stands, and what only where all is to be ASCII.
const ALWAYS: u8 = 1;
const NOT_ASCII: u8 = 2;

/// How each byte is written.
static ESCAPED: [u8; 256] = {
    let mut how = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte < 0x20 || byte == b'"' as usize || byte == b'\\' as usize {
            how[byte] = ALWAYS;
        } else if byte >= 0x7F {
            how[byte] = NOT_ASCII;
        }
        byte += 1;
    }
    how
};

/// Writes a string with its quotes.
pub(super) fn write<'f>(
    cx: &mut Context<'f>,
    out: &mut Text,
    bytes: &[u8],
    ensure_ascii: bool,
) -> Res<'f, ()> {
    cx.charge(bytes.len() / 8)?;
    let escaped = if ensure_ascii { NOT_ASCII | ALWAYS } else { ALWAYS };
    let plain = |byte: u8| ESCAPED.get(usize::from(byte)).is_some_and(|how| how & escaped == 0);
    if bytes.iter().all(|&byte| plain(byte)) {
        return out.push_quoted(cx, bytes);
    }
    out.push(cx, b"\"")?;
    let mut from = 0;
    while let Some(rest) = bytes.get(from..)
        && !rest.is_empty()
    {
        let run = rest
            .iter()
            .position(|&byte| !plain(byte))
            .unwrap_or(rest.len());
        let (head, rest) = rest.split_at(run);
        out.push(cx, head)?;
        from += run;
        let Some(&byte) = rest.first() else { break };
        let mut points = CodePoints::new(rest);
        let Some(code) = points.next() else { break };
        from += rest.len() - points.as_bytes().len();
        match byte {
            b'"' => out.push(cx, b"\\\"")?,
            b'\\' => out.push(cx, b"\\\\")?,
            b'\n' => out.push(cx, b"\\n")?,
            b'\r' => out.push(cx, b"\\r")?,
            b'\t' => out.push(cx, b"\\t")?,
            8 => out.push(cx, b"\\b")?,
            12 => out.push(cx, b"\\f")?,
            _ if code < 0x1_0000 => escape(cx, out, code)?,
            _ => {
                let code = code - 0x1_0000;
                escape(cx, out, 0xD800 + (code >> 10))?;
                escape(cx, out, 0xDC00 + (code & 0x3FF))?;
            }
        }
    }
    out.push(cx, b"\"")
}

fn escape<'f>(cx: &mut Context<'f>, out: &mut Text, unit: u32) -> Res<'f, ()> {
    let digit = |shift: u32| {
        b"0123456789abcdef"
            .get((unit >> shift & 15) as usize)
            .copied()
            .unwrap_or(b'0')
    };
    out.push(cx, &[b'\\', b'u', digit(12), digit(8), digit(4), digit(0)])
}
