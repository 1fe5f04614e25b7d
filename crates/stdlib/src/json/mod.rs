//! `_json`: what the module `json`, written in the language, leaves to native code: reading
//! and writing, with CPython 3.11's results and errors.

mod decode;
mod encode;
mod strings;

use crate::settings::Settings;
use alloc::vec::Vec;
use miniscript_ext::{Args, Context, Error, Exception, Local, Module, Res, untyped};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_json")
        .doc("The work of the module json.")
        .function(
            "decode(s, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None, /)",
            loads,
        )
        .function(
            "scan(s, idx, object_hook, parse_float, parse_int, parse_constant, object_pairs_hook, strict, /)",
            untyped(scan),
        )
        .function("scanstring(string, end, strict=True, /)", scan_string)
        .function(
            "encode(obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys, /)",
            untyped(|cx, args| encode::dumps(cx, args.at(0), args.skip(1))),
        )
        .function("encode_basestring(s, /)", untyped(|cx, args| quoted(cx, args.at(0), false)))
        .function("encode_basestring_ascii(s, /)", untyped(|cx, args| quoted(cx, args.at(0), true)))
}

type Hook<'f> = Option<Local<'f>>;

fn loads<'f>(
    cx: &mut Context<'f>,
    text: Local<'f>,
    object: Hook<'f>,
    float: Hook<'f>,
    int: Hook<'f>,
    constant: Hook<'f>,
    pairs: Hook<'f>,
) -> Res<'f> {
    let hooks = decode::Hooks {
        object,
        float,
        int,
        constant,
        pairs,
        keys: None,
    };
    let bytes = text_of(cx, text)?;
    decode::decode(cx, text, bytes, hooks)
}

fn text_of<'f>(cx: &mut Context<'f>, text: Local<'f>) -> Res<'f, &'f [u8]> {
    cx.as_wtf8(text).ok_or_else(|| {
        let found = cx.type_name(text);
        cx.type_error(format_args!("first argument must be a string, not {found}"))
    })
}

/// The value that begins at an index of the text, and where it ends.
fn scan<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = |cx: &Context<'f>, at| args.get(cx, at).filter(|&value| !cx.is_none(value));
    let hooks = decode::Hooks {
        object: given(cx, 2),
        float: given(cx, 3),
        int: given(cx, 4),
        constant: given(cx, 5),
        pairs: given(cx, 6),
        keys: None,
    };
    let strict = cx.truth(args.at(7))?;
    let bytes = text_of(cx, args.at(0))?;
    let start = place(cx, bytes, args.at(1))?;
    let (value, end) = decode::scan(cx, args.at(0), bytes, start, strict, &hooks)?;
    let end = index_of(bytes, end);
    let end = cx.int(i64::try_from(end).unwrap_or(i64::MAX))?;
    cx.tuple(&[value, end])
}

/// The string whose opening quote stands before an index, and where it ends.
fn scan_string<'f>(
    cx: &mut Context<'f>,
    text: Local<'f>,
    end: Local<'f>,
    strict: bool,
) -> Res<'f> {
    let index = cx.to_index(end)?;
    if index.is_some_and(|index| cx.as_int(index).is_none()) {
        return Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C ssize_t"),
        ));
    }
    let bytes = text_of(cx, text)?;
    let start = place(cx, bytes, end)?;
    if start > bytes.len() {
        return Err(cx.value_error(format_args!("end is out of bounds")));
    }
    cx.charge(bytes.len().saturating_sub(start) / 16)?;
    let mut out = Vec::new();
    if out.try_reserve(bytes.len().saturating_sub(start)).is_err() {
        return Err(cx.memory_error());
    }
    match strings::read(bytes, start, strict, &mut out) {
        Ok(behind) => {
            let read = cx.str_from_wtf8(&out)?;
            let behind = index_of(bytes, behind);
            let behind = cx.int(i64::try_from(behind).unwrap_or(i64::MAX))?;
            cx.tuple(&[read, behind])
        }
        Err(wrong) => Err(decode_error(cx, text, bytes, &wrong)),
    }
}

