//! The SyntaxErrors of bytes that were given to `compile`, `exec` or `eval` and are no text.
//! CPython decodes such bytes token by token, and tells so; for files it has other words
//! (`syntax::source`).

use crate::object::ClassId;
use crate::syntax;
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::wrong::Text;
use alloc::format;
use alloc::string::String;

/// The error of an encoding that a comment names.
#[cold]
pub(super) fn encoding<'f>(
    cx: &mut Context<'f>,
    text: Text<'_>,
    error: &syntax::Error,
) -> Error<'f> {
    let told: &str = &error.message;
    let name = told.strip_prefix("encoding problem: ").unwrap_or(told);
    let bad = text.source.iter().position(|byte| !byte.is_ascii());
    let message = if told.ends_with(" with BOM") || told.ends_with(" only)") {
        String::from(told)
    } else if let ("ascii" | "us-ascii", Some(bad)) = (name, bad) {
        let byte = text.source.get(bad).copied().unwrap_or(0);
        format!(
            "'ascii' codec can't decode byte 0x{byte:02x} in position {bad}: ordinal not in range(128)"
        )
    } else {
        format!("unknown encoding: {name}")
    };
    let place = Place {
        line: 0,
        offset: -1,
        end: None,
        text: None,
    };
    raised(cx, text.filename, &message, place)
}

/// The error of a byte that is no UTF-8, at the error's place.
#[cold]
pub(super) fn byte<'f>(cx: &mut Context<'f>, text: Text<'_>, error: &syntax::Error) -> Error<'f> {
    let (source, at) = (text.source, error.span.start as usize);
    let Ok(lines) = syntax::LineIndex::new(source) else {
        return cx.memory_error();
    };
    let number = lines.position(error.span.start).line;
    let behind = |at: usize| source.get(at..).unwrap_or_default();
    let before = source.get(..at).unwrap_or_default();
    let line_start = before
        .iter()
        .rposition(|&b| b == b'\n')
        .map_or(0, |at| at + 1);
    let line_end = behind(at).iter().position(|&b| b == b'\n');
    let line_end = at + line_end.unwrap_or(behind(at).len());
    let line = source.get(line_start..line_end).unwrap_or_default();
    // The token: a name, or the inside of a string.
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || *b == b'_' || !b.is_ascii();
    let quoted = source
        .get(line_start..at)
        .unwrap_or_default()
        .iter()
        .rposition(|&b| b == b'"' || b == b'\'');
    let (start, end) = match quoted {
        Some(quote) => {
            let quote = line_start + quote;
            let mark = source.get(quote).copied().unwrap_or(b'"');
            let rest = source.get(at..line_end).unwrap_or_default();
            let length = rest.iter().position(|&b| b == mark).unwrap_or(rest.len());
            (quote + 1, at + length)
        }
        None => {
            let start = before
                .iter()
                .rposition(|b| !is_name(b))
                .map_or(0, |at| at + 1);
            let rest = behind(at);
            let length = rest.iter().position(|b| !is_name(b)).unwrap_or(rest.len());
            (start, at + length)
        }
    };
    let token = source.get(at..end).unwrap_or_default();
    let found = token.first().copied().unwrap_or(0);
    let (length, reason) = reason(token);
    let from = at.saturating_sub(start);
    let message = if length > 1 {
        let to = from + length - 1;
        format!(
            "(unicode error) 'utf-8' codec can't decode bytes in position {from}-{to}: {reason}"
        )
    } else {
        format!(
            "(unicode error) 'utf-8' codec can't decode byte 0x{found:02x} in position {from}: {reason}"
        )
    };
    let module = text.mode.is_file();
    // Behind the token, in bytes: what cannot be decoded has no characters to count.
    let column = end.saturating_sub(line_start) as i64;
    let (offset, end) = match quoted {
        Some(_) if module => (column + 2, column + 2),
        Some(_) => (column + 1, -1),
        None => (column, -1),
    };
    let mut shown = String::from_utf8_lossy(line).into_owned();
    if module {
        shown.push('\n');
    }
    let place = Place {
        line: number,
        offset,
        end: Some(end),
        text: Some(shown),
    };
    raised(cx, text.filename, &message, place)
}

/// Why the first byte begins no character, and how many bytes that concerns.
fn reason(token: &[u8]) -> (usize, &'static str) {
    let first = token.first().copied().unwrap_or(0);
    if !(0xC2..=0xF4).contains(&first) {
        return (1, "invalid start byte");
    }
    match core::str::from_utf8(token) {
        Err(error) if error.valid_up_to() == 0 => match error.error_len() {
            Some(length) => (length, "invalid continuation byte"),
            None => (token.len(), "unexpected end of data"),
        },
        _ => (1, "invalid continuation byte"),
    }
}

struct Place {
    line: u32,
    offset: i64,
    /// The offset of the end, which is in the same line.
    end: Option<i64>,
    text: Option<String>,
}

fn raised<'f>(cx: &mut Context<'f>, filename: &str, message: &str, place: Place) -> Error<'f> {
    match build(cx, filename, message, place) {
        Ok(exception) => Error::Raised(exception),
        Err(error) => error,
    }
}

fn build<'f>(cx: &mut Context<'f>, filename: &str, message: &str, place: Place) -> Res<'f> {
    let message = cx.str(message)?;
    let filename = cx.str(filename)?;
    let line = cx.int(i64::from(place.line))?;
    let offset = cx.int(place.offset)?;
    let text = match place.text {
        Some(text) => cx.str(&text)?,
        None => Local::NONE,
    };
    let details = match place.end {
        Some(end) => {
            let end = cx.int(end)?;
            cx.tuple(&[filename, line, offset, text, line, end])?
        }
        None => cx.tuple(&[filename, line, offset, text])?,
    };
    let class = cx.class_object(ClassId::SyntaxError);
    cx.call(class, &[message, details])
}
