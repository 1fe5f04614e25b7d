//! Reading images: into a chunk that borrows what it can, verified.

use super::*;
use crate::compile::chunk::{Chunk, Const, Handler, Positions, Proto};
use crate::compile::part::Part;
use crate::compile::verify::{self, MAX_NESTING};
use crate::features::{COMPLEX, NO_COMPLEX};
use alloc::boxed::Box;
use alloc::vec::Vec;
use bytemuck::Pod;
use core::ops::Range;

type Made<T = ()> = Result<T, ImageError>;

impl Chunk {
    /// Reads an image, copying what is kept of it; `max_bytes` bounds the memory that the chunk
    /// may take.
    ///
    /// # Errors
    /// Why the bytes are refused.
    pub fn from_bytes(image: &[u8], max_bytes: usize) -> Result<Chunk, ImageError> {
        read(image, None, max_bytes)
    }

    /// Reads an image that stays where it is: instructions, tables and texts are used in place
    /// where it is aligned to eight bytes and the machine is little-endian.
    ///
    /// # Errors
    /// Why the bytes are refused.
    pub fn from_static(image: &'static [u8], max_bytes: usize) -> Result<Chunk, ImageError> {
        read(image, Some(image), max_bytes)
    }
}

/// A number of an image.
trait Number: Pod {
    /// From as many little-endian bytes as it has.
    fn read(bytes: &[u8]) -> Self;
}

macro_rules! numbers {
    ($($type:ty),*) => {$(
        impl Number for $type {
            fn read(bytes: &[u8]) -> $type {
                bytes.try_into().map_or(0, <$type>::from_le_bytes)
            }
        }
    )*};
}
numbers!(u8, u16, u32, u64);

/// One number at an offset.
fn number<T: Number>(image: &[u8], at: usize) -> Made<T> {
    let bytes = at
        .checked_add(size_of::<T>())
        .and_then(|end| image.get(at..end));
    match bytes {
        Some(bytes) => Ok(T::read(bytes)),
        None => Err(ImageError::malformed(at, "the end of the image")),
    }
}

/// A vector of a known length.
fn room<T>(count: usize, at: usize) -> Made<Vec<T>> {
    let mut items = Vec::new();
    items
        .try_reserve_exact(count)
        .map_err(|_| ImageError::memory(at))?;
    Ok(items)
}

struct Reader<'a> {
    image: &'a [u8],
    /// The same, if it may be borrowed for ever.
    lent: Option<&'static [u8]>,
    /// What is left of each section.
    sections: [Range<usize>; SECTIONS],
    /// All ends of texts.
    texts: Range<usize>,
    /// The texts.
    bytes: Range<usize>,
    detail: Detail,
    budget: usize,
    /// Bytes of texts that may still be looked at: one text may be named many times.
    work: usize,
}

fn header(image: &[u8]) -> Made<Detail> {
    if !is_image(image) {
        let same = image.iter().zip(&MAGIC).take_while(|(a, b)| a == b).count();
        return Err(ImageError::new(same, Reason::NotAnImage));
    }
    let version = number::<u16>(image, 8)?;
    if version != VERSION {
        return Err(ImageError::new(8, Reason::Version(version)));
    }
    let expected = number::<u32>(image, 24)? as usize;
    let found = image.len();
    if expected != found {
        return Err(ImageError::new(24, Reason::Length { expected, found }));
    }
    if number::<u64>(image, CHECKSUM_AT.start)? != checksum(image) {
        return Err(ImageError::new(CHECKSUM_AT.start, Reason::Checksum));
    }
    if number::<u32>(image, 12)? != FINGERPRINT {
        return Err(ImageError::new(12, Reason::InstructionSet));
    }
    match number::<u16>(image, 10)? {
        0 => Ok(Detail::Nothing),
        1 => Ok(Detail::Lines),
        2 => Ok(Detail::Columns),
        _ => Err(ImageError::malformed(10, "kind of positions")),
    }
}

/// What an image says its source is called; little else of it is looked at.
///
/// # Errors
/// Why the bytes are refused.
pub fn filename(image: &[u8]) -> Result<alloc::string::String, ImageError> {
    let mut reader = Reader::open(image, None, usize::MAX)?;
    Ok((*reader.filename()?).into())
}

