//! Format strings of `struct`: read again at each use, which takes no memory.

/// The widest struct, as CPython's: sizes are 64-bit on every target.
const WIDEST: u64 = i64::MAX as u64;

/// A format whose text has been checked.
#[derive(Clone, Copy)]
pub(super) struct Format<'a> {
    /// All of it, the character that says the order included.
    pub(super) whole: &'a [u8],
    /// Without the character that says the order.
    text: &'a [u8],
    /// Sizes and alignment of C (those of a 64-bit machine).
    native: bool,
    big: bool,
    /// Bytes of the whole.
    pub(super) size: u64,
    /// Values.
    pub(super) count: usize,
}

/// A run of equal fields; a string is one field of `count` bytes.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) letter: u8,
    pub(super) count: u64,
    /// Bytes from the start.
    pub(super) at: u64,
    /// Bytes of a field; 1 for strings and pad bytes.
    pub(super) size: usize,
    pub(super) native: bool,
    pub(super) big: bool,
}

impl<'a> Format<'a> {
    /// Reads a format through once.
    pub(super) fn read(text: &'a [u8]) -> Result<Format<'a>, &'static str> {
        if text.contains(&0) {
            return Err("embedded null character");
        }
        let mut format = Format::known(text, 0, 0);
        let mut runs = format.runs();
        while let Some(run) = runs.step()? {
            format.count = match run.letter {
                b'x' => Some(format.count),
                b's' | b'p' => format.count.checked_add(1),
                _ => usize::try_from(run.count)
                    .ok()
                    .and_then(|count| format.count.checked_add(count)),
            }
            .ok_or("total struct size too long")?;
        }
        format.size = runs.at;
        Ok(format)
    }

    /// A format that was read before.
    pub(super) fn known(text: &'a [u8], size: u64, count: usize) -> Format<'a> {
        let (native, big, rest) = order(text);
        Format {
            text: rest,
            whole: text,
            native,
            big,
            size,
            count,
        }
    }

    pub(super) fn runs(&self) -> Runs<'a> {
        Runs {
            rest: self.text,
            at: 0,
            native: self.native,
            big: self.big,
        }
    }
}

/// The runs of a format, one after the other.
pub(super) struct Runs<'a> {
    rest: &'a [u8],
    at: u64,
    native: bool,
    big: bool,
}

impl Runs<'_> {
    fn next_byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(byte)
    }

    fn step(&mut self) -> Result<Option<Run>, &'static str> {
        let mut letter = loop {
            match self.next_byte() {
                None => return Ok(None),
                Some(b' ' | b'\t'..=b'\r') => {}
                Some(byte) => break byte,
            }
        };
        let mut count = 1;
        if letter.is_ascii_digit() {
            count = u64::from(letter - b'0');
            loop {
                let Some(byte) = self.next_byte() else {
                    return Err("repeat count given without format specifier");
                };
                if !byte.is_ascii_digit() {
                    letter = byte;
                    break;
                }
                count = count
                    .checked_mul(10)
                    .and_then(|count| count.checked_add(u64::from(byte - b'0')))
                    .filter(|&count| count <= WIDEST)
                    .ok_or("total struct size too long")?;
            }
        }
        let size = field_size(letter, self.native).ok_or("bad char in struct format")?;
        if self.native {
            self.at = self.at.next_multiple_of(size as u64);
        }
        let at = self.at;
        self.at = count
            .checked_mul(size as u64)
            .and_then(|bytes| self.at.checked_add(bytes))
            .filter(|&end| end <= WIDEST)
            .ok_or("total struct size too long")?;
        Ok(Some(Run {
            letter,
            count,
            at,
            size,
            native: self.native,
            big: self.big,
        }))
    }
}

impl Iterator for Runs<'_> {
    type Item = Run;

    /// The next run of a text that has been checked.
    #[inline]
    fn next(&mut self) -> Option<Run> {
        self.step().ok().flatten()
    }
}

/// Whether sizes are native, whether the order is big-endian, and the fields.
fn order(text: &[u8]) -> (bool, bool, &[u8]) {
    match text.split_first() {
        Some((b'@', rest)) => (true, false, rest),
        Some((b'<' | b'=', rest)) => (false, false, rest),
        Some((b'>' | b'!', rest)) => (false, true, rest),
        _ => (true, false, text),
    }
}

fn field_size(letter: u8, native: bool) -> Option<usize> {
    Some(match letter {
        b'x' | b's' | b'p' | b'b' | b'B' | b'c' | b'?' => 1,
        b'h' | b'H' | b'e' => 2,
        b'i' | b'I' | b'f' => 4,
        b'l' | b'L' if !native => 4,
        b'l' | b'L' | b'q' | b'Q' | b'd' => 8,
        b'n' | b'N' | b'P' if native => 8,
        _ => return None,
    })
}
