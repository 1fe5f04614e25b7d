//! The scanner: bytes to tokens. A token that may go on beyond the text at hand is
//! not taken: more text, or the end, decides.
//!
//! As in the reference implementation a token is complete only when the byte after
//! it is there, and that byte counts as read: this shows in what `setecho` copies.

use super::Source;
use crate::words::parse_float;
use alloc::vec::Vec;

/// A token.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Token {
    Int(i64),
    Float(f64),
    Char(u8),
    Str(Vec<u8>),
    Word(Vec<u8>),
    Open,
    Close,
    OpenSet,
    CloseSet,
    Semicolon,
    /// `.` or `END`.
    Period,
    /// `==`
    Equal,
    Define,
    Const,
    Hide,
    Public,
    Module,
    /// A parenthesis.
    Paren(u8),
}

/// What the scanner found.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Scan {
    Token(Token),
    /// A line for the shell.
    Shell(Vec<u8>),
    /// The text at hand is used up.
    More,
}

/// A line that has been read: its text for `setecho`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) number: u32,
    pub(crate) text: Vec<u8>,
}

/// Whether a byte ends a word.
fn delimits(byte: u8) -> bool {
    byte <= 32 || b"\"#'().;[]{}".contains(&byte)
}

/// Whether bytes are a word as source could write it.
pub(crate) fn is_word(name: &[u8]) -> bool {
    match name {
        [] => false,
        [b'0'..=b'9', ..] | [b'-', b'0'..=b'9', ..] => false,
        _ => !name.iter().any(|&byte| delimits(byte)) && name != b"==",
    }
}

impl Source {
    fn peek(&self, ahead: usize) -> Option<u8> {
        self.text.get(self.at + ahead).copied()
    }

    /// The line that ends at `end`, for `setecho`.
    fn note(&mut self, end: usize) {
        if self.echo {
            let text = self.text.get(self.line_start..end).unwrap_or_default();
            self.lines.push(Line {
                number: self.line,
                text: text.to_vec(),
            });
        }
    }

    /// Goes over a newline.
    fn newline(&mut self) {
        if self.noted != Some(self.at) {
            self.note(self.at);
        }
        self.noted = None;
        self.at += 1;
        self.line_start = self.at;
        self.line += 1;
    }

    /// A token has ended here: the byte after it counts as read.
    fn ended(&mut self, word: bool) {
        match (self.peek(0), self.peek(1)) {
            (Some(b'\n'), _) => {
                if self.noted == Some(self.at) {
                    // Read a second time: nothing of the line is left.
                    if self.echo {
                        self.lines.push(Line {
                            number: self.line,
                            text: Vec::new(),
                        });
                    }
                } else {
                    self.note(self.at);
                    self.noted = Some(self.at);
                }
            }
            (Some(b'.'), Some(b'\n')) if word => {
                self.note(self.at + 1);
                self.noted = Some(self.at + 1);
            }
            _ => {}
        }
    }

