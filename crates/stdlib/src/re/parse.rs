//! Parsing a pattern, with CPython 3.11's errors, positions and warnings.
//!
//! Open groups are frames on a list, not calls: a pattern may be nested as deep as
//! memory allows. What stands between parentheses with a question mark is read in
//! `group`, escapes in `escape`, sets in `set`.

use super::source::{Fault, Message, Notice, Source, Token};
use super::tree::{Anchor, Greed, Node, NodeId, Sequence, Tree, UNLIMITED, flag};
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;
use core::mem::take;

/// What an open parenthesis began.
pub(super) enum Opened {
    Group {
        group: Option<u32>,
        add: u32,
        remove: u32,
    },
    Atomic,
    Look {
        behind: bool,
        negative: bool,
        /// It is not within another look behind.
        outermost: bool,
    },
    /// The first branch of a condition on a group.
    Yes(u32),
    /// Its second branch, and its first.
    No(u32, Sequence),
}

/// What goes on when a parenthesis is closed.
pub(super) struct Frame {
    pub(super) opened: Opened,
    /// Where it was opened.
    pub(super) start: usize,
    items: Vec<NodeId>,
    branches: Vec<Vec<NodeId>>,
    verbose: bool,
}

/// A pattern being read.
pub(super) struct Parser<'a> {
    pub(super) source: Source<'a>,
    /// What `\N{...}` means.
    pub(super) character_named: &'a dyn Fn(&[u32]) -> Option<u32>,
    pub(super) tree: Tree,
    pub(super) notices: Vec<Notice>,
    /// Widths of the groups that are closed, by number.
    pub(super) widths: Vec<Option<(u64, u64)>>,
    /// Within a look behind: groups before it.
    pub(super) behind: Option<usize>,
    /// Numbers of named groups.
    pub(super) named: BTreeMap<Vec<u32>, u32>,
    /// Conditions on groups by number: where they stand, in the order of the pattern.
    references: Vec<(u64, usize)>,
    referred: BTreeSet<u64>,
    frames: Vec<Frame>,
    /// The branch that is being read.
    pub(super) items: Vec<NodeId>,
    /// Those before it.
    branches: Vec<Vec<NodeId>>,
    pub(super) verbose: bool,
}

/// Parses a pattern. Warnings come also with errors.
pub(super) fn parse<'a>(
    text: &'a [u32],
    is_text: bool,
    flags: u32,
    character_named: &'a dyn Fn(&[u32]) -> Option<u32>,
) -> (Vec<Notice>, Result<Tree, Fault>) {
    let source = match Source::new(text, is_text) {
        Ok(source) => source,
        Err(fault) => return (Vec::new(), Err(fault)),
    };
    let mut parser = Parser {
        source,
        character_named,
        tree: Tree {
            flags,
            ..Tree::default()
        },
        notices: Vec::new(),
        widths: alloc::vec![None],
        behind: None,
        named: BTreeMap::new(),
        references: Vec::new(),
        referred: BTreeSet::new(),
        frames: Vec::new(),
        items: Vec::new(),
        branches: Vec::new(),
        verbose: flags & flag::VERBOSE != 0,
    };
    let result = parser.pattern();
    (parser.notices, result.map(|()| parser.tree))
}

/// Flags as they are for this type of pattern.
pub(super) fn fix_flags(is_text: bool, flags: u32) -> Result<u32, Fault> {
    let has = |wanted: u32| flags & wanted != 0;
    if is_text {
        if has(flag::LOCALE) {
            return Err(Fault::Value("cannot use LOCALE flag with a str pattern"));
        }
        if !has(flag::ASCII) {
            return Ok(flags | flag::UNICODE);
        }
        if has(flag::UNICODE) {
            return Err(Fault::Value("ASCII and UNICODE flags are incompatible"));
        }
    } else {
        if has(flag::UNICODE) {
            return Err(Fault::Value("cannot use UNICODE flag with a bytes pattern"));
        }
        if has(flag::LOCALE) && has(flag::ASCII) {
            return Err(Fault::Value("ASCII and LOCALE flags are incompatible"));
        }
    }
    Ok(flags)
}

