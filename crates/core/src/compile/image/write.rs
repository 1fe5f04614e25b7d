//! Writing images.

use super::*;
use crate::compile::chunk::{Chunk, Const, Positions, Proto};
use crate::compile::names::hash_bytes;
use alloc::vec::Vec;
use hashbrown::HashTable;

type Made<T = ()> = Result<T, ImageError>;

impl Chunk {
    /// The chunk as an image, with as much of its positions as `detail` says and it has.
    ///
    /// # Errors
    /// [`Reason::Memory`], and what is beyond the format's 4 GiB.
    pub fn to_bytes(&self, detail: Detail) -> Result<Vec<u8>, ImageError> {
        let mut writer = Writer {
            sections: Default::default(),
            counts: [0; SECTIONS],
            bytes: Vec::new(),
            ends: Vec::new(),
            table: HashTable::new(),
            detail,
        };
        let filename = writer.text(self.filename.as_bytes())?;
        for proto in &self.protos {
            writer.function(proto)?;
        }
        writer.finish(filename)
    }
}

struct Writer {
    sections: [Vec<u8>; SECTIONS],
    counts: [usize; SECTIONS],
    /// The texts.
    bytes: Vec<u8>,
    ends: Vec<u32>,
    /// Numbers of the texts, by content.
    table: HashTable<u32>,
    detail: Detail,
}

/// Appends fallibly.
fn put(to: &mut Vec<u8>, bytes: &[u8]) -> Made {
    to.try_reserve(bytes.len())
        .map_err(|_| ImageError::memory(to.len()))?;
    to.extend_from_slice(bytes);
    Ok(())
}

fn small(number: usize) -> Made<u32> {
    u32::try_from(number).map_err(|_| ImageError::malformed(0, "more than 4 GiB"))
}

fn text_of<'b>(bytes: &'b [u8], ends: &[u32], number: u32) -> &'b [u8] {
    let end = ends.get(number as usize).map_or(0, |&end| end as usize);
    let start = (number as usize)
        .checked_sub(1)
        .and_then(|before| ends.get(before))
        .map_or(0, |&end| end as usize);
    bytes.get(start..end).unwrap_or_default()
}

impl Writer {
    /// Adds one unit to a section.
    fn add(&mut self, section: usize, bytes: &[u8]) -> Made {
        if let (Some(to), Some(count)) =
            (self.sections.get_mut(section), self.counts.get_mut(section))
        {
            put(to, bytes)?;
            *count += bytes.len() / UNITS.get(section).copied().unwrap_or(1);
        }
        Ok(())
    }

    /// The number of a text, added if it is new.
    fn text(&mut self, text: &[u8]) -> Made<u32> {
        let hash = hash_bytes(text, 0);
        let (bytes, ends) = (&self.bytes, &self.ends);
        let found = self
            .table
            .find(hash, |&number| text_of(bytes, ends, number) == text);
        if let Some(&number) = found {
            return Ok(number);
        }
        let number = small(ends.len())?;
        self.table
            .try_reserve(1, |&number| hash_bytes(text_of(bytes, ends, number), 0))
            .map_err(|_| ImageError::memory(bytes.len()))?;
        put(&mut self.bytes, text)?;
        let end = small(self.bytes.len())?;
        self.ends
            .try_reserve(1)
            .map_err(|_| ImageError::memory(end as usize))?;
        self.ends.push(end);
        let (bytes, ends) = (&self.bytes, &self.ends);
        self.table.insert_unique(hash, number, |&number| {
            hash_bytes(text_of(bytes, ends, number), 0)
        });
        self.add(TEXTS, &end.to_le_bytes())?;
        Ok(number)
    }

