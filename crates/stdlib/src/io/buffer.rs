//! `BufferedReader`: lines that lie whole in what was read ahead.

use super::method;
use miniscript_ext::{Context, Exception, Local, Module, Res};

/// The slots `_ahead`, `_pending`, `_pos` (then `_raw`, `_size`).
const AHEAD: usize = 0;
const POS: usize = 2;

pub(super) fn methods(module: Module) -> Module {
    let module = method(module, "buffer_readline(self, size=None, /)", readline);
    method(module, "buffer_next(self, /)", next)
}

/// The next line if it ends in what was read ahead.
fn line_ahead<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let Some(ahead) = cx.member_at(this, AHEAD) else {
        return Ok(None);
    };
    let data = cx.as_bytes(ahead).unwrap_or_default();
    let at = cx.member_int(this, POS).and_then(|at| usize::try_from(at).ok());
    let rest = at.and_then(|at| data.get(at..)).unwrap_or_default();
    let Some(end) = rest.iter().position(|&byte| byte == b'\n') else {
        return Ok(None);
    };
    cx.charge(end / 64)?;
    let stop = at.unwrap_or(0) + end + 1;
    let stop = cx.int(i64::try_from(stop).unwrap_or(i64::MAX))?;
    cx.set_member_at(this, POS, stop);
    cx.bytes(rest.get(..=end).unwrap_or_default()).map(Some)
}

fn readline<'f>(cx: &mut Context<'f>, this: Local<'f>, size: Option<Local<'f>>) -> Res<'f> {
    let size = size.filter(|&size| !cx.is_none(size));
    if size.is_none_or(|size| cx.as_int(size) == Some(-1))
        && let Some(line) = line_ahead(cx, this)?
    {
        return Ok(line);
    }
    let size = match size {
        Some(size) => size,
        None => cx.int(-1)?,
    };
    cx.call_method(this, "_do_readline", &[size])
}

fn next<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f> {
    if let Some(line) = line_ahead(cx, this)? {
        return Ok(line);
    }
    let size = cx.int(-1)?;
    let line = cx.call_method(this, "_do_readline", &[size])?;
    if cx.as_bytes(line).is_some_and(<[u8]>::is_empty) {
        return Err(cx.raise_args(Exception::StopIteration, &[]));
    }
    Ok(line)
}
