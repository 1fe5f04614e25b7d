//! The error of lexer, parser and compiler, and where CPython says it is.
//!
//! [`Error`] is built by the parser and, for what CPython's symbol table and compiler refuse
//! (`'return' outside function`), by the compiler. [`Error::location`] turns its span into the
//! `lineno`, `offset`, `end_lineno`, `end_offset` and `text` of a `SyntaxError` instance. CPython
//! 3.11 does not count alike everywhere: [`Origin`] and [`Columns`] say how.

use super::lines::LineIndex;
use super::mode::Origin;
use super::source;
use super::tree::Span;
use alloc::borrow::Cow;
use alloc::string::String;

/// Which exception an [`Error`] becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// `SyntaxError`
    Syntax,
    /// `SyntaxError` without a place: the source asks for an encoding that is not read.
    Encoding,
    /// `SyntaxError` without a place: a byte that is no UTF-8. Who knows the file's name
    /// makes a sentence of the message with [`Error::undecodable`].
    Undecodable,
    /// `IndentationError`
    Indentation,
    /// `TabError`
    Tab,
    /// `ValueError`: null bytes in source given as a string.
    Value,
    /// `MemoryError`: no memory, past the byte budget, or nested past the depth limit.
    Memory,
    /// `RecursionError`: for the compiler.
    Recursion,
    /// `OverflowError`: the source is longer than 4 GiB.
    Overflow,
}

/// What the columns of an error count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Columns {
    /// Characters, but bytes where the source is no string and names no encoding: the parser.
    #[default]
    Parser,
    /// Characters: the lexer.
    Characters,
    /// Bytes: the compiler, and the parser of f-strings.
    Bytes,
}

/// The kind of token an error is at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum At {
    /// One with a place of its own.
    #[default]
    Token,
    /// A dedent: the place is how far the line has been read.
    Dedent,
    /// The end of the source, of which CPython knows the place in a string only.
    End,
    /// The end of the source, of which CPython says no column.
    Nowhere,
    /// A part of the tree: what the compiler refuses.
    Tree,
}

/// Why a source text was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// Which exception it becomes.
    pub kind: ErrorKind,
    /// The message, as CPython words it.
    pub message: Cow<'static, str>,
    /// The place; empty when CPython gives a point and no range.
    pub span: Span,
    /// Whether more input could make the source right (a REPL asks for another line).
    pub incomplete: bool,
    /// The expression of an f-string in which the error is: CPython 3.11 shows it, in
    /// parentheses, as the text of the error.
    pub fstring: Option<Span>,
    /// What its columns count.
    pub columns: Columns,
    /// The token it is at.
    pub at: At,
    /// Where the last token starts that had been read; 0 if that is not known.
    pub reached: u32,
}

/// A place in CPython's terms: lines from 1, offsets in characters from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// Line of the start.
    pub lineno: u32,
    /// Column of the start.
    pub offset: u32,
    /// Line of the end.
    pub end_lineno: u32,
    /// Column after the end.
    pub end_offset: u32,
    /// The source line, with its newline if it has one.
    pub text: String,
}

impl Error {
    /// An error of `kind` at `span`.
    pub fn new(kind: ErrorKind, message: impl Into<Cow<'static, str>>, span: Span) -> Error {
        Error {
            kind,
            message: message.into(),
            span,
            incomplete: false,
            fstring: None,
            columns: Columns::Parser,
            at: At::Token,
            reached: 0,
        }
    }

    /// A plain `SyntaxError`.
    pub fn syntax(message: impl Into<Cow<'static, str>>, span: Span) -> Error {
        Error::new(ErrorKind::Syntax, message, span)
    }

    /// The same error, as the lexer reports it.
    pub(super) fn in_characters(self) -> Error {
        Error {
            columns: Columns::Characters,
            ..self
        }
    }

    /// The error of an allocation that failed or would pass the byte budget.
    #[must_use]
    pub fn memory() -> Error {
        Error::new(ErrorKind::Memory, "", Span::new(0, 0))
    }

