//! Text encodings: UTF-8, UTF-16, UTF-32, Latin-1 and ASCII, with Python's error handlers.
//!
//! `str.encode`, `bytes.decode` and what opens text call [`encode`] and [`decode`]. A handler of
//! a script's own drives an [`Encoder`] or [`Decoder`] by hand: each `run` goes up to the next
//! error, which says what it covers; then something is written in its place and `resume` says
//! where to go on. Positions, reasons and replacements are CPython 3.11's. Nothing here depends
//! on the platform: without a mark, UTF-16 and UTF-32 are little-endian.

#![forbid(unsafe_code)]

mod decode;
mod encode;
mod name;

pub use decode::{Decoder, decode};
pub use encode::{Encoder, encode};
pub use name::{lookup, lookup_handler};

use super::{Full, Sink};

/// An encoding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codec {
    /// UTF-8.
    Utf8,
    /// UTF-8 with a byte order mark, which is written, and skipped where there is one.
    Utf8Sig,
    /// The first 128 code points.
    Ascii,
    /// The first 256 code points, ISO 8859-1.
    Latin1,
    /// UTF-16.
    Utf16(Order),
    /// UTF-32.
    Utf32(Order),
}

/// The order of bytes in a unit of UTF-16 or UTF-32.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// A byte order mark says; it is written in little-endian order.
    Marked,
    /// Little-endian, a mark is text.
    Little,
    /// Big-endian, a mark is text.
    Big,
}

/// What is done where text cannot be encoded or bytes cannot be decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handler {
    /// An error.
    Strict,
    /// Nothing is written.
    Ignore,
    /// A question mark, or U+FFFD.
    Replace,
    /// `\xNN`, `\uNNNN`, `\UNNNNNNNN`.
    BackslashReplace,
    /// `&#NNN;`, when encoding only.
    XmlCharRefReplace,
    /// `\N{...}`, when encoding only. The names are not here: an error is one of the handler's name.
    NameReplace,
    /// Bytes that cannot be decoded become U+DC80..U+DCFF, and these become bytes again.
    SurrogateEscape,
    /// Surrogates are encoded as other code points are.
    SurrogatePass,
}

/// What could not be encoded or decoded: the arguments of a `UnicodeError`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CodingError {
    /// The encoding, as messages name it.
    pub encoding: &'static str,
    /// The first byte (decoding) or code point (encoding) that is wrong.
    pub start: usize,
    /// The first one behind.
    pub end: usize,
    /// Why.
    pub reason: &'static str,
}

/// Why a whole text was not converted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A UnicodeEncodeError or UnicodeDecodeError.
    Coding(CodingError),
    /// There was an error, and no handler has the name that was given: a LookupError.
    UnknownHandler,
    /// The handler does not know what to do about decoding: a TypeError.
    UnsuitedHandler,
    /// The sink refused: a MemoryError.
    Full,
}

impl From<Full> for Refusal {
    fn from(Full: Full) -> Self {
        Refusal::Full
    }
}

impl Codec {
    /// The name in messages of errors; with a mark, decoding names the order found.
    pub fn name(self) -> &'static str {
        match self {
            Codec::Utf8 | Codec::Utf8Sig => "utf-8",
            Codec::Ascii => "ascii",
            Codec::Latin1 => "latin-1",
            Codec::Utf16(Order::Marked) => "utf-16",
            Codec::Utf16(Order::Little) => "utf-16-le",
            Codec::Utf16(Order::Big) => "utf-16-be",
            Codec::Utf32(Order::Marked) => "utf-32",
            Codec::Utf32(Order::Little) => "utf-32-le",
            Codec::Utf32(Order::Big) => "utf-32-be",
        }
    }
}

/// `\xNN`, `\uNNNN` or `\UNNNNNNNN` as ASCII, handed to `put` byte by byte.
fn escape(code_point: u32, mut put: impl FnMut(u8) -> Result<(), Full>) -> Result<(), Full> {
    let (letter, digits) = match code_point {
        0..=0xff => (b'x', 2),
        0x100..=0xffff => (b'u', 4),
        _ => (b'U', 8),
    };
    put(b'\\')?;
    put(letter)?;
    for place in (0..digits).rev() {
        let digit = code_point >> (place * 4) & 15;
        put(char::from_digit(digit, 16).map_or(b'?', |digit| digit as u8))?;
    }
    Ok(())
}

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Writes one unit of `size` bytes.
fn write_unit(value: u32, size: usize, big: bool, out: &mut dyn Sink) -> Result<(), Full> {
    if big {
        let bytes = value.to_be_bytes();
        out.write(bytes.get(4 - size..).unwrap_or_default())
    } else {
        let bytes = value.to_le_bytes();
        out.write(bytes.get(..size).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::vec::Vec;

    fn encoded(codec: Codec, text: &str) -> Vec<u8> {
        let mut out = Vec::new();
        assert_eq!(
            encode(codec, text.as_bytes(), Some(Handler::Strict), &mut out),
            Ok(())
        );
        out
    }

    #[test]
    fn every_codec_gives_back_what_it_was_given() {
        let orders = [Order::Marked, Order::Little, Order::Big];
        let wide = orders
            .into_iter()
            .flat_map(|order| [Codec::Utf16(order), Codec::Utf32(order)]);
        for codec in [Codec::Utf8, Codec::Utf8Sig].into_iter().chain(wide) {
            for text in ["", "plain", "\u{e9}\u{20ac}\u{1f600}x"] {
                let bytes = encoded(codec, text);
                let mut back = Vec::new();
                assert_eq!(
                    decode(codec, &bytes, Some(Handler::Strict), &mut back),
                    Ok(())
                );
                assert_eq!(back, text.as_bytes(), "{codec:?}");
            }
        }
        assert_eq!(encoded(Codec::Latin1, "\u{e9}"), b"\xe9");
    }

    #[test]
    fn any_bytes_are_escaped_and_come_back() {
        let bytes: Vec<u8> = (0..=255)
            .chain(b"\xe2\x82 \xed\xa0\x80".iter().copied())
            .collect();
        for codec in [Codec::Utf8, Codec::Ascii, Codec::Latin1] {
            let (mut text, mut back) = (Vec::new(), Vec::new());
            let handler = Some(Handler::SurrogateEscape);
            assert_eq!(decode(codec, &bytes, handler, &mut text), Ok(()));
            assert_eq!(encode(codec, &text, handler, &mut back), Ok(()));
            assert_eq!(back, bytes, "{codec:?}");
        }
    }

    #[test]
    fn errors_say_where_and_why() {
        let check = |bytes: &[u8], start, end, reason| {
            let error = CodingError {
                encoding: "utf-8",
                start,
                end,
                reason,
            };
            let result = decode(Codec::Utf8, bytes, Some(Handler::Strict), &mut Vec::new());
            assert_eq!(result, Err(Refusal::Coding(error)));
        };
        check(b"a\x80", 1, 2, "invalid start byte");
        check(b"\xe2\x28", 0, 1, "invalid continuation byte");
        check(b"\xf0\x9f\x98", 0, 3, "unexpected end of data");
    }
}
