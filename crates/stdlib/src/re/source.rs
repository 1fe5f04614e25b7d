//! The text of a pattern (or of a replacement), token by token, and what is wrong
//! with it.
//!
//! A token is a character, or a backslash with the character behind it. Positions are
//! those of CPython 3.11's tokenizer: a read goes one token ahead, so that a backslash
//! at the very end is told of before anything else is.

use alloc::vec::Vec;
use miniscript_core::text::repr;
use miniscript_core::text::unicode;
use miniscript_core::text::wtf8::Encoded;

/// Characters of flags, escapes and the like, as the parser compares them.
pub(super) const BACKSLASH: u32 = b'\\' as u32;

/// What a pattern has against it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// `re.error`: the message in generalised UTF-8, and the position if there is one.
    Error(Vec<u8>, Option<usize>),
    /// OverflowError.
    Overflow(&'static str),
    /// ValueError.
    Value(&'static str),
    /// IndexError: the message.
    Index(Vec<u8>),
    /// There is no memory left for it.
    Memory,
}

/// A warning, in the order of the text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Notice {
    /// Its message in generalised UTF-8.
    pub(super) message: Vec<u8>,
    /// A FutureWarning; else a DeprecationWarning.
    pub(super) future: bool,
}

/// Text of a message.
#[derive(Default)]
pub(super) struct Message(pub(super) Vec<u8>);

impl Message {
    pub(super) fn new(text: &str) -> Message {
        Message(text.as_bytes().to_vec())
    }

    pub(super) fn text(mut self, text: &str) -> Message {
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    pub(super) fn char(mut self, code: u32) -> Message {
        self.0.extend_from_slice(Encoded::new(code).as_bytes());
        self
    }

    pub(super) fn chars(mut self, codes: &[u32]) -> Message {
        self.0.extend_from_slice(&encode(codes));
        self
    }

    pub(super) fn token(self, token: Token) -> Message {
        let message = self.char(token.first);
        match token.second {
            Some(second) => message.char(second),
            None => message,
        }
    }

    pub(super) fn number(self, number: u64) -> Message {
        self.text(&alloc::format!("{number}"))
    }

    /// A str as `repr` shows it.
    pub(super) fn repr(mut self, codes: &[u32]) -> Message {
        // A vector refuses nothing.
        let _ = repr::write_str(&encode(codes), &mut self.0);
        self
    }

    /// The same as `ascii` shows it.
    pub(super) fn ascii(mut self, codes: &[u32]) -> Message {
        let _ = repr::write_ascii(&encode(codes), &mut self.0);
        self
    }
}

/// Characters in generalised UTF-8.
pub(super) fn encode(codes: &[u32]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for &code in codes {
        bytes.extend_from_slice(Encoded::new(code).as_bytes());
    }
    bytes
}

/// A character, or an escape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) first: u32,
    /// Behind a backslash.
    pub(super) second: Option<u32>,
}

impl Token {
    /// Its length in characters.
    pub(super) fn len(self) -> usize {
        1 + usize::from(self.second.is_some())
    }

    /// Whether it is this plain character.
    pub(super) fn is(self, byte: u8) -> bool {
        self.second.is_none() && self.first == u32::from(byte)
    }

    /// The plain character, if it is of ASCII.
    pub(super) fn ascii(self) -> Option<u8> {
        match self.second {
            None => u8::try_from(self.first).ok().filter(u8::is_ascii),
            Some(_) => None,
        }
    }
}

