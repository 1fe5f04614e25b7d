//! The decoder for chunked bodies (RFC 9112, section 7.1): sizes, extensions, data, trailers.
//!
//! Strict where lenience has been used to smuggle requests: sizes are 1 to 16 hexadecimal digits,
//! and lines end with CR LF. Extensions are skipped, and bounded.

use super::block::{Block, Caps, Leading};
use super::framing::body_too_large;
use super::headers::Headers;
use super::protocol_error::{Exceeded, ProtocolError, reason};
use crate::limits::Limits;
use alloc::vec;

/// One step of a chunked body.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'i> {
    NeedMore,
    Data(&'i [u8]),
    End(Headers),
}

/// Where in the body the decoder stands.
#[derive(Debug)]
enum At {
    /// Between the first digit of a size and the character after the last.
    Size,
    /// In white space or an extension after a size.
    Extension,
    /// After the CR of a size line.
    SizeLf,
    Data,
    DataCr,
    DataLf,
    Trailer(Block),
    Done,
}

#[derive(Debug)]
pub(super) struct ChunkedDecoder {
    at: At,
    /// The size being read, then the data bytes still to come.
    left: u64,
    digits: u32,
    line_bytes: usize,
    extension_bytes: usize,
    /// Data bytes announced so far, those of the current part included.
    announced: u64,
}

impl ChunkedDecoder {
    pub(super) fn new() -> ChunkedDecoder {
        let (left, digits, line_bytes, extension_bytes, announced) = (0, 0, 0, 0, 0);
        ChunkedDecoder {
            at: At::Size,
            left,
            digits,
            line_bytes,
            extension_bytes,
            announced,
        }
    }

    /// Takes from `input` up to the end of the next piece of data, or of the body.
    pub(super) fn step<'i>(
        &mut self,
        input: &mut &'i [u8],
        limits: &Limits,
    ) -> Result<Part<'i>, ProtocolError> {
        loop {
            match &mut self.at {
                At::Data => return Ok(self.data(input)),
                At::Trailer(block) => {
                    let caps = Caps {
                        what: "the trailer of the body",
                        bytes: ("trailer_bytes", limits.trailer_bytes),
                        lines: ("trailer_lines", limits.trailer_lines),
                    };
                    if !block.push(input, &caps).map_err(ProtocolError::Limit)? {
                        return Ok(Part::NeedMore);
                    }
                    let trailers = parse_trailers(block)?;
                    self.at = At::Done;
                    return Ok(Part::End(trailers));
                }
                At::Done => return Ok(Part::NeedMore),
                _ => {}
            }
            let Some((&byte, rest)) = input.split_first() else {
                return Ok(Part::NeedMore);
            };
            *input = rest;
            self.framing_byte(byte, limits)?;
        }
    }

    fn data<'i>(&mut self, input: &mut &'i [u8]) -> Part<'i> {
        let wanted = usize::try_from(self.left).unwrap_or(usize::MAX);
        let (now, later) = input.split_at_checked(wanted).unwrap_or((input, &[]));
        if now.is_empty() {
            return Part::NeedMore;
        }
        *input = later;
        self.left = self.left.saturating_sub(now.len() as u64);
        if self.left == 0 {
            self.at = At::DataCr;
        }
        Part::Data(now)
    }

    /// One byte that is neither data nor trailer.
    fn framing_byte(&mut self, byte: u8, limits: &Limits) -> Result<(), ProtocolError> {
        if matches!(self.at, At::Size | At::Extension | At::SizeLf) {
            self.line_bytes += 1;
            if self.line_bytes > limits.chunk_line_bytes {
                let value = limits.chunk_line_bytes;
                let exceeded = Exceeded::new("a chunk size line", "chunk_line_bytes", value);
                return Err(ProtocolError::Limit(exceeded));
            }
        }
        match (&self.at, byte) {
            (At::Size, _) if byte.is_ascii_hexdigit() => self.digit(byte)?,
            (At::Size, b';' | b' ' | b'\t') if self.digits > 0 => self.extension_byte(limits)?,
            (At::Size, b'\r') if self.digits > 0 => self.at = At::SizeLf,
            (At::Extension, b'\r') => self.at = At::SizeLf,
            (At::Extension, b'\t' | b' '..=b'~' | 0x80..) => self.extension_byte(limits)?,
            (At::SizeLf, b'\n') => self.size_line_end(limits)?,
            (At::DataCr, b'\r') => self.at = At::DataLf,
            (At::DataLf, b'\n') => {
                (self.left, self.digits, self.line_bytes) = (0, 0, 0);
                self.at = At::Size;
            }
            (At::DataCr | At::DataLf, _) => return Err(ProtocolError::ChunkEnd),
            _ => return Err(ProtocolError::ChunkSize),
        }
        Ok(())
    }

    fn digit(&mut self, byte: u8) -> Result<(), ProtocolError> {
        let value = char::from(byte)
            .to_digit(16)
            .ok_or(ProtocolError::ChunkSize)?;
        self.digits += 1;
        if self.digits > 16 {
            return Err(ProtocolError::ChunkSize);
        }
        // At most 16 digits, so nothing is shifted out.
        self.left = (self.left << 4) | u64::from(value);
        Ok(())
    }

    fn extension_byte(&mut self, limits: &Limits) -> Result<(), ProtocolError> {
        self.at = At::Extension;
        self.extension_bytes += 1;
        if self.extension_bytes > limits.chunk_extension_bytes {
            let value = limits.chunk_extension_bytes;
            let exceeded = Exceeded::new(
                "the body's chunk extensions",
                "chunk_extension_bytes",
                value,
            );
            return Err(ProtocolError::Limit(exceeded));
        }
        Ok(())
    }

    fn size_line_end(&mut self, limits: &Limits) -> Result<(), ProtocolError> {
        if self.left == 0 {
            self.at = At::Trailer(Block::new(Leading::End));
            return Ok(());
        }
        self.announced = self.announced.saturating_add(self.left);
        if self.announced > limits.body_bytes {
            return Err(body_too_large(limits));
        }
        self.at = At::Data;
        Ok(())
    }
}