    /// The next token.
    pub(super) fn scan(&mut self) -> Scan {
        loop {
            match self.peek(0) {
                None => return Scan::More,
                Some(b'\n') => self.newline(),
                Some(b'$') if self.at == self.line_start => {
                    let rest = self.text.get(self.at + 1..).unwrap_or_default();
                    let Some(length) = rest.iter().position(|&byte| byte == b'\n') else {
                        return Scan::More;
                    };
                    let command = rest.get(..length).unwrap_or_default().to_vec();
                    self.at += 1 + length;
                    return Scan::Shell(command);
                }
                Some(0..=32) => self.at += 1,
                Some(b'#') => {
                    let start = self.at;
                    if !self.skip_to(|source| source.peek(0) == Some(b'\n')) {
                        self.at = start;
                        return Scan::More;
                    }
                }
                Some(b'(') => match self.peek(1) {
                    None => return Scan::More,
                    Some(b'*') => {
                        let start = (self.at, self.line, self.line_start, self.noted);
                        let lines = self.lines.len();
                        self.at += 2;
                        let closed = self.skip_to(|source| {
                            source.peek(0) == Some(b'*') && source.peek(1) == Some(b')')
                        });
                        if !closed {
                            // It will be read again, when there is more of it.
                            (self.at, self.line, self.line_start, self.noted) = start;
                            self.lines.truncate(lines);
                            return Scan::More;
                        }
                        self.at += 2;
                    }
                    Some(_) => return self.single(Token::Paren(b'(')),
                },
                Some(_) => break,
            }
        }
        if self.peek(1).is_none() {
            // Whatever it is, the byte after it is missing.
            return Scan::More;
        }
        match self.peek(0) {
            Some(b'[') => self.single(Token::Open),
            Some(b']') => self.single(Token::Close),
            Some(b'{') => self.single(Token::OpenSet),
            Some(b'}') => self.single(Token::CloseSet),
            Some(b';') => self.single(Token::Semicolon),
            Some(b'.') => self.single(Token::Period),
            Some(b')') => self.single(Token::Paren(b')')),
            Some(b'"') => self.string(),
            Some(b'\'') => self.character(),
            Some(b'0'..=b'9') => self.number(),
            Some(b'-') if matches!(self.peek(1), Some(b'0'..=b'9')) => self.number(),
            _ => self.word(),
        }
    }

    fn single(&mut self, token: Token) -> Scan {
        if self.peek(1).is_none() {
            return Scan::More;
        }
        self.at += 1;
        self.ended(false);
        Scan::Token(token)
    }

    /// Goes on until `found`, over newlines; false if the text ends before.
    fn skip_to(&mut self, found: impl Fn(&Source) -> bool) -> bool {
        while !found(self) {
            match self.peek(0) {
                None => return false,
                Some(b'\n') => self.newline(),
                Some(_) => self.at += 1,
            }
        }
        true
    }

    /// What follows a backslash at `at`: the byte and how long it is written. `None`
    /// if the text ends within.
    fn escape(&mut self, at: usize) -> Option<(u8, usize)> {
        let first = *self.text.get(at)?;
        let plain = match first {
            b'b' => 8,
            b't' => 9,
            b'n' => 10,
            b'v' => 11,
            b'f' => 12,
            b'r' => 13,
            b'0'..=b'9' => {
                let mut value: u32 = 0;
                for count in 0..3 {
                    match *self.text.get(at + count)? {
                        digit @ b'0'..=b'9' => value = value * 10 + u32::from(digit - b'0'),
                        _ => {
                            self.complaint = Some("digit expected");
                            return Some((value as u8, count));
                        }
                    }
                }
                return Some((value as u8, 3));
            }
            other => other,
        };
        Some((plain, 1))
    }

    fn string(&mut self) -> Scan {
        let mut bytes = Vec::new();
        let mut at = self.at + 1;
        loop {
            match self.text.get(at) {
                None => return Scan::More,
                Some(b'"') => break,
                Some(b'\\') => match self.escape(at + 1) {
                    Some((byte, length)) => {
                        bytes.push(byte);
                        at += 1 + length;
                    }
                    None => return Scan::More,
                },
                Some(&byte) => {
                    bytes.push(byte);
                    at += 1;
                }
            }
        }
        at += 1;
        if at >= self.text.len() {
            return Scan::More;
        }
        while self.at < at {
            if self.peek(0) == Some(b'\n') {
                self.newline();
            } else {
                self.at += 1;
            }
        }
        self.ended(false);
        // A NUL ends a string.
        if let Some(length) = bytes.iter().position(|&byte| byte == 0) {
            bytes.truncate(length);
        }
        Scan::Token(Token::Str(bytes))
    }

