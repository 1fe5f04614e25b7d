//! Names of encodings and of error handlers.

#![forbid(unsafe_code)]

use super::{Codec, Handler, Order};
use crate::text::wtf8::CodePoints;

/// Names in the form that [`normalize`] gives, for each encoding: those of CPython's aliases and
/// of its modules.
const NAMES: &[(Codec, &[&str])] = &[
    (
        Codec::Utf8,
        &[
            "utf_8",
            "u8",
            "utf",
            "utf8",
            "utf8_ucs2",
            "utf8_ucs4",
            "cp65001",
        ],
    ),
    (Codec::Utf8Sig, &["utf_8_sig"]),
    (
        Codec::Ascii,
        &[
            "ascii",
            "646",
            "ansi_x3.4_1968",
            "ansi_x3_4_1968",
            "ansi_x3.4_1986",
            "cp367",
            "csascii",
            "ibm367",
            "iso646_us",
            "iso_646.irv_1991",
            "iso_ir_6",
            "us",
            "us_ascii",
        ],
    ),
    (
        Codec::Latin1,
        &[
            "latin_1",
            "8859",
            "cp819",
            "csisolatin1",
            "ibm819",
            "iso8859",
            "iso8859_1",
            "iso_8859_1",
            "iso_8859_1_1987",
            "iso_ir_100",
            "l1",
            "latin",
            "latin1",
        ],
    ),
    (Codec::Utf16(Order::Marked), &["utf_16", "u16", "utf16"]),
    (
        Codec::Utf16(Order::Little),
        &["utf_16_le", "unicodelittleunmarked", "utf_16le"],
    ),
    (
        Codec::Utf16(Order::Big),
        &["utf_16_be", "unicodebigunmarked", "utf_16be"],
    ),
    (Codec::Utf32(Order::Marked), &["utf_32", "u32", "utf32"]),
    (Codec::Utf32(Order::Little), &["utf_32_le", "utf_32le"]),
    (Codec::Utf32(Order::Big), &["utf_32_be", "utf_32be"]),
];

/// The longest name there is, and more.
const LONGEST: usize = 32;

/// The encoding of a name, however it is spelled.
pub fn lookup(name: &[u8]) -> Option<Codec> {
    let mut buffer = [0; LONGEST];
    let name = normalize(name, &mut buffer)?;
    NAMES
        .iter()
        .find(|(_, names)| names.iter().any(|known| known.as_bytes() == name))
        .map(|&(codec, _)| codec)
}

/// As CPython's `encodings.normalize_encoding`, in lower case: runs of other characters than
/// letters, digits and points are one underscore, and what is not ASCII is left out.
fn normalize<'b>(name: &[u8], buffer: &'b mut [u8; LONGEST]) -> Option<&'b [u8]> {
    let (mut len, mut gap) = (0, false);
    let mut put = |byte: u8, len: &mut usize| {
        let place = buffer.get_mut(*len)?;
        *place = byte;
        *len += 1;
        Some(())
    };
    for code_point in CodePoints::new(name) {
        let c = char::from_u32(code_point).unwrap_or('\u{fffd}');
        if !c.is_alphanumeric() && c != '.' {
            gap = true;
            continue;
        }
        if gap && len > 0 {
            put(b'_', &mut len)?;
        }
        gap = false;
        if c.is_ascii() {
            put(c.to_ascii_lowercase() as u8, &mut len)?;
        }
    }
    buffer.get(..len)
}

/// The handler of a name.
pub fn lookup_handler(name: &[u8]) -> Option<Handler> {
    Some(match name {
        b"strict" => Handler::Strict,
        b"ignore" => Handler::Ignore,
        b"replace" => Handler::Replace,
        b"backslashreplace" => Handler::BackslashReplace,
        b"xmlcharrefreplace" => Handler::XmlCharRefReplace,
        b"namereplace" => Handler::NameReplace,
        b"surrogateescape" => Handler::SurrogateEscape,
        b"surrogatepass" => Handler::SurrogatePass,
        _ => return None,
    })
}
