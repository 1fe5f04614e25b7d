//! Where formatted text goes: a writer that can be full.
//!
//! Implemented here for `Vec<u8>` (with `try_reserve`) and for [`StackBuf`]; the heap implements it
//! for strings under construction, where it also counts against the limit.

#![forbid(unsafe_code)]

use alloc::vec::Vec;

use super::wtf8;

/// The sink took nothing more: a MemoryError for the script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Full;

/// Takes bytes, or refuses. What was written before a refusal stays written.
pub trait Sink {
    /// Takes all of `bytes` or refuses.
    fn write(&mut self, bytes: &[u8]) -> Result<(), Full>;

    /// Announces that about `additional` bytes follow, so that a hopeless size fails at once.
    fn reserve(&mut self, additional: usize) -> Result<(), Full> {
        let _ = additional;
        Ok(())
    }

    /// Writes a str.
    fn write_str(&mut self, text: &str) -> Result<(), Full> {
        self.write(text.as_bytes())
    }

    /// Writes one byte.
    fn write_byte(&mut self, byte: u8) -> Result<(), Full> {
        self.write(&[byte])
    }

    /// Writes a code point, a surrogate too.
    fn write_char(&mut self, code_point: u32) -> Result<(), Full> {
        self.write(wtf8::Encoded::new(code_point).as_bytes())
    }

    /// Writes a code point `count` times.
    fn fill(&mut self, code_point: u32, count: usize) -> Result<(), Full> {
        if count == 0 {
            return Ok(()); // Most fields have nothing to fill.
        }
        let one = wtf8::Encoded::new(code_point);
        let one = one.as_bytes();
        self.reserve(one.len().checked_mul(count).ok_or(Full)?)?;
        // Every length of an encoded code point divides 48.
        let mut block = [one.first().copied().unwrap_or_default(); 48];
        if one.len() > 1 {
            for chunk in block.chunks_exact_mut(one.len()) {
                chunk.copy_from_slice(one);
            }
        }
        let per_block = block.len() / one.len();
        for _ in 0..count / per_block {
            self.write(&block)?;
        }
        self.write(
            block
                .get(..count % per_block * one.len())
                .unwrap_or_default(),
        )
    }
}

impl Sink for Vec<u8> {
    fn write(&mut self, bytes: &[u8]) -> Result<(), Full> {
        self.try_reserve(bytes.len()).map_err(|_| Full)?;
        self.extend_from_slice(bytes);
        Ok(())
    }

    fn reserve(&mut self, additional: usize) -> Result<(), Full> {
        self.try_reserve(additional).map_err(|_| Full)
    }
}

/// A sink of `N` bytes on the stack.
#[derive(Debug, Clone)]
pub struct StackBuf<const N: usize> {
    bytes: [u8; N],
    /// At most `N`.
    len: usize,
}

impl<const N: usize> StackBuf<N> {
    /// An empty buffer.
    pub const fn new() -> Self {
        StackBuf {
            bytes: [0; N],
            len: 0,
        }
    }

    /// What was written.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// What was written, when it is a str; it is unless surrogates or raw bytes were written.
    pub fn as_str(&self) -> Option<&str> {
        core::str::from_utf8(self.as_bytes()).ok()
    }
}

impl<const N: usize> Default for StackBuf<N> {
    fn default() -> Self {
        StackBuf::new()
    }
}

impl<const N: usize> Sink for StackBuf<N> {
    fn write(&mut self, bytes: &[u8]) -> Result<(), Full> {
        let end = self.len.checked_add(bytes.len()).ok_or(Full)?;
        self.bytes
            .get_mut(self.len..end)
            .ok_or(Full)?
            .copy_from_slice(bytes);
        self.len = end;
        Ok(())
    }

    fn reserve(&mut self, additional: usize) -> Result<(), Full> {
        if additional > N - self.len {
            Err(Full)
        } else {
            Ok(())
        }
    }
}

impl<const N: usize> core::fmt::Write for StackBuf<N> {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.write(text.as_bytes()).map_err(|Full| core::fmt::Error)
    }
}