    fn character(&mut self) -> Scan {
        let (byte, length) = match self.peek(1) {
            None => return Scan::More,
            Some(b'\\') => match self.escape(self.at + 2) {
                Some((byte, length)) => (byte, 2 + length),
                None => return Scan::More,
            },
            Some(byte) => (byte, 2),
        };
        if self.peek(length).is_none() {
            return Scan::More;
        }
        if self.peek(1) == Some(b'\n') {
            self.at += 1;
            self.newline();
        } else {
            self.at += length;
        }
        self.ended(false);
        Scan::Token(Token::Char(byte))
    }

    /// C's `strtoll` with base 0, or a float; what does not belong to it is left.
    fn number(&mut self) -> Scan {
        let run = |from: usize, belongs: fn(&u8) -> bool| {
            let rest = self.text.get(from..).unwrap_or_default();
            rest.iter().take_while(|byte| belongs(byte)).count()
        };
        let negative = self.peek(0) == Some(b'-');
        let start = self.at + usize::from(negative);
        let digits = run(start, u8::is_ascii_digit);
        let mut end = start + digits;
        let at = |at: usize| self.text.get(at).copied();
        // Whether it is over can be seen two bytes further at most, or five with an exponent.
        let (base, first) = match (at(start), at(start + 1)) {
            (Some(b'0'), Some(b'x' | b'X')) => {
                let hex = run(start + 2, u8::is_ascii_hexdigit);
                if hex > 0 {
                    end = start + 2 + hex;
                    (16, start + 2)
                } else if at(start + 2).is_none() {
                    return Scan::More;
                } else {
                    (10, start)
                }
            }
            _ => (10, start),
        };
        if base == 10 && at(end) == Some(b'.') {
            let fraction = run(end + 1, u8::is_ascii_digit);
            if at(end + 1 + fraction).is_none() {
                return Scan::More;
            }
            if fraction > 0 {
                end += 1 + fraction;
                if matches!(at(end), Some(b'e' | b'E')) {
                    let sign = usize::from(matches!(at(end + 1), Some(b'-' | b'+')));
                    let exponent = run(end + 1 + sign, u8::is_ascii_digit);
                    if at(end + 1 + sign + exponent).is_none() {
                        return Scan::More;
                    }
                    if exponent > 0 {
                        end += 1 + sign + exponent;
                    }
                }
                let value = parse_float(self.text.get(self.at..end).unwrap_or_default());
                self.at = end;
                self.ended(true);
                return Scan::Token(Token::Float(value));
            }
        }
        if at(end).is_none() {
            return Scan::More;
        }
        let (base, first) = if base == 10 && at(start) == Some(b'0') && digits > 1 {
            // Octal: digits 8 and 9 are no part of it.
            end = start + run(start, |byte| matches!(byte, b'0'..=b'7'));
            (8, start)
        } else {
            (base, first)
        };
        let text = self.text.get(first..end).unwrap_or_default();
        let token = integer(text, base, negative);
        self.at = end;
        self.ended(true);
        Scan::Token(token)
    }

    fn word(&mut self) -> Scan {
        let length = |from: usize| {
            let rest = self.text.get(from..).unwrap_or_default();
            rest.iter().take_while(|&&byte| !delimits(byte)).count()
        };
        let mut end = self.at + length(self.at);
        // A member of a module.
        while self.text.get(end) == Some(&b'.') && end > self.at {
            match self.text.get(end + 1) {
                None => return Scan::More,
                Some(&byte) if byte.is_ascii_alphanumeric() || b"-=_".contains(&byte) => {
                    end += 1 + length(end + 1);
                }
                Some(_) => break,
            }
        }
        if end >= self.text.len() {
            return Scan::More;
        }
        let word = self.text.get(self.at..end).unwrap_or_default();
        let token = match word {
            b"==" => Token::Equal,
            b"DEFINE" | b"LIBRA" => Token::Define,
            b"CONST" | b"INLINE" => Token::Const,
            b"HIDE" | b"PRIVATE" => Token::Hide,
            b"IN" | b"PUBLIC" => Token::Public,
            b"MODULE" => Token::Module,
            b"END" => Token::Period,
            _ => Token::Word(word.to_vec()),
        };
        self.at = end;
        self.ended(true);
        Scan::Token(token)
    }
}

