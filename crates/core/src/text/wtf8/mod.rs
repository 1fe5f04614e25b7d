//! The encoding of strings: generalized UTF-8.
//!
//! A Python string is a sequence of code points, lone surrogates included. Each is encoded as UTF-8
//! encodes it, also the surrogates U+D800..U+DFFF (`ED A0 80` .. `ED BF BF`). Unlike strict WTF-8, a
//! high surrogate followed by a low one stays two code points, as in CPython, where
//! `"\ud83d" + "\ude00"` has length 2: concatenation is plain concatenation of bytes, and equality,
//! hashing, searching and comparing by code points are those of the bytes.
//!
//! Functions expect valid text ([`is_valid`]); anything else gives unspecified code points, never a
//! panic. Line and word splitting are in [`split`].

#![forbid(unsafe_code)]

use memchr::memmem;

pub mod split;

/// One encoded code point.
#[derive(Debug, Clone, Copy)]
pub struct Encoded {
    bytes: [u8; 4],
    /// 1 to 4.
    len: u8,
}

impl Encoded {
    /// Encodes; a number above 0x10ffff becomes U+FFFD.
    pub fn new(code_point: u32) -> Self {
        let tail = |shift: u32| 0x80 | (code_point >> shift & 0x3f) as u8;
        let (bytes, len) = match code_point {
            0..=0x7f => ([code_point as u8, 0, 0, 0], 1),
            0x80..=0x7ff => ([0xc0 | (code_point >> 6) as u8, tail(0), 0, 0], 2),
            0x800..=0xffff => ([0xe0 | (code_point >> 12) as u8, tail(6), tail(0), 0], 3),
            0x1_0000..=0x10_ffff => (
                [0xf0 | (code_point >> 18) as u8, tail(12), tail(6), tail(0)],
                4,
            ),
            _ => ([0xef, 0xbf, 0xbd, 0], 3),
        };
        Encoded { bytes, len }
    }

    /// The bytes, of which there is at least one.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..usize::from(self.len)).unwrap_or_default()
    }
}

/// How many bytes a code point takes.
pub fn encoded_len(code_point: u32) -> usize {
    match code_point {
        0..=0x7f => 1,
        0x80..=0x7ff => 2,
        0x800..=0xffff => 3,
        0x1_0000..=0x10_ffff => 4,
        _ => 3,
    }
}

/// The first code point and its length in bytes; none of empty text.
#[inline]
pub fn decode(text: &[u8]) -> Option<(u32, usize)> {
    let first = *text.first()?;
    if first < 0x80 {
        return Some((u32::from(first), 1));
    }
    let tail = |at: usize| u32::from(text.get(at).copied().unwrap_or(0x80) & 0x3f);
    let (code_point, len) = match first {
        0xf0.. => (
            u32::from(first & 7) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3),
            4,
        ),
        0xe0.. => (u32::from(first & 15) << 12 | tail(1) << 6 | tail(2), 3),
        _ => (u32::from(first & 31) << 6 | tail(1), 2),
    };
    Some((code_point, len.min(text.len())))
}

/// The last code point and its length in bytes; none of empty text.
pub fn decode_last(text: &[u8]) -> Option<(u32, usize)> {
    let start = text
        .iter()
        .rposition(|byte| !is_continuation(*byte))
        .unwrap_or(0);
    let last = text.get(start..)?;
    let (code_point, _) = decode(last)?;
    Some((code_point, last.len()))
}

/// The code points of a text, from both ends.
#[derive(Debug, Clone)]
pub struct CodePoints<'a> {
    rest: &'a [u8],
}

impl<'a> CodePoints<'a> {
    /// Starts at both ends of `text`.
    pub fn new(text: &'a [u8]) -> Self {
        CodePoints { rest: text }
    }

    /// What was not yet taken.
    pub fn as_bytes(&self) -> &'a [u8] {
        self.rest
    }
}

impl Iterator for CodePoints<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        let (code_point, len) = decode(self.rest)?;
        self.rest = self.rest.get(len..)?;
        Some(code_point)
    }
}

impl DoubleEndedIterator for CodePoints<'_> {
    fn next_back(&mut self) -> Option<u32> {
        let (code_point, len) = decode_last(self.rest)?;
        self.rest = self.rest.get(..self.rest.len() - len)?;
        Some(code_point)
    }
}

