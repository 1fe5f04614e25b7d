//! Stripping, and splitting into words and lines, by Python's rules.
//!
//! `str` counts Unicode white space, `bytes` only ASCII's: [`Space`] says which. Lines of `str` end
//! at more characters than lines of `bytes`.

#![forbid(unsafe_code)]

use super::{CodePoints, decode, decode_last};
use crate::text::unicode;

/// Whose white space and line ends are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Space {
    /// `str`: Unicode.
    Str,
    /// `bytes`: tab, line feed, vertical tab, form feed, carriage return, blank; lines end at
    /// line feed and carriage return. Each byte counts as one character.
    Bytes,
    /// Around a number in a `str`: ASCII's as for `bytes`, and Unicode's beyond ASCII.
    Number,
}

impl Space {
    /// Whether a code point is white space.
    pub fn contains(self, code_point: u32) -> bool {
        match self {
            Space::Str => unicode::is_space(code_point),
            Space::Number if code_point >= 0x80 => unicode::is_space(code_point),
            Space::Bytes | Space::Number => matches!(code_point, 0x09..=0x0d | 0x20),
        }
    }

    /// The white space around numbers in such text.
    pub(crate) fn around_numbers(self) -> Space {
        if self == Space::Bytes {
            Space::Bytes
        } else {
            Space::Number
        }
    }

    /// Whether a code point ends a line.
    pub fn ends_line(self, code_point: u32) -> bool {
        match self {
            Space::Str | Space::Number => matches!(
                code_point,
                0x0a..=0x0d | 0x1c..=0x1e | 0x85 | 0x2028 | 0x2029
            ),
            Space::Bytes => matches!(code_point, 0x0a | 0x0d),
        }
    }

    fn first(self, text: &[u8]) -> Option<(u32, usize)> {
        match self {
            Space::Str | Space::Number => decode(text),
            Space::Bytes => text.first().map(|byte| (u32::from(*byte), 1)),
        }
    }

    /// ASCII's white space, a bit per code point.
    const fn ascii(self) -> u64 {
        let common = 0x1F << 0x09 | 1 << 0x20;
        match self {
            Space::Str => common | 0xF << 0x1C,
            Space::Bytes | Space::Number => common,
        }
    }

    /// Whether a byte of ASCII is white space.
    #[inline]
    const fn has(self, byte: u8) -> bool {
        byte < 64 && self.ascii() >> byte & 1 != 0
    }

    /// Whether the first character is white space, and its length in bytes.
    #[inline]
    fn begins(self, text: &[u8]) -> Option<(bool, usize)> {
        let byte = *text.first()?;
        if byte < 0x80 || self == Space::Bytes {
            return Some((self.has(byte), 1));
        }
        let (code_point, len) = decode(text)?;
        Some((self.contains(code_point), len))
    }

    /// The same of the last character.
    #[inline]
    fn ends(self, text: &[u8]) -> Option<(bool, usize)> {
        let byte = *text.last()?;
        if byte < 0x80 || self == Space::Bytes {
            return Some((self.has(byte), 1));
        }
        let (code_point, len) = decode_last(text)?;
        Some((self.contains(code_point), len))
    }
}

/// Text without the white space at both ends.
pub fn trim(text: &[u8], space: Space) -> &[u8] {
    trim_end(trim_start(text, space), space)
}

/// Text without the white space at its start.
pub fn trim_start(mut text: &[u8], space: Space) -> &[u8] {
    // Between words there is mostly one blank.
    if let [b' ', rest @ ..] = text {
        text = rest;
    }
    if let Some(0x21..0x80) = text.first() {
        return text;
    }
    while let Some((true, len)) = space.begins(text) {
        text = text.get(len..).unwrap_or_default();
    }
    text
}

/// Text without the white space at its end.
pub fn trim_end(mut text: &[u8], space: Space) -> &[u8] {
    while let Some((true, len)) = space.ends(text) {
        text = text.get(..text.len() - len).unwrap_or_default();
    }
    text
}

/// Text without the code points of a set at both ends (`str.strip(set)`).
pub fn trim_set<'a>(text: &'a [u8], set: &[u8]) -> &'a [u8] {
    trim_set_end(trim_set_start(text, set), set)
}

/// Text without the code points of a set at its start (`str.lstrip(set)`).
pub fn trim_set_start<'a>(mut text: &'a [u8], set: &[u8]) -> &'a [u8] {
    while let Some((code_point, len)) = decode(text)
        && CodePoints::new(set).any(|member| member == code_point)
    {
        text = text.get(len..).unwrap_or_default();
    }
    text
}

