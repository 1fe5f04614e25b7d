//! `unicodedata`: Unicode 14, as in CPython 3.11. The compiler asks it for `\N{...}` and
//! for the form of identifiers.

mod data;
mod names;
mod normal;

use crate::settings::Settings;
use crate::support::{Given, reserve};
use alloc::string::String;
use alloc::vec::Vec;
use data::{Section, decomposition, record, row, section};
use miniscript_core::text::wtf8::CodePoints;
use miniscript_ext::{Context, Error, FromArg, Local, Mismatch, Module, Res, closure};
use normal::Form;

/// What the compiler gets.
pub(crate) const COMPILER: miniscript_core::UnicodeData = miniscript_core::UnicodeData {
    character: |name| match names::find(core::str::from_utf8(name).ok()?)?.as_slice() {
        &[code] => Some(code),
        _ => None,
    },
    compatible: |name| {
        let form = Form {
            composed: true,
            compatible: true,
        };
        let codes = normal::normalize(name.as_bytes(), form);
        codes.into_iter().map(char::from_u32).collect::<Option<String>>()
    },
};

const CATEGORIES: [&str; 30] = [
    "Cn", "Cc", "Cf", "Co", "Cs", "Ll", "Lm", "Lo", "Lt", "Lu", "Mc", "Me", "Mn", "Nd", "Nl", "No",
    "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Zl", "Zp", "Zs",
];
const DIRECTIONS: [&str; 24] = [
    "", "AL", "AN", "B", "BN", "CS", "EN", "ES", "ET", "FSI", "L", "LRE", "LRI", "LRO", "NSM",
    "ON", "PDF", "PDI", "R", "RLE", "RLI", "RLO", "S", "WS",
];
const WIDTHS: [&str; 6] = ["N", "A", "F", "H", "Na", "W"];

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("unicodedata")
        .doc("This module provides access to the Unicode Character Database which\ndefines character properties for all Unicode characters.")
        .constant("unidata_version", "14.0.0")
        .function(
            "name(chr, default=<unrepresentable>, /)",
            closure!(|cx, chr: Chr<0>, default: Given| match names::name(chr) {
                Some(name) => cx.str(&name),
                None => otherwise(cx, default, "no such name"),
            }),
        )
        .function("lookup(name, /)", closure!(|cx, name: Local| lookup(cx, name)))
        .function(
            "category(chr, /)",
            closure!(|cx, chr: Chr<1>| letters(cx, &CATEGORIES, record(chr).category)),
        )
        .function(
            "bidirectional(chr, /)",
            closure!(|cx, chr: Chr<2>| letters(cx, &DIRECTIONS, record(chr).direction)),
        )
        .function(
            "east_asian_width(chr, /)",
            closure!(|cx, chr: Chr<3>| letters(cx, &WIDTHS, record(chr).width)),
        )
        .function(
            "combining(chr, /)",
            closure!(|cx, chr: Chr<4>| cx.int(i64::from(record(chr).combining))),
        )
        .function(
            "mirrored(chr, /)",
            closure!(|cx, chr: Chr<5>| cx.int(i64::from(record(chr).mirrored))),
        )
        .function(
            "decomposition(chr, /)",
            closure!(|cx, chr: Chr<6>| {
                let text = written_decomposition(chr);
                cx.str(&text)
            }),
        )
        .function(
            "decimal(chr, default=<unrepresentable>, /)",
            closure!(|cx, chr: Chr<7>, default: Given| match number(chr) {
                Some((value, kind)) if kind & 1 != 0 => cx.int(value as i64),
                _ => otherwise(cx, default, "not a decimal"),
            }),
        )
        .function(
            "digit(chr, default=<unrepresentable>, /)",
            closure!(|cx, chr: Chr<8>, default: Given| match number(chr) {
                Some((value, kind)) if kind & 2 != 0 => cx.int(value as i64),
                _ => otherwise(cx, default, "not a digit"),
            }),
        )
        .function(
            "numeric(chr, default=<unrepresentable>, /)",
            closure!(|cx, chr: Chr<9>, default: Given| match number(chr) {
                Some((value, _)) => Ok(cx.float(value)),
                None => otherwise(cx, default, "not a numeric character"),
            }),
        )
        .function(
            "normalize(form, unistr, /)",
            closure!(|cx, form: Local, text: Local| normalize(cx, form, text)),
        )
        .function(
            "is_normalized(form, unistr, /)",
            closure!(|cx, form: Local, text: Local| is_normalized(cx, form, text)),
        )
}

/// The functions that take a character, by number: an error names them.
const NAMES: [&str; 10] = [
    "name",
    "category",
    "bidirectional",
    "east_asian_width",
    "combining",
    "mirrored",
    "decomposition",
    "decimal",
    "digit",
    "numeric",
];
/// Those of one argument: their error does not count it.
const SINGLE: core::ops::RangeInclusive<usize> = 1..=6;

/// A character, for the function of that number.
struct Chr<const FUNCTION: usize>;

impl<const FUNCTION: usize> FromArg for Chr<FUNCTION> {
    type Out<'f> = u32;

    fn from_local<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Result<u32, Mismatch<'f>> {
        if cx.str_len(value) == Some(1)
            && let Some(code) = cx
                .as_wtf8(value)
                .and_then(|text| CodePoints::new(text).next())
        {
            return Ok(code);
        }
        let found = match cx.is_none(value) {
            true => "None",
            false => cx.type_name(value),
        };
        let name = NAMES.get(FUNCTION).copied().unwrap_or("?");
        let which = if SINGLE.contains(&FUNCTION) { "" } else { " 1" };
        Err(Mismatch::Raised(cx.type_error(format_args!(
            "{name}() argument{which} must be a unicode character, not {found}"
        ))))
    }
}