    /// The whole sentence of an [`ErrorKind::Undecodable`] in the file of this name.
    #[must_use]
    pub fn undecodable(&self, filename: &str, lines: &LineIndex) -> Cow<'static, str> {
        let line = Decimal::new(u64::from(lines.position(self.span.start).line));
        message(&[
            &self.message,
            " in file ",
            filename,
            " on line ",
            line.as_str(),
            ", but no encoding declared; see https://peps.python.org/pep-0263/ for details",
        ])
    }

    /// Where the error is, as the attributes of a `SyntaxError`.
    ///
    /// # Errors
    /// [`ErrorKind::Memory`] when the text cannot be copied.
    pub fn location(
        &self,
        source: &[u8],
        lines: &LineIndex,
        origin: Origin,
    ) -> Result<Location, Error> {
        let start = lines.position(self.span.start);
        let end = lines.position(self.span.end);
        let line = lines.line(source, start.line);
        let in_bytes = match self.columns {
            Columns::Parser => origin != Origin::Text && !source::names_encoding(source),
            Columns::Characters => false,
            Columns::Bytes => true,
        };
        let count = |bytes: &[u8]| {
            if in_bytes {
                u32::try_from(bytes.len()).unwrap_or(u32::MAX)
            } else {
                count_chars(bytes)
            }
        };
        let column = |offset: u32| {
            if in_bytes {
                lines.position(offset).column
            } else {
                lines.character_column(source, offset)
            }
        };
        let mut text = String::new();
        if let Some(inner) = self.fstring {
            let shown = source
                .get(inner.start as usize..inner.end as usize)
                .unwrap_or(&[]);
            let first = lines.position(inner.start).line;
            let column = |offset: u32| {
                let at = lines.position(offset);
                if at.line == first {
                    let from = inner.start.min(offset) as usize;
                    count(source.get(from..offset as usize).unwrap_or(&[])).saturating_add(2)
                } else {
                    column(offset).saturating_add(1)
                }
            };
            // One line of it, between the unseen parentheses.
            let above = start.line.saturating_sub(first) as usize;
            let mut rest = shown.split(|&byte| byte == b'\n').skip(above);
            if above == 0 {
                push_text(&mut text, b"(")?;
            }
            push_text(&mut text, rest.next().unwrap_or_default())?;
            if rest.next().is_none() {
                // The parser's line ends with the newline that was put behind it.
                let lexed = !self.message.starts_with("f-string: ");
                push_text(&mut text, if lexed { b")" } else { b")\n" })?;
            }
            return Ok(Location {
                lineno: start.line,
                offset: column(self.span.start),
                end_lineno: end.line,
                end_offset: column(self.span.end),
                text,
            });
        }
        push_text(&mut text, line)?;
        let offset = match self.at {
            At::Dedent => column(self.span.start),
            At::Nowhere => 0,
            At::End if origin == Origin::File => 0,
            _ => column(self.span.start).saturating_add(1),
        };
        Ok(Location {
            lineno: start.line,
            offset,
            end_lineno: end.line,
            end_offset: column(self.span.end).saturating_add(1),
            text,
        })
    }
}

/// The number of characters of UTF-8 text.
pub(super) fn count_chars(bytes: &[u8]) -> u32 {
    let count = bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn push_text(text: &mut String, bytes: &[u8]) -> Result<(), Error> {
    for part in bytes.utf8_chunks() {
        text.try_reserve(part.valid().len() + 3)
            .map_err(|_| Error::memory())?;
        text.push_str(part.valid());
        if !part.invalid().is_empty() {
            text.push('\u{FFFD}');
        }
    }
    Ok(())
}

/// Joins the parts of a message; an allocation that fails leaves the message empty.
pub(super) fn message(parts: &[&str]) -> Cow<'static, str> {
    let mut text = String::new();
    let length = parts.iter().map(|part| part.len()).sum();
    if text.try_reserve(length).is_err() {
        return Cow::Borrowed("");
    }
    for part in parts {
        text.push_str(part);
    }
    Cow::Owned(text)
}

/// A number in decimal, for messages.
pub(super) struct Decimal([u8; 20], usize);

impl Decimal {
    pub(super) fn new(mut value: u64) -> Decimal {
        let mut digits = [b'0'; 20];
        let mut start = digits.len();
        for (place, digit) in digits.iter_mut().enumerate().rev() {
            *digit = b'0' + (value % 10) as u8;
            value /= 10;
            start = place;
            if value == 0 {
                break;
            }
        }
        Decimal(digits, start)
    }

    pub(super) fn as_str(&self) -> &str {
        self.0
            .get(self.1..)
            .and_then(|digits| core::str::from_utf8(digits).ok())
            .unwrap_or("")
    }
}