/// Text without the code points of a set at its end (`str.rstrip(set)`).
pub fn trim_set_end<'a>(mut text: &'a [u8], set: &[u8]) -> &'a [u8] {
    while let Some((code_point, len)) = decode_last(text)
        && CodePoints::new(set).any(|member| member == code_point)
    {
        text = text.get(..text.len() - len).unwrap_or_default();
    }
    text
}

/// The words of ASCII from the front, as [`Words`] finds them.
#[derive(Debug, Clone)]
pub(crate) struct AsciiWords<'a> {
    rest: &'a [u8],
}

impl<'a> AsciiWords<'a> {
    /// The words of a str that is ASCII.
    pub(crate) fn new(text: &'a [u8]) -> Self {
        AsciiWords { rest: text }
    }

    /// What is left, with the white space at its end.
    pub(crate) fn remainder(&self) -> Option<&'a [u8]> {
        let start = self.rest.iter().position(|byte| !Space::Str.has(*byte))?;
        self.rest.get(start..)
    }
}

impl<'a> Iterator for AsciiWords<'a> {
    type Item = &'a [u8];

    #[inline]
    fn next(&mut self) -> Option<&'a [u8]> {
        let from = self.remainder()?;
        let end = from.iter().position(|byte| Space::Str.has(*byte));
        let (word, rest) = from.split_at_checked(end.unwrap_or(from.len()))?;
        self.rest = rest;
        Some(word)
    }
}

/// `split()` and `rsplit()` without a separator: the words between white space, from both ends.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    /// Trimmed at both ends.
    rest: &'a [u8],
    space: Space,
}

impl<'a> Words<'a> {
    /// The words of `text`.
    pub fn new(text: &'a [u8], space: Space) -> Self {
        Words {
            rest: trim(text, space),
            space,
        }
    }

    /// What `maxsplit` leaves when splitting ended: it keeps its white space within, and, taken
    /// from the front, the white space at its end is the caller's to keep (`remainder_of`).
    pub fn as_bytes(&self) -> &'a [u8] {
        self.rest
    }

    /// The last item of `split(None, maxsplit)` after words were taken from the front: the rest of
    /// `text` (the same text as in `new`) with the white space at its end.
    pub fn remainder_of(&self, text: &'a [u8]) -> Option<&'a [u8]> {
        let tail = text.len() - trim_end(text, self.space).len();
        if self.rest.is_empty() {
            return None;
        }
        // Text that is not valid may be read otherwise from its end than from its start.
        text.get(text.len().checked_sub(tail + self.rest.len())?..)
    }

    /// The first item of `rsplit(None, maxsplit)` after words were taken from the back: the rest of
    /// `text` (the same text as in `new`) with the white space at its start.
    pub fn remainder_back_of(&self, text: &'a [u8]) -> Option<&'a [u8]> {
        let head = text.len() - trim_start(text, self.space).len();
        if self.rest.is_empty() {
            return None;
        }
        text.get(..head + self.rest.len())
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let mut after = self.rest;
        loop {
            // What ASCII has above the blank is no white space to anybody.
            while let Some((0x21..0x80, rest)) = after.split_first() {
                after = rest;
            }
            if let None | Some(b' ') = after.first() {
                break;
            }
            let Some((false, len)) = self.space.begins(after) else {
                break;
            };
            after = after.get(len..).unwrap_or_default();
        }
        let word = self.rest.get(..self.rest.len() - after.len())?;
        self.rest = trim_start(after, self.space);
        (!word.is_empty()).then_some(word)
    }
}

impl<'a> DoubleEndedIterator for Words<'a> {
    fn next_back(&mut self) -> Option<&'a [u8]> {
        let mut before = self.rest;
        while let Some((false, len)) = self.space.ends(before) {
            before = before.get(..before.len() - len).unwrap_or_default();
        }
        let word = self.rest.get(before.len()..)?;
        self.rest = trim_end(before, self.space);
        (!word.is_empty()).then_some(word)
    }
}

/// `splitlines()`: pairs of a line and its line end, which is empty at the end of the text.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    rest: &'a [u8],
    space: Space,
}

impl<'a> Lines<'a> {
    /// The lines of `text`.
    pub fn new(text: &'a [u8], space: Space) -> Self {
        Lines { rest: text, space }
    }
}

impl<'a> Iterator for Lines<'a> {
    type Item = (&'a [u8], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let mut after = self.rest;
        let mut end_len = 0;
        while let Some((code_point, len)) = self.space.first(after) {
            if self.space.ends_line(code_point) {
                end_len = if after.starts_with(b"\r\n") { 2 } else { len };
                break;
            }
            after = after.get(len..).unwrap_or_default();
        }
        let line = self.rest.get(..self.rest.len() - after.len())?;
        let (end, rest) = after.split_at_checked(end_len)?;
        self.rest = rest;
        Some((line, end))
    }
}
