//! Unicode 14's data, one file that `cargo xtask codegen unicodedata` writes: a count of
//! sections, where each ends, the sections. Numbers are little-endian. Whatever lies
//! outside reads as nothing.

/// By value: a constant behind a reference has no name, and the linker would lay its half of a
/// megabyte among the small ones.
static FILE: [u8; include_bytes!("unicode14.bin").len()] = *include_bytes!("unicode14.bin");

/// The sections, in their order.
#[derive(Clone, Copy)]
pub(super) enum Section {
    /// For every 128 code points a block of leaves (u16).
    Top,
    /// For each code point of a block a record (u8).
    Leaves,
    /// Category, direction, width, combining class, mirrored (u8 each).
    Records,
    /// Tags of decompositions, lines.
    Tags,
    /// Code point (u32), place in the pool (u16), length, tag (u8 each), ascending.
    Decompositions,
    /// Code points (u32).
    Pool,
    /// First, second, composed (u32 each), ascending.
    Pairs,
    /// Code point (u32), which value, whether decimal (1) and digit (2) (u16 each), ascending.
    Numbers,
    /// Doubles.
    Values,
    /// First and last of the unified ideographs (u32 each).
    Ideographs,
    /// The words of names, one after the other.
    Words,
    /// Where each begins (u32), and the end.
    WordOffsets,
    /// Code point and number of the first name of a run (u32 each), ascending.
    Runs,
    /// Where each 16th name begins (u32).
    Starts,
    /// Names: bytes, then words by number.
    Names,
    /// Numbers of names in the order of their texts (u16).
    Order,
    /// How many words take one byte.
    Short,
    /// Lines: another name, `;`, code points in hexadecimal.
    Aliases,
}

fn number(at: usize) -> usize {
    u32_at(&FILE, at) as usize
}

/// The bytes of a section.
pub(super) fn section(which: Section) -> &'static [u8] {
    let at = which as usize;
    let start = match at {
        0 => (number(0) + 1) * 4,
        at => number(at * 4),
    };
    FILE.get(start..number((at + 1) * 4)).unwrap_or_default()
}

/// A number of four bytes.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    let found = bytes.get(at..).and_then(|bytes| bytes.first_chunk::<4>());
    found.map_or(0, |bytes| u32::from_le_bytes(*bytes))
}

/// A number of two bytes.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> u16 {
    let found = bytes.get(at..).and_then(|bytes| bytes.first_chunk::<2>());
    found.map_or(0, |bytes| u16::from_le_bytes(*bytes))
}

/// The row whose first number is `key`, in ascending rows of `width` bytes.
pub(super) fn row(which: Section, width: usize, key: u32) -> Option<&'static [u8]> {
    let rows = section(which);
    let (mut low, mut high) = (0, rows.len() / width);
    while low < high {
        let middle = (low + high) / 2;
        let found = u32_at(rows, middle * width);
        if found == key {
            return rows.get(middle * width..(middle + 1) * width);
        }
        if found < key {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    None
}

/// The properties of a code point.
#[derive(Clone, Copy)]
pub(super) struct Record {
    pub(super) category: u8,
    pub(super) direction: u8,
    pub(super) width: u8,
    pub(super) combining: u8,
    pub(super) mirrored: bool,
}

/// The properties of any code point.
pub(super) fn record(code: u32) -> Record {
    let block = u16_at(section(Section::Top), (code >> 7) as usize * 2);
    let leaf = usize::from(block) * 128 + (code & 127) as usize;
    let number = section(Section::Leaves).get(leaf).copied().unwrap_or(0);
    let start = usize::from(number) * 5;
    let found = section(Section::Records).get(start..).and_then(|rest| rest.first_chunk::<5>());
    let [category, direction, width, combining, mirrored] = *found.unwrap_or(&[0; 5]);
    Record {
        category,
        direction,
        width,
        combining,
        mirrored: mirrored != 0,
    }
}

/// What a code point decomposes into: its tag (0 for a canonical one), and code points.
pub(super) fn decomposition(code: u32) -> Option<(u8, impl Iterator<Item = u32> + Clone)> {
    let found = row(Section::Decompositions, 8, code)?;
    let start = usize::from(u16_at(found, 4));
    let (&len, &tag) = (found.get(6)?, found.get(7)?);
    let pool = section(Section::Pool);
    let codes = (start..start + usize::from(len)).map(move |at| u32_at(pool, at * 4));
    Some((tag, codes))
}

/// What two code points are composed to.
pub(super) fn composed(first: u32, second: u32) -> Option<u32> {
    let rows = section(Section::Pairs);
    let (mut low, mut high) = (0, rows.len() / 12);
    while low < high {
        let middle = (low + high) / 2;
        let found = (u32_at(rows, middle * 12), u32_at(rows, middle * 12 + 4));
        if found == (first, second) {
            return Some(u32_at(rows, middle * 12 + 8));
        }
        if found < (first, second) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    None
}