fn read(image: &[u8], lent: Option<&'static [u8]>, max_bytes: usize) -> Made<Chunk> {
    Reader::open(image, lent, max_bytes)?.chunk()
}

impl<'a> Reader<'a> {
    /// Checks the header and finds the sections.
    fn open(image: &'a [u8], lent: Option<&'static [u8]>, max_bytes: usize) -> Made<Reader<'a>> {
        let detail = header(image)?;
        let mut sections: [Range<usize>; SECTIONS] = Default::default();
        let mut at = HEADER;
        for (index, (section, unit)) in sections.iter_mut().zip(UNITS).enumerate() {
            let place = 32 + 4 * index;
            let length = (number::<u32>(image, place)? as usize).checked_mul(unit);
            let end = length.and_then(|length| at.checked_add(length));
            match end.filter(|&end| end <= image.len()) {
                Some(end) => *section = at..end,
                None => return Err(ImageError::malformed(place, "length of a section")),
            }
            at = section.end.next_multiple_of(ALIGN);
        }
        if at > image.len() {
            return Err(ImageError::malformed(at, "the end of the image"));
        }
        Ok(Reader {
            image,
            lent: lent.filter(|_| cfg!(target_endian = "little")),
            texts: sections.get(TEXTS).cloned().unwrap_or_default(),
            sections,
            bytes: at..image.len(),
            detail,
            budget: max_bytes,
            work: image.len().saturating_mul(64).saturating_add(1 << 20),
        })
    }
}

