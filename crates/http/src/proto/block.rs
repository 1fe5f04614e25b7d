//! Collects the lines of a head or a trailer section until the empty line that ends it.
//!
//! Called with whatever arrived; looks at every byte once and keeps what it saw, so input that
//! comes byte by byte costs the same as input that comes at once. Lines end with LF, a CR before
//! it is optional (RFC 9112, section 2.2). The caps hold while collecting, not afterwards.

use alloc::vec::Vec;

use super::protocol_error::Exceeded;

/// What an empty line before any other means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leading {
    /// It is skipped: some servers send one after the previous body.
    Skip,
    /// It ends the block: a trailer section may be empty.
    End,
}

/// What a block is called in errors and how large it may become.
#[derive(Clone, Copy, Debug)]
pub(super) struct Caps {
    pub(super) what: &'static str,
    pub(super) bytes: (&'static str, usize),
    pub(super) lines: (&'static str, usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Line {
    Empty,
    OnlyCr,
    Content,
}

/// The lines seen so far.
#[derive(Debug)]
pub(super) struct Block {
    bytes: Vec<u8>,
    lines: usize,
    line: Line,
    leading: Leading,
}

impl Block {
    pub(super) fn new(leading: Leading) -> Block {
        Block {
            bytes: Vec::new(),
            lines: 0,
            line: Line::Empty,
            leading,
        }
    }

    /// Takes from `input` up to the end of the block; true once it is complete.
    pub(super) fn push(&mut self, input: &mut &[u8], caps: &Caps) -> Result<bool, Exceeded> {
        let mut complete = false;
        let mut taken = 0;
        for &byte in *input {
            taken += 1;
            if self.bytes.len() + taken > caps.bytes.1 {
                return Err(Exceeded::new(caps.what, caps.bytes.0, caps.bytes.1));
            }
            match (byte, self.line) {
                (b'\n', Line::Content) => {
                    self.lines += 1;
                    self.line = Line::Empty;
                    if self.lines > caps.lines.1 {
                        return Err(Exceeded::new(caps.what, caps.lines.0, caps.lines.1));
                    }
                }
                (b'\n', _) => {
                    self.line = Line::Empty;
                    if self.lines > 0 || self.leading == Leading::End {
                        complete = true;
                        break;
                    }
                }
                (b'\r', Line::Empty) => self.line = Line::OnlyCr,
                _ => self.line = Line::Content,
            }
        }
        let (now, later) = input.split_at_checked(taken).unwrap_or((input, &[]));
        self.bytes.extend_from_slice(now);
        *input = later;
        Ok(complete)
    }

    /// What was collected, the empty line included.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many lines with content were collected.
    pub(super) fn lines(&self) -> usize {
        self.lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CAPS: Caps = Caps {
        what: "it",
        bytes: ("bytes", 20),
        lines: ("lines", 2),
    };

    #[test]
    fn ends_at_the_empty_line() {
        for (leading, text, taken, lines) in [
            (Leading::Skip, "a\r\n\r\nrest", 5, 1),
            (Leading::Skip, "a\nb\n\nrest", 5, 2),
            (Leading::Skip, "\r\n\na\n\nrest", 6, 1),
            (Leading::End, "\r\nrest", 2, 0),
        ] {
            let mut block = Block::new(leading);
            let mut input = text.as_bytes();
            assert_eq!(block.push(&mut input, &CAPS), Ok(true), "{text:?}");
            assert_eq!(
                (text.len() - input.len(), block.lines()),
                (taken, lines),
                "{text:?}"
            );
        }
    }

    #[test]
    fn caps_are_reached_while_collecting() {
        for (text, limit) in [("aaaaaaaaaaaaaaaaaaaaa", "bytes"), ("a\nb\nc\n", "lines")] {
            let mut block = Block::new(Leading::Skip);
            let error = block.push(&mut text.as_bytes(), &CAPS).unwrap_err();
            assert_eq!(error.limit, limit);
        }
    }
}