    fn function(&mut self, proto: &Proto) -> Made {
        let name = self.text(proto.name.as_bytes())?;
        let qualname = self.text(proto.qualname.as_bytes())?;
        for word in proto.code.iter() {
            self.add(CODE, &word.to_le_bytes())?;
        }
        let positions = self.positions(&proto.positions)?;
        for handler in &proto.handlers {
            let words = [
                handler.start,
                handler.end,
                handler.target,
                u32::from(handler.reg),
            ];
            let mut unit = [0; 16];
            for (to, word) in unit.chunks_exact_mut(4).zip(words) {
                to.copy_from_slice(&word.to_le_bytes());
            }
            self.add(HANDLERS, &unit)?;
        }
        for height in proto.heights.iter() {
            self.add(HEIGHTS, &height.to_le_bytes())?;
        }
        for site in proto.sites.iter() {
            self.add(SITES, &site.to_le_bytes())?;
        }
        for name in proto.reg_names.iter().chain(&proto.free_names) {
            let number = self.text(name.as_bytes())?;
            self.add(NAMES, &number.to_le_bytes())?;
        }
        for value in &proto.consts {
            self.constant(value)?;
        }
        let mut unit = [0; FUNCTION];
        let (numbers, rest) = unit.split_at_mut(40);
        let words = [
            name,
            qualname,
            proto.first_line,
            small(proto.code.len())?,
            positions,
            small(proto.handlers.len())?,
            small(proto.sites.len())?,
            small(proto.reg_names.len())?,
            small(proto.free_names.len())?,
            small(proto.consts.len())?,
        ];
        for (to, word) in numbers.chunks_exact_mut(4).zip(words) {
            to.copy_from_slice(&word.to_le_bytes());
        }
        let halves = [
            proto.nregs,
            proto.args,
            proto.posonly,
            proto.kwonly,
            proto.free_start,
            proto.doc.unwrap_or(NO_DOC),
        ];
        for (to, half) in rest.chunks_exact_mut(2).zip(halves) {
            to.copy_from_slice(&half.to_le_bytes());
        }
        if let Some(flags) = rest.get_mut(12) {
            *flags = proto.flags;
        }
        self.add(FUNCTIONS, &unit)
    }

    /// Writes runs; their words.
    fn positions(&mut self, positions: &Positions) -> Made<u32> {
        let mut count = 0;
        let mut last = None;
        for (start, position) in positions.runs() {
            match self.detail {
                Detail::Nothing => {}
                Detail::Lines if last == Some(position.line) => {}
                Detail::Lines => {
                    for word in [start, position.line] {
                        self.add(POSITIONS, &word.to_le_bytes())?;
                        count += 1;
                    }
                }
                Detail::Columns => {
                    for word in Positions::words(start, position) {
                        self.add(POSITIONS, &word.to_le_bytes())?;
                        count += 1;
                    }
                }
            }
            last = Some(position.line);
        }
        Ok(count)
    }

    fn tagged(&mut self, tag: u8, bytes: &[u8]) -> Made {
        self.add(CONSTANTS, &[tag])?;
        self.add(CONSTANTS, bytes)
    }

    fn constant(&mut self, value: &Const) -> Made {
        match value {
            Const::None => self.tagged(tag::NONE, &[]),
            Const::Bool(false) => self.tagged(tag::FALSE, &[]),
            Const::Bool(true) => self.tagged(tag::TRUE, &[]),
            Const::Ellipsis => self.tagged(tag::ELLIPSIS, &[]),
            Const::Int(number) => self.tagged(tag::INT, &number.to_le_bytes()),
            Const::Big(digits) => {
                self.tagged(tag::BIG, &small(digits.len())?.to_le_bytes())?;
                digits
                    .iter()
                    .try_for_each(|digit| self.add(CONSTANTS, &digit.to_le_bytes()))
            }
            Const::Float(number) => self.tagged(tag::FLOAT, &number.to_bits().to_le_bytes()),
            Const::Imaginary(number) => {
                self.tagged(tag::IMAGINARY, &number.to_bits().to_le_bytes())
            }
            Const::Str(text) => {
                let number = self.text(text)?;
                self.tagged(tag::STR, &number.to_le_bytes())
            }
            Const::Bytes(data) => {
                let number = self.text(data)?;
                self.tagged(tag::BYTES, &number.to_le_bytes())
            }
            Const::Tuple(items) => {
                self.tagged(tag::TUPLE, &small(items.len())?.to_le_bytes())?;
                items.iter().try_for_each(|item| self.constant(item))
            }
        }
    }

    fn finish(self, filename: u32) -> Made<Vec<u8>> {
        let mut out = Vec::new();
        put(&mut out, &MAGIC)?;
        put(&mut out, &VERSION.to_le_bytes())?;
        let detail: u16 = match self.detail {
            Detail::Nothing => 0,
            Detail::Lines => 1,
            Detail::Columns => 2,
        };
        put(&mut out, &detail.to_le_bytes())?;
        put(&mut out, &FINGERPRINT.to_le_bytes())?;
        put(&mut out, &[0; 12])?;
        put(&mut out, &filename.to_le_bytes())?;
        for &count in &self.counts {
            put(&mut out, &small(count)?.to_le_bytes())?;
        }
        put(&mut out, &[0; 4])?;
        for section in self.sections.iter().chain([&self.bytes]) {
            put(&mut out, section)?;
            let padded = out.len().next_multiple_of(ALIGN);
            while out.len() < padded {
                put(&mut out, &[0])?;
            }
        }
        small(out.len())?;
        seal(&mut out);
        Ok(out)
    }
}
