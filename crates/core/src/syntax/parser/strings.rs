//! String and bytes literals: prefixes, escapes, concatenation.

use super::super::error::{Decimal, Error, message};
use super::super::lexer::ascii;
use super::super::token::{Kind, Token};
use super::super::tree::*;
use super::{Parse, Parser};

/// A literal taken apart.
#[derive(Clone, Copy)]
pub(super) struct Literal {
    /// The text between the quotes.
    pub(super) body: Span,
    pub(super) raw: bool,
    pub(super) format: bool,
    bytes: bool,
    unicode: bool,
}

impl Parser<'_> {
    /// `strings`: adjacent literals, of which f-strings make the whole a `JoinedStr`.
    pub(super) fn strings(&mut self) -> Parse<ExprId> {
        let strings = self.adjacent_strings();
        self.string_failed |= strings == Err(super::Stop::Raised);
        strings
    }

    fn adjacent_strings(&mut self) -> Parse<ExprId> {
        let first = self.tok;
        // The literals are decoded when all of them have been read, as CPython does it: its
        // errors are reported at the token behind. They are lexed a second time for that, so
        // that no list of tokens is kept.
        let mut count = 0_u32;
        while self.tok.kind == Kind::String {
            count += 1;
            self.advance()?;
        }
        let last = self.prev;
        let span = first.span().to(last.span());
        let opening = self.literal(first);
        let start = self.tree.pool.len() as u32;
        let values = self.scratch.exprs.len();
        let mut joined = Joined {
            text: start,
            values,
            span,
            u_prefix: opening.unicode,
            format: false,
        };
        let mut at = first;
        for index in 0..count {
            if index > 0 {
                at = self.next_string(at.end);
            }
            let literal = self.literal(at);
            let outer = core::mem::replace(&mut self.literal_start, at.start);
            if literal.bytes {
                self.decode_bytes(literal, at)?;
            } else if !literal.format {
                self.decode(literal.body, literal.raw)?;
            }
            if literal.bytes != opening.bytes {
                let text = "cannot mix bytes and nonbytes literals";
                return Err(self.raise(text, self.tok.span()));
            }
            if literal.format {
                joined.format = true;
                self.format_string(literal, &mut joined)?;
            }
            self.literal_start = outer;
        }
        if opening.bytes {
            let value = Range::new(start, self.tree.pool.len() as u32);
            return self.expr(ExprKind::Constant(Constant::Bytes(value)), span);
        }
        if !joined.format {
            let value = Range::new(start, self.tree.pool.len() as u32);
            let kind = Constant::Str {
                value,
                u_prefix: opening.unicode,
            };
            return self.expr(ExprKind::Constant(kind), span);
        }
        self.end_text(&mut joined)?;
        let values = self.take_exprs(values)?;
        self.expr(ExprKind::JoinedStr { values }, span)
    }

    /// The string token behind `end`, where the lexer has found one before.
    fn next_string(&mut self, end: u32) -> Token {
        let limit = self.max_parentheses;
        let mut lexer = super::Lexer::inner(self.src, end as usize, limit);
        let none = Token {
            kind: Kind::End,
            level: 0,
            start: end,
            end,
        };
        lexer.next(&mut self.budget).unwrap_or(none)
    }

    fn literal(&self, token: Token) -> Literal {
        let text = self.text(token);
        let quote = text
            .iter()
            .position(|&b| b == b'"' || b == b'\'')
            .unwrap_or(0);
        let prefix = text.get(..quote).unwrap_or(&[]);
        let has = |lower: u8| prefix.iter().any(|b| b.to_ascii_lowercase() == lower);
        let quoted = text.get(quote..).unwrap_or(&[]);
        let triple =
            quoted.len() >= 6 && quoted.first() == quoted.get(1) && quoted.first() == quoted.get(2);
        let quotes = if triple { 3 } else { 1 };
        Literal {
            body: Span::new(
                token.start + quote as u32 + quotes,
                token.end.saturating_sub(quotes),
            ),
            raw: has(b'r'),
            format: has(b'f'),
            bytes: has(b'b'),
            unicode: has(b'u'),
        }
    }

    /// Appends bytes to the pool.
    pub(super) fn put(&mut self, bytes: &[u8]) -> Parse<()> {
        let result = self.budget.extend(&mut self.tree.pool, bytes);
        self.keep(result)
    }

    /// Appends a code point, which may be a surrogate, in WTF-8.
    fn put_char(&mut self, code: u32) -> Parse<()> {
        let mut utf8 = [0; 4];
        match char::from_u32(code) {
            Some(c) => {
                let text = c.encode_utf8(&mut utf8);
                self.put(text.as_bytes())
            }
            None => {
                let lead = 0xE0 | (code >> 12) as u8;
                let middle = 0x80 | ((code >> 6) & 0x3F) as u8;
                self.put(&[lead, middle, 0x80 | (code & 0x3F) as u8])
            }
        }
    }

    /// Appends the text of `body`, a part of a string literal, to the pool.
    pub(super) fn decode(&mut self, body: Span, raw: bool) -> Parse<()> {
        let src = self.src;
        let mut rest = src
            .get(body.start as usize..body.end as usize)
            .unwrap_or(&[]);
        let noted = self.tree.escapes.len();
        loop {
            let special = |&b: &u8| (b == b'\\' && !raw) || b == b'\r';
            let length = rest.iter().position(special).unwrap_or(rest.len());
            self.put(rest.get(..length).unwrap_or(&[]))?;
            rest = rest.get(length..).unwrap_or(&[]);
            let used = match rest {
                [] => {
                    // The first one of a text is enough.
                    self.tree.escapes.truncate(noted.saturating_add(1));
                    return Ok(());
                }
                [b'\r', b'\n', ..] => {
                    self.put(b"\n")?;
                    2
                }
                [b'\r', ..] => {
                    self.put(b"\n")?;
                    1
                }
                _ => self.escape(rest, body)?,
            };
            rest = rest.get(used..).unwrap_or(&[]);
        }
    }

    /// Decodes the escape at the start of `rest`; returns its length.
    fn escape(&mut self, rest: &[u8], body: Span) -> Parse<usize> {
        let code = match rest.get(1) {
            Some(b'\r') if rest.get(2) == Some(&b'\n') => return Ok(3),
            Some(b'\n' | b'\r') => return Ok(2),
            Some(b'x') => return self.hex_escape(rest, body, 2, "truncated \\xXX escape"),
            Some(b'u') => return self.hex_escape(rest, body, 4, "truncated \\uXXXX escape"),
            Some(b'U') => {
                return self.hex_escape(rest, body, 8, "truncated \\UXXXXXXXX escape");
            }
            Some(b'N') => {
                let name = rest.get(2..).unwrap_or(&[]);
                let close = name.iter().position(|&b| b == b'}');
                return match (name.first(), close) {
                    (Some(b'{'), Some(close)) if close > 1 => {
                        let last = close + 2;
                        let Some(unicode) = self.unicode else {
                            let reason =
                                "\\N escapes not supported (can't load unicodedata module)";
                            return Err(self.unicode_error(rest, body, last, reason));
                        };
                        match (unicode.character)(name.get(1..close).unwrap_or_default()) {
                            Some(code) => {
                                self.put_char(code)?;
                                Ok(last + 1)
                            }
                            None => Err(self.unicode_error(
                                rest,
                                body,
                                last,
                                "unknown Unicode character name",
                            )),
                        }
                    }
                    (Some(b'{'), Some(close)) => {
                        let last = close + 1;
                        Err(self.unicode_error(rest, body, last, "malformed \\N character escape"))
                    }
                    (Some(b'{'), None) => {
                        let last = rest.len() - 1;
                        Err(self.unicode_error(rest, body, last, "malformed \\N character escape"))
                    }
                    _ => Err(self.unicode_error(rest, body, 1, "malformed \\N character escape")),
                };
            }
            Some(&b @ b'0'..=b'7') => {
                let (code, length) = octal(rest, b);
                if code > 0xFF {
                    self.note_escape(code as u16)?;
                }
                self.put_char(code)?;
                return Ok(length);
            }
            Some(&b) => match simple_escape(b) {
                Some(code) => code,
                None => {
                    self.note_escape(b.into())?;
                    self.put(b"\\")?;
                    return Ok(1);
                }
            },
            None => {
                self.put(b"\\")?;
                return Ok(1);
            }
        };
        self.put(&[code])?;
        Ok(2)
    }

    /// Notes an escape that means nothing.
    fn note_escape(&mut self, letter: u16) -> Parse<()> {
        let escape = (self.literal_start, letter);
        let result = self.budget.push(&mut self.tree.escapes, escape);
        self.keep(result)
    }

    fn hex_escape(
        &mut self,
        rest: &[u8],
        body: Span,
        digits: usize,
        truncated: &'static str,
    ) -> Parse<usize> {
        let text = rest.get(2..).unwrap_or(&[]);
        let mut code = 0_u32;
        for place in 0..digits {
            let digit = text.get(place).and_then(|&b| char::from(b).to_digit(16));
            let Some(digit) = digit else {
                return Err(self.unicode_error(rest, body, place + 1, truncated));
            };
            code = (code << 4) | digit;
        }
        if code > 0x10_FFFF {
            let last = digits + 1;
            return Err(self.unicode_error(rest, body, last, "illegal Unicode character"));
        }
        self.put_char(code)?;
        Ok(digits + 2)
    }

    /// The error of the codec; `last` is the last byte of the escape, counted from its start.
    fn unicode_error(&mut self, rest: &[u8], body: Span, last: usize, reason: &str) -> super::Stop {
        // CPython has replaced each character beyond ASCII with a ten byte escape before.
        let all = self
            .src
            .get(body.start as usize..body.end as usize)
            .unwrap_or(&[]);
        let before = all
            .get(..all.len().saturating_sub(rest.len()))
            .unwrap_or(&[]);
        let wide = |bytes: &[u8]| -> u64 {
            bytes
                .iter()
                .map(|&b| match b {
                    0..=0x7F => 1,
                    0x80..=0xBF => 0,
                    _ => 10,
                })
                .sum()
        };
        let first = wide(before);
        let last = first + wide(rest.get(..=last).unwrap_or(rest)).saturating_sub(1);
        let (first, last) = (Decimal::new(first), Decimal::new(last));
        let text = message(&[
            "(unicode error) 'unicodeescape' codec can't decode bytes in position ",
            first.as_str(),
            "-",
            last.as_str(),
            ": ",
            reason,
        ]);
        let place = self.tok.span();
        self.raise(text, place)
    }

    fn decode_bytes(&mut self, literal: Literal, token: Token) -> Parse<()> {
        let src = self.src;
        let body = literal.body;
        let mut rest = src
            .get(body.start as usize..body.end as usize)
            .unwrap_or(&[]);
        if !rest.is_ascii() {
            let text = "bytes can only contain ASCII literal characters";
            return Err(self.raise(text, token.span()));
        }
        let whole = rest.len();
        let noted = self.tree.escapes.len();
        loop {
            let special = |&b: &u8| (b == b'\\' && !literal.raw) || b == b'\r';
            let length = rest.iter().position(special).unwrap_or(rest.len());
            self.put(rest.get(..length).unwrap_or(&[]))?;
            rest = rest.get(length..).unwrap_or(&[]);
            let used = match rest {
                [] => return Ok(()),
                [b'\r', b'\n', ..] => {
                    self.put(b"\n")?;
                    2
                }
                [b'\r', ..] => {
                    self.put(b"\n")?;
                    1
                }
                [b'\\', b'\r', b'\n', ..] => 3,
                [b'\\', b'\r' | b'\n', ..] => 2,
                [b'\\', b'x', digits @ ..] => {
                    let digit = |place| digits.get(place).and_then(|&b| char::from(b).to_digit(16));
                    let (Some(high), Some(low)) = (digit(0), digit(1)) else {
                        let at = Decimal::new((whole - rest.len()) as u64);
                        let text = "(value error) invalid \\x escape at position ";
                        let text = message(&[text, at.as_str()]);
                        return Err(self.raise(text, self.tok.span()));
                    };
                    self.put(&[(high << 4 | low) as u8])?;
                    4
                }
                [b'\\', b @ b'0'..=b'7', ..] => {
                    let (code, length) = octal(rest, *b);
                    if code > 0xFF && self.tree.escapes.len() == noted {
                        self.note_escape(code as u16)?;
                    }
                    self.put(&[code as u8])?;
                    length
                }
                [b'\\', b, ..] => match simple_escape(*b) {
                    Some(code) => {
                        self.put(&[code])?;
                        2
                    }
                    None => {
                        if self.tree.escapes.len() == noted {
                            self.note_escape((*b).into())?;
                        }
                        self.put(b"\\")?;
                        1
                    }
                },
                _ => {
                    self.put(b"\\")?;
                    1
                }
            };
            rest = rest.get(used..).unwrap_or(&[]);
        }
    }
}

