//! Sets of characters between brackets.

use super::parse::Parser;
use super::source::{Fault, Message, Notice, Token};
use super::tree::{Member, Node};
use alloc::vec::Vec;

impl Parser<'_> {
    /// After an opening bracket.
    pub(super) fn set(&mut self) -> Result<Node, Fault> {
        let here = self.source.tell() - 1;
        if self.source.sees(b'[') {
            let at = self.source.tell();
            self.possible("nested set", at);
        }
        let negated = self.source.eat(b'^')?;
        let mut members: Vec<Member> = Vec::new();
        loop {
            let token = self.member_token(here)?;
            if token.is(b']') && !members.is_empty() {
                break;
            }
            let low = if token.second.is_some() {
                self.set_escape(token)?
            } else {
                self.doubtful(token, !members.is_empty());
                Member::Char(token.first)
            };
            if !self.source.eat(b'-')? {
                members.push(low);
                continue;
            }
            let last = self.member_token(here)?;
            if last.is(b']') {
                members.push(low);
                members.push(Member::Char(u32::from(b'-')));
                break;
            }
            let high = if last.second.is_some() {
                self.set_escape(last)?
            } else {
                if last.is(b'-') {
                    let at = self.source.tell() - 2;
                    self.possible("set difference", at);
                }
                Member::Char(last.first)
            };
            match (low, high) {
                (Member::Char(low), Member::Char(high)) if low <= high => {
                    members.push(Member::Range(low, high));
                }
                _ => {
                    let message = Message::new("bad character range ")
                        .token(token)
                        .text("-")
                        .token(last);
                    return Err(self.source.error(message, token.len() + 1 + last.len()));
                }
            }
        }
        match members.as_slice() {
            [Member::Char(code), rest @ ..]
                if rest.iter().all(|&other| other == Member::Char(*code)) =>
            {
                Ok(if negated {
                    Node::NotChar(*code)
                } else {
                    Node::Char(*code)
                })
            }
            _ => Ok(Node::Set(members.into_boxed_slice(), negated)),
        }
    }

    fn member_token(&mut self, here: usize) -> Result<Token, Fault> {
        match self.source.get()? {
            Some(token) => Ok(token),
            None => {
                let offset = self.source.tell() - here;
                let message = Message::new("unterminated character set");
                Err(self.source.error(message, offset))
            }
        }
    }

    /// Warns of doubled signs, which may one day be operations on sets.
    fn doubtful(&mut self, token: Token, inside: bool) {
        if !inside || self.source.next != Some(token) {
            return;
        }
        let what = match token.ascii() {
            Some(b'-') => "set difference",
            Some(b'&') => "set intersection",
            Some(b'~') => "set symmetric difference",
            Some(b'|') => "set union",
            _ => return,
        };
        let at = self.source.tell() - 1;
        self.possible(what, at);
    }

    fn possible(&mut self, what: &str, at: usize) {
        let message = Message::new("Possible ")
            .text(what)
            .text(" at position ")
            .number(at as u64);
        self.notices.push(Notice {
            message: message.0,
            future: true,
        });
    }
}
