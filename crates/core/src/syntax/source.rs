//! What must hold of a source before it is lexed: its length, its encoding, no null bytes.

use super::error::{At, Error, ErrorKind, message};
use super::lexer::ascii;
use super::tree::Span;

/// Checks `source` and returns where its text starts (behind the byte order mark). `cookie`:
/// whether a comment may name its encoding.
pub(super) fn check(source: &[u8], cookie: bool) -> Result<usize, Error> {
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
    if cookie && let Some(name) = find_cookie(source, start) {
        check_encoding(name, source)?;
    }
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
        return Err(Error {
            at: At::Nowhere,
            ..Error::new(ErrorKind::Value, text, Span::new(at, at))
        });
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

/// The coding cookie (PEP 263) in the first two lines.
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

/// What CPython knows as UTF-8 besides `utf-8` and what begins with `utf-8-`.
const UTF8: [&[u8]; 7] = [
    b"utf-8",
    b"utf8",
    b"u8",
    b"utf",
    b"cp65001",
    b"utf8-ucs2",
    b"utf8-ucs4",
];

/// How the names begin of encodings that CPython reads and this compiler does not.
const OTHERS: [&[u8]; 32] = [
    b"iso-8859",
    b"iso8859",
    b"iso-2022",
    b"iso2022",
    b"iso-ir",
    b"iso-latin",
    b"8859",
    b"latin",
    b"l1",
    b"l2",
    b"l3",
    b"l4",
    b"l5",
    b"l6",
    b"l7",
    b"l8",
    b"cp",
    b"ibm",
    b"windows",
    b"koi8",
    b"mac",
    b"big5",
    b"gb",
    b"euc",
    b"shift",
    b"sjis",
    b"s-jis",
    b"hz",
    b"johab",
    b"utf-7",
    b"utf7",
    b"tis",
];

/// Refuses encodings other than UTF-8. Where CPython has the encoding, a sentence says why.
fn check_encoding(name: &[u8], source: &[u8]) -> Result<(), Error> {
    let mut lower = [0; 12];
    for (to, from) in lower.iter_mut().zip(name) {
        *to = if *from == b'_' {
            b'-'
        } else {
            from.to_ascii_lowercase()
        };
    }
    let lower = lower.get(..name.len().min(12)).unwrap_or(&[]);
    let is = |word: &[u8]| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(b"-"))
    };
    if is(b"utf-8") {
        return Ok(());
    }
    let latin = [&b"latin-1"[..], b"iso-8859-1", b"iso-latin-1"];
    let shown = match latin.into_iter().any(is) {
        true => "iso-8859-1",
        false => ascii(name),
    };
    let text = if source.starts_with(b"\xEF\xBB\xBF") {
        message(&["encoding problem: ", shown, " with BOM"])
    } else if UTF8.contains(&lower) {
        return Ok(());
    } else if matches!(lower, b"ascii" | b"us-ascii") {
        if source.is_ascii() {
            return Ok(());
        }
        message(&["encoding problem: ", shown])
    } else if OTHERS.into_iter().any(|other| lower.starts_with(other)) {
        message(&[
            "encoding problem: ",
            shown,
            " (source code is read as UTF-8 only)",
        ])
    } else {
        message(&["encoding problem: ", shown])
    };
    Err(Error::new(ErrorKind::Encoding, text, Span::new(0, 0)))
}
