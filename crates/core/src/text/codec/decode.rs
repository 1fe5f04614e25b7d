//! From bytes to text.

#![forbid(unsafe_code)]

use super::{Codec, CodingError, Handler, MARK, Order, Refusal, escape};
use crate::text::{Full, Sink};

/// Decodes all of `bytes`; `None` for a handler that does not exist, which only an error tells.
pub fn decode(
    codec: Codec,
    bytes: &[u8],
    handler: Option<Handler>,
    out: &mut dyn Sink,
) -> Result<(), Refusal> {
    let mut decoder = Decoder::new(codec, bytes);
    while let Some(error) = decoder.run(out)? {
        let next = match handler.ok_or(Refusal::UnknownHandler)? {
            Handler::Strict => return Err(Refusal::Coding(error)),
            Handler::XmlCharRefReplace | Handler::NameReplace => {
                return Err(Refusal::UnsuitedHandler);
            }
            Handler::Ignore => error.end,
            Handler::Replace => {
                out.write_char(0xfffd)?;
                error.end
            }
            Handler::BackslashReplace => {
                for &byte in decoder
                    .bytes
                    .get(error.start..error.end)
                    .unwrap_or_default()
                {
                    escape(u32::from(byte), |byte| out.write_byte(byte))?;
                }
                error.end
            }
            Handler::SurrogateEscape => decoder.escape_bytes(&error, out)?,
            Handler::SurrogatePass => decoder.pass_surrogate(&error, out)?,
        };
        decoder.resume(next);
    }
    Ok(())
}