/// How many code points a text has.
pub fn count(text: &[u8]) -> usize {
    let (words, rest) = text.as_chunks::<8>();
    let mut starts: usize = words
        .iter()
        .map(|word| starts_in(u64::from_ne_bytes(*word)))
        .sum();
    starts += rest.iter().filter(|byte| !is_continuation(**byte)).count();
    starts
}

/// The byte offset of the code point with index `index`; the length of the text when `index` is the
/// number of code points, none beyond.
pub fn offset_of(text: &[u8], index: usize) -> Option<usize> {
    let mut missing = index;
    let mut offset = 0;
    for word in text.as_chunks::<8>().0 {
        let starts = starts_in(u64::from_ne_bytes(*word));
        // Stops one early: the code point sought may start in this word.
        if starts > missing {
            break;
        }
        missing -= starts;
        offset += 8;
    }
    for byte in text.get(offset..)? {
        if !is_continuation(*byte) {
            if missing == 0 {
                return Some(offset);
            }
            missing -= 1;
        }
        offset += 1;
    }
    (missing == 0).then_some(offset)
}

/// The part of a text from code point `start` to before `end`; what lies beyond the text is left
/// out.
pub fn slice(text: &[u8], start: usize, end: usize) -> &[u8] {
    let Some(from) = offset_of(text, start) else {
        return &[];
    };
    let rest = text.get(from..).unwrap_or_default();
    let to = offset_of(rest, end.saturating_sub(start)).unwrap_or(rest.len());
    rest.get(..to).unwrap_or_default()
}

/// Whether bytes are valid: UTF-8 in which surrogates may be encoded, in pairs too.
pub fn is_valid(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    loop {
        match core::str::from_utf8(rest) {
            Ok(_) => return true,
            Err(error) => {
                // Where std sees an error, only an encoded surrogate may stand.
                let at = error.valid_up_to();
                match rest.get(at..at + 3) {
                    Some([0xed, 0xa0..=0xbf, 0x80..=0xbf]) => {
                        rest = rest.get(at + 3..).unwrap_or_default();
                    }
                    _ => return false,
                }
            }
        }
    }
}

/// Whether a text is ASCII: its bytes are its code points.
pub fn is_ascii(text: &[u8]) -> bool {
    text.is_ascii()
}

/// Whether a text holds a surrogate, so that it is no `&str`.
pub fn has_surrogates(text: &[u8]) -> bool {
    first_surrogate(text).is_some()
}

/// The byte offset of the first surrogate.
pub fn first_surrogate(text: &[u8]) -> Option<usize> {
    memchr::memchr_iter(0xed, text).find(|at| text.get(at + 1).is_some_and(|byte| *byte >= 0xa0))
}

/// Whether a number is a surrogate.
pub fn is_surrogate(code_point: u32) -> bool {
    (0xd800..0xe000).contains(&code_point)
}

/// The byte offset of the first occurrence of `needle`: byte search finds only whole code points.
pub fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [byte] => memchr::memchr(*byte, text),
        [first, ..] => {
            // A searcher is dear to make: often the first byte alone leads to the place.
            let mut from = 0;
            for _ in 0..GUESSES {
                let rest = text.get(from..)?;
                let at = from + memchr::memchr(*first, rest)?;
                let here = text.get(at..)?;
                if here.starts_with(needle) {
                    return Some(at);
                }
                from = at + 1;
            }
            let rest = text.get(from..)?;
            memmem::find(rest, needle).map(|at| from + at)
        }
        [] => Some(0),
    }
}

/// How often [`find`] tries where the first byte of the needle is.
const GUESSES: usize = 4;

/// The byte offset of the last occurrence of `needle`.
pub fn rfind(text: &[u8], needle: &[u8]) -> Option<usize> {
    match needle {
        [byte] => memchr::memrchr(*byte, text),
        _ => memmem::rfind(text, needle),
    }
}

/// `str.count`: occurrences that do not overlap; the empty needle is found around each code point.
pub fn occurrences(text: &[u8], needle: &[u8]) -> usize {
    match needle {
        [] => count(text) + 1,
        [byte] => memchr::memchr_iter(*byte, text).count(),
        _ => memmem::find_iter(text, needle).count(),
    }
}

#[inline]
fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// How many bytes of a word do not continue a code point.
#[inline]
fn starts_in(word: u64) -> usize {
    const LOW_BITS: u64 = 0x0101_0101_0101_0101;
    // Bit 7 clear or bit 6 set, as bit 0 of each byte.
    (((!word >> 7) | (word >> 6)) & LOW_BITS).count_ones() as usize
}
