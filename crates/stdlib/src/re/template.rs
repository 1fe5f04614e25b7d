//! Replacements: text with references to groups.

use super::escape::control;
use super::group::MAX_GROUPS;
use super::source::{BACKSLASH, Fault, Message, Notice, Source, Token, integer, is_identifier};
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use miniscript_core::text::wtf8::Encoded;

/// A part of a replacement.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// In generalised UTF-8, or as bytes.
    Text(Vec<u8>),
    Group(u32),
}

/// What a replacement may refer to.
pub(super) struct Groups<'a> {
    pub(super) count: u32,
    pub(super) names: &'a BTreeMap<Vec<u32>, u32>,
}

struct Reader<'a> {
    source: Source<'a>,
    groups: &'a Groups<'a>,
    pieces: Vec<Piece>,
    notices: Vec<Notice>,
}

/// Parses a replacement. Warnings come also with errors.
pub(super) fn parse(
    text: &[u32],
    is_text: bool,
    groups: &Groups<'_>,
) -> (Vec<Notice>, Result<Vec<Piece>, Fault>) {
    let source = match Source::new(text, is_text) {
        Ok(source) => source,
        Err(fault) => return (Vec::new(), Err(fault)),
    };
    let mut reader = Reader {
        source,
        groups,
        pieces: Vec::new(),
        notices: Vec::new(),
    };
    let result = reader.read();
    (reader.notices, result.map(|()| reader.pieces))
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Fault> {
        while let Some(token) = self.source.get()? {
            match token.second {
                None => self.char(token.first),
                Some(second) => self.escape(token, second)?,
            }
        }
        Ok(())
    }

    fn char(&mut self, code: u32) {
        if !matches!(self.pieces.last(), Some(Piece::Text(_))) {
            self.pieces.push(Piece::Text(Vec::new()));
        }
        let Some(Piece::Text(text)) = self.pieces.last_mut() else {
            return;
        };
        if self.source.is_text {
            text.extend_from_slice(Encoded::new(code).as_bytes());
        } else {
            text.push(code as u8);
        }
    }

    fn group(&mut self, group: u64, offset: usize) -> Result<(), Fault> {
        match u32::try_from(group) {
            Ok(group) if group <= self.groups.count => {
                self.pieces.push(Piece::Group(group));
                Ok(())
            }
            _ => Err(self.no_group(group, offset)),
        }
    }

    fn no_group(&self, group: u64, offset: usize) -> Fault {
        let message = Message::new("invalid group reference ").number(group);
        self.source.error(message, offset)
    }

    fn escape(&mut self, token: Token, second: u32) -> Result<(), Fault> {
        let letter = u8::try_from(second).ok().filter(u8::is_ascii);
        let mut shown = alloc::vec![BACKSLASH, second];
        match letter {
            Some(b'g') => self.reference(),
            Some(b'0') => {
                let value = self.source.digits(2, 8, &mut shown)?;
                self.char(value & 0xFF);
                Ok(())
            }
            Some(digit @ b'1'..=b'9') => self.number(u32::from(digit - b'0'), shown),
            _ => {
                if let Some(code) = letter.and_then(control) {
                    self.char(code);
                    return Ok(());
                }
                if letter.is_some_and(|letter| letter.is_ascii_alphabetic()) {
                    let message = Message::new("bad escape ").token(token);
                    return Err(self.source.error(message, 2));
                }
                self.char(BACKSLASH);
                self.char(second);
                Ok(())
            }
        }
    }

    /// Three octal digits, or the number of a group.
    fn number(&mut self, first: u32, mut shown: Vec<u32>) -> Result<(), Fault> {
        let mut group = first;
        if let Some(second) = self.source.digit(10) {
            self.source.digits(1, 10, &mut shown)?;
            if first < 8
                && second < 8
                && let Some(third) = self.source.digit(8)
            {
                self.source.digits(1, 8, &mut shown)?;
                let value = first * 64 + second * 8 + third;
                if value > 0o377 {
                    let message = Message::new("octal escape value ")
                        .chars(&shown)
                        .text(" outside of range 0-0o377");
                    return Err(self.source.error(message, shown.len()));
                }
                self.char(value);
                return Ok(());
            }
            group = first * 10 + second;
        }
        self.group(u64::from(group), shown.len() - 1)
    }

    /// `\g<...>`
    fn reference(&mut self) -> Result<(), Fault> {
        if !self.source.eat(b'<')? {
            return Err(self.source.error(Message::new("missing <"), 0));
        }
        let name = self.source.until(b'>', "group name")?;
        let offset = name.len() + 1;
        if is_identifier(&name) {
            self.source.check_name(&name, 1, &mut self.notices)?;
            let Some(&group) = self.groups.names.get(&name) else {
                return Err(Fault::Index(
                    Message::new("unknown group name ").repr(&name).0,
                ));
            };
            return self.group(u64::from(group), offset);
        }
        let Some((group, plain)) = integer(&name) else {
            let message = Message::new("bad character in group name ").repr(&name);
            return Err(self.source.error(message, offset));
        };
        if group >= MAX_GROUPS {
            return Err(self.no_group(group, offset));
        }
        if !plain {
            let shown = self.source.quoted(Message::default(), &name);
            self.source.note_name(shown, offset, &mut self.notices);
        }
        self.group(group, offset)
    }
}
