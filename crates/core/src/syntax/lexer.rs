//! The lexer: source bytes to tokens, one at a time.
//!
//! Called by the parser only. The source is valid UTF-8 without null bytes (checked before), so
//! that [`Lexer::at`] may answer 0 past the end. Indentation, bracket nesting and their errors are
//! CPython's `tokenizer.c`; numbers are in `number.rs`. Saving and restoring its state is cheap
//! enough for bounded lookahead ([`Lexer::save`]).

use super::error::{Decimal, Error, ErrorKind, message};
use super::ident;
use super::memory::Budget;
use super::token::{Kind, Token, keyword, operator};
use super::tree::Span;
use crate::features::{NO_UNICODE, UNICODE};
use alloc::vec::Vec;

/// CPython's MAXINDENT.
const MAX_INDENT: usize = 100;

/// An open bracket: which, where.
#[derive(Clone, Copy, Debug)]
struct Bracket {
    open: u8,
    at: u32,
}

/// A level of indentation, counted with tabs of eight and with tabs of one.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Column {
    wide: u32,
    narrow: u32,
}

/// Everything of the lexer that changes, to come back to.
#[derive(Debug)]
pub(super) struct Saved {
    pos: usize,
    line_start: bool,
    pending: i32,
    ended: bool,
    brackets: Vec<Bracket>,
    indents: Vec<Column>,
}

/// The state of the lexer.
#[derive(Debug)]
pub(super) struct Lexer<'s> {
    pub(super) src: &'s [u8],
    pub(super) pos: usize,
    /// Whether the next token is the first of a logical line.
    line_start: bool,
    /// Indents (positive) or dedents (negative) still to be given.
    pending: i32,
    /// Whether the newline before the end has been given.
    ended: bool,
    brackets: Vec<Bracket>,
    indents: Vec<Column>,
    max_brackets: usize,
    /// Whether this is the expression of an f-string, which stands in unseen parentheses.
    inner: bool,
}