/// The byte at which the character with this index begins; beyond the end, one beyond.
fn place<'f>(cx: &mut Context<'f>, bytes: &[u8], index: Local<'f>) -> Res<'f, usize> {
    let index = cx.to_index(index)?.and_then(|index| cx.as_int(index));
    let Some(index) = index.and_then(|index| usize::try_from(index).ok()) else {
        return Err(cx.value_error(format_args!("end is out of bounds")));
    };
    cx.charge(index / 16)?;
    let mut left = index;
    for (at, &byte) in bytes.iter().enumerate() {
        if byte & 0xC0 != 0x80 {
            if left == 0 {
                return Ok(at);
            }
            left -= 1;
        }
    }
    Ok(bytes.len() + usize::from(left > 0))
}

/// The index of the character at a byte.
fn index_of(bytes: &[u8], at: usize) -> usize {
    let before = bytes.get(..at).unwrap_or(bytes);
    miniscript_core::text::wtf8::count(before) + at.saturating_sub(bytes.len())
}

/// A str as JSON writes it.
fn quoted<'f>(cx: &mut Context<'f>, text: Local<'f>, ensure_ascii: bool) -> Res<'f> {
    let bytes = text_of(cx, text)?;
    let mut out = Text::new(cx);
    strings::write(cx, &mut out, bytes, ensure_ascii)?;
    cx.str_from_wtf8(&out.bytes)
}

/// The exception of a text that is no JSON: where it went wrong, by line, column
/// and character.
#[cold]
fn decode_error<'f>(
    cx: &mut Context<'f>,
    text: Local<'f>,
    bytes: &[u8],
    wrong: &decode::Wrong,
) -> Error<'f> {
    match build_error(cx, text, bytes, wrong) {
        Ok(error) | Err(error) => error,
    }
}

fn build_error<'f>(
    cx: &mut Context<'f>,
    text: Local<'f>,
    bytes: &[u8],
    wrong: &decode::Wrong,
) -> Res<'f, Error<'f>> {
    let module = cx.import("json.decoder")?;
    let class = cx.attribute(module, "JSONDecodeError")?;
    let message = cx.str(wrong.message)?;
    let position = index_of(bytes, wrong.at);
    let position = cx.int(i64::try_from(position).unwrap_or(i64::MAX))?;
    let exception = cx.call(class, &[message, text, position])?;
    Ok(cx.raise_value(exception))
}

/// Text under construction, held against what the heap has left.
struct Text {
    bytes: Vec<u8>,
    room: usize,
}

impl Text {
    fn new(cx: &Context<'_>) -> Text {
        Text {
            bytes: Vec::new(),
            room: cx.heap_room(),
        }
    }

    #[inline]
    fn push<'f>(&mut self, cx: &mut Context<'f>, bytes: &[u8]) -> Res<'f, ()> {
        if bytes.len() > self.bytes.capacity() - self.bytes.len() {
            self.reserve(cx, bytes.len())?;
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    /// The bytes between quotes.
    #[inline]
    fn push_quoted<'f>(&mut self, cx: &mut Context<'f>, bytes: &[u8]) -> Res<'f, ()> {
        let len = bytes.len().saturating_add(2);
        if len > self.bytes.capacity() - self.bytes.len() {
            self.reserve(cx, len)?;
        }
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(bytes);
        self.bytes.push(b'"');
        Ok(())
    }

    #[inline(never)]
    fn reserve<'f>(&mut self, cx: &mut Context<'f>, more: usize) -> Res<'f, ()> {
        if more > self.room.saturating_sub(self.bytes.len())
            || self.bytes.try_reserve(more).is_err()
        {
            return Err(cx.memory_error());
        }
        Ok(())
    }
}
