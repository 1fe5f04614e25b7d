//! What must hold of a source before it is lexed: its length, its encoding, no null bytes.

use super::error::{Error, ErrorKind, message};
use super::lexer::ascii;
use super::tree::Span;

/// Checks `source` and returns where its text starts (behind the byte order mark).
pub(super) fn check(source: &[u8]) -> Result<usize, Error> {
    let start = if source.starts_with(b"\xEF\xBB\xBF") {
        3
    } else {
        0
    };
    if source.len() >= (u32::MAX - 16) as usize {
        let span = Span::new(0, 0);
        return Err(Error::new(
            ErrorKind::Overflow,
            "source code is longer than 4 GiB",
            span,
        ));
    }
    check_cookie(source, start)?;
    let undecodable = core::str::from_utf8(source)
        .err()
        .map(|error| error.valid_up_to());
    if let Some(at) = source.iter().position(|&b| b == 0) {
        // CPython decodes line by line, and looks for null bytes in what is decoded.
        let rest = source.get(at..).unwrap_or(&[]);
        let length = rest.iter().position(|&b| b == b'\n');
        let line_end = at + length.unwrap_or(rest.len());
        if let Some(bad) = undecodable.filter(|&bad| bad <= line_end) {
            return Err(undecodable_at(source, bad));
        }
        let at = at as u32;
        let text = "source code string cannot contain null bytes";
        return Err(Error::new(ErrorKind::Value, text, Span::new(at, at)));
    }
    match undecodable {
        Some(at) => Err(undecodable_at(source, at)),
        None => Ok(start),
    }
}

fn undecodable_at(source: &[u8], at: usize) -> Error {
    let byte = source.get(at).copied().unwrap_or(0);
    let digit = |nibble: u8| {
        b"0123456789abcdef"
            .get(usize::from(nibble))
            .copied()
            .unwrap_or(b'0')
    };
    let hex = [digit(byte >> 4), digit(byte & 15)];
    let text = message(&["Non-UTF-8 code starting with '\\x", ascii(&hex), "'"]);
    Error::new(
        ErrorKind::Undecodable,
        text,
        Span::new(at as u32, at as u32),
    )
}

/// Refuses a coding cookie (PEP 263) in the first two lines that names another encoding.
fn check_cookie(source: &[u8], start: usize) -> Result<(), Error> {
    find_cookie(source, start).map_or(Ok(()), check_encoding)
}

fn find_cookie(source: &[u8], start: usize) -> Option<&[u8]> {
    let mut rest = source.get(start..).unwrap_or(&[]);
    for _ in 0..2 {
        let end = rest
            .iter()
            .position(|&b| b == b'\n' || b == b'\r')
            .unwrap_or(rest.len());
        let line = rest.get(..end).unwrap_or(&[]);
        let first = line.iter().find(|&&b| !matches!(b, b' ' | b'\t' | b'\x0C'));
        match first {
            Some(b'#') => {
                if let Some(name) = cookie(line) {
                    return Some(name);
                }
            }
            Some(_) => return None,
            None => {}
        }
        let crlf = rest
            .get(end..)
            .is_some_and(|rest| rest.starts_with(b"\r\n"));
        rest = rest.get(end + if crlf { 2 } else { 1 }..).unwrap_or(&[]);
    }
    None
}

/// Whether a source says how it is encoded, by a byte order mark or a cookie.
pub(super) fn names_encoding(source: &[u8]) -> bool {
    source.starts_with(b"\xEF\xBB\xBF") || find_cookie(source, 0).is_some()
}

/// The encoding that a comment names: `coding[:=][ \t]*([-\w.]+)`.
fn cookie(line: &[u8]) -> Option<&[u8]> {
    let at = line
        .windows(7)
        .position(|w| w == b"coding:" || w == b"coding=")?;
    let rest = line.get(at + 7..)?;
    let blanks = rest
        .iter()
        .take_while(|&&b| b == b' ' || b == b'\t')
        .count();
    let rest = rest.get(blanks..)?;
    let is_name = |&&b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.');
    let length = rest.iter().take_while(is_name).count();
    if length == 0 {
        None
    } else {
        rest.get(..length)
    }
}

fn check_encoding(name: &[u8]) -> Result<(), Error> {
    let mut lower = [0; 12];
    for (to, from) in lower.iter_mut().zip(name) {
        *to = if *from == b'_' {
            b'-'
        } else {
            from.to_ascii_lowercase()
        };
    }
    let lower = lower.get(..name.len().min(12)).unwrap_or(&[]);
    let known: [&[u8]; 5] = [b"utf-8", b"utf8", b"ascii", b"us-ascii", b"utf-8-sig"];
    if known.contains(&lower) || lower.starts_with(b"utf-8-") {
        return Ok(());
    }
    let text = message(&[
        "encoding problem: ",
        ascii(name),
        " (source code is read as UTF-8 only)",
    ]);
    Err(Error::new(ErrorKind::Encoding, text, Span::new(0, 0)))
}
