//! Sets of characters as the matcher tests them.

use super::fold::{Fold, LAST_CASED};
use super::tree::{Class, Member};
use alloc::vec::Vec;
use miniscript_core::text::unicode;

/// A truth for each byte.
pub(super) type Table = [bool; 256];

/// Characters that match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Charset {
    /// The answer for characters below 256.
    pub(super) table: Table,
    /// Sorted, not touching; characters are looked for in lower case.
    ranges: Vec<(u32, u32)>,
    /// Classes, or what is not of them.
    classes: Vec<(Class, bool)>,
    negated: bool,
    fold: Fold,
    /// Classes are Unicode's.
    unicode: bool,
}

/// Whether a character is of a class.
#[inline]
pub(super) fn is_of(class: Class, code: u32, is_unicode: bool) -> bool {
    let ascii = u8::try_from(code).ok().filter(u8::is_ascii);
    match (class, ascii) {
        (Class::Digit, Some(byte)) => byte.is_ascii_digit(),
        (Class::Word, Some(byte)) => byte.is_ascii_alphanumeric() || byte == b'_',
        (Class::Space, Some(byte)) => {
            matches!(byte, b' ' | b'\t'..=b'\r') || is_unicode && (0x1C..0x20).contains(&byte)
        }
        _ if !is_unicode => false,
        (Class::Digit, None) => unicode::is_decimal(code),
        (Class::Word, None) => unicode::is_alnum(code),
        (Class::Space, None) => unicode::is_space(code),
    }
}

impl Charset {
    /// The set of these members.
    pub(super) fn new(members: &[Member], negated: bool, fold: Fold, is_unicode: bool) -> Charset {
        let mut set = Charset {
            table: [false; 256],
            ranges: Vec::new(),
            classes: Vec::new(),
            negated,
            fold,
            unicode: is_unicode,
        };
        for &member in members {
            match member {
                Member::Char(code) => set.ranges.push((code, code)),
                Member::Range(low, high) => set.ranges.push((low, high)),
                Member::Class(class, not) => {
                    if !set.classes.contains(&(class, not)) {
                        set.classes.push((class, not));
                    }
                }
            }
        }
        set.tidy();
        if fold != Fold::None {
            set.fold_ranges();
        }
        for code in 0..=255u8 {
            let found = set.search(fold.lower(u32::from(code)));
            if let Some(place) = set.table.get_mut(usize::from(code)) {
                *place = found;
            }
        }
        set
    }

    /// Adds the lower cases of what is there, and their relatives. What is no lower case
    /// may stay: nobody looks for it.
    fn fold_ranges(&mut self) {
        for at in 0..self.ranges.len() {
            let Some(&(low, high)) = self.ranges.get(at) else {
                continue;
            };
            for code in low..=high.min(LAST_CASED) {
                let lower = self.fold.lower(code);
                if lower != code {
                    self.ranges.push((lower, lower));
                }
                for &other in self.fold.relatives(lower) {
                    self.ranges.push((other, other));
                }
            }
        }
        self.tidy();
    }

    /// Sorts the ranges and joins those that touch.
    fn tidy(&mut self) {
        self.ranges.sort_unstable();
        let mut joined: Vec<(u32, u32)> = Vec::new();
        for &(low, high) in &self.ranges {
            match joined.last_mut() {
                Some(last) if low <= last.1.saturating_add(1) => last.1 = last.1.max(high),
                _ => joined.push((low, high)),
            }
        }
        joined.shrink_to_fit();
        self.ranges = joined;
    }

    fn search(&self, lower: u32) -> bool {
        let at = self.ranges.partition_point(|range| range.1 < lower);
        let found = self.ranges.get(at).is_some_and(|range| range.0 <= lower)
            || self
                .classes
                .iter()
                .any(|&(class, not)| is_of(class, lower, self.unicode) != not);
        found != self.negated
    }

    /// Whether a character matches.
    #[inline]
    pub(super) fn contains(&self, code: u32) -> bool {
        match self.table.get(code as usize) {
            Some(&answer) => answer,
            None => self.contains_wide(code),
        }
    }

    #[inline(never)]
    fn contains_wide(&self, code: u32) -> bool {
        let lower = self.fold.lower(code);
        match self.table.get(lower as usize) {
            Some(&answer) => answer,
            None => self.search(lower),
        }
    }

    /// Whether some character from 128 on may match, and the first bytes of those that
    /// do, as far as is known: of characters that are written in `bytes`, or in UTF-8.
    pub(super) fn first_bytes(&self, bytes: bool) -> Table {
        if bytes {
            return self.table;
        }
        let mut first = [false; 256];
        for (place, &answer) in first.iter_mut().zip(&self.table).take(0x80) {
            *place = answer;
        }
        let open = self.negated || !self.classes.is_empty() || self.fold != Fold::None;
        let mark = |first: &mut Table, low: u32, high: u32| {
            let (low, high) = (lead(low.max(0x80)), lead(high));
            for place in first.iter_mut().take(high as usize + 1).skip(low as usize) {
                *place = true;
            }
        };
        if open {
            if !self.is_narrow() {
                mark(&mut first, 0x80, 0x10_FFFF);
            }
            return first;
        }
        for &(low, high) in &self.ranges {
            if high >= 0x80 {
                mark(&mut first, low, high);
            }
        }
        first
    }

    /// Whether only ASCII matches, as far as can be told quickly.
    fn is_narrow(&self) -> bool {
        !self.negated
            && self.classes.iter().all(|&(_, not)| !not && !self.unicode)
            && self.fold != Fold::Unicode
            && self.ranges.last().is_none_or(|range| range.1 < 0x80)
    }

    /// The steps that making it took, and about the bytes that it takes.
    pub(super) fn cost(&self) -> usize {
        self.ranges.iter().fold(512, |cost, range| {
            let folded = if self.fold == Fold::None {
                0
            } else {
                range.1.min(LAST_CASED).saturating_sub(range.0) as usize
            };
            cost + 8 + folded
        })
    }
}

/// The first byte of a character in UTF-8.
pub(super) fn lead(code: u32) -> u8 {
    match code {
        0..0x80 => code as u8,
        0x80..0x800 => 0xC0 | (code >> 6) as u8,
        0x800..0x1_0000 => 0xE0 | (code >> 12) as u8,
        _ => 0xF0 | (code >> 18) as u8 & 7,
    }
}
