//! Parentheses: groups and what begins with `(?`.

use super::parse::{Opened, Parser};
use super::source::{Fault, Message, Token, integer, is_identifier};
use super::tree::{Node, flag};

/// More groups there cannot be.
pub(super) const MAX_GROUPS: u64 = 1_073_741_823;

/// The flag of a letter.
fn letter(token: Token) -> Option<u32> {
    Some(match token.ascii()? {
        b'i' => flag::IGNORECASE,
        b'L' => flag::LOCALE,
        b'm' => flag::MULTILINE,
        b's' => flag::DOTALL,
        b'x' => flag::VERBOSE,
        b'a' => flag::ASCII,
        b't' => flag::TEMPLATE,
        b'u' => flag::UNICODE,
        _ => return None,
    })
}

impl Parser<'_> {
    /// After an opening parenthesis.
    pub(super) fn open(&mut self) -> Result<(), Fault> {
        let start = self.source.tell() - 1;
        if !self.source.eat(b'?')? {
            let group = self.new_group();
            return self.enter_group(Some(group), 0, 0, start);
        }
        let Some(token) = self.source.get()? else {
            return Err(self.unexpected_end());
        };
        match token.ascii() {
            Some(b'P') => self.named(start),
            Some(b':') => self.enter_group(None, 0, 0, start),
            Some(b'#') => self.comment(start),
            Some(b'=' | b'!') => {
                let opened = Opened::Look {
                    behind: false,
                    negative: token.is(b'!'),
                    outermost: false,
                };
                self.enter(opened, start, self.verbose);
                Ok(())
            }
            Some(b'<') => self.look_behind(start),
            Some(b'(') => self.condition(start),
            Some(b'>') => {
                self.enter(Opened::Atomic, start, self.verbose);
                Ok(())
            }
            _ if letter(token).is_some() || token.is(b'-') => self.inline_flags(token, start),
            _ => {
                let message = Message::new("unknown extension ?").token(token);
                Err(self.source.error(message, token.len() + 1))
            }
        }
    }

    fn unexpected_end(&self) -> Fault {
        self.source
            .error(Message::new("unexpected end of pattern"), 0)
    }

    fn new_group(&mut self) -> u32 {
        self.widths.push(None);
        (self.widths.len() - 1) as u32
    }

    fn enter_group(
        &mut self,
        group: Option<u32>,
        add: u32,
        remove: u32,
        start: usize,
    ) -> Result<(), Fault> {
        let verbose = (self.verbose || add & flag::VERBOSE != 0) && remove & flag::VERBOSE == 0;
        self.enter(Opened::Group { group, add, remove }, start, verbose);
        Ok(())
    }

    /// `(?P`
    fn named(&mut self, start: usize) -> Result<(), Fault> {
        if self.source.eat(b'<')? {
            let name = self.source.until(b'>', "group name")?;
            self.source.check_name(&name, 1, &mut self.notices)?;
            let group = self.new_group();
            if let Some(&old) = self.named.get(&name) {
                let message = Message::new("redefinition of group name ")
                    .repr(&name)
                    .text(" as group ")
                    .number(u64::from(group))
                    .text("; was group ")
                    .number(u64::from(old));
                return Err(self.source.error(message, name.len() + 1));
            }
            self.named.insert(name.clone(), group);
            self.tree.names.push((name, group));
            return self.enter_group(Some(group), 0, 0, start);
        }
        if self.source.eat(b'=')? {
            let name = self.source.until(b')', "group name")?;
            self.source.check_name(&name, 1, &mut self.notices)?;
            let group = self.group_named(&name)?;
            if !self.is_closed(group as usize) {
                let message = Message::new("cannot refer to an open group");
                return Err(self.source.error(message, name.len() + 1));
            }
            self.check_behind(u64::from(group))?;
            self.push(Node::Backreference(group));
            return Ok(());
        }
        match self.source.get()? {
            None => Err(self.unexpected_end()),
            Some(token) => {
                let message = Message::new("unknown extension ?P").token(token);
                Err(self.source.error(message, token.len() + 2))
            }
        }
    }

    fn group_named(&self, name: &[u32]) -> Result<u32, Fault> {
        match self.named.get(name) {
            Some(&group) => Ok(group),
            None => {
                let message = Message::new("unknown group name ").repr(name);
                Err(self.source.error(message, name.len() + 1))
            }
        }
    }

    /// Whether a group is there and complete.
    pub(super) fn is_closed(&self, group: usize) -> bool {
        self.widths.get(group).is_some_and(Option::is_some)
    }

    /// Refuses references to groups that a look behind has not matched when it begins.
    pub(super) fn check_behind(&self, group: u64) -> Result<(), Fault> {
        let Some(limit) = self.behind else {
            return Ok(());
        };
        let at = usize::try_from(group).unwrap_or(usize::MAX);
        if !self.is_closed(at) {
            let message = Message::new("cannot refer to an open group");
            return Err(self.source.error(message, 0));
        }
        if at >= limit {
            let message =
                Message::new("cannot refer to group defined in the same lookbehind subpattern");
            return Err(self.source.error(message, 0));
        }
        Ok(())
    }

    fn comment(&mut self, start: usize) -> Result<(), Fault> {
        loop {
            if self.source.next.is_none() {
                let offset = self.source.tell() - start;
                let message = Message::new("missing ), unterminated comment");
                return Err(self.source.error(message, offset));
            }
            if self.source.get()?.is_some_and(|token| token.is(b')')) {
                return Ok(());
            }
        }
    }

    fn look_behind(&mut self, start: usize) -> Result<(), Fault> {
        let Some(token) = self.source.get()? else {
            return Err(self.unexpected_end());
        };
        if !token.is(b'=') && !token.is(b'!') {
            let message = Message::new("unknown extension ?<").token(token);
            return Err(self.source.error(message, token.len() + 2));
        }
        let opened = Opened::Look {
            behind: true,
            negative: token.is(b'!'),
            outermost: self.behind.is_none(),
        };
        if self.behind.is_none() {
            self.behind = Some(self.widths.len());
        }
        self.enter(opened, start, self.verbose);
        Ok(())
    }

    /// `(?(`
    fn condition(&mut self, start: usize) -> Result<(), Fault> {
        let name = self.source.until(b')', "group name")?;
        let offset = name.len() + 1;
        let group = if is_identifier(&name) {
            self.source.check_name(&name, 1, &mut self.notices)?;
            u64::from(self.group_named(&name)?)
        } else {
            let Some((group, plain)) = integer(&name) else {
                let message = Message::new("bad character in group name ").repr(&name);
                return Err(self.source.error(message, offset));
            };
            if group == 0 {
                return Err(self.source.error(Message::new("bad group number"), offset));
            }
            if group >= MAX_GROUPS {
                let message = Message::new("invalid group reference ").number(group);
                return Err(self.source.error(message, offset));
            }
            self.refer(group, offset);
            if !plain {
                let shown = self.source.quoted(Message::default(), &name);
                self.source.note_name(shown, offset, &mut self.notices);
            }
            group
        };
        self.check_behind(group)?;
        self.enter(Opened::Yes(group as u32), start, self.verbose);
        Ok(())
    }

    fn inline_flags(&mut self, token: Token, start: usize) -> Result<(), Fault> {
        let (add, remove) = match self.flags(token)? {
            Some(flags) => flags,
            None => {
                if !self.at_start() {
                    let offset = self.source.tell() - start;
                    let message =
                        Message::new("global flags not at the start of the expression");
                    return Err(self.source.error(message, offset));
                }
                self.verbose = self.tree.flags & flag::VERBOSE != 0;
                return Ok(());
            }
        };
        self.enter_group(None, add, remove, start)
    }

    /// Flags for a group, on and off; `None` where they are for the whole pattern.
    fn flags(&mut self, first: Token) -> Result<Option<(u32, u32)>, Fault> {
        let (mut add, mut remove) = (0, 0);
        let mut token = first;
        while !token.is(b'-') && !token.is(b')') && !token.is(b':') {
            let Some(one) = letter(token) else {
                return Err(self.no_flag(token, "missing -, : or )"));
            };
            if self.source.is_text && one == flag::LOCALE {
                return Err(self.bad_flags("cannot use 'L' flag with a str pattern", 0));
            }
            if !self.source.is_text && one == flag::UNICODE {
                return Err(self.bad_flags("cannot use 'u' flag with a bytes pattern", 0));
            }
            add |= one;
            if one & flag::TYPES != 0 && add & flag::TYPES != one {
                return Err(self.bad_flags("flags 'a', 'u' and 'L' are incompatible", 0));
            }
            token = match self.source.get()? {
                Some(token) => token,
                None => {
                    return Err(self.source.error(Message::new("missing -, : or )"), 0));
                }
            };
        }
        if token.is(b')') {
            self.tree.flags |= add;
            return Ok(None);
        }
        if add & flag::GLOBAL != 0 {
            return Err(self.bad_flags("cannot turn on global flag", 1));
        }
        if token.is(b'-') {
            token = match self.source.get()? {
                Some(token) => token,
                None => return Err(self.source.error(Message::new("missing flag"), 0)),
            };
            let mut missing = "missing flag";
            loop {
                let Some(one) = letter(token) else {
                    return Err(self.no_flag(token, missing));
                };
                missing = "missing :";
                if one & flag::TYPES != 0 {
                    return Err(self.bad_flags("cannot turn off flags 'a', 'u' and 'L'", 0));
                }
                remove |= one;
                token = match self.source.get()? {
                    Some(token) => token,
                    None => return Err(self.source.error(Message::new("missing :"), 0)),
                };
                if token.is(b':') {
                    break;
                }
            }
        }
        if remove & flag::GLOBAL != 0 {
            return Err(self.bad_flags("cannot turn off global flag", 1));
        }
        if add & remove != 0 {
            return Err(self.bad_flags("flag turned on and off", 1));
        }
        Ok(Some((add, remove)))
    }

    fn no_flag(&self, token: Token, missing: &str) -> Fault {
        let alphabetic =
            token.second.is_none() && miniscript_core::text::unicode::is_alpha(token.first);
        let text = if alphabetic { "unknown flag" } else { missing };
        self.source.error(Message::new(text), token.len())
    }

    fn bad_flags(&self, text: &str, offset: usize) -> Fault {
        let message = Message::new("bad inline flags: ").text(text);
        self.source.error(message, offset)
    }
}