fn otherwise<'f>(cx: &mut Context<'f>, default: Option<Local<'f>>, message: &str) -> Res<'f> {
    match default {
        Some(default) => Ok(default),
        None => Err(cx.value_error(format_args!("{message}"))),
    }
}

fn letters<'f>(cx: &mut Context<'f>, names: &[&str], at: u8) -> Res<'f> {
    cx.str(names.get(usize::from(at)).copied().unwrap_or(""))
}

/// The value of a character that stands for a number, and what kind of number.
fn number(code: u32) -> Option<(f64, u16)> {
    let found = row(Section::Numbers, 8, code)?;
    let at = usize::from(data::u16_at(found, 4)) * 8;
    let bytes = section(Section::Values).get(at..)?.first_chunk::<8>()?;
    Some((f64::from_le_bytes(*bytes), data::u16_at(found, 6)))
}

fn written_decomposition(code: u32) -> String {
    let Some((tag, codes)) = decomposition(code) else {
        return String::new();
    };
    let tags = core::str::from_utf8(section(Section::Tags)).unwrap_or("");
    let mut parts: Vec<String> = Vec::new();
    match tags.split('\n').nth(usize::from(tag)) {
        Some(tag) if !tag.is_empty() => parts.push(String::from(tag)),
        _ => {}
    }
    parts.extend(codes.map(|code| alloc::format!("{code:04X}")));
    parts.join(" ")
}

fn must_be_str<'f>(cx: &mut Context<'f>, what: &str, value: Local<'f>) -> Error<'f> {
    let found = match cx.is_none(value) {
        true => "None",
        false => cx.type_name(value),
    };
    cx.type_error(format_args!("{what} must be str, not {found}"))
}

fn lookup<'f>(cx: &mut Context<'f>, name: Local<'f>) -> Res<'f> {
    if !cx.is_str(name) && cx.as_bytes(name).is_none() {
        let found = cx.type_name(name);
        return Err(cx.type_error(format_args!(
            "a bytes-like object is required, not '{found}'"
        )));
    }
    let text = match cx.as_bytes(name) {
        Some(bytes) => core::str::from_utf8(bytes).unwrap_or(""),
        None => cx.as_str(name).unwrap_or(""),
    };
    if text.len() > names::LONGEST {
        return Err(cx.raise_kind(
            miniscript_ext::Exception::KeyError,
            format_args!("name too long"),
        ));
    }
    match names::find(text) {
        Some(codes) => {
            let text: Option<String> = codes.into_iter().map(char::from_u32).collect();
            cx.str(&text.unwrap_or_default())
        }
        None => {
            let shown: String = text.chars().take(512).collect();
            Err(cx.raise_kind(
                miniscript_ext::Exception::KeyError,
                format_args!("undefined character name '{shown}'"),
            ))
        }
    }
}

/// The form and the text of a call.
fn arguments<'f>(
    cx: &mut Context<'f>,
    function: &str,
    form: Local<'f>,
    text: Local<'f>,
) -> Res<'f, (Option<Form>, &'f [u8])> {
    let Some(name) = cx.as_wtf8(form) else {
        return Err(must_be_str(cx, &alloc::format!("{function}() argument 1"), form));
    };
    let Some(text) = cx.as_wtf8(text) else {
        return Err(must_be_str(cx, &alloc::format!("{function}() argument 2"), text));
    };
    let form = core::str::from_utf8(name).ok().and_then(Form::named);
    Ok((form, text))
}

/// Whether the memory that a normal form takes is there, and its fuel.
fn charge<'f>(cx: &mut Context<'f>, text: &[u8]) -> Res<'f, ()> {
    // A character takes a piece of 8 bytes, and 18 of them at most.
    if text.len().saturating_mul(64) > cx.heap_room() {
        return Err(cx.memory_error());
    }
    cx.charge(text.len())
}

#[cold]
fn invalid<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.value_error(format_args!("invalid normalization form"))
}

fn normalize<'f>(cx: &mut Context<'f>, form: Local<'f>, source: Local<'f>) -> Res<'f> {
    let (form, text) = arguments(cx, "normalize", form, source)?;
    if text.is_empty() {
        return Ok(source);
    }
    let Some(form) = form else {
        return Err(invalid(cx));
    };
    if normal::is_plain(text, form) {
        return Ok(source);
    }
    charge(cx, text)?;
    let codes = normal::normalize(text, form);
    let out = written(cx, &codes)?;
    cx.str_from_wtf8(&out)
}

/// Code points in the form that strs have.
fn written<'f>(cx: &mut Context<'f>, codes: &[u32]) -> Res<'f, Vec<u8>> {
    let mut out = reserve(cx, codes.len().saturating_mul(3))?;
    for &code in codes {
        match char::from_u32(code) {
            Some(c) => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            // A lone surrogate stays what it is.
            None => out.extend_from_slice(&[
                0xED,
                0x80 | (code >> 6 & 63) as u8,
                0x80 | (code & 63) as u8,
            ]),
        }
    }
    Ok(out)
}

fn is_normalized<'f>(cx: &mut Context<'f>, form: Local<'f>, text: Local<'f>) -> Res<'f> {
    let (form, text) = arguments(cx, "is_normalized", form, text)?;
    if text.is_empty() {
        return Ok(Local::TRUE);
    }
    let Some(form) = form else {
        return Err(invalid(cx));
    };
    if normal::is_plain(text, form) {
        return Ok(Local::TRUE);
    }
    charge(cx, text)?;
    let codes = normal::normalize(text, form);
    Ok(Local::bool(codes.into_iter().eq(CodePoints::new(text))))
}