impl Parser<'_> {
    fn pattern(&mut self) -> Result<(), Fault> {
        loop {
            let Some(token) = self.source.next else {
                if let Some(frame) = self.frames.last() {
                    let offset = self.source.tell() - frame.start;
                    let message = Message::new("missing ), unterminated subpattern");
                    return Err(self.source.error(message, offset));
                }
                break;
            };
            if token.is(b'|') {
                self.bar()?;
            } else if token.is(b')') {
                if self.frames.is_empty() {
                    break;
                }
                self.close()?;
            } else {
                self.source.get()?;
                self.item(token)?;
            }
        }
        let items = self.alternation();
        self.tree.body = self.tree.sequence(items, &self.widths);
        self.tree.flags = fix_flags(self.source.is_text, self.tree.flags)?;
        if self.source.next.is_some() {
            return Err(self
                .source
                .error(Message::new("unbalanced parenthesis"), 0));
        }
        self.tree.groups = u32::try_from(self.widths.len() - 1).unwrap_or(u32::MAX);
        for &(group, at) in &self.references {
            if group >= self.widths.len() as u64 {
                let message = Message::new("invalid group reference ").number(group);
                return Err(Fault::Error(message.0, Some(at)));
            }
        }
        Ok(())
    }

    fn item(&mut self, token: Token) -> Result<(), Fault> {
        if token.second.is_some() {
            let node = self.escape(token)?;
            self.push(node);
            return Ok(());
        }
        let ascii = token.ascii();
        if self.verbose {
            match ascii {
                Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C) => return Ok(()),
                Some(b'#') => {
                    while let Some(token) = self.source.get()?
                        && !token.is(b'\n')
                    {}
                    return Ok(());
                }
                _ => {}
            }
        }
        match ascii {
            Some(b'[') => {
                let node = self.set()?;
                self.push(node);
            }
            Some(sign @ (b'*' | b'+' | b'?' | b'{')) => self.repeat(sign)?,
            Some(b'.') => self.push(Node::Any),
            Some(b'(') => self.open()?,
            Some(b'^') => self.push(Node::At(Anchor::Beginning)),
            Some(b'$') => self.push(Node::At(Anchor::End)),
            _ => self.push(Node::Char(token.first)),
        }
        Ok(())
    }

    /// Adds a node to the branch.
    pub(super) fn push(&mut self, node: Node) {
        let id = self.add(node);
        self.items.push(id);
    }

    fn add(&mut self, node: Node) -> NodeId {
        self.tree.nodes.push(node);
        (self.tree.nodes.len() - 1) as NodeId
    }

    fn repeat(&mut self, sign: u8) -> Result<(), Fault> {
        let here = self.source.tell();
        let (least, most) = match sign {
            b'?' => (0, 1),
            b'*' => (0, UNLIMITED),
            b'+' => (1, UNLIMITED),
            _ => match self.limits(here)? {
                Some(limits) => limits,
                None => {
                    self.push(Node::Char(u32::from(sign)));
                    return Ok(());
                }
            },
        };
        let offset = self.source.tell() - here + 1;
        let last = self.items.last().copied();
        let body = match last.and_then(|id| self.tree.node(id)) {
            None | Some(Node::At(_)) => {
                return Err(self.source.error(Message::new("nothing to repeat"), offset));
            }
            Some(Node::Repeat { .. }) => {
                return Err(self.source.error(Message::new("multiple repeat"), offset));
            }
            Some(Node::Group {
                group: None,
                add: 0,
                remove: 0,
                body,
            }) => body.clone(),
            Some(_) => self.tree.sequence(last.into_iter().collect(), &self.widths),
        };
        let greed = if self.source.eat(b'?')? {
            Greed::Lazy
        } else if self.source.eat(b'+')? {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        self.items.pop();
        self.push(Node::Repeat {
            greed,
            least,
            most,
            body,
        });
        Ok(())
    }

    /// The numbers between braces; `None` where they are none and mean themselves.
    fn limits(&mut self, here: usize) -> Result<Option<(u32, u32)>, Fault> {
        if self.source.sees(b'}') {
            return Ok(None);
        }
        let low = self.number()?;
        let high = if self.source.eat(b',')? {
            self.number()?
        } else {
            low
        };
        if !self.source.eat(b'}')? {
            self.source.seek(here)?;
            return Ok(None);
        }
        let limit = |number: Option<u64>, missing: u32| match number {
            None => Ok(missing),
            Some(number) => match u32::try_from(number) {
                Ok(number) if number < UNLIMITED => Ok(number),
                _ => Err(Fault::Overflow("the repetition number is too large")),
            },
        };
        let least = limit(low, 0)?;
        let most = limit(high, UNLIMITED)?;
        if most < least {
            let message = Message::new("min repeat greater than max repeat");
            let offset = self.source.tell() - here;
            return Err(self.source.error(message, offset));
        }
        Ok(Some((least, most)))
    }

    fn number(&mut self) -> Result<Option<u64>, Fault> {
        let mut number = None;
        while let Some(digit) = self.source.digit(10) {
            let before: u64 = number.unwrap_or(0);
            number = Some(before.saturating_mul(10).saturating_add(u64::from(digit)));
            self.source.get()?;
        }
        Ok(number)
    }

    /// Notes a condition on a group by its number, which may come later.
    pub(super) fn refer(&mut self, group: u64, offset: usize) {
        if self.referred.insert(group) {
            let at = self.source.tell() - offset;
            self.references.push((group, at));
        }
    }

    /// Whether nothing stands before: global flags may.
    pub(super) fn at_start(&self) -> bool {
        self.frames.is_empty() && self.branches.is_empty() && self.items.is_empty()
    }

    /// Begins what is between parentheses.
    pub(super) fn enter(&mut self, opened: Opened, start: usize, verbose: bool) {
        self.frames.push(Frame {
            opened,
            start,
            items: take(&mut self.items),
            branches: take(&mut self.branches),
            verbose: self.verbose,
        });
        self.verbose = verbose;
    }

    fn bar(&mut self) -> Result<(), Fault> {
        match self.frames.last().map(|frame| &frame.opened) {
            Some(&Opened::Yes(group)) => {
                self.source.get()?;
                let items = self.branch();
                let yes = self.tree.sequence(items, &self.widths);
                if let Some(frame) = self.frames.last_mut() {
                    frame.opened = Opened::No(group, yes);
                }
                return Ok(());
            }
            Some(Opened::No(..)) => {
                let message = Message::new("conditional backref with more than two branches");
                return Err(self.source.error(message, 0));
            }
            _ => {}
        }
        self.source.get()?;
        let items = self.branch();
        self.branches.push(items);
        if self.frames.is_empty() {
            self.verbose = self.tree.flags & flag::VERBOSE != 0;
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Fault> {
        let body = match self.frames.last().map(|frame| &frame.opened) {
            Some(Opened::Yes(_) | Opened::No(..)) => self.branch(),
            _ => self.alternation(),
        };
        let body = self.tree.sequence(body, &self.widths);
        let Some(frame) = self.frames.pop() else {
            return Ok(());
        };
        if let Opened::Look {
            outermost: true, ..
        } = frame.opened
        {
            self.behind = None;
        }
        self.source.get()?;
        self.items = frame.items;
        self.branches = frame.branches;
        self.verbose = frame.verbose;
        let node = match frame.opened {
            Opened::Group { group, add, remove } => {
                if let Some(width) = group.and_then(|group| self.widths.get_mut(group as usize)) {
                    *width = Some((body.least, body.most));
                }
                Node::Group {
                    group,
                    add,
                    remove,
                    body,
                }
            }
            Opened::Atomic => Node::Atomic(body),
            Opened::Look {
                behind, negative, ..
            } => Node::Look {
                behind,
                negative,
                body,
            },
            Opened::Yes(group) => Node::Condition {
                group,
                yes: body,
                no: None,
            },
            Opened::No(group, yes) => Node::Condition {
                group,
                yes,
                no: Some(body),
            },
        };
        self.push(node);
        Ok(())
    }

    /// Ends a branch: groups that only hold together are opened.
    fn branch(&mut self) -> Vec<NodeId> {
        let items = take(&mut self.items);
        let plain = |id: &NodeId| {
            matches!(
                self.tree.node(*id),
                Some(Node::Group {
                    group: None,
                    add: 0,
                    remove: 0,
                    ..
                })
            )
        };
        if !items.iter().any(plain) {
            return items;
        }
        let mut out = Vec::with_capacity(items.len());
        for id in items {
            match self.tree.node(id) {
                Some(Node::Group {
                    group: None,
                    add: 0,
                    remove: 0,
                    body,
                }) => out.extend_from_slice(&body.items),
                _ => out.push(id),
            }
        }
        out
    }

    /// Ends the last branch of an alternation.
    fn alternation(&mut self) -> Vec<NodeId> {
        let last = self.branch();
        if self.branches.is_empty() {
            return last;
        }
        let mut branches = take(&mut self.branches);
        branches.push(last);
        // What all branches begin with is moved before them.
        let mut common = 0;
        while self.share(&branches, common) {
            common += 1;
        }
        let mut items: Vec<NodeId> = Vec::new();
        if let Some(first) = branches.first() {
            items.extend_from_slice(first.get(..common).unwrap_or_default());
        }
        for branch in &mut branches {
            branch.drain(..common);
        }
        // Single characters are a set.
        if let Some(members) = self.as_set(&branches) {
            let node = self.add(Node::Set(members.into_boxed_slice(), false));
            items.push(node);
            return items;
        }
        let branches = branches
            .into_iter()
            .map(|branch| self.tree.sequence(branch, &self.widths))
            .collect();
        let node = self.add(Node::Branch(branches));
        items.push(node);
        items
    }

    /// Whether all branches have the same simple item at a place.
    fn share(&self, branches: &[Vec<NodeId>], at: usize) -> bool {
        let mut nodes = branches
            .iter()
            .map(|branch| branch.get(at).and_then(|&id| self.tree.node(id)));
        let Some(
            first @ Some(
                Node::Char(_)
                | Node::NotChar(_)
                | Node::Any
                | Node::Set(..)
                | Node::At(_)
                | Node::Backreference(_),
            ),
        ) = nodes.next()
        else {
            return false;
        };
        nodes.all(|node| node == first)
    }

    fn as_set(&self, branches: &[Vec<NodeId>]) -> Option<Vec<super::tree::Member>> {
        let mut members = Vec::new();
        for branch in branches {
            let &[id] = branch.as_slice() else {
                return None;
            };
            match self.tree.node(id)? {
                Node::Char(code) => members.push(super::tree::Member::Char(*code)),
                Node::Set(more, false) => members.extend_from_slice(more),
                _ => return None,
            }
        }
        Some(members)
    }
}