/// An int, or a float where it does not fit.
fn integer(digits: &[u8], base: u32, negative: bool) -> Token {
    let mut value: i64 = 0;
    let mut float = 0.0;
    let mut fits = true;
    for &byte in digits {
        let digit = char::from(byte).to_digit(base).unwrap_or(0);
        float = float * f64::from(base) + f64::from(digit);
        let next = value.checked_mul(i64::from(base)).and_then(|value| {
            if negative {
                value.checked_sub(i64::from(digit))
            } else {
                value.checked_add(i64::from(digit))
            }
        });
        match next {
            Some(next) => value = next,
            None => fits = false,
        }
    }
    if !fits && base == 10 {
        float = parse_float(digits);
    }
    // The largest int is what an overflow gives: it counts as one.
    if fits && value != i64::MAX {
        Token::Int(value)
    } else if fits {
        Token::Float(value as f64)
    } else {
        Token::Float(if negative { -float } else { float })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(text: &str) -> Vec<Token> {
        let mut source = Source::new("t", text.as_bytes().to_vec());
        let mut tokens = Vec::new();
        while let Scan::Token(token) = source.scan() {
            tokens.push(token);
        }
        tokens
    }

    fn word(text: &str) -> Token {
        Token::Word(text.as_bytes().to_vec())
    }

    #[test]
    fn numbers_end_where_c_ends_them() {
        let rows: &[(&str, &[Token])] = &[
            ("0x1F ", &[Token::Int(31)]),
            ("017 ", &[Token::Int(15)]),
            ("078 ", &[Token::Int(7), Token::Int(8)]),
            ("2 1+ ", &[Token::Int(2), Token::Int(1), word("+")]),
            ("0x7G ", &[Token::Int(7), word("G")]),
            ("1e10 ", &[Token::Int(1), word("e10")]),
            ("1. ", &[Token::Int(1), Token::Period]),
            ("1.5. ", &[Token::Float(1.5), Token::Period]),
            ("-2.5e-3 ", &[Token::Float(-0.0025)]),
            ("- -x -7 ", &[word("-"), word("-x"), Token::Int(-7)]),
            (
                "9223372036854775807 ",
                &[Token::Float(9_223_372_036_854_775_807.0)],
            ),
            ("0 08 ", &[Token::Int(0), Token::Int(0), Token::Int(8)]),
        ];
        for (text, expected) in rows {
            assert_eq!(&tokens(text), expected, "{text}");
        }
    }

    #[test]
    fn a_token_needs_the_byte_after_it() {
        assert_eq!(tokens("1 2"), [Token::Int(1)]);
        assert_eq!(tokens("dup."), []);
        assert_eq!(tokens("dup. "), [word("dup"), Token::Period]);
        assert_eq!(tokens("dup ."), [word("dup")]);
        assert_eq!(tokens("\"ab"), []);
        assert_eq!(tokens("'\\06"), []);
        assert_eq!(tokens("(* open 1 2 "), []);
        assert_eq!(tokens("m.q .x "), [word("m.q"), Token::Period, word("x")]);
    }

    #[test]
    fn characters_and_strings_have_escapes() {
        assert_eq!(
            tokens("'A '\\n '\\065 '  "),
            [
                Token::Char(65),
                Token::Char(10),
                Token::Char(65),
                Token::Char(32)
            ]
        );
        assert_eq!(
            tokens("\"a\\\"b\\066\" \"ab\\000cd\" "),
            [Token::Str(b"a\"bB".to_vec()), Token::Str(b"ab".to_vec())]
        );
    }
}
