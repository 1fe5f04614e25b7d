//! What stands behind a backslash, outside and inside of sets.

use super::parse::Parser;
use super::source::{BACKSLASH, Fault, Message, Token};
use super::tree::{Anchor, Class, Member, Node};
use alloc::boxed::Box;
use alloc::vec::Vec;

/// The class of an escape.
fn class(letter: u8) -> Option<Member> {
    Some(match letter {
        b'd' => Member::Class(Class::Digit, false),
        b'D' => Member::Class(Class::Digit, true),
        b's' => Member::Class(Class::Space, false),
        b'S' => Member::Class(Class::Space, true),
        b'w' => Member::Class(Class::Word, false),
        b'W' => Member::Class(Class::Word, true),
        _ => return None,
    })
}

/// The character of an escape that has a letter of its own.
pub(super) fn control(letter: u8) -> Option<u32> {
    Some(match letter {
        b'a' => 7,
        b'b' => 8,
        b'f' => 12,
        b'n' => 10,
        b'r' => 13,
        b't' => 9,
        b'v' => 11,
        b'\\' => BACKSLASH,
        _ => return None,
    })
}

impl Parser<'_> {
    /// An escape outside of sets.
    pub(super) fn escape(&mut self, token: Token) -> Result<Node, Fault> {
        let code = token.second.unwrap_or(BACKSLASH);
        let Some(letter) = u8::try_from(code).ok().filter(u8::is_ascii) else {
            return Ok(Node::Char(code));
        };
        if let Some(member) = class(letter) {
            return Ok(Node::Set(Box::new([member]), false));
        }
        let anchor = match letter {
            b'A' => Some(Anchor::BeginningOfText),
            b'b' => Some(Anchor::Boundary),
            b'B' => Some(Anchor::NotBoundary),
            b'Z' => Some(Anchor::EndOfText),
            _ => None,
        };
        if let Some(anchor) = anchor {
            return Ok(Node::At(anchor));
        }
        if let Some(code) = control(letter) {
            return Ok(Node::Char(code));
        }
        let mut shown = alloc::vec![BACKSLASH, code];
        match letter {
            b'0' => {
                let value = self.source.digits(2, 8, &mut shown)?;
                Ok(Node::Char(value))
            }
            b'1'..=b'9' => self.group_or_octal(letter, shown),
            _ => self.common(letter, shown).map(Node::Char),
        }
    }

    /// An escape inside of a set.
    pub(super) fn set_escape(&mut self, token: Token) -> Result<Member, Fault> {
        let code = token.second.unwrap_or(BACKSLASH);
        let Some(letter) = u8::try_from(code).ok().filter(u8::is_ascii) else {
            return Ok(Member::Char(code));
        };
        if let Some(code) = control(letter) {
            return Ok(Member::Char(code));
        }
        if let Some(member) = class(letter) {
            return Ok(member);
        }
        let mut shown = alloc::vec![BACKSLASH, code];
        match letter {
            b'0'..=b'7' => {
                let first = u32::from(letter - b'0');
                let before = shown.len();
                let more = self.source.digits(2, 8, &mut shown)?;
                let value = (first << (3 * (shown.len() - before))) + more;
                self.octal(value, &shown).map(Member::Char)
            }
            b'8' | b'9' => Err(self.bad(&shown)),
            _ => self.common(letter, shown).map(Member::Char),
        }
    }

    /// Hexadecimal escapes, and those that mean their character.
    fn common(&mut self, letter: u8, mut shown: Vec<u32>) -> Result<u32, Fault> {
        let digits = match letter {
            b'x' => 2,
            b'u' if self.source.is_text => 4,
            b'U' if self.source.is_text => 8,
            b'N' if self.source.is_text => return self.named_character(),
            _ if letter.is_ascii_alphabetic() => return Err(self.bad(&shown)),
            _ => return Ok(u32::from(letter)),
        };
        let value = self.source.digits(digits, 16, &mut shown)?;
        if shown.len() != digits + 2 {
            let message = Message::new("incomplete escape ").chars(&shown);
            return Err(self.source.error(message, shown.len()));
        }
        if value > 0x10_FFFF {
            return Err(self.bad(&shown));
        }
        Ok(value)
    }

    /// `\N{...}`
    fn named_character(&mut self) -> Result<u32, Fault> {
        if !self.source.eat(b'{')? {
            return Err(self.source.error(Message::new("missing {"), 0));
        }
        let name = self.source.until(b'}', "character name")?;
        if let Some(code) = (self.character_named)(&name) {
            return Ok(code);
        }
        let message = Message::new("undefined character name ").repr(&name);
        Err(self.source.error(message, name.len() + 4))
    }

    fn bad(&self, shown: &[u32]) -> Fault {
        let message = Message::new("bad escape ").chars(shown);
        self.source.error(message, shown.len())
    }

    fn octal(&self, value: u32, shown: &[u32]) -> Result<u32, Fault> {
        if value > 0o377 {
            let message = Message::new("octal escape value ")
                .chars(shown)
                .text(" outside of range 0-0o377");
            return Err(self.source.error(message, shown.len()));
        }
        Ok(value)
    }

    /// Three octal digits, or the number of a group.
    fn group_or_octal(&mut self, letter: u8, mut shown: Vec<u32>) -> Result<Node, Fault> {
        let mut group = u32::from(letter - b'0');
        if let Some(second) = self.source.digit(10) {
            self.source.digits(1, 10, &mut shown)?;
            if group < 8
                && second < 8
                && let Some(third) = self.source.digit(8)
            {
                self.source.digits(1, 8, &mut shown)?;
                let value = group * 64 + second * 8 + third;
                return self.octal(value, &shown).map(Node::Char);
            }
            group = group * 10 + second;
        }
        if (group as usize) < self.widths.len() {
            if !self.is_closed(group as usize) {
                let message = Message::new("cannot refer to an open group");
                return Err(self.source.error(message, shown.len()));
            }
            self.check_behind(u64::from(group))?;
            return Ok(Node::Backreference(group));
        }
        let message = Message::new("invalid group reference ").number(u64::from(group));
        Err(self.source.error(message, shown.len() - 1))
    }
}