impl<'s> Lexer<'s> {
    pub(super) fn new(src: &'s [u8], pos: usize, max_brackets: usize) -> Lexer<'s> {
        Lexer {
            src,
            pos,
            line_start: true,
            pending: 0,
            ended: false,
            brackets: Vec::new(),
            indents: Vec::new(),
            max_brackets,
            inner: false,
        }
    }

    /// A lexer for an expression within an f-string: `src` ends where it ends.
    pub(super) fn inner(src: &'s [u8], pos: usize, max_brackets: usize) -> Lexer<'s> {
        Lexer {
            line_start: false,
            inner: true,
            ..Lexer::new(src, pos, max_brackets)
        }
    }

    /// The byte at `pos`, 0 past the end.
    #[inline]
    pub(super) fn at(&self, pos: usize) -> u8 {
        self.src.get(pos).copied().unwrap_or(0)
    }

    pub(super) fn save(&self) -> Result<Saved, Error> {
        let mut saved = Saved {
            pos: self.pos,
            line_start: self.line_start,
            pending: self.pending,
            ended: self.ended,
            brackets: Vec::new(),
            indents: Vec::new(),
        };
        saved
            .brackets
            .try_reserve(self.brackets.len())
            .map_err(|_| Error::memory())?;
        saved.brackets.extend_from_slice(&self.brackets);
        saved
            .indents
            .try_reserve(self.indents.len())
            .map_err(|_| Error::memory())?;
        saved.indents.extend_from_slice(&self.indents);
        Ok(saved)
    }

    pub(super) fn restore(&mut self, saved: Saved) {
        self.pos = saved.pos;
        self.line_start = saved.line_start;
        self.pending = saved.pending;
        self.ended = saved.ended;
        self.brackets = saved.brackets;
        self.indents = saved.indents;
    }

    /// Where the innermost open bracket is, and which.
    pub(super) fn open_bracket(&self) -> Option<(u8, u32)> {
        self.brackets
            .last()
            .map(|bracket| (bracket.open, bracket.at))
    }

    /// Whether the source has ended within a bracket.
    pub(super) fn at_open_end(&self) -> bool {
        self.pos >= self.src.len() && !self.brackets.is_empty()
    }

    /// The next token.
    pub(super) fn next(&mut self, budget: &mut Budget) -> Result<Token, Error> {
        if self.line_start {
            self.line_start = false;
            self.indentation(budget)?;
        }
        if self.pending != 0 {
            let at = self.pos;
            let (kind, start) = if self.pending > 0 {
                self.pending -= 1;
                (Kind::Indent, at - 1)
            } else {
                self.pending += 1;
                (Kind::Dedent, at)
            };
            return Ok(self.token(kind, start, start));
        }
        self.blanks()?;
        let start = self.pos;
        let c = self.at(start);
        match c {
            b'a'..=b'z' | b'A'..=b'Z' | b'_' | 0x80.. => self.name(start),
            b'0'..=b'9' => self.number(start),
            b'"' | b'\'' => self.string(start, start),
            b'.' if self.at(start + 1).is_ascii_digit() => self.number(start),
            b'\n' | b'\r' => {
                self.pos += if c == b'\r' && self.at(start + 1) == b'\n' {
                    2
                } else {
                    1
                };
                self.line_start = true;
                Ok(self.token(Kind::Newline, start, start))
            }
            0 if start >= self.src.len() => self.end(start),
            _ => self.operator(start, c, budget),
        }
    }

    fn token(&self, kind: Kind, start: usize, end: usize) -> Token {
        Token {
            kind,
            level: self.level(),
            start: start as u32,
            end: end as u32,
        }
    }

    /// How many brackets are open.
    pub(super) fn level(&self) -> u16 {
        let level = self.brackets.len() + usize::from(self.inner);
        u16::try_from(level).unwrap_or(u16::MAX)
    }

    /// An error at a point: the character before `after`.
    pub(super) fn error_before(
        &self,
        after: usize,
        text: impl Into<alloc::borrow::Cow<'static, str>>,
    ) -> Error {
        let mut at = after.saturating_sub(1);
        while at > 0 && self.at(at) & 0xC0 == 0x80 {
            at -= 1;
        }
        Error::syntax(text, Span::new(at as u32, at as u32)).in_characters()
    }

    /// Skips blanks, comments, continuations and, inside brackets, newlines.
    fn blanks(&mut self) -> Result<(), Error> {
        loop {
            match self.at(self.pos) {
                b' ' | b'\t' | b'\x0C' => self.pos += 1,
                b'#' => self.comment(),
                b'\\' => self.continuation()?,
                b'\n' | b'\r' if self.inner || !self.brackets.is_empty() => self.pos += 1,
                _ => return Ok(()),
            }
        }
    }

    fn comment(&mut self) {
        let rest = self.src.get(self.pos..).unwrap_or(&[]);
        let length = rest
            .iter()
            .position(|&b| b == b'\n' || b == b'\r')
            .unwrap_or(rest.len());
        self.pos += length;
    }

    /// Skips a backslash with its newline.
    fn continuation(&mut self) -> Result<(), Error> {
        let start = self.pos;
        self.pos += match (self.at(start + 1), self.at(start + 2)) {
            (b'\r', b'\n') => 3,
            (b'\r' | b'\n', _) => 2,
            _ if start + 1 >= self.src.len() => 1,
            _ => {
                let text = "unexpected character after line continuation character";
                let at = start as u32 + 1;
                return Err(Error::syntax(text, Span::new(at, at)));
            }
        };
        if self.pos >= self.src.len() {
            return Err(self.unexpected_end(start));
        }
        Ok(())
    }

    fn unexpected_end(&self, at: usize) -> Error {
        if !self.brackets.is_empty() {
            return self.never_closed();
        }
        let at = at as u32 + 1;
        let text = "unexpected EOF while parsing";
        Error {
            incomplete: true,
            ..Error::syntax(text, Span::new(at, at))
        }
    }

    /// The error for the innermost bracket that the end leaves open.
    pub(super) fn never_closed(&self) -> Error {
        let Some((open, at)) = self.open_bracket() else {
            return self.unexpected_end(self.pos);
        };
        let text = message(&["'", ascii(&[open]), "' was never closed"]);
        Error {
            incomplete: true,
            ..Error::syntax(text, Span::new(at, at))
        }
    }

    fn end(&mut self, start: usize) -> Result<Token, Error> {
        if !self.brackets.is_empty() {
            return Err(self.never_closed());
        }
        if self.inner {
            return Ok(self.token(Kind::End, start, start));
        }
        if !self.ended {
            self.ended = true;
            let last = self.src.get(start.wrapping_sub(1)).copied();
            let fresh =
                matches!(last, None | Some(b'\n' | b'\r')) || self.only_blanks_before(start);
            if !fresh {
                self.line_start = true;
                return Ok(self.token(Kind::Newline, start, start));
            }
        }
        Ok(self.token(Kind::End, start, start))
    }

    /// Whether the line up to `end` holds no token: blanks or a comment that began it.
    fn only_blanks_before(&self, end: usize) -> bool {
        let line = self.src.get(self.start_of_line(end)..end).unwrap_or(&[]);
        let first = line
            .iter()
            .position(|&b| !matches!(b, b' ' | b'\t' | b'\x0C'));
        match first {
            None => true,
            Some(first) => line.get(first) == Some(&b'#'),
        }
    }

    pub(super) fn start_of_line(&self, pos: usize) -> usize {
        let before = self.src.get(..pos.min(self.src.len())).unwrap_or(&[]);
        let start = before
            .iter()
            .rposition(|&b| b == b'\n' || b == b'\r')
            .map_or(0, |at| at + 1);
        if start == 0 && self.src.starts_with(b"\xEF\xBB\xBF") {
            3.min(pos)
        } else {
            start
        }
    }

    /// Measures the indentation of the next line that holds a token.
    fn indentation(&mut self, budget: &mut Budget) -> Result<(), Error> {
        let (mut wide, mut narrow) = (0_u32, 0_u32);
        // The indentation of a line that a backslash continues is that of its first line.
        let mut first_wide = 0;
        loop {
            match self.at(self.pos) {
                b' ' => {
                    wide += 1;
                    narrow += 1;
                    self.pos += 1;
                }
                b'\t' => {
                    wide = (wide / 8 + 1) * 8;
                    narrow += 1;
                    self.pos += 1;
                }
                b'\x0C' => {
                    (wide, narrow) = (0, 0);
                    self.pos += 1;
                }
                b'\\' => {
                    if first_wide == 0 {
                        first_wide = wide;
                    }
                    self.continuation()?;
                }
                b'#' => self.comment(),
                b'\n' | b'\r' => {
                    (wide, narrow, first_wide) = (0, 0, 0);
                    self.pos += 1;
                }
                0 if self.pos >= self.src.len() => {
                    (wide, narrow, first_wide) = (0, 0, 0);
                    break;
                }
                _ => break,
            }
        }
        if first_wide != 0 {
            (wide, narrow) = (first_wide, first_wide);
        }
        self.indent_to(Column { wide, narrow }, budget)
    }

    fn indent_to(&mut self, column: Column, budget: &mut Budget) -> Result<(), Error> {
        let zero = Column { wide: 0, narrow: 0 };
        let top = self.indents.last().copied().unwrap_or(zero);
        if column.wide == top.wide {
            if column.narrow != top.narrow {
                return Err(self.tab_error());
            }
        } else if column.wide > top.wide {
            if self.indents.len() + 1 >= MAX_INDENT {
                return Err(
                    self.line_error(ErrorKind::Indentation, "too many levels of indentation")
                );
            }
            if column.narrow <= top.narrow {
                return Err(self.tab_error());
            }
            self.pending += 1;
            budget.push(&mut self.indents, column)?;
        } else {
            let mut top = top;
            while column.wide < top.wide {
                self.pending -= 1;
                self.indents.pop();
                top = self.indents.last().copied().unwrap_or(zero);
            }
            if column.wide != top.wide {
                let end = self.end_of_line() as u32;
                let text = "unindent does not match any outer indentation level";
                return Err(Error::new(
                    ErrorKind::Indentation,
                    text,
                    Span::new(end, end),
                ));
            }
            if column.narrow != top.narrow {
                return Err(self.tab_error());
            }
        }
        Ok(())
    }

    fn end_of_line(&self) -> usize {
        let rest = self.src.get(self.pos..).unwrap_or(&[]);
        self.pos
            + rest
                .iter()
                .position(|&b| b == b'\n' || b == b'\r')
                .unwrap_or(rest.len())
    }

    fn tab_error(&self) -> Error {
        self.line_error(
            ErrorKind::Tab,
            "inconsistent use of tabs and spaces in indentation",
        )
    }

    fn line_error(&self, kind: ErrorKind, text: &'static str) -> Error {
        let start = self.start_of_line(self.pos) as u32;
        Error::new(kind, text, Span::new(start, start))
    }

    fn name(&mut self, start: usize) -> Result<Token, Error> {
        let rest = self.src.get(start..).unwrap_or(&[]);
        let mut ascii = true;
        let mut length = rest.len();
        for (place, &b) in rest.iter().enumerate() {
            if b >= 0x80 {
                ascii = false;
            } else if !(b.is_ascii_alphanumeric() || b == b'_') {
                length = place;
                break;
            }
        }
        let name = rest.get(..length).unwrap_or(&[]);
        self.pos = start + length;
        if length <= 2 && matches!(self.at(self.pos), b'"' | b'\'') && is_prefix(name) {
            return self.string(start, self.pos);
        }
        if ascii {
            return Ok(self.token(keyword(name), start, self.pos));
        }
        self.check_name(start, name)?;
        Ok(self.token(Kind::Name, start, self.pos))
    }

    fn check_name(&self, start: usize, name: &[u8]) -> Result<(), Error> {
        for (place, c) in core::str::from_utf8(name).unwrap_or("").char_indices() {
            let fine = if place == 0 {
                ident::is_identifier_start(c)
            } else {
                ident::is_identifier_continue(c)
            };
            if !fine {
                let mut hex = [0; 8];
                let hex = hexadecimal(c as u32, &mut hex);
                let mut utf8 = [0; 4];
                let shown = &*c.encode_utf8(&mut utf8);
                let text = if ident::is_printable(c) {
                    let why = if UNICODE || u32::from(c) <= 0xFF {
                        ""
                    } else {
                        NO_UNICODE
                    };
                    message(&["invalid character '", shown, "' (U+", hex, ")", why])
                } else {
                    message(&["invalid non-printable character U+", hex])
                };
                let at = (start + place) as u32;
                return Err(Error::syntax(text, Span::new(at, at)).in_characters());
            }
        }
        Ok(())
    }

    /// A string whose prefix starts at `start` and whose quote stands at `quote`.
    fn string(&mut self, start: usize, quote: usize) -> Result<Token, Error> {
        let q = self.at(quote);
        let triple = self.at(quote + 1) == q && self.at(quote + 2) == q;
        if !triple && self.at(quote + 1) == q {
            self.pos = quote + 2;
            return Ok(self.token(Kind::String, start, self.pos));
        }
        let mut pos = quote + if triple { 3 } else { 1 };
        loop {
            match self.at(pos) {
                c if c == q => {
                    if !triple {
                        self.pos = pos + 1;
                        break;
                    }
                    if self.at(pos + 1) == q && self.at(pos + 2) == q {
                        self.pos = pos + 3;
                        break;
                    }
                    pos += 1;
                }
                b'\\' => {
                    let crlf = self.at(pos + 1) == b'\r' && self.at(pos + 2) == b'\n';
                    pos += if crlf { 3 } else { 2 };
                }
                b'\n' | b'\r' if !triple => return Err(self.unterminated(start, pos, triple)),
                0 if pos >= self.src.len() => return Err(self.unterminated(start, pos, triple)),
                _ => pos += 1,
            }
        }
        Ok(self.token(Kind::String, start, self.pos))
    }

    fn unterminated(&self, start: usize, end: usize, triple: bool) -> Error {
        let before = self.src.get(..end.min(self.src.len())).unwrap_or(self.src);
        let mut line = 1;
        let mut bytes = before.iter().peekable();
        while let Some(&b) = bytes.next() {
            if b == b'\n' || (b == b'\r' && bytes.peek() != Some(&&b'\n')) {
                line += 1;
            }
        }
        if end >= self.src.len() && matches!(self.src.last(), Some(b'\n' | b'\r')) {
            // CPython reads no further line at the end.
            line -= 1;
        }
        let line = Decimal::new(line);
        let what = if triple {
            "unterminated triple-quoted string literal (detected at line "
        } else {
            "unterminated string literal (detected at line "
        };
        let at = start as u32;
        let incomplete = end >= self.src.len() && (triple || self.at(end.wrapping_sub(1)) == b'\n');
        Error {
            incomplete,
            ..Error::syntax(message(&[what, line.as_str(), ")"]), Span::new(at, at)).in_characters()
        }
    }

    fn operator(&mut self, start: usize, c: u8, budget: &mut Budget) -> Result<Token, Error> {
        let (kind, length) = operator([c, self.at(start + 1), self.at(start + 2)]);
        self.pos = start + length as usize;
        match kind {
            Kind::LeftParen | Kind::LeftBracket | Kind::LeftBrace => {
                if self.brackets.len() >= self.max_brackets {
                    return Err(self.error_before(self.pos, "too many nested parentheses"));
                }
                budget.push(
                    &mut self.brackets,
                    Bracket {
                        open: c,
                        at: start as u32,
                    },
                )?;
            }
            Kind::RightParen | Kind::RightBracket | Kind::RightBrace => self.close(c, start)?,
            Kind::Unknown if c < b' ' || c == 0x7F => {
                let mut hex = [0; 8];
                let hex = hexadecimal(u32::from(c), &mut hex);
                let text = message(&["invalid non-printable character U+", hex]);
                return Err(self.error_before(self.pos, text));
            }
            _ => {}
        }
        Ok(self.token(kind, start, self.pos))
    }

    fn close(&mut self, c: u8, start: usize) -> Result<(), Error> {
        let close = [c];
        let Some(open) = self.brackets.pop() else {
            if self.inner {
                // The unseen parenthesis around the expression of an f-string is never closed by
                // the text: the scan for its end checks the brackets first.
                return Err(Error::syntax(
                    "invalid syntax",
                    Span::new(start as u32, start as u32 + 1),
                ));
            }
            let text = message(&["unmatched '", ascii(&close), "'"]);
            return Err(self.error_before(self.pos, text));
        };
        let fits = matches!((open.open, c), (b'(', b')') | (b'[', b']') | (b'{', b'}'));
        if fits {
            return Ok(());
        }
        let opener = [open.open];
        let between = self.src.get(open.at as usize..start).unwrap_or(&[]);
        let what = "closing parenthesis '";
        let not = "' does not match opening parenthesis '";
        let text = if between.iter().any(|&b| b == b'\n' || b == b'\r') {
            let line = Decimal::new(self.line_of(open.at as usize));
            message(&[
                what,
                ascii(&close),
                not,
                ascii(&opener),
                "' on line ",
                line.as_str(),
            ])
        } else {
            message(&[what, ascii(&close), not, ascii(&opener), "'"])
        };
        Err(self.error_before(self.pos, text))
    }

    /// The line of `pos`, for messages.
    pub(super) fn line_of(&self, pos: usize) -> u64 {
        let before = self.src.get(..pos).unwrap_or(self.src);
        let mut line = 1;
        let mut last = 0;
        for &b in before {
            if b == b'\r' || (b == b'\n' && last != b'\r') {
                line += 1;
            }
            last = b;
        }
        line
    }
}

/// Whether `name` is the prefix of a string literal.
fn is_prefix(name: &[u8]) -> bool {
    let lower = |b: u8| b.to_ascii_lowercase();
    match *name {
        [a] => matches!(lower(a), b'b' | b'u' | b'r' | b'f'),
        [a, b] => matches!(
            (lower(a), lower(b)),
            (b'b', b'r') | (b'r', b'b') | (b'f', b'r') | (b'r', b'f')
        ),
        _ => false,
    }
}

/// ASCII bytes as text.
pub(super) fn ascii(bytes: &[u8]) -> &str {
    core::str::from_utf8(bytes).unwrap_or("")
}

/// `value` in at least four upper-case hexadecimal digits.
fn hexadecimal(value: u32, digits: &mut [u8; 8]) -> &str {
    let mut first = 4;
    for (place, digit) in digits.iter_mut().enumerate() {
        let nibble = (value >> (28 - 4 * place)) & 15;
        if nibble != 0 {
            first = first.min(place);
        }
        *digit = b"0123456789ABCDEF"
            .get(nibble as usize)
            .copied()
            .unwrap_or(b'0');
    }
    digits.get(first..).map_or("", ascii)
}
