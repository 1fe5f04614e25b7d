//! Why bytes are no image: what, and where.

use super::VERSION;
use core::fmt;

/// Why an image is refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImageError {
    /// The byte that is wrong, or where the part begins that is.
    pub offset: usize,
    /// What is wrong.
    pub reason: Reason,
}

/// What is wrong with an image.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// The first bytes are others.
    NotAnImage,
    /// Another version of the format.
    Version(u16),
    /// Its code is for another instruction set.
    InstructionSet,
    /// It has been cut, or something follows it.
    Length {
        /// What the header says.
        expected: usize,
        /// What there is.
        found: usize,
    },
    /// It has been changed.
    Checksum,
    /// A part that does not fit the others.
    Malformed(&'static str),
    /// Code that would not run safely.
    Code {
        /// The number of the function.
        function: usize,
        /// The number of the instruction.
        instruction: usize,
        /// What is wrong with it.
        what: &'static str,
    },
    /// It needs more memory than there is, or than was allowed.
    Memory,
}

impl ImageError {
    pub(super) fn new(offset: usize, reason: Reason) -> ImageError {
        ImageError { offset, reason }
    }

    pub(super) fn malformed(offset: usize, what: &'static str) -> ImageError {
        ImageError::new(offset, Reason::Malformed(what))
    }

    pub(super) fn memory(offset: usize) -> ImageError {
        ImageError::new(offset, Reason::Memory)
    }
}

impl fmt::Display for ImageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let offset = self.offset;
        match &self.reason {
            Reason::NotAnImage => write!(f, "not compiled by MiniScript (byte {offset})"),
            Reason::Version(found) => write!(
                f,
                "compiled by another version of MiniScript (format {found}, this is format {VERSION}): compile the source again"
            ),
            Reason::InstructionSet => write!(
                f,
                "compiled by another version of MiniScript (its instructions are others): compile the source again"
            ),
            Reason::Length { expected, found } => write!(
                f,
                "the bytecode is {found} bytes long instead of {expected}: it was cut or added to"
            ),
            Reason::Checksum => write!(f, "the bytecode has been changed (its checksum is wrong)"),
            Reason::Malformed(what) => write!(f, "bad bytecode at byte {offset}: {what}"),
            Reason::Code {
                function,
                instruction,
                what,
            } => write!(
                f,
                "bad bytecode at byte {offset} (function {function}, instruction {instruction}): {what}"
            ),
            Reason::Memory => write!(f, "no memory to load bytecode (byte {offset})"),
        }
    }
}

impl core::error::Error for ImageError {}
