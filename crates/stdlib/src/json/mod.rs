//! `json`: reading (`loads`, `load`) and writing (`dumps`, `dump`), with CPython
//! 3.11's results and errors.

mod decode;
mod encode;
mod strings;

use crate::settings::Settings;
use alloc::vec::Vec;
use miniscript_ext::{Context, Error, Exception, Local, Module, Res, untyped};

/// The options of `dumps` and `dump`, in the order of `encode`'s places.
macro_rules! options {
    () => {
        "skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None, separators=None, default=None, sort_keys=False)"
    };
}

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("json")
        .doc("JSON (JavaScript Object Notation) reader and writer.")
        .function(
            "loads(s, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None)",
            loads,
        )
        .function(
            "load(fp, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, object_pairs_hook=None)",
            load,
        )
        .function(
            concat!("dumps(obj, *, ", options!()),
            untyped(|cx, args| encode::dumps(cx, args.at(0), args.skip(1))),
        )
        .function(
            concat!("dump(obj, fp, *, ", options!()),
            untyped(|cx, args| {
                let text = encode::dumps(cx, args.at(0), args.skip(2))?;
                cx.call_method(args.at(1), "write", &[text])?;
                Ok(Local::NONE)
            }),
        )
        .init(|cx, dict| {
            let class = cx.new_exception_class("json.decoder", "JSONDecodeError", "ValueError")?;
            cx.dict_set_str(dict, "JSONDecodeError", class)
        })
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
    };
    let Some(bytes) = cx.as_wtf8(text) else {
        let found = cx.type_name(text);
        return Err(cx.type_error(format_args!(
            "the JSON object must be str, bytes or bytearray, not {found}"
        )));
    };
    if bytes.starts_with("\u{feff}".as_bytes()) {
        let error = decode::Wrong {
            message: "Unexpected UTF-8 BOM (decode using utf-8-sig)",
            at: 0,
        };
        return Err(decode_error(cx, text, bytes, &error));
    }
    decode::decode(cx, text, bytes, &hooks)
}

fn load<'f>(
    cx: &mut Context<'f>,
    file: Local<'f>,
    object: Hook<'f>,
    float: Hook<'f>,
    int: Hook<'f>,
    constant: Hook<'f>,
    pairs: Hook<'f>,
) -> Res<'f> {
    let text = cx.call_method(file, "read", &[])?;
    loads(cx, text, object, float, int, constant, pairs)
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
    let before = bytes.get(..wrong.at).unwrap_or(bytes);
    let count = miniscript_core::text::wtf8::count;
    let line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
    let start = before
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |at| at + 1);
    let column = count(before.get(start..).unwrap_or_default()) + 1;
    // Past the end of the text, a position counts on.
    let beyond = wrong.at.saturating_sub(bytes.len());
    let (position, column) = (count(before) + beyond, column + beyond);
    let module = cx.import("json")?;
    let class = cx.attribute(module, "JSONDecodeError")?;
    let message = cx.str(&alloc::format!(
        "{}: line {line} column {column} (char {position})",
        wrong.message
    ))?;
    let exception = cx.call(class, &[message])?;
    let short = cx.str(wrong.message)?;
    cx.set_attribute(exception, "msg", short)?;
    cx.set_attribute(exception, "doc", text)?;
    for (name, value) in [("pos", position), ("lineno", line), ("colno", column)] {
        let value = cx.int(i64::try_from(value).unwrap_or(i64::MAX))?;
        cx.set_attribute(exception, name, value)?;
    }
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

    fn push<'f>(&mut self, cx: &mut Context<'f>, bytes: &[u8]) -> Res<'f, ()> {
        if bytes.len() > self.room.saturating_sub(self.bytes.len())
            || self.bytes.try_reserve(bytes.len()).is_err()
        {
            return Err(cx.raise_kind(Exception::MemoryError, format_args!("")));
        }
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }
}
