//! From text to bytes.

#![forbid(unsafe_code)]

use super::{Codec, CodingError, Handler, MARK, Order, Refusal, escape, write_unit};
use crate::text::wtf8::{self, CodePoints};
use crate::text::{Full, Sink, StackBuf};
use core::fmt::Write as _;

/// Encodes all of `text`; `None` for a handler that does not exist, which only an error tells.
pub fn encode(
    codec: Codec,
    text: &[u8],
    handler: Option<Handler>,
    out: &mut dyn Sink,
) -> Result<(), Refusal> {
    let mut encoder = Encoder::new(codec, text);
    encoder.begin(out)?;
    while let Some(error) = encoder.run(out)? {
        encoder.handle(&error, handler.ok_or(Refusal::UnknownHandler)?, out)?;
        encoder.resume(error.end);
    }
    Ok(())
}

/// Encodes from error to error.
#[derive(Debug, Clone)]
pub struct Encoder<'a> {
    codec: Codec,
    text: &'a [u8],
    /// Byte offset of the next code point, and its index.
    offset: usize,
    index: usize,
}

impl<'a> Encoder<'a> {
    /// Starts at the beginning of a text.
    pub fn new(codec: Codec, text: &'a [u8]) -> Self {
        Encoder {
            codec,
            text,
            offset: 0,
            index: 0,
        }
    }

    /// Writes the byte order mark, if the encoding has one.
    pub fn begin(&self, out: &mut dyn Sink) -> Result<(), Full> {
        match self.codec {
            Codec::Utf8Sig => out.write(MARK),
            Codec::Utf16(Order::Marked) | Codec::Utf32(Order::Marked) => {
                self.write_char(0xfeff, out)
            }
            _ => Ok(()),
        }
    }

    /// Goes on at this code point, which is not before the last error.
    pub fn resume(&mut self, index: usize) {
        let mut points = CodePoints::new(self.rest());
        for _ in self.index..index {
            if points.next().is_none() {
                break;
            }
        }
        self.offset = self.text.len() - points.as_bytes().len();
        self.index = index;
    }

    /// Writes bytes up to the next error; `None` at the end.
    pub fn run(&mut self, out: &mut dyn Sink) -> Result<Option<CodingError>, Full> {
        match self.codec {
            Codec::Utf8 | Codec::Utf8Sig => {
                let rest = self.rest();
                let good = wtf8::first_surrogate(rest).unwrap_or(rest.len());
                self.pass(good, out)?;
                Ok(self.error(wtf8::is_surrogate, "surrogates not allowed"))
            }
            Codec::Ascii => {
                let rest = self.rest();
                let good = rest.iter().position(|byte| !byte.is_ascii());
                self.pass(good.unwrap_or(rest.len()), out)?;
                Ok(self.error(|code_point| code_point > 0x7f, "ordinal not in range(128)"))
            }
            Codec::Latin1 => {
                while let Some((code_point, len)) = wtf8::decode(self.rest()) {
                    let Ok(byte) = u8::try_from(code_point) else {
                        break;
                    };
                    out.write_byte(byte)?;
                    self.offset += len;
                    self.index += 1;
                }
                Ok(self.error(|code_point| code_point > 0xff, "ordinal not in range(256)"))
            }
            Codec::Utf16(_) | Codec::Utf32(_) => {
                while let Some((code_point, len)) = wtf8::decode(self.rest()) {
                    if wtf8::is_surrogate(code_point) {
                        return Ok(Some(self.range(1, "surrogates not allowed")));
                    }
                    self.write_char(code_point, out)?;
                    self.offset += len;
                    self.index += 1;
                }
                Ok(None)
            }
        }
    }

    /// Writes one code point that the encoding has, or a surrogate as if it had it.
    pub fn write_char(&self, code_point: u32, out: &mut dyn Sink) -> Result<(), Full> {
        match self.codec {
            Codec::Utf8 | Codec::Utf8Sig => out.write_char(code_point),
            Codec::Ascii | Codec::Latin1 => {
                out.write_byte(u8::try_from(code_point).unwrap_or(b'?'))
            }
            Codec::Utf16(order) if code_point < 0x1_0000 => {
                write_unit(code_point, 2, order == Order::Big, out)
            }
            Codec::Utf16(order) => {
                let (big, offset) = (order == Order::Big, code_point.wrapping_sub(0x1_0000));
                write_unit(0xd800 | (offset >> 10 & 0x3ff), 2, big, out)?;
                write_unit(0xdc00 | (offset & 0x3ff), 2, big, out)
            }
            Codec::Utf32(order) => write_unit(code_point, 4, order == Order::Big, out),
        }
    }

    fn rest(&self) -> &'a [u8] {
        self.text.get(self.offset..).unwrap_or_default()
    }

    /// Writes `len` bytes as they are.
    fn pass(&mut self, len: usize, out: &mut dyn Sink) -> Result<(), Full> {
        let part = self.rest().get(..len).unwrap_or_default();
        self.offset += len;
        self.index += wtf8::count(part);
        out.write(part)
    }

    /// The error of all code points from here on that are `wrong`.
    fn error(&self, wrong: impl Fn(u32) -> bool, reason: &'static str) -> Option<CodingError> {
        let len = CodePoints::new(self.rest())
            .take_while(|&code_point| wrong(code_point))
            .count();
        (len > 0).then(|| self.range(len, reason))
    }

    fn range(&self, len: usize, reason: &'static str) -> CodingError {
        CodingError {
            encoding: self.codec.name(),
            start: self.index,
            end: self.index + len,
            reason,
        }
    }

    /// Writes what stands for an error.
    fn handle(
        &self,
        error: &CodingError,
        handler: Handler,
        out: &mut dyn Sink,
    ) -> Result<(), Refusal> {
        let mut ascii = |byte: u8| self.write_char(u32::from(byte), out);
        let wrong = CodePoints::new(self.rest()).take(error.end - error.start);
        match handler {
            Handler::Strict => return Err(Refusal::Coding(*error)),
            Handler::NameReplace => return Err(Refusal::UnknownHandler),
            Handler::Ignore => {}
            Handler::Replace => {
                for _ in wrong {
                    ascii(b'?')?;
                }
            }
            Handler::BackslashReplace => {
                for code_point in wrong {
                    escape(code_point, &mut ascii)?;
                }
            }
            Handler::XmlCharRefReplace => {
                for code_point in wrong {
                    let mut text = StackBuf::<16>::new();
                    // Fits: seven digits at most.
                    let _ = write!(text, "&#{code_point};");
                    for &byte in text.as_bytes() {
                        ascii(byte)?;
                    }
                }
            }
            Handler::SurrogateEscape => {
                // A byte is no unit of the wide encodings.
                let narrow = !matches!(self.codec, Codec::Utf16(_) | Codec::Utf32(_));
                for (i, code_point) in wrong.enumerate() {
                    match code_point {
                        0xdc80..=0xdcff if narrow => out.write_byte(code_point as u8)?,
                        _ => {
                            let start = error.start + i;
                            return Err(Refusal::Coding(CodingError { start, ..*error }));
                        }
                    }
                }
            }
            Handler::SurrogatePass => {
                if matches!(self.codec, Codec::Ascii | Codec::Latin1) {
                    return Err(Refusal::Coding(*error));
                }
                for code_point in wrong {
                    self.write_char(code_point, out)?;
                }
            }
        }
        Ok(())
    }
}
