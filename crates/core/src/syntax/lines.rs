//! Lines and columns of byte offsets, and the place of an operator.
//!
//! Built once per source by whoever needs positions: the compiler for its position table, error
//! reports for the line they show. `\n`, `\r\n` and a lone `\r` end a line.

use super::error::{Error, count_chars};
use super::tree::{Operator, Span};
use alloc::vec::Vec;

/// The offsets at which the lines of a source start.
#[derive(Debug)]
pub struct LineIndex {
    /// Ascending; the first is after the byte order mark, if there is one.
    starts: Vec<u32>,
}

/// A line, from 1, and a column in bytes, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in UTF-8 bytes, from 0.
    pub column: u32,
}

impl LineIndex {
    /// Finds the lines of `source`.
    ///
    /// # Errors
    /// [`ErrorKind::Memory`](super::ErrorKind::Memory) when the index cannot be allocated.
    pub fn new(source: &[u8]) -> Result<LineIndex, Error> {
        let mut starts = Vec::new();
        let first = if source.starts_with(b"\xEF\xBB\xBF") {
            3
        } else {
            0
        };
        let mut start = first;
        loop {
            starts.try_reserve(1).map_err(|_| Error::memory())?;
            starts.push(u32::try_from(start).unwrap_or(u32::MAX));
            let rest = source.get(start..).unwrap_or(&[]);
            let Some(length) = rest.iter().position(|&b| b == b'\n' || b == b'\r') else {
                break;
            };
            let crlf = rest
                .get(length..)
                .is_some_and(|end| end.starts_with(b"\r\n"));
            start += length + if crlf { 2 } else { 1 };
        }
        Ok(LineIndex { starts })
    }

    /// The line and byte column of `offset`.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        Position {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            column: offset.saturating_sub(start),
        }
    }

    /// The column of `offset` in characters, from 0.
    #[must_use]
    pub fn character_column(&self, source: &[u8], offset: u32) -> u32 {
        let column = self.position(offset).column as usize;
        let end = (offset as usize).min(source.len());
        let inside = source
            .get((offset as usize - column).min(end)..end)
            .unwrap_or(&[]);
        // An offset past the end (a newline that is not there) counts as a character.
        count_chars(inside) + u32::try_from(offset as usize - end).unwrap_or(0)
    }

    /// The bytes of `line` (from 1), with its newline.
    #[must_use]
    pub fn line<'s>(&self, source: &'s [u8], line: u32) -> &'s [u8] {
        let index = line.saturating_sub(1) as usize;
        let Some(&start) = self.starts.get(index) else {
            return &[];
        };
        let end = self
            .starts
            .get(index + 1)
            .map_or(source.len(), |&end| end as usize);
        source.get(start as usize..end).unwrap_or(&[])
    }

    /// How many lines there are; a final newline starts one more, empty line.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }
}

/// The place of the operator `op` between its operands, for the carets `~~^~~`.
///
/// Skips what may stand there besides: blanks, closing and opening parentheses, comments and line
/// continuations. If the source is another one than the tree's, the gap itself is returned.
#[must_use]
pub fn operator_span(source: &[u8], left: Span, op: Operator, right: Span) -> Span {
    let length = match op {
        Operator::Pow | Operator::LShift | Operator::RShift | Operator::FloorDiv => 2,
        _ => 1,
    };
    let mut at = left.end;
    while at < right.start {
        match source.get(at as usize) {
            Some(b' ' | b'\t' | b'\x0C' | b'\r' | b'\n' | b'\\' | b')') => at += 1,
            Some(b'#') => {
                while source
                    .get(at as usize)
                    .is_some_and(|&b| b != b'\n' && b != b'\r')
                {
                    at += 1;
                }
            }
            Some(_) => return Span::new(at, (at + length).min(right.start)),
            None => break,
        }
    }
    Span::new(left.end, right.start)
}