fn parse_trailers(block: &Block) -> Result<Headers, ProtocolError> {
    let mut trailers = Headers::new();
    if block.lines() == 0 {
        return Ok(trailers);
    }
    let mut fields = vec![httparse::EMPTY_HEADER; block.lines()];
    match httparse::parse_headers(block.bytes(), &mut fields) {
        Ok(httparse::Status::Complete((_, fields))) => {
            for field in fields {
                trailers.push_received(field.name, field.value);
            }
            Ok(trailers)
        }
        Ok(httparse::Status::Partial) => Err(ProtocolError::Trailer("it ends too early")),
        Err(error) => Err(ProtocolError::Trailer(reason(error))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn decode(text: &str, limits: &Limits) -> Result<(Vec<u8>, Option<usize>), ProtocolError> {
        let (mut decoder, mut input, mut body) =
            (ChunkedDecoder::new(), text.as_bytes(), Vec::new());
        loop {
            match decoder.step(&mut input, limits)? {
                Part::NeedMore => return Ok((body, None)),
                Part::Data(data) => body.extend_from_slice(data),
                Part::End(trailers) => return Ok((body, Some(trailers.len()))),
            }
        }
    }

    #[test]
    fn bodies() {
        for (text, body, end) in [
            ("0\r\n\r\n", "", Some(0)),
            ("5\r\nhello\r\n0\r\n\r\nrest", "hello", Some(0)),
            (
                "3;a=\"b\"\r\nabc\r\n00B \r\n01234567890\r\n0;x\r\n\r\n",
                "abc01234567890",
                Some(0),
            ),
            ("1\r\na\r\n0\r\nX: 1\r\nY: 2\r\n\r\n", "a", Some(2)),
            ("5\r\nhel", "hel", None),
            ("1\r\na\r\n0\r\n", "a", None),
        ] {
            let found = decode(text, &Limits::DEFAULT);
            assert_eq!(found, Ok((Vec::from(body), end)), "{text:?}");
        }
    }

    #[test]
    fn malformed_bodies() {
        use ProtocolError::{ChunkEnd, ChunkSize};
        for (text, expected) in [
            ("\r\n", ChunkSize),
            ("x\r\n", ChunkSize),
            ("-1\r\n", ChunkSize),
            ("0x1\r\n", ChunkSize),
            (" 1\r\n", ChunkSize),
            ("1\na", ChunkSize),
            ("1\r\r\n", ChunkSize),
            ("1;\n\r\n", ChunkSize),
            ("00000000000000001\r\n", ChunkSize),
            ("1\r\nab", ChunkEnd),
            ("1\r\na\rb", ChunkEnd),
            ("1\r\na\n", ChunkEnd),
            (
                "0\r\nbad name: 1\r\n\r\n",
                ProtocolError::Trailer("a header name has a character that is not allowed"),
            ),
        ] {
            assert_eq!(decode(text, &Limits::DEFAULT), Err(expected), "{text:?}");
        }
    }

    #[test]
    fn limits() {
        let limits = Limits {
            body_bytes: 4,
            chunk_line_bytes: 10,
            chunk_extension_bytes: 6,
            trailer_bytes: 16,
            trailer_lines: 1,
            ..Limits::DEFAULT
        };
        for (text, limit) in [
            ("5\r\n", "body_bytes"),
            ("ffffffffffffffff\r\n", "chunk_line_bytes"),
            ("fffffff\r\n", "body_bytes"),
            ("3\r\nabc\r\n2\r\n", "body_bytes"),
            ("1;aaa\r\na\r\n1;aaa", "chunk_extension_bytes"),
            ("0\r\na: 1\r\nb: 2\r\n", "trailer_lines"),
            ("0\r\naaaaaaaaaaaaaaaaaa", "trailer_bytes"),
        ] {
            match decode(text, &limits) {
                Err(ProtocolError::Limit(exceeded)) => {
                    assert_eq!(exceeded.limit, limit, "{text:?}")
                }
                other => panic!("{text:?}: {other:?}"),
            }
        }
    }
}
