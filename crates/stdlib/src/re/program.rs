//! What a pattern is compiled into, and what the matcher runs.
//!
//! A program is a list of instructions with tables beside it; texts are matched byte by
//! byte, those of str patterns in (generalised) UTF-8. Nothing in it refers to the VM.

use super::charset::{Charset, Table};
use super::fold::Fold;
use super::tree::Greed;
use alloc::boxed::Box;
use alloc::vec::Vec;

/// No table, no group, no place.
pub(super) const NONE: u32 = u32::MAX;

/// One instruction. Targets are indices of instructions, tables are indices of
/// [`Program::tables`] or [`NONE`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inst {
    /// The pattern has matched.
    Accept,
    /// One byte that is a character.
    Byte(u8),
    /// Bytes of the literals: start and length.
    Literal(u32, u32),
    /// One character of those that match.
    One(One),
    At(At),
    /// Notes the position in a slot: an even one where a group begins, an odd one where
    /// it ends.
    Save(u32),
    Jump(u32),
    /// Goes on behind, and if that fails at the target; tables of the first bytes of
    /// both.
    Split {
        other: u32,
        table: u32,
        other_table: u32,
    },
    /// The same, but the target comes first.
    SplitLazy {
        other: u32,
        table: u32,
        other_table: u32,
    },
    /// An alternation.
    Branch(u32),
    /// Characters that match one by one; see [`Run`].
    Run(u32),
    /// Enters a loop.
    Enter(u32),
    /// The end of a loop's body.
    Again(u32),
    Backreference(u32, Fold),
    /// Goes to the target unless the group has matched.
    Unless(u32, u32),
    /// Begins what is matched once and for all.
    Atomic,
    /// Its end.
    EndAtomic,
    /// Begins an assertion.
    Look(u32),
    /// Its end.
    EndLook(u32),
}

/// One character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum One {
    /// Any at all.
    All,
    /// Any but a newline.
    Line,
    /// This one.
    Char(u32),
    /// Any other.
    NotChar(u32),
    /// One of a set.
    Set(u32),
}

/// Where an assertion about the position holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum At {
    Start,
    LineStart,
    /// At the end, or before a newline there.
    End,
    LineEnd,
    TextEnd,
    /// Between a character of a word and another; with `true` by Unicode's words.
    Boundary(bool),
    NotBoundary(bool),
}

/// A repeated character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) one: One,
    pub(super) least: u32,
    /// `u32::MAX` where there is no limit.
    pub(super) most: u32,
    /// Possessive also where giving back would not help.
    pub(super) greed: Greed,
    /// What the text must go on with, where that is known: a table.
    pub(super) next: u32,
    /// The single byte of that table, if it is one.
    pub(super) next_byte: Option<u8>,
    /// The instruction behind it.
    pub(super) behind: u32,
}

/// A loop whose rounds are counted, or may be empty. It has two slots of its own: the
/// count and where the last round began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Loop {
    pub(super) least: u32,
    pub(super) most: u32,
    pub(super) greed: Greed,
    /// The first of its two slots.
    pub(super) slot: u32,
    /// Where the body begins.
    pub(super) body: u32,
    /// What comes behind.
    pub(super) exit: u32,
    /// First bytes of body and exit.
    pub(super) table: u32,
    pub(super) exit_table: u32,
}

/// A look ahead or behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) negative: bool,
    /// Characters to go back first.
    pub(super) back: u64,
    /// What comes behind it.
    pub(super) exit: u32,
}

/// An alternation: which branches may match, by the next byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Branch {
    /// For each byte, where its list in `lists` begins; the last is for the text's end.
    pub(super) by_byte: Box<[u32]>,
    /// Targets; each list ends with [`NONE`].
    pub(super) lists: Vec<u32>,
}

/// A compiled pattern.
#[derive(Debug, Default)]
pub(super) struct Program {
    pub(super) insts: Vec<Inst>,
    pub(super) literals: Vec<u8>,
    pub(super) sets: Vec<Charset>,
    pub(super) tables: Vec<Table>,
    pub(super) runs: Vec<Run>,
    pub(super) loops: Vec<Loop>,
    pub(super) looks: Vec<Look>,
    pub(super) branches: Vec<Branch>,
    /// For bytes; else for str.
    pub(super) bytes: bool,
    /// Groups, the whole match not counted.
    pub(super) groups: u32,
    /// Slots of groups and loops.
    pub(super) slots: u32,
    /// The bytes that every match begins with, and whether there is nothing else.
    pub(super) prefix: Vec<u8>,
    pub(super) is_literal: bool,
    /// First bytes of a match, which then is not empty.
    pub(super) first: u32,
    /// Matches begin at the start of the text.
    pub(super) anchored: bool,
    /// Bytes of the shortest match.
    pub(super) least: usize,
}

impl Program {
    /// A table, if there is one.
    #[inline]
    pub(super) fn table(&self, at: u32) -> Option<&Table> {
        self.tables.get(at as usize)
    }
}
