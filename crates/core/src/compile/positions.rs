//! Where in the source each instruction of a function comes from: runs of equal positions.
//!
//! Written by the code generator and the image reader; tracebacks and code objects look
//! positions up. Runs begin at ascending instructions, the first one at 0 (verified).

use super::part::Part;
use alloc::boxed::Box;

/// A range of source text: lines from 1, columns in bytes from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Position {
    pub(crate) line: u32,
    pub(crate) end_line: u32,
    pub(crate) column: u16,
    /// `u16::MAX`: unknown, no carets.
    pub(crate) end_column: u16,
}

/// Words of a run with columns: first instruction, line, last line, columns.
pub(crate) const FULL: usize = 4;
/// Words of a run without: first instruction, line.
pub(crate) const LINES: usize = 2;

/// The positions of a function's instructions.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Positions {
    /// Runs of [`FULL`] words each; the columns are one word, the end in its upper half.
    Full(Part<[u32]>),
    /// Runs of [`LINES`] words each.
    Lines(Part<[u32]>),
}

impl Positions {
    /// Stripped code: nothing is known.
    pub(crate) fn none() -> Positions {
        Positions::Lines(Part::Own(Box::default()))
    }

    /// A run as the words of [`Positions::Full`].
    #[cfg(feature = "compiler")]
    pub(crate) fn words(start: u32, position: Position) -> [u32; FULL] {
        let columns = u32::from(position.column) | u32::from(position.end_column) << 16;
        [start, position.line, position.end_line, columns]
    }

    /// Words of one run, and all words.
    pub(crate) fn raw(&self) -> (usize, &[u32]) {
        match self {
            Positions::Full(words) => (FULL, words),
            Positions::Lines(words) => (LINES, words),
        }
    }

    fn run(&self, number: usize) -> Option<&[u32]> {
        let (size, words) = self.raw();
        words.get(number.checked_mul(size)?..)?.get(..size)
    }

    /// The runs: their first instructions and positions.
    pub(crate) fn runs(&self) -> impl Iterator<Item = (u32, Position)> + '_ {
        let (size, words) = self.raw();
        words.chunks_exact(size).filter_map(decode)
    }

    /// The position of an instruction of the code.
    pub(crate) fn get(&self, at: usize) -> Option<Position> {
        let (size, words) = self.raw();
        // The last run that begins at or before the instruction.
        let (mut low, mut high) = (0, words.len() / size);
        while low < high {
            let middle = low + (high - low) / 2;
            let begins = self.run(middle)?.first().copied()?;
            if begins as usize <= at {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        decode(self.run(low.checked_sub(1)?)?).map(|(_, position)| position)
    }
}

fn decode(run: &[u32]) -> Option<(u32, Position)> {
    match *run {
        [start, line, end_line, columns] => Some((
            start,
            Position {
                line,
                end_line,
                column: columns as u16,
                end_column: (columns >> 16) as u16,
            },
        )),
        [start, line] => Some((
            start,
            Position {
                line,
                end_line: line,
                column: 0,
                end_column: u16::MAX,
            },
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, Position, Positions};

    #[test]
    fn runs_are_found_by_their_instructions() {
        let position = |line| Position {
            line,
            end_line: line + 1,
            column: 3,
            end_column: 9,
        };
        let mut words = alloc::vec::Vec::new();
        for (start, line) in [(0, 1), (2, 7), (3, 4)] {
            words.extend(Positions::words(start, position(line)));
        }
        let full = Positions::Full(Part::Own(words.into_boxed_slice()));
        let lines: alloc::vec::Vec<_> = (0..6).map(|at| full.get(at).unwrap().line).collect();
        assert_eq!(lines, [1, 1, 7, 4, 4, 4]);
        assert_eq!(full.get(2), Some(position(7)));
        assert_eq!(full.runs().count(), 3);
        assert_eq!(Positions::none().get(0), None);
        let lines = Positions::Lines(Part::Lent(&[0, 5, 4, 6]));
        assert_eq!(
            lines.get(3).map(|p| (p.line, p.end_column)),
            Some((5, u16::MAX))
        );
        assert_eq!(lines.get(4).map(|p| p.line), Some(6));
    }
}