/// Decodes from error to error.
#[derive(Debug, Clone)]
pub struct Decoder<'a> {
    codec: Codec,
    /// Without the mark of `Utf8Sig`.
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Decoder<'a> {
    /// Starts at the beginning of `bytes`.
    pub fn new(codec: Codec, bytes: &'a [u8]) -> Self {
        let (codec, bytes, at) = match codec {
            Codec::Utf8Sig => (Codec::Utf8, bytes.strip_prefix(MARK).unwrap_or(bytes), 0),
            Codec::Utf16(Order::Marked) => match bytes {
                [0xfe, 0xff, ..] => (Codec::Utf16(Order::Big), bytes, 2),
                [0xff, 0xfe, ..] => (Codec::Utf16(Order::Little), bytes, 2),
                _ => (Codec::Utf16(Order::Little), bytes, 0),
            },
            Codec::Utf32(Order::Marked) => match bytes {
                [0, 0, 0xfe, 0xff, ..] => (Codec::Utf32(Order::Big), bytes, 4),
                [0xff, 0xfe, 0, 0, ..] => (Codec::Utf32(Order::Little), bytes, 4),
                _ => (Codec::Utf32(Order::Little), bytes, 0),
            },
            _ => (codec, bytes, 0),
        };
        Decoder { codec, bytes, at }
    }

    /// What is decoded, and what positions count in.
    pub fn bytes(&self) -> &'a [u8] {
        self.bytes
    }

    /// Goes on at this byte.
    pub fn resume(&mut self, at: usize) {
        self.at = at.min(self.bytes.len());
    }

    /// Writes text up to the next error; `None` at the end.
    pub fn run(&mut self, out: &mut dyn Sink) -> Result<Option<CodingError>, Full> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        match self.codec {
            Codec::Utf8 | Codec::Utf8Sig => self.utf8(rest, out),
            Codec::Ascii => {
                let good = rest
                    .iter()
                    .position(|byte| !byte.is_ascii())
                    .unwrap_or(rest.len());
                out.write(rest.get(..good).unwrap_or_default())?;
                self.at += good;
                Ok((good < rest.len()).then(|| self.error(1, "ordinal not in range(128)")))
            }
            Codec::Latin1 => {
                latin1(rest, out)?;
                self.at = self.bytes.len();
                Ok(None)
            }
            Codec::Utf16(order) => self.utf16(rest, order == Order::Big, out),
            Codec::Utf32(order) => self.utf32(rest, order == Order::Big, out),
        }
    }

    /// The error of `len` bytes from here on.
    fn error(&self, len: usize, reason: &'static str) -> CodingError {
        CodingError {
            encoding: self.codec.name(),
            start: self.at,
            end: self.at + len,
            reason,
        }
    }

    fn utf8(&mut self, rest: &[u8], out: &mut dyn Sink) -> Result<Option<CodingError>, Full> {
        let error = match core::str::from_utf8(rest) {
            Ok(text) => {
                self.at = self.bytes.len();
                out.write_str(text)?;
                return Ok(None);
            }
            Err(error) => error,
        };
        let (good, bad) = rest
            .split_at_checked(error.valid_up_to())
            .unwrap_or((rest, &[]));
        out.write(good)?;
        self.at += good.len();
        Ok(Some(match error.error_len() {
            None => self.error(bad.len(), "unexpected end of data"),
            Some(len) => match bad.first() {
                Some(0xc2..=0xf4) => self.error(len, "invalid continuation byte"),
                _ => self.error(len, "invalid start byte"),
            },
        }))
    }

    fn utf16(
        &mut self,
        rest: &[u8],
        big: bool,
        out: &mut dyn Sink,
    ) -> Result<Option<CodingError>, Full> {
        let unit = |at: usize| match (rest.get(at), rest.get(at + 1)) {
            (Some(&a), Some(&b)) if big => Some(u32::from(a) << 8 | u32::from(b)),
            (Some(&a), Some(&b)) => Some(u32::from(b) << 8 | u32::from(a)),
            _ => None,
        };
        let (start, mut at) = (self.at, 0);
        loop {
            self.at = start + at;
            let Some(first) = unit(at) else {
                let left = rest.len() - at;
                return Ok((left > 0).then(|| self.error(left, "truncated data")));
            };
            match first {
                0xd800..=0xdbff => match unit(at + 2) {
                    None => {
                        return Ok(Some(self.error(rest.len() - at, "unexpected end of data")));
                    }
                    Some(second @ 0xdc00..=0xdfff) => {
                        let (high, low) = (first & 0x3ff, second & 0x3ff);
                        out.write_char(0x1_0000 + (high << 10 | low))?;
                        at += 4;
                    }
                    Some(_) => return Ok(Some(self.error(2, "illegal UTF-16 surrogate"))),
                },
                0xdc00..=0xdfff => return Ok(Some(self.error(2, "illegal encoding"))),
                _ => {
                    out.write_char(first)?;
                    at += 2;
                }
            }
        }
    }

    fn utf32(
        &mut self,
        rest: &[u8],
        big: bool,
        out: &mut dyn Sink,
    ) -> Result<Option<CodingError>, Full> {
        let (units, tail) = rest.as_chunks::<4>();
        for unit in units {
            let code_point = if big {
                u32::from_be_bytes(*unit)
            } else {
                u32::from_le_bytes(*unit)
            };
            match code_point {
                0xd800..=0xdfff => {
                    let reason = "code point in surrogate code point range(0xd800, 0xe000)";
                    return Ok(Some(self.error(4, reason)));
                }
                0x11_0000.. => {
                    return Ok(Some(self.error(4, "code point not in range(0x110000)")));
                }
                _ => out.write_char(code_point)?,
            }
            self.at += 4;
        }
        Ok((!tail.is_empty()).then(|| self.error(tail.len(), "truncated data")))
    }

    /// Up to four bytes become lone surrogates; ASCII bytes are not escaped.
    fn escape_bytes(&self, error: &CodingError, out: &mut dyn Sink) -> Result<usize, Refusal> {
        let bad = self.bytes.get(error.start..error.end).unwrap_or_default();
        let mut next = error.start;
        for &byte in bad.iter().take(4).take_while(|byte| !byte.is_ascii()) {
            out.write_char(0xdc00 + u32::from(byte))?;
            next += 1;
        }
        if next == error.start {
            return Err(Refusal::Coding(*error));
        }
        Ok(next)
    }

    /// One encoded surrogate is taken as it is.
    fn pass_surrogate(&self, error: &CodingError, out: &mut dyn Sink) -> Result<usize, Refusal> {
        let bad = self.bytes.get(error.start..).unwrap_or_default();
        let found = match (self.codec, bad) {
            (Codec::Utf8 | Codec::Utf8Sig, &[0xed, b @ 0xa0..=0xbf, c @ 0x80..=0xbf, ..]) => {
                Some((0xd000 | u32::from(b & 0x3f) << 6 | u32::from(c & 0x3f), 3))
            }
            (Codec::Utf16(Order::Big), &[a, b, ..]) => Some((u32::from(a) << 8 | u32::from(b), 2)),
            (Codec::Utf16(_), &[a, b, ..]) => Some((u32::from(b) << 8 | u32::from(a), 2)),
            (Codec::Utf32(Order::Big), &[a, b, c, d, ..]) => {
                Some((u32::from_be_bytes([a, b, c, d]), 4))
            }
            (Codec::Utf32(_), &[a, b, c, d, ..]) => Some((u32::from_le_bytes([a, b, c, d]), 4)),
            _ => None,
        };
        match found {
            Some((code_point @ 0xd800..=0xdfff, len)) => {
                out.write_char(code_point)?;
                Ok(error.start + len)
            }
            _ => Err(Refusal::Coding(*error)),
        }
    }
}

fn latin1(bytes: &[u8], out: &mut dyn Sink) -> Result<(), Full> {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    out.reserve(bytes.len().saturating_add(high))?;
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| !byte.is_ascii()) {
        out.write(rest.get(..at).unwrap_or_default())?;
        out.write_char(u32::from(rest.get(at).copied().unwrap_or_default()))?;
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    out.write(rest)
}