/// A `JoinedStr` under construction.
pub(super) struct Joined {
    /// Where the literal text that is being collected starts in the pool.
    pub(super) text: u32,
    /// Where the values start on the stack of expressions.
    pub(super) values: usize,
    /// The place of the whole concatenation, which CPython gives to every part.
    pub(super) span: Span,
    pub(super) u_prefix: bool,
    pub(super) format: bool,
}

impl Parser<'_> {
    /// Makes a constant of the collected literal text, if there is any.
    pub(super) fn end_text(&mut self, joined: &mut Joined) -> Parse<()> {
        let end = self.tree.pool.len() as u32;
        if end > joined.text {
            let value = Range::new(joined.text, end);
            let kind = Constant::Str {
                value,
                u_prefix: joined.u_prefix,
            };
            let id = self.expr(ExprKind::Constant(kind), joined.span)?;
            self.hold_expr(id)?;
        }
        joined.text = end;
        Ok(())
    }

    /// An error of the f-string scanner, at the token behind the literals.
    pub(super) fn format_error(&mut self, text: &str) -> super::Stop {
        let text = message(&["f-string", text]);
        let place = self.tok.span();
        self.error = Some(Error {
            fstring: self.fstring,
            columns: self.columns(),
            ..Error::syntax(text, place)
        });
        super::Stop::Raised
    }
}

/// The escapes of one letter.
fn simple_escape(b: u8) -> Option<u8> {
    Some(match b {
        b'\\' | b'\'' | b'"' => b,
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        b'v' => 11,
        _ => return None,
    })
}

/// An octal escape of up to three digits: its value and length, backslash included.
fn octal(rest: &[u8], first: u8) -> (u32, usize) {
    let mut code = u32::from(first - b'0');
    let mut length = 2;
    while length < 4 {
        match rest.get(length) {
            Some(&b @ b'0'..=b'7') => code = code * 8 + u32::from(b - b'0'),
            _ => break,
        }
        length += 1;
    }
    (code, length)
}

/// Bytes as text for a message; what is not ASCII is left out.
pub(super) fn shown(bytes: &[u8]) -> &str {
    ascii(bytes)
}
