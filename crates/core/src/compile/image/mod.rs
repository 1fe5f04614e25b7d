//! Chunks as bytes: what `miniscript compile` writes, and what standard modules are frozen to.
//!
//! An image is the same on every machine: all numbers are little-endian and of fixed width, no
//! address is stored, quickened instructions do not occur. `write` makes one, `read` turns one
//! into a [`Chunk`] again; instructions, tables and texts of an image that is `'static`, aligned
//! to eight bytes and read on a little-endian machine are used in place. The reader trusts
//! nothing, the checksum included: counts and indices are checked as they are read, and what they
//! say about code by the verifier, so any bytes load safely or not at all.
//!
//! # Layout
//!
//! | At | Size | Header |
//! |---:|---:|---|
//! | 0 | 8 | magic: `89 4D 53 42 0D 0A 1A 0A` (no text, and text tools break it) |
//! | 8 | 2 | version of this format, [`VERSION`] |
//! | 10 | 2 | what is known of positions: 0 nothing, 1 lines, 2 lines and columns |
//! | 12 | 4 | fingerprint of the instruction set |
//! | 16 | 8 | checksum of all bytes from 24 on: SipHash-1-3, key 0 |
//! | 24 | 4 | length of the image |
//! | 28 | 4 | text: what tracebacks call the source |
//! | 32 | 4 × 9 | lengths of the sections in units of their own, in the order below |
//! | 68 | 4 | zero |
//!
//! The sections follow, each at a multiple of eight bytes, each read from front to back: what
//! belongs to a function follows what belongs to the one before.
//!
//! | Section | Unit | What |
//! |---|---:|---|
//! | functions | 56 | see below; the first is the unit's own body |
//! | code | 8 | instructions |
//! | positions | 4 | words of runs, 2 (instruction, line) or 4 (also last line, columns) each |
//! | handlers | 16 | start, end, target, register |
//! | heights | 2 | live registers, one number per instruction |
//! | sites | 2 | constants that name sites |
//! | names | 4 | texts: variables of a function, then its captured ones |
//! | texts | 4 | where each text ends in the last section |
//! | constants | 1 | a tag each, then what the tag needs |
//! | bytes | 1 | the texts themselves, each once (its length is that of the rest) |
//!
//! A function is ten numbers of 4 bytes (text of the name, text of the qualified name, first
//! line; then counts: instructions, words of positions, handlers, sites, variables, captured
//! variables, constants), six of 2 (registers, positional parameters, positional-only ones,
//! keyword-only ones, first captured register, constant of the docstring or `FFFF`), one byte of
//! flags and three zeros.
//!
//! Constants: 0 None, 1 False, 2 True, 3 Ellipsis, 4 int (8 bytes), 5 larger int (count, digits
//! of 4 bytes), 6 float (8), 7 imaginary number (8), 8 str (text), 9 bytes (text), 10 tuple
//! (count, the items).

mod error;
mod read;
#[cfg(feature = "compiler")]
mod write;

pub use error::{ImageError, Reason};
pub use read::filename;

use super::opcode::{FIRST_QUICKENED, Op};
use core::hash::Hasher;
use siphasher::sip::SipHasher13;

/// The first bytes of every image.
pub const MAGIC: [u8; 8] = *b"\x89MSB\r\n\x1A\n";

/// The version of the format: another one is refused.
pub const VERSION: u16 = 1;

/// What an image says of the places of its instructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// Nothing: tracebacks show the line of the function.
    Nothing,
    /// Lines.
    Lines,
    /// Lines and columns: tracebacks mark the expression.
    #[default]
    Columns,
}

/// Bytes of the header.
const HEADER: usize = 72;
/// Bytes that the checksum is not made of.
const UNSUMMED: usize = 24;
/// Sections whose lengths the header has; the last one takes the rest.
const SECTIONS: usize = 9;
/// Bytes per unit of each section.
const UNITS: [usize; SECTIONS] = [FUNCTION, 8, 4, 16, 2, 2, 4, 4, 1];
/// Bytes of a function.
const FUNCTION: usize = 56;
/// Sections begin at multiples of this.
const ALIGN: usize = 8;
/// No docstring.
const NO_DOC: u16 = u16::MAX;

const FUNCTIONS: usize = 0;
const CODE: usize = 1;
const POSITIONS: usize = 2;
const HANDLERS: usize = 3;
const HEIGHTS: usize = 4;
const SITES: usize = 5;
const NAMES: usize = 6;
const TEXTS: usize = 7;
const CONSTANTS: usize = 8;

/// Tags of constants.
mod tag {
    pub(super) const NONE: u8 = 0;
    pub(super) const FALSE: u8 = 1;
    pub(super) const TRUE: u8 = 2;
    pub(super) const ELLIPSIS: u8 = 3;
    pub(super) const INT: u8 = 4;
    pub(super) const BIG: u8 = 5;
    pub(super) const FLOAT: u8 = 6;
    pub(super) const IMAGINARY: u8 = 7;
    pub(super) const STR: u8 = 8;
    pub(super) const BYTES: u8 = 9;
    pub(super) const TUPLE: u8 = 10;
}

/// Whether bytes begin as an image does; source text never does.
pub fn is_image(bytes: &[u8]) -> bool {
    bytes.starts_with(&MAGIC)
}

/// The checksum of an image: of its bytes behind the checksum itself.
fn checksum(image: &[u8]) -> u64 {
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(image.get(UNSUMMED..).unwrap_or_default());
    hasher.finish()
}

/// Writes length and checksum into the header, for whoever has edited an image: tests and fuzzers
/// get past the two that way.
pub fn seal(image: &mut [u8]) {
    let length = u32::try_from(image.len()).unwrap_or(u32::MAX);
    if let Some(to) = image.get_mut(24..28) {
        to.copy_from_slice(&length.to_le_bytes());
    }
    let sum = checksum(image);
    if let Some(to) = image.get_mut(CHECKSUM_AT) {
        to.copy_from_slice(&sum.to_le_bytes());
    }
}

/// Where the checksum stands in an image.
const CHECKSUM_AT: core::ops::Range<usize> = 16..24;

/// A number for the names, order and operands of the instructions that images may hold: code
/// made for another set is not understood.
const FINGERPRINT: u32 = fingerprint();

const fn fingerprint() -> u32 {
    let mut hash = 0x811C_9DC5_u32;
    let mut at = 0;
    while at < FIRST_QUICKENED as usize {
        let (name, format) = (Op::NAMES[at], Op::FORMATS[at]);
        hash = mix(mix(hash, name.as_bytes()), format.as_bytes());
        at += 1;
    }
    hash
}

/// FNV-1a.
const fn mix(hash: u32, bytes: &[u8]) -> u32 {
    let mut hash = hash;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ 0xFF).wrapping_mul(0x0100_0193)
}

#[cfg(test)]
mod tests;
