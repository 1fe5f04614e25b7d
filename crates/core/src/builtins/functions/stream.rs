//! `print`, `input` and `open`: the streams that `sys` names, and the files of the
//! module `io`.
//!
//! While `sys.stdout` is the host's own output, `print` writes to that and calls nothing
//! of the language; a replaced one gets the calls of `write` that CPython makes.

use crate::builtins::protocol::{self, text};
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Error, Local, Out, Res, Standard, Stream};
use crate::vm::native::NativeDef;

/// What goes into the `builtins` namespace.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("input", "(prompt='', /)", input),
    NativeDef::function(
        "open",
        "(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)",
        open,
    ),
    NativeDef::function(
        "print",
        "(*args, sep=' ', end='\\n', file=None, flush=False)",
        print,
    ),
];

/// The module that has the files.
const FILES: &str = "_io";

/// Opens a file: the work of `io`, which need not be there.
fn open<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let module = match cx.import(FILES) {
        Ok(module) => module,
        Err(error) if cx.error_is(&error, ClassId::ModuleNotFoundError) => {
            let text = "open() needs the standard module 'io', which this build leaves out";
            return Err(cx.raise(ClassId::RuntimeError, format_args!("{text}")));
        }
        Err(error) => return Err(error),
    };
    let function = cx.attribute(module, "_open")?;
    let mut words = [Local::NONE; 8];
    for (at, word) in words.iter_mut().enumerate() {
        *word = match args.get(cx, at) {
            Some(argument) => argument,
            None => match at {
                1 => cx.str("r")?,
                2 => cx.int(-1)?,
                6 => Local::TRUE,
                _ => Local::NONE,
            },
        };
    }
    match cx.call(function, &words) {
        Err(error) if !cx.error_is(&error, ClassId::TaskEnded) => {
            // The function is one of the interpreter's: what lies below it is not shown.
            let exception = cx.exception(error);
            cx.set_exception_traceback(exception, Local::NONE);
            Err(cx.raise_value(exception))
        }
        done => done,
    }
}

/// A line of the input without its newline; the prompt is shown first.
fn input<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (input, output) = (cx.stream(Standard::Input), cx.stream(Standard::Output));
    for (stream, name) in [(input, "stdin"), (output, "stdout")] {
        if matches!(stream, Stream::Nothing | Stream::Lost) {
            let text = format_args!("input(): lost sys.{name}");
            return Err(cx.raise(ClassId::RuntimeError, text));
        }
    }
    match output {
        Stream::Object(file) => {
            if let Some(prompt) = args.get(cx, 0) {
                let write = cx.attribute(file, "write")?;
                let prompt = protocol::str(cx, prompt)?;
                cx.call(write, &[prompt])?;
            }
            if let Err(error) = cx.call_method(file, "flush", &[])
                && !cx.error_is(&error, ClassId::Exception)
            {
                return Err(error);
            }
        }
        _ => {
            if let Some(prompt) = args.get(cx, 0) {
                let prompt = protocol::str(cx, prompt)?;
                if cx.as_str(prompt).is_none() {
                    return Err(text::encode_error(cx, prompt));
                }
                let bytes = cx.str_bytes(prompt).unwrap_or_default();
                cx.write_output(bytes)?;
            }
            cx.flush_output()?;
        }
    }
    match input {
        Stream::Object(file) => line_of_object(cx, file),
        _ => line_of_host(cx),
    }
}

/// A line by the method `readline` of an object, without its newline.
fn line_of_object<'f>(cx: &mut Context<'f>, file: Local<'f>) -> Res<'f> {
    let line = cx.call_method(file, "readline", &[])?;
    let plain = cx.plain(line);
    if let Some(bytes) = cx.as_bytes(plain) {
        return match bytes {
            [] => Err(end_of_input(cx)),
            [rest @ .., b'\n'] => cx.bytes(rest),
            _ => Ok(line),
        };
    }
    let Some(text) = cx.str_bytes(plain) else {
        return Err(cx.type_error(format_args!("object.readline() returned non-string")));
    };
    match text {
        [] => Err(end_of_input(cx)),
        [rest @ .., b'\n'] => cx.wtf8(rest),
        _ => Ok(line),
    }
}

#[cold]
fn end_of_input<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise(ClassId::EOFError, format_args!("EOF when reading a line"))
}

fn line_of_host<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let Some(line) = cx.read_input()? else {
        return Err(end_of_input(cx));
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
    let file = match args.get(cx, FILE).filter(|&file| !cx.is_none(file)) {
        Some(file) => Some(file),
        None => match cx.stream(Standard::Output) {
            Stream::Host => None,
            Stream::Object(file) => Some(file),
            Stream::Nothing => return Ok(Local::NONE),
            Stream::Lost => {
                let text = format_args!("lost sys.stdout");
                return Err(cx.raise(ClassId::RuntimeError, text));
            }
        },
    };
    let separator = option(cx, args, SEP, "sep")?;
    let end = option(cx, args, END, "end")?;
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
    let flush = match args.get(cx, FLUSH) {
        Some(flush) => protocol::truth(cx, flush)?,
        None => false,
    };
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
            let write = cx.attribute(file, "write")?;
            let text = protocol::str(cx, value)?;
            cx.call(write, &[text])?;
            Ok(())
        })?;
    }
    cx.call_method(file, "write", &[end])?;
    Ok(())
}
