//! `repr`, `ascii`, `format` and `print`.

use crate::builtins::protocol::{self, text};
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Out, Res};
use crate::vm::native::NativeDef;

/// What goes into the `builtins` namespace.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("ascii", "(obj, /)", ascii),
    NativeDef::function("format", "(value, format_spec='', /)", format),
    NativeDef::function("input", "(prompt='', /)", input),
    NativeDef::function(
        "print",
        "(*args, sep=' ', end='\\n', file=None, flush=False)",
        print,
    ),
    NativeDef::function("repr", "(obj, /)", repr),
];

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::repr(cx, args.at(0))
}

fn ascii<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::ascii(cx, args.at(0))
}

fn format<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let spec = match args.get(cx, 1) {
        Some(spec) => spec,
        None => cx.wtf8(b"")?,
    };
    protocol::format(cx, args.at(0), spec)
}

/// A line of the input without its newline; the prompt is shown first.
fn input<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if let Some(prompt) = args.get(cx, 0) {
        let prompt = protocol::str(cx, prompt)?;
        if cx.as_str(prompt).is_none() {
            return Err(text::encode_error(cx, prompt));
        }
        let bytes = cx.str_bytes(prompt).unwrap_or_default();
        cx.write_output(bytes)?;
    }
    cx.flush_output()?;
    let Some(line) = cx.read_input()? else {
        return Err(cx.raise(ClassId::EOFError, format_args!("EOF when reading a line")));
    };
    cx.charge(line.len() / 16)?;
    let line = line.strip_suffix(b"\n").unwrap_or(&line);
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let mut out = cx.out();
    for part in line.utf8_chunks() {
        cx.put(&mut out, part.valid().as_bytes())?;
        // As CPython's `surrogateescape`.
        for &byte in part.invalid() {
            cx.put(&mut out, &[0xED, 0xB0 | byte >> 6 & 3, 0x80 | byte & 0x3F])?;
        }
    }
    cx.finish_out(&out)
}

/// Places of `print`'s keyword arguments; the values follow.
const SEP: usize = 0;
const END: usize = 1;
const FILE: usize = 2;
const FLUSH: usize = 3;
const VALUES: usize = 4;

fn print<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let separator = option(cx, args, SEP, "sep")?;
    let end = option(cx, args, END, "end")?;
    let flush = match args.get(cx, FLUSH) {
        Some(flush) => protocol::truth(cx, flush)?,
        None => false,
    };
    let file = args.get(cx, FILE).filter(|&file| !cx.is_none(file));
    match file {
        Some(file) => print_to(cx, file, args, separator, end)?,
        None => {
            let mut out = cx.out();
            // What was written before an error stays written.
            let result = print_all(cx, args, separator, end, &mut out);
            cx.write_output(out.bytes())?;
            result?;
        }
    }
    if flush {
        match file {
            Some(file) => {
                cx.call_method(file, "flush", &[])?;
            }
            None => cx.flush_output()?,
        }
    }
    Ok(Local::NONE)
}

/// A keyword argument that must be None or a str.
fn option<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    at: usize,
    name: &str,
) -> Res<'f, Option<Local<'f>>> {
    let Some(value) = args.get(cx, at).filter(|&value| !cx.is_none(value)) else {
        return Ok(None);
    };
    let plain = cx.plain(value);
    if cx.is(plain, Kind::Str) {
        return Ok(Some(plain));
    }
    let found = cx.type_name(value);
    Err(cx.type_error(format_args!("{name} must be None or a string, not {found}")))
}

fn print_all<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    separator: Option<Local<'f>>,
    end: Option<Local<'f>>,
    out: &mut Out,
) -> Res<'f, ()> {
    for (i, value) in args.rest(VALUES).enumerate() {
        if i > 0 {
            piece(cx, separator, b" ", out)?;
        }
        if cx.is(value, Kind::Str) {
            piece(cx, Some(value), b"", out)?;
        } else if text::is_plain(cx, value) {
            text::write_str(cx, value, out)?;
        } else {
            // Its text may come from a script, which may print itself.
            cx.write_output(out.bytes())?;
            out.clear();
            cx.scope(|cx| {
                let text = protocol::str(cx, value)?;
                piece(cx, Some(text), b"", out)
            })?;
        }
        if out.len() > FLUSH_AT {
            cx.write_output(out.bytes())?;
            out.clear();
        }
    }
    piece(cx, end, b"\n", out)
}

/// Longer text is handed to the host before all of it is there.
const FLUSH_AT: usize = 1 << 14;

/// Adds a str, or the default where there is none.
fn piece<'f>(
    cx: &mut Context<'f>,
    text: Option<Local<'f>>,
    default: &[u8],
    out: &mut Out,
) -> Res<'f, ()> {
    let Some(text) = text else {
        return cx.put(out, default);
    };
    if cx
        .str_shape(text)
        .is_some_and(|shape| shape.has_surrogates())
    {
        return Err(text::encode_error(cx, text));
    }
    let bytes = cx.str_bytes(text).unwrap_or_default();
    if bytes.len() > FLUSH_AT {
        // Not copied.
        cx.write_output(out.bytes())?;
        out.clear();
        return cx.write_output(bytes);
    }
    cx.put(out, bytes)
}

/// Writes by the `write` method of an object, piece by piece.
fn print_to<'f>(
    cx: &mut Context<'f>,
    file: Local<'f>,
    args: Args<'f>,
    separator: Option<Local<'f>>,
    end: Option<Local<'f>>,
) -> Res<'f, ()> {
    let separator = match separator {
        Some(separator) => separator,
        None => cx.str(" ")?,
    };
    let end = match end {
        Some(end) => end,
        None => cx.str("\n")?,
    };
    for (i, value) in args.rest(VALUES).enumerate() {
        cx.scope(|cx| {
            if i > 0 {
                cx.call_method(file, "write", &[separator])?;
            }
            let text = protocol::str(cx, value)?;
            cx.call_method(file, "write", &[text])?;
            Ok(())
        })?;
    }
    cx.call_method(file, "write", &[end])?;
    Ok(())
}
