//! `str` of exceptions, and the UnicodeEncodeError of lone surrogates.

use super::{repr, str, write_repr, write_str};
use crate::object::{ClassId, Kind};
use crate::text::{Full, Sink, wtf8};
use crate::vm::context::{Context, Error, Local, Out, Res};

/// What `str` of an exception is, by its class and arguments.
pub(crate) fn exception_str<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f> {
    let args = cx.exception_args(exception);
    let count = cx.tuple_len(args);
    let first = cx.tuple_get(args, 0);
    if count == 1
        && let Some(only) = first
        && cx.is_instance(exception, ClassId::KeyError)
    {
        return repr(cx, only);
    }
    if cx.is_instance(exception, ClassId::SyntaxError) {
        return syntax_error(cx, first, args);
    }
    let mut out = cx.out();
    if count >= 2 && cx.is_instance(exception, ClassId::OSError) {
        os_error(cx, args, &mut out)?;
        return cx.finish_out(&out);
    }
    if count == 5 && cx.is_instance(exception, ClassId::UnicodeEncodeError) {
        let (encoding, rest) = (first.unwrap_or(Local::NONE), 1);
        cx.put(&mut out, b"'")?;
        write_str(cx, encoding, &mut out)?;
        cx.put(&mut out, b"' codec can't encode ")?;
        unicode_error(cx, args, rest, &mut out)?;
        return cx.finish_out(&out);
    }
    if count == 4 && cx.is_instance(exception, ClassId::UnicodeTranslateError) {
        cx.put(&mut out, b"can't translate ")?;
        unicode_error(cx, args, 0, &mut out)?;
        return cx.finish_out(&out);
    }
    match first {
        None => cx.wtf8(b""),
        Some(only) if count == 1 => str(cx, only),
        Some(_) => repr(cx, args),
    }
}

/// `[Errno 2] No such file or directory: 'name'`
fn os_error<'f>(cx: &mut Context<'f>, args: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let part = |cx: &mut Context<'f>, at| cx.tuple_get(args, at).unwrap_or(Local::NONE);
    if cx.tuple_len(args) > 5 {
        return write_repr(cx, args, out);
    }
    let (errno, message, file) = (part(cx, 0), part(cx, 1), part(cx, 2));
    cx.put(out, b"[Errno ")?;
    write_str(cx, errno, out)?;
    cx.put(out, b"] ")?;
    write_str(cx, message, out)?;
    if cx.is_none(file) {
        return Ok(());
    }
    cx.put(out, b": ")?;
    write_repr(cx, file, out)?;
    let second = part(cx, 4);
    if cx.is_none(second) {
        return Ok(());
    }
    cx.put(out, b" -> ")?;
    write_repr(cx, second, out)
}

/// `invalid syntax (name.py, line 3)`
fn syntax_error<'f>(cx: &mut Context<'f>, message: Option<Local<'f>>, args: Local<'f>) -> Res<'f> {
    let message = message.unwrap_or(Local::NONE);
    let details = cx.tuple_get(args, 1).filter(|_| cx.tuple_len(args) == 2);
    let (file, line) = match details {
        Some(details) => (cx.seq_get(details, 0), cx.seq_get(details, 1)),
        None => (None, None),
    };
    let file = file.and_then(|file| cx.str_bytes(file)).map(|path| match memchr::memrchr(b'/', path) {
        Some(at) => path.get(at + 1..).unwrap_or_default(),
        None => path,
    });
    let line = line.filter(|&line| cx.is_int(line));
    let mut out = cx.out();
    write_str(cx, message, &mut out)?;
    if file.is_some() || line.is_some() {
        cx.put(&mut out, b" (")?;
        if let Some(file) = file {
            cx.put(&mut out, file)?;
        }
        if let Some(line) = line {
            cx.put(&mut out, if file.is_some() { b", line " } else { &b"line "[..] })?;
            write_str(cx, line, &mut out)?;
        }
        cx.put(&mut out, b")")?;
    }
    cx.finish_out(&out)
}

/// Object, start, end and reason, from argument `from` on.
fn unicode_error<'f>(cx: &mut Context<'f>, args: Local<'f>, from: usize, out: &mut Out) -> Res<'f, ()> {
    let part = |cx: &mut Context<'f>, at: usize| cx.tuple_get(args, from + at).unwrap_or(Local::NONE);
    let (object, start, end, reason) = (part(cx, 0), part(cx, 1), part(cx, 2), part(cx, 3));
    let text = cx.str_bytes(object).unwrap_or_default();
    let (start, end) = (cx.as_int(start).unwrap_or(0), cx.as_int(end).unwrap_or(0));
    let character = usize::try_from(start).ok().filter(|_| end.checked_sub(1) == Some(start));
    let character = character.and_then(|at| wtf8::CodePoints::new(text).nth(at));
    let written = (|| {
        match character {
            Some(code_point) => {
                out.write(b"character '")?;
                escape(code_point, out)?;
                out.write(b"' in position ")?;
                crate::text::int::write_i64(start, out)?;
            }
            None => {
                out.write(b"characters in position ")?;
                crate::text::int::write_i64(start, out)?;
                out.write(b"-")?;
                crate::text::int::write_i64(end.saturating_sub(1), out)?;
            }
        }
        out.write(b": ")
    })();
    cx.fits(written)?;
    write_str(cx, reason, out)
}

fn escape(code_point: u32, out: &mut Out) -> Result<(), Full> {
    let (letter, digits) = match code_point {
        0..=0xFF => (b'x', 2),
        0x100..=0xFFFF => (b'u', 4),
        _ => (b'U', 8),
    };
    out.write(&[b'\\', letter])?;
    for place in (0..digits).rev() {
        let digit = code_point >> (place * 4) & 15;
        out.write_byte(b"0123456789abcdef".get(digit as usize).copied().unwrap_or(b'0'))?;
    }
    Ok(())
}

/// The UnicodeEncodeError of a str that holds lone surrogates.
#[cold]
pub(crate) fn encode_error<'f>(cx: &mut Context<'f>, text: Local<'f>) -> Error<'f> {
    debug_assert!(cx.is(text, Kind::Str));
    let bytes = cx.str_bytes(text).unwrap_or_default();
    let at = wtf8::first_surrogate(bytes).unwrap_or(0);
    let (before, after) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
    let start = wtf8::count(before);
    let run = wtf8::CodePoints::new(after).take_while(|&code_point| wtf8::is_surrogate(code_point)).count();
    let parts = (|| {
        let encoding = cx.str("utf-8")?;
        let start_local = cx.size(start)?;
        let end = cx.size(start + run)?;
        let reason = cx.str("surrogates not allowed")?;
        Ok([encoding, text, start_local, end, reason])
    })();
    match parts {
        Ok(parts) => cx.raise_with(ClassId::UnicodeEncodeError, &parts),
        Err(error) => error,
    }
}
