//! `BytesIO`: bytes in memory, in a bytearray.

use super::{foreign, integer, limit, method, pad};
use miniscript_ext::{Context, Error, Exception, Local, Module, Res};

/// The slots `_at`, `_buffer`.
const AT: usize = 0;
const BUFFER: usize = 1;

pub(super) fn methods(module: Module) -> Module {
    let module = method(module, "bytes_init(self, initial_bytes=None)", init);
    let module = method(module, "bytes_write(self, b, /)", write);
    let module = method(module, "bytes_getvalue(self, /)", value);
    let module = method(module, "bytes_read(self, size=None, /)", read);
    let module = method(module, "bytes_readline(self, size=None, /)", readline);
    let module = method(module, "bytes_next(self, /)", next);
    let module = method(module, "bytes_seek(self, pos, whence=0, /)", seek);
    let module = method(module, "bytes_tell(self, /)", tell);
    method(module, "bytes_truncate(self, size=None, /)", truncate)
}

/// The buffer, its length, and where the file stands.
fn place<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f, (Local<'f>, usize, usize)> {
    let Some(buffer) = cx.member_at(this, BUFFER) else {
        return Err(foreign(cx, "_io.BytesIO", this));
    };
    let Some(data) = cx.buffer(buffer).filter(|_| cx.is_array(buffer)) else {
        return Err(closed(cx, this, buffer));
    };
    let len = data.len();
    let at = cx.member_int(this, AT).and_then(|at| usize::try_from(at).ok());
    Ok((buffer, len, at.unwrap_or(0)))
}

#[cold]
fn closed<'f>(cx: &mut Context<'f>, this: Local<'f>, buffer: Local<'f>) -> Error<'f> {
    if cx.is_none(buffer) {
        cx.value_error(format_args!("I/O operation on closed file."))
    } else {
        foreign(cx, "_io.BytesIO ", this)
    }
}

fn stand<'f>(cx: &mut Context<'f>, this: Local<'f>, at: usize) -> Res<'f, ()> {
    let at = cx.int(i64::try_from(at).unwrap_or(i64::MAX))?;
    cx.set_member_at(this, AT, at);
    Ok(())
}

fn init<'f>(cx: &mut Context<'f>, this: Local<'f>, initial: Option<Local<'f>>) -> Res<'f> {
    let initial = initial.filter(|&initial| !cx.is_none(initial));
    let data = match initial {
        None => Some(&[][..]),
        Some(initial) => cx.frozen(initial)?,
    };
    let Some(data) = data else {
        let found = initial.map_or("NoneType", |initial| cx.type_name(initial));
        return Err(cx.type_error(format_args!(
            "a bytes-like object is required, not '{found}'"
        )));
    };
    let buffer = cx.bytearray(data)?;
    let zero = cx.int(0)?;
    for (slot, value) in [(AT, zero), (BUFFER, buffer)] {
        if !cx.set_member_at(this, slot, value) {
            return Err(foreign(cx, "_io.BytesIO", this));
        }
    }
    Ok(Local::NONE)
}

fn write<'f>(cx: &mut Context<'f>, this: Local<'f>, data: Local<'f>) -> Res<'f, usize> {
    place(cx, this)?;
    let Some(bytes) = cx.frozen(data)? else {
        let found = cx.type_name(data);
        return Err(cx.type_error(format_args!(
            "a bytes-like object is required, not '{found}'"
        )));
    };
    if bytes.is_empty() {
        return Ok(0);
    }
    let (buffer, len, at) = place(cx, this)?;
    cx.array_resizable(buffer)?;
    cx.charge(bytes.len() / 64)?;
    pad(cx, buffer, len, at)?;
    let removed = len.saturating_sub(at).min(bytes.len());
    cx.array_splice(buffer, at, removed, bytes)?;
    stand(cx, this, at + bytes.len())?;
    Ok(bytes.len())
}

fn value<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f> {
    let (buffer, len, _) = place(cx, this)?;
    take(cx, buffer, 0, len)
}

/// A copy of a part of the buffer.
fn take<'f>(cx: &mut Context<'f>, buffer: Local<'f>, at: usize, len: usize) -> Res<'f> {
    cx.charge(len / 64)?;
    cx.bytes_of_array(buffer, at, len)
}

fn read<'f>(cx: &mut Context<'f>, this: Local<'f>, size: Option<Local<'f>>) -> Res<'f> {
    place(cx, this)?;
    let limit = limit(cx, size)?;
    let (buffer, len, at) = place(cx, this)?;
    let rest = len.saturating_sub(at);
    let count = limit.map_or(rest, |limit| limit.min(rest));
    let result = take(cx, buffer, at, count)?;
    stand(cx, this, at + count)?;
    Ok(result)
}

fn readline<'f>(cx: &mut Context<'f>, this: Local<'f>, size: Option<Local<'f>>) -> Res<'f> {
    place(cx, this)?;
    let limit = limit(cx, size)?;
    line(cx, this, limit)
}

fn line<'f>(cx: &mut Context<'f>, this: Local<'f>, limit: Option<usize>) -> Res<'f> {
    let (buffer, _, at) = place(cx, this)?;
    let data = cx.buffer(buffer).unwrap_or_default();
    let rest = data.get(at..).unwrap_or_default();
    let end = rest.iter().position(|&byte| byte == b'\n');
    let len = end.map_or(rest.len(), |end| end + 1);
    let len = limit.map_or(len, |limit| limit.min(len));
    let result = take(cx, buffer, at, len)?;
    stand(cx, this, at + len)?;
    Ok(result)
}

fn next<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f> {
    let result = line(cx, this, None)?;
    if cx.as_bytes(result).is_some_and(<[u8]>::is_empty) {
        return Err(cx.raise_args(Exception::StopIteration, &[]));
    }
    Ok(result)
}

fn tell<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f, usize> {
    Ok(place(cx, this)?.2)
}

fn seek<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    pos: Local<'f>,
    whence: Local<'f>,
) -> Res<'f, usize> {
    place(cx, this)?;
    let (pos, whence) = (integer(cx, pos)?, integer(cx, whence)?);
    let (_, len, at) = place(cx, this)?;
    let base = match whence {
        0 if pos < 0 => {
            return Err(cx.value_error(format_args!("negative seek value {pos}")));
        }
        0 => 0,
        1 => at,
        2 => len,
        _ => {
            return Err(cx.value_error(format_args!(
                "invalid whence ({whence}, should be 0, 1 or 2)"
            )));
        }
    };
    let base = i64::try_from(base).unwrap_or(i64::MAX);
    let Some(to) = base.checked_add(pos) else {
        return Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("new position too large"),
        ));
    };
    let to = usize::try_from(to).unwrap_or(0);
    stand(cx, this, to)?;
    Ok(to)
}

fn truncate<'f>(cx: &mut Context<'f>, this: Local<'f>, size: Option<Local<'f>>) -> Res<'f, usize> {
    let (_, _, at) = place(cx, this)?;
    let size = match size.filter(|&size| !cx.is_none(size)) {
        None => at,
        Some(size) => {
            let found = cx.type_name(size);
            let Some(int) = cx.to_index(size)? else {
                return Err(cx.type_error(format_args!(
                    "argument should be integer or None, not '{found}'"
                )));
            };
            let size = super::index(cx, int)?;
            match usize::try_from(size) {
                Ok(size) => size,
                Err(_) => {
                    return Err(cx.value_error(format_args!("negative size value {size}")));
                }
            }
        }
    };
    let (buffer, len, _) = place(cx, this)?;
    if size < len {
        cx.array_splice(buffer, size, len - size, &[])?;
    }
    Ok(size)
}