/// A text under the parser's eyes.
pub(super) struct Source<'a> {
    text: &'a [u32],
    /// A str; else bytes.
    pub(super) is_text: bool,
    index: usize,
    /// The token that is read next.
    pub(super) next: Option<Token>,
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a [u32], is_text: bool) -> Result<Source<'a>, Fault> {
        let mut source = Source {
            text,
            is_text,
            index: 0,
            next: None,
        };
        source.advance()?;
        Ok(source)
    }

    fn advance(&mut self) -> Result<(), Fault> {
        let at = self.index;
        self.next = match self.text.get(at) {
            None => return self.ended(),
            Some(&BACKSLASH) => match self.text.get(at + 1) {
                Some(&second) => Some(Token {
                    first: BACKSLASH,
                    second: Some(second),
                }),
                None => {
                    let message = Message::new("bad escape (end of pattern)");
                    return Err(Fault::Error(
                        message.0,
                        Some(self.text.len().saturating_sub(1)),
                    ));
                }
            },
            Some(&first) => Some(Token {
                first,
                second: None,
            }),
        };
        self.index = at + self.next.map_or(0, Token::len);
        Ok(())
    }

    fn ended(&mut self) -> Result<(), Fault> {
        self.next = None;
        Ok(())
    }

    /// Reads a token.
    pub(super) fn get(&mut self) -> Result<Option<Token>, Fault> {
        let token = self.next;
        self.advance()?;
        Ok(token)
    }

    /// Reads this character if it comes next.
    pub(super) fn eat(&mut self, byte: u8) -> Result<bool, Fault> {
        match self.next {
            Some(token) if token.is(byte) => {
                self.advance()?;
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Whether this character comes next.
    pub(super) fn sees(&self, byte: u8) -> bool {
        self.next.is_some_and(|token| token.is(byte))
    }

    /// The digit of a base that comes next.
    pub(super) fn digit(&self, base: u32) -> Option<u32> {
        char::from(self.next?.ascii()?).to_digit(base)
    }

    /// Reads up to `most` digits of a base, appends them to `shown` and returns their
    /// value.
    pub(super) fn digits(
        &mut self,
        most: usize,
        base: u32,
        shown: &mut Vec<u32>,
    ) -> Result<u32, Fault> {
        let mut value: u32 = 0;
        for _ in 0..most {
            let (Some(digit), Some(token)) = (self.digit(base), self.next) else {
                break;
            };
            value = value.wrapping_mul(base).wrapping_add(digit);
            shown.push(token.first);
            self.advance()?;
        }
        Ok(value)
    }

    /// Reads a name up to its terminator, which is read too.
    pub(super) fn until(&mut self, terminator: u8, what: &str) -> Result<Vec<u32>, Fault> {
        let mut name = Vec::new();
        loop {
            let token = self.get()?;
            let Some(token) = token else {
                return Err(if name.is_empty() {
                    self.error(Message::new("missing ").text(what), 0)
                } else {
                    let message = Message::new("missing ").char(u32::from(terminator));
                    self.error(message.text(", unterminated name"), name.len())
                });
            };
            if token.is(terminator) {
                if name.is_empty() {
                    return Err(self.error(Message::new("missing ").text(what), 1));
                }
                return Ok(name);
            }
            name.push(token.first);
            name.extend(token.second);
        }
    }

    /// Where the next token begins.
    pub(super) fn tell(&self) -> usize {
        self.index - self.next.map_or(0, Token::len)
    }

    /// Goes on from another place.
    pub(super) fn seek(&mut self, index: usize) -> Result<(), Fault> {
        self.index = index;
        self.advance()
    }

    /// An error `offset` characters before the next token.
    #[cold]
    pub(super) fn error(&self, message: Message, offset: usize) -> Fault {
        let at = self.tell().saturating_sub(offset);
        Fault::Error(self.shown(message.0), Some(at))
    }

    /// A message as it is shown: of bytes, in ASCII.
    fn shown(&self, message: Vec<u8>) -> Vec<u8> {
        if self.is_text {
            return message;
        }
        let mut out = Vec::new();
        let _ = repr::escape_non_ascii(&message, &mut out);
        out
    }

    /// A name between quotes: of bytes, in ASCII.
    pub(super) fn quoted(&self, message: Message, name: &[u32]) -> Message {
        if self.is_text {
            message.repr(name)
        } else {
            message.ascii(name)
        }
    }

    /// Refuses names that are no identifiers.
    pub(super) fn check_name(
        &self,
        name: &[u32],
        offset: usize,
        notices: &mut Vec<Notice>,
    ) -> Result<(), Fault> {
        if !is_identifier(name) {
            let message = Message::new("bad character in group name ").repr(name);
            return Err(self.error(message, name.len() + offset));
        }
        if !self.is_text && name.iter().any(|&code| code >= 0x80) {
            self.note_name(Message::default().ascii(name), name.len() + offset, notices);
        }
        Ok(())
    }

    /// Warns of a group's name or number; `shown` is it between quotes.
    pub(super) fn note_name(&self, shown: Message, offset: usize, notices: &mut Vec<Notice>) {
        let mut message = Message::new("bad character in group name ");
        message.0.extend_from_slice(&shown.0);
        let message = message
            .text(" at position ")
            .number(self.tell().saturating_sub(offset) as u64);
        notices.push(Notice {
            message: message.0,
            future: false,
        });
    }
}

/// Whether a text is an identifier.
pub(super) fn is_identifier(name: &[u32]) -> bool {
    unicode::case::is_identifier(&encode(name))
}

/// What `int` reads in a text: its value, at most `u64::MAX`, and whether it is written
/// in plain digits. `None` where `int` refuses it or it is negative.
pub(super) fn integer(text: &[u32]) -> Option<(u64, bool)> {
    let plain = !text.is_empty()
        && text
            .iter()
            .all(|&code| (0x30..0x3A).contains(&code));
    let mut rest = text;
    while let [first, more @ ..] = rest
        && unicode::is_space(*first)
    {
        rest = more;
    }
    while let [more @ .., last] = rest
        && unicode::is_space(*last)
    {
        rest = more;
    }
    let mut negative = false;
    if let [sign @ (0x2B | 0x2D), more @ ..] = rest {
        negative = *sign == 0x2D;
        rest = more;
    }
    let (mut value, mut count, mut digit_before) = (0u64, 0usize, false);
    for &code in rest {
        if code == u32::from(b'_') && digit_before {
            digit_before = false;
            continue;
        }
        let digit = unicode::decimal_value(code)?;
        value = value.saturating_mul(10).saturating_add(u64::from(digit));
        count += 1;
        digit_before = true;
    }
    // Longer ones `int` refuses.
    if !digit_before || count > 4300 || negative && value > 0 {
        return None;
    }
    Some((value, plain))
}
