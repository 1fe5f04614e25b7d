//! A parsed pattern: nodes in an arena, each sequence with its width.

use alloc::boxed::Box;
use alloc::vec::Vec;

/// Flags, by CPython's numbers.
pub(super) mod flag {
    pub(in super::super) const TEMPLATE: u32 = 1;
    pub(in super::super) const IGNORECASE: u32 = 2;
    pub(in super::super) const LOCALE: u32 = 4;
    pub(in super::super) const MULTILINE: u32 = 8;
    pub(in super::super) const DOTALL: u32 = 16;
    pub(in super::super) const UNICODE: u32 = 32;
    pub(in super::super) const VERBOSE: u32 = 64;
    pub(in super::super) const DEBUG: u32 = 128;
    pub(in super::super) const ASCII: u32 = 256;
    /// Of these there is one at a time.
    pub(in super::super) const TYPES: u32 = ASCII | LOCALE | UNICODE;
    /// These hold for the whole pattern.
    pub(in super::super) const GLOBAL: u32 = DEBUG | TEMPLATE;
}

/// No upper limit to a repetition.
pub(super) const UNLIMITED: u32 = u32::MAX;

/// Index of a node.
pub(super) type NodeId = u32;

/// Where something is asserted, before flags are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// `^`
    Beginning,
    /// `\A`
    BeginningOfText,
    /// `$`
    End,
    /// `\Z`
    EndOfText,
    /// `\b`
    Boundary,
    /// `\B`
    NotBoundary,
}

/// A class of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Digit,
    Space,
    Word,
}

/// A member of a set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Member {
    Char(u32),
    Range(u32, u32),
    /// A class, or with `true` what is not of it.
    Class(Class, bool),
}

/// How a repetition takes its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Greed {
    Greedy,
    Lazy,
    Possessive,
}

/// Nodes one after the other, and how many characters they match.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sequence {
    pub(super) items: Vec<NodeId>,
    pub(super) least: u64,
    /// `u64::MAX` where there is no limit.
    pub(super) most: u64,
}

/// A part of a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    Char(u32),
    NotChar(u32),
    Any,
    /// Members, and whether what is none of them matches.
    Set(Box<[Member]>, bool),
    At(Anchor),
    Backreference(u32),
    Branch(Vec<Sequence>),
    /// A group with its number, or flags that are turned on and off.
    Group {
        group: Option<u32>,
        add: u32,
        remove: u32,
        body: Sequence,
    },
    Atomic(Sequence),
    Look {
        behind: bool,
        negative: bool,
        body: Sequence,
    },
    /// By whether a group has matched.
    Condition {
        group: u32,
        yes: Sequence,
        no: Option<Sequence>,
    },
    Repeat {
        greed: Greed,
        least: u32,
        most: u32,
        body: Sequence,
    },
}

/// A whole pattern.
#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) body: Sequence,
    /// With those that the pattern itself turns on.
    pub(super) flags: u32,
    /// Groups, the whole match not counted.
    pub(super) groups: u32,
    /// Names of groups, in the order of the pattern.
    pub(super) names: Vec<(Vec<u32>, u32)>,
}

impl Tree {
    /// A node.
    pub(super) fn node(&self, id: NodeId) -> Option<&Node> {
        self.nodes.get(id as usize)
    }

    /// How many characters a node matches, given the widths of groups.
    pub(super) fn width(&self, id: NodeId, groups: &[Option<(u64, u64)>]) -> (u64, u64) {
        let either = |a: (u64, u64), b: (u64, u64)| (a.0.min(b.0), a.1.max(b.1));
        let of = |body: &Sequence| (body.least, body.most);
        match self.node(id) {
            None | Some(Node::At(_) | Node::Look { .. }) => (0, 0),
            Some(Node::Char(_) | Node::NotChar(_) | Node::Any | Node::Set(..)) => (1, 1),
            Some(Node::Backreference(group)) => groups
                .get(*group as usize)
                .copied()
                .flatten()
                .unwrap_or((0, 0)),
            Some(Node::Branch(branches)) => branches
                .iter()
                .map(of)
                .reduce(either)
                .unwrap_or((0, 0)),
            Some(Node::Group { body, .. } | Node::Atomic(body)) => of(body),
            Some(Node::Condition { yes, no, .. }) => {
                either(of(yes), no.as_ref().map_or((0, of(yes).1), of))
            }
            Some(Node::Repeat {
                least, most, body, ..
            }) => {
                let (low, high) = of(body);
                let high = match *most {
                    UNLIMITED if high > 0 => u64::MAX,
                    most => high.saturating_mul(u64::from(most)),
                };
                (low.saturating_mul(u64::from(*least)), high)
            }
        }
    }

    /// A sequence of these nodes.
    pub(super) fn sequence(
        &self,
        items: Vec<NodeId>,
        groups: &[Option<(u64, u64)>],
    ) -> Sequence {
        let (mut least, mut most) = (0u64, 0u64);
        for &item in &items {
            let (low, high) = self.width(item, groups);
            least = least.saturating_add(low);
            most = most.saturating_add(high);
        }
        Sequence { items, least, most }
    }
}
