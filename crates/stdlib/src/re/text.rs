//! A text as the matcher reads it: characters that are bytes, or bytes in UTF-8.

use super::charset::is_of;
use super::fold::Fold;
use super::program::{One, Program};
use super::tree::Class;
use miniscript_core::text::wtf8;

/// A text; with `BYTES` each byte is a character.
#[derive(Clone, Copy)]
pub(super) struct Text<'t, const BYTES: bool>(pub(super) &'t [u8]);

impl<const BYTES: bool> Text<'_, BYTES> {
    /// The character at a place, and the place behind it.
    #[inline]
    fn char(self, at: usize) -> Option<(u32, usize)> {
        let &byte = self.0.get(at)?;
        if BYTES || byte < 0x80 {
            return Some((u32::from(byte), at + 1));
        }
        let (code, len) = wtf8::decode(self.0.get(at..)?)?;
        Some((code, at + len))
    }

    /// The place behind the character at one.
    pub(super) fn next(self, at: usize) -> usize {
        self.char(at).map_or(at + 1, |(_, next)| next)
    }

    /// The place behind the character at one, if it matches.
    #[inline]
    pub(super) fn one(self, program: &Program, one: One, at: usize) -> Option<usize> {
        let &byte = self.0.get(at)?;
        if BYTES || byte < 0x80 {
            let code = u32::from(byte);
            let matches = match one {
                One::All => true,
                One::Line => byte != b'\n',
                One::Char(wanted) => code == wanted,
                One::NotChar(other) => code != other,
                One::Set(set) => program
                    .sets
                    .get(set as usize)?
                    .table
                    .get(usize::from(byte))
                    .copied()
                    .unwrap_or_default(),
            };
            return matches.then_some(at + 1);
        }
        let (code, next) = self.char(at)?;
        let matches = match one {
            One::All | One::Line => true,
            One::Char(wanted) => code == wanted,
            One::NotChar(other) => code != other,
            One::Set(set) => program.sets.get(set as usize)?.contains(code),
        };
        matches.then_some(next)
    }

    /// The end of all characters from a place on that match.
    pub(super) fn all(self, program: &Program, one: One, from: usize) -> usize {
        let rest = self.0.get(from..).unwrap_or_default();
        let ascii = |code: u32| u8::try_from(code).ok().filter(|byte| BYTES || byte.is_ascii());
        let until = |byte: u8| wtf8::find(rest, &[byte]).map_or(self.0.len(), |at| from + at);
        match one {
            One::All => return self.0.len(),
            One::Line => return until(b'\n'),
            One::NotChar(code) => {
                if let Some(byte) = ascii(code) {
                    return until(byte);
                }
            }
            One::Char(code) => {
                if let Some(byte) = ascii(code) {
                    let run = rest.iter().position(|&other| other != byte);
                    return run.map_or(self.0.len(), |at| from + at);
                }
            }
            One::Set(set) => {
                let Some(set) = program.sets.get(set as usize) else {
                    return from;
                };
                let mut at = from;
                loop {
                    let rest = self.0.get(at..).unwrap_or_default();
                    let stop = rest.iter().position(|&byte| {
                        !BYTES && byte >= 0x80
                            || !set.table.get(usize::from(byte)).copied().unwrap_or_default()
                    });
                    let Some(stop) = stop else {
                        return self.0.len();
                    };
                    at += stop;
                    match self.char(at) {
                        Some((code, next)) if code >= 0x80 && set.contains(code) => at = next,
                        _ => return at,
                    }
                }
            }
        }
        let mut at = from;
        while let Some(next) = self.one(program, one, at) {
            at = next;
        }
        at
    }

    /// The end of at most `count` characters from a place on that match, and how many
    /// of them there were too few.
    pub(super) fn many(self, program: &Program, one: One, from: usize, count: u32) -> (usize, u32) {
        let (mut at, mut left) = (from, count);
        while left > 0
            && let Some(next) = self.one(program, one, at)
        {
            at = next;
            left -= 1;
        }
        (at, left)
    }

    /// The end of the text at a place that is the same as another, if it is.
    pub(super) fn same(self, own: &[u8], at: usize, fold: Fold) -> Option<usize> {
        if fold == Fold::None {
            let end = at.checked_add(own.len())?;
            return (self.0.get(at..end)? == own).then_some(end);
        }
        let (own, mut from, mut at) = (Text::<BYTES>(own), 0, at);
        while let Some((code, next)) = own.char(from) {
            let (other, behind) = self.char(at)?;
            if fold.lower(code) != fold.lower(other) {
                return None;
            }
            (from, at) = (next, behind);
        }
        Some(at)
    }
}

/// The place so many characters before another, if there are so many.
#[inline]
pub(super) fn back<const BYTES: bool>(text: &[u8], at: usize, count: u64) -> Option<usize> {
    let least = at.checked_sub(usize::try_from(count).ok()?)?;
    if BYTES {
        return Some(least);
    }
    let mut at = at;
    for _ in 0..count {
        at = at.checked_sub(1)?;
        while at > 0 && text.get(at).is_some_and(|byte| byte & 0xC0 == 0x80) {
            at -= 1;
        }
    }
    Some(at)
}

/// Whether a word begins or ends at a place; `None` in an empty text.
pub(super) fn is_boundary<const BYTES: bool>(
    text: &[u8],
    at: usize,
    unicode: bool,
) -> Option<bool> {
    if text.is_empty() {
        return None;
    }
    let word = |code: u32| is_of(Class::Word, code, unicode);
    let characters = Text::<BYTES>(text);
    let before = back::<BYTES>(text, at, 1)
        .and_then(|place| characters.char(place))
        .is_some_and(|(code, _)| word(code));
    let after = characters.char(at).is_some_and(|(code, _)| word(code));
    Some(before != after)
}