impl Reader<'_> {
    /// Counts memory of the chunk.
    fn spend(&mut self, bytes: usize, at: usize) -> Made {
        match self.budget.checked_sub(bytes) {
            Some(left) => {
                self.budget = left;
                Ok(())
            }
            None => Err(ImageError::memory(at)),
        }
    }

    /// A counted vector.
    fn vector<T>(&mut self, count: usize, at: usize) -> Made<Vec<T>> {
        let bytes = count.checked_mul(size_of::<T>());
        self.spend(bytes.unwrap_or(usize::MAX), at)?;
        room(count, at)
    }

    /// The next bytes of a section.
    fn take(&mut self, section: usize, count: usize) -> Made<Range<usize>> {
        let bytes = UNITS.get(section).and_then(|&unit| count.checked_mul(unit));
        let Some(rest) = self.sections.get_mut(section) else {
            return Err(ImageError::malformed(0, "section"));
        };
        match bytes.and_then(|bytes| rest.start.checked_add(bytes)) {
            Some(end) if end <= rest.end => {
                let taken = rest.start..end;
                rest.start = end;
                Ok(taken)
            }
            _ => Err(ImageError::malformed(rest.start, "the end of a section")),
        }
    }

    /// Where the next bytes of a section lie.
    fn place(&self, section: usize) -> usize {
        self.sections.get(section).map_or(0, |rest| rest.start)
    }

    /// Numbers of the image, in place if possible.
    fn numbers<T: Number>(&mut self, range: Range<usize>) -> Made<Part<[T]>> {
        let lent = self.lent.and_then(|image| image.get(range.clone()));
        if let Some(Ok(items)) = lent.map(bytemuck::try_cast_slice) {
            return Ok(Part::Lent(items));
        }
        let bytes = self.image.get(range.clone()).unwrap_or_default();
        let mut items = self.vector(bytes.len() / size_of::<T>(), range.start)?;
        items.extend(bytes.chunks_exact(size_of::<T>()).map(T::read));
        Ok(Part::Own(items.into_boxed_slice()))
    }

    /// Where a text lies; `at` is where its number stands.
    fn text(&mut self, text: u32, at: usize) -> Made<Range<usize>> {
        let place = (text as usize)
            .checked_mul(4)
            .and_then(|offset| self.texts.start.checked_add(offset))
            .filter(|&place| place < self.texts.end);
        let Some(place) = place else {
            return Err(ImageError::malformed(at, "number of a text"));
        };
        let start = match text {
            0 => 0,
            _ => number::<u32>(self.image, place - 4)? as usize,
        };
        let end = number::<u32>(self.image, place)? as usize;
        if start > end || end > self.bytes.len() {
            return Err(ImageError::malformed(place, "end of a text"));
        }
        match self.work.checked_sub(end - start) {
            Some(left) => self.work = left,
            None => return Err(ImageError::malformed(at, "a text named too often")),
        }
        Ok(self.bytes.start + start..self.bytes.start + end)
    }

    /// A text that may be any bytes.
    fn data(&mut self, text: u32, at: usize) -> Made<Part<[u8]>> {
        let range = self.text(text, at)?;
        self.numbers::<u8>(range)
    }

    /// A text that is UTF-8.
    fn name(&mut self, text: u32, at: usize) -> Made<Part<str>> {
        let range = self.text(text, at)?;
        let start = range.start;
        let wrong = |_| ImageError::malformed(start, "text of a name");
        if let Some(bytes) = self.lent.and_then(|image| image.get(range.clone())) {
            return Ok(Part::Lent(core::str::from_utf8(bytes).map_err(wrong)?));
        }
        let bytes = self.image.get(range).unwrap_or_default();
        let text = core::str::from_utf8(bytes).map_err(wrong)?;
        self.spend(text.len(), start)?;
        let mut owned = alloc::string::String::new();
        owned
            .try_reserve_exact(text.len())
            .map_err(|_| ImageError::memory(start))?;
        owned.push_str(text);
        Ok(Part::Own(owned.into_boxed_str()))
    }

    fn filename(&mut self) -> Made<Part<str>> {
        let filename = number::<u32>(self.image, 28)?;
        self.name(filename, 28)
    }

    fn chunk(&mut self) -> Made<Chunk> {
        let filename = self.filename()?;
        let place = self.place(FUNCTIONS);
        let code = self.place(CODE);
        let count = self.sections.get(FUNCTIONS).map_or(0, Range::len) / FUNCTION;
        let mut protos = self.vector(count, place)?;
        for _ in 0..count {
            protos.push(self.function()?);
        }
        // The texts are found by their numbers; all else has been used up.
        for (index, rest) in self.sections.iter().enumerate() {
            if index != TEXTS && !rest.is_empty() {
                return Err(ImageError::malformed(rest.start, "more than is used"));
            }
        }
        let chunk = Chunk {
            filename,
            protos: protos.into_boxed_slice(),
        };
        match verify::verify(&chunk) {
            Ok(()) => Ok(chunk),
            Err(fault) => {
                let before = chunk.protos.iter().take(fault.proto);
                let before: usize = before.map(|proto| proto.code.len()).sum();
                Err(ImageError::new(
                    code + 8 * (before + fault.at),
                    Reason::Code {
                        function: fault.proto,
                        instruction: fault.at,
                        what: fault.what,
                    },
                ))
            }
        }
    }

    fn function(&mut self) -> Made<Proto> {
        let at = self.take(FUNCTIONS, 1)?.start;
        let image = self.image;
        let word = |index: usize| number::<u32>(image, at + 4 * index);
        let count = |index: usize| word(index).map(|count| count as usize);
        let half = |index: usize| number::<u16>(image, at + 40 + 2 * index);
        let (instructions, variables, captured) = (count(3)?, count(7)?, count(8)?);
        let code = self.take(CODE, instructions)?;
        let positions = self.take(POSITIONS, count(4)?)?;
        let handlers = self.take(HANDLERS, count(5)?)?;
        let heights = self.take(HEIGHTS, instructions)?;
        let sites = self.take(SITES, count(6)?)?;
        let positions = match self.detail {
            Detail::Nothing if positions.is_empty() => Positions::none(),
            Detail::Nothing => return Err(ImageError::malformed(at + 16, "positions")),
            Detail::Lines => Positions::Lines(self.numbers(positions)?),
            Detail::Columns => Positions::Full(self.numbers(positions)?),
        };
        let doc = half(5)?;
        Ok(Proto {
            name: self.name(word(0)?, at)?,
            qualname: self.name(word(1)?, at + 4)?,
            first_line: word(2)?,
            code: self.numbers(code)?,
            consts: self.constants(count(9)?, 0)?,
            sites: self.numbers(sites)?,
            positions,
            heights: self.numbers(heights)?,
            handlers: self.handlers(handlers)?,
            nregs: half(0)?,
            args: half(1)?,
            posonly: half(2)?,
            kwonly: half(3)?,
            flags: number::<u8>(image, at + 52)?,
            reg_names: self.names(variables)?,
            free_start: half(4)?,
            free_names: self.names(captured)?,
            doc: (doc != NO_DOC).then_some(doc),
        })
    }

    fn handlers(&mut self, range: Range<usize>) -> Made<Box<[Handler]>> {
        let mut handlers = self.vector(range.len() / 16, range.start)?;
        for at in range.step_by(16) {
            let word = |index: usize| number::<u32>(self.image, at + 4 * index);
            let reg = u16::try_from(word(3)?)
                .map_err(|_| ImageError::malformed(at + 12, "register of a handler"))?;
            handlers.push(Handler {
                start: word(0)?,
                end: word(1)?,
                target: word(2)?,
                reg,
            });
        }
        Ok(handlers.into_boxed_slice())
    }

    fn names(&mut self, count: usize) -> Made<Box<[Part<str>]>> {
        let range = self.take(NAMES, count)?;
        let mut names = self.vector(count, range.start)?;
        for at in range.step_by(4) {
            let text = number(self.image, at)?;
            names.push(self.name(text, at)?);
        }
        Ok(names.into_boxed_slice())
    }

    /// `count` constants, which stand in tuples `depth` deep.
    fn constants(&mut self, count: usize, depth: u32) -> Made<Box<[Const]>> {
        let rest = self.sections.get(CONSTANTS).cloned().unwrap_or_default();
        // Each is a byte at least: no count makes more room than the image has.
        if count > rest.len() || depth > MAX_NESTING {
            return Err(ImageError::malformed(rest.start, "number of constants"));
        }
        let mut values = self.vector(count, rest.start)?;
        for _ in 0..count {
            values.push(self.constant(depth)?);
        }
        Ok(values.into_boxed_slice())
    }

    /// The next number among the constants.
    fn operand<T: Number>(&mut self) -> Made<T> {
        let range = self.take(CONSTANTS, size_of::<T>())?;
        number(self.image, range.start)
    }

    fn constant(&mut self, depth: u32) -> Made<Const> {
        let at = self.place(CONSTANTS);
        Ok(match self.operand::<u8>()? {
            tag::NONE => Const::None,
            tag::FALSE => Const::Bool(false),
            tag::TRUE => Const::Bool(true),
            tag::ELLIPSIS => Const::Ellipsis,
            tag::INT => Const::Int(self.operand::<u64>()? as i64),
            tag::BIG => {
                let count = self.operand::<u32>()? as usize;
                let bytes = count
                    .checked_mul(4)
                    .ok_or(ImageError::malformed(at, "digits of an int"))?;
                let range = self.take(CONSTANTS, bytes)?;
                let mut digits = self.vector(count, at)?;
                let bytes = self.image.get(range).unwrap_or_default();
                digits.extend(bytes.chunks_exact(4).map(u32::read));
                Const::Big(digits.into_boxed_slice())
            }
            tag::FLOAT => Const::Float(f64::from_bits(self.operand()?)),
            tag::IMAGINARY if !COMPLEX => {
                return Err(ImageError::malformed(at, NO_COMPLEX));
            }
            tag::IMAGINARY => Const::Imaginary(f64::from_bits(self.operand()?)),
            tag::STR => {
                let text = self.operand()?;
                Const::Str(self.data(text, at)?)
            }
            tag::BYTES => {
                let text = self.operand()?;
                Const::Bytes(self.data(text, at)?)
            }
            tag::TUPLE => {
                let count = self.operand::<u32>()? as usize;
                Const::Tuple(self.constants(count, depth + 1)?)
            }
            _ => return Err(ImageError::malformed(at, "kind of a constant")),
        })
    }
}
