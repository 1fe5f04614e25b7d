//! `TextIOWrapper`: writing and reading line by line where nothing is out of the
//! ordinary. Everything else is the work of the class itself.

use super::lines::{self, End};
use super::{foreign, method};
use miniscript_ext::{Context, Exception, Local, Module, Res};

/// The slots `_at`, `_buffer`, `_chars`, `_mode`, `_pending`, `_quick`, `_telling`.
const AT: usize = 0;
const CHARS: usize = 2;
const MODE: usize = 3;
const PENDING: usize = 4;
const QUICK: usize = 5;
const TELLING: usize = 6;

/// `_quick`: text goes to `_pending` as it is.
const PLAIN: i64 = 1;
/// `_quick`: text goes to the host's output.
const OUTPUT: i64 = 2;

/// Bytes that wait before they are handed on.
const CHUNK: usize = 8192;

pub(super) fn methods(module: Module) -> Module {
    let module = method(module, "text_write(self, text, /)", write);
    let module = method(module, "text_readline(self, size=None, /)", readline);
    let module = method(module, "text_next(self, /)", next);
    let module = method(module, "text_take(self, count, /)", take);
    method(module, "text_rest(self, /)", rest)
}

fn write<'f>(cx: &mut Context<'f>, this: Local<'f>, text: Local<'f>) -> Res<'f> {
    let Some(bytes) = cx.as_wtf8(text) else {
        let found = if cx.is_none(text) { "None" } else { cx.type_name(text) };
        return Err(cx.type_error(format_args!(
            "write() argument must be str, not {found}"
        )));
    };
    let quick = cx.member_int(this, QUICK).unwrap_or(0);
    let plain = quick != 0 && core::str::from_utf8(bytes).is_ok();
    match quick {
        OUTPUT if plain => cx.write_output(bytes)?,
        PLAIN if plain && bytes.len() < CHUNK => {
            let Some(pending) = cx.member_at(this, PENDING) else {
                return Err(foreign(cx, "_io.TextIOWrapper", this));
            };
            let Some(len) = cx.buffer(pending).map(<[u8]>::len) else {
                return cx.call_method(this, "_write", &[text]);
            };
            if len == 0 {
                cx.call_method(this, "_soil", &[])?;
            }
            cx.charge(bytes.len() / 64)?;
            cx.array_splice(pending, len, 0, bytes)?;
            if len + bytes.len() >= CHUNK {
                cx.call_method(this, "_spill", &[])?;
            }
        }
        _ => return cx.call_method(this, "_write", &[text]),
    }
    let chars = cx.str_len(text).unwrap_or(0);
    cx.int(i64::try_from(chars).unwrap_or(i64::MAX))
}

/// The text that was read ahead, and where in it the file stands.
fn ahead<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Option<(&'f [u8], usize)> {
    let chars = cx.member_at(this, CHARS)?;
    let at = usize::try_from(cx.member_int(this, AT)?).ok()?;
    Some((cx.as_wtf8(chars)?, at))
}

/// The next line if it ends in the text that was read ahead.
fn line_ahead<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let Some((text, at)) = ahead(cx, this) else {
        return Ok(None);
    };
    let mode = End::of(cx.member_int(this, MODE).unwrap_or(0));
    let rest = text.get(at..).unwrap_or_default();
    let Some(len) = mode.first(rest) else {
        return Ok(None);
    };
    if mode == End::Any && len == rest.len() && rest.ends_with(b"\r") {
        // What is read next may belong to this end.
        return Ok(None);
    }
    cx.charge(len / 64)?;
    stand(cx, this, at + len)?;
    cx.str_from_wtf8(rest.get(..len).unwrap_or_default()).map(Some)
}

fn stand<'f>(cx: &mut Context<'f>, this: Local<'f>, at: usize) -> Res<'f, ()> {
    let at = cx.int(i64::try_from(at).unwrap_or(i64::MAX))?;
    cx.set_member_at(this, AT, at);
    Ok(())
}

fn readline<'f>(cx: &mut Context<'f>, this: Local<'f>, size: Option<Local<'f>>) -> Res<'f> {
    if size.is_none_or(|size| cx.is_none(size) || cx.as_int(size) == Some(-1))
        && let Some(line) = line_ahead(cx, this)?
    {
        return Ok(line);
    }
    let size = match size {
        Some(size) if !cx.is_none(size) => size,
        _ => cx.int(-1)?,
    };
    cx.call_method(this, "_readline", &[size])
}

fn next<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f> {
    cx.set_member_at(this, TELLING, Local::FALSE);
    if let Some(line) = line_ahead(cx, this)? {
        return Ok(line);
    }
    let line = cx.call_method(this, "_next", &[])?;
    if cx.str_len(line) == Some(0) {
        return Err(cx.raise_args(Exception::StopIteration, &[]));
    }
    Ok(line)
}

/// Up to so many characters of the text that was read ahead (all of it with a number
/// below zero), behind which the file stands then.
fn take<'f>(cx: &mut Context<'f>, this: Local<'f>, count: Local<'f>) -> Res<'f> {
    let count = usize::try_from(super::integer(cx, count)?).ok();
    let (text, at) = ahead(cx, this).unwrap_or_default();
    let rest = text.get(at..).unwrap_or_default();
    let len = count.map_or(rest.len(), |count| lines::bytes_of(rest, count));
    cx.charge(len / 64)?;
    if len > 0 {
        stand(cx, this, at + len)?;
    }
    cx.str_from_wtf8(rest.get(..len).unwrap_or_default())
}

/// How many bytes of UTF-8 lie ahead of the file's place, and how many behind.
fn rest<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f, (usize, usize)> {
    let (text, at) = ahead(cx, this).unwrap_or_default();
    Ok((at, text.len().saturating_sub(at)))
}

/// Writes bytes to the host's output.
pub(super) fn write_output<'f>(cx: &mut Context<'f>, data: Local<'f>) -> Res<'f> {
    let data = cx.frozen(data)?.unwrap_or_default();
    cx.write_output(data)?;
    Ok(Local::NONE)
}

pub(super) fn flush_output<'f>(cx: &mut Context<'f>) -> Res<'f> {
    cx.flush_output()?;
    Ok(Local::NONE)
}

/// A line of the host's input as bytes, empty at its end.
pub(super) fn read_input<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let line = cx.read_input()?.unwrap_or_default();
    cx.charge(line.len() / 64)?;
    cx.bytes(&line)
}
