//! `StringIO`: text in memory, as generalised UTF-8 in a bytearray.
//!
//! It stands at a byte (`AT`) and at a character (`COUNT`); beyond the end both go on as
//! if every missing character were one byte, which is what a write there puts in.

use super::lines::{self, End};
use super::{foreign, integer, limit, method, pad};
use miniscript_core::text::wtf8;
use miniscript_ext::{Context, Error, Exception, Local, Module, Res};

/// The slots `_at`, `_buffer`, `_count`, `_mode`, `_newline`, `_seen`.
const AT: usize = 0;
const BUFFER: usize = 1;
const COUNT: usize = 2;
const MODE: usize = 3;
const NEWLINE: usize = 4;
const SEEN: usize = 5;

/// Bits of the mode above the end of lines: what becomes of ends that are written.
const UNIVERSAL: i64 = 4;
const WRITES_RETURN: i64 = 8;
const WRITES_PAIR: i64 = 16;
/// Ends are looked at for `newlines`.
const WATCHES: i64 = 32;

pub(super) fn methods(module: Module) -> Module {
    let module = method(
        module,
        "string_init(self, initial_value='', newline='\u{a}')",
        init,
    );
    let module = method(module, "string_write(self, s, /)", write);
    let module = method(module, "string_getvalue(self, /)", value);
    let module = method(module, "string_read(self, size=None, /)", read);
    let module = method(module, "string_readline(self, size=None, /)", readline);
    let module = method(module, "string_next(self, /)", next);
    let module = method(module, "string_seek(self, pos, whence=0, /)", seek);
    let module = method(module, "string_tell(self, /)", tell);
    method(module, "string_truncate(self, pos=None, /)", truncate)
}

/// Where a file of text stands.
struct Place<'f> {
    buffer: Local<'f>,
    len: usize,
    at: usize,
    count: usize,
}

fn place<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f, Place<'f>> {
    let Some(buffer) = cx.member_at(this, BUFFER) else {
        return Err(foreign(cx, "_io.StringIO", this));
    };
    let Some(data) = cx.buffer(buffer).filter(|_| cx.is_array(buffer)) else {
        return Err(closed(cx, this, buffer));
    };
    let len = data.len();
    let word = |at| cx.member_int(this, at).and_then(|word| usize::try_from(word).ok());
    Ok(Place {
        buffer,
        len,
        at: word(AT).unwrap_or(0),
        count: word(COUNT).unwrap_or(0),
    })
}

#[cold]
fn closed<'f>(cx: &mut Context<'f>, this: Local<'f>, buffer: Local<'f>) -> Error<'f> {
    if cx.is_none(buffer) {
        cx.value_error(format_args!("I/O operation on closed file"))
    } else {
        foreign(cx, "_io.StringIO ", this)
    }
}

impl<'f> Place<'f> {
    /// The bytes behind the place.
    fn rest<'a>(&self, cx: &'a Context<'f>) -> &'a [u8] {
        let data = cx.buffer(self.buffer).unwrap_or_default();
        data.get(self.at..).unwrap_or_default()
    }

    /// A str of the next `len` bytes, behind which the file stands then.
    fn take(&self, cx: &mut Context<'f>, this: Local<'f>, len: usize) -> Res<'f> {
        cx.charge(len / 64)?;
        let text = self.rest(cx).get(..len).unwrap_or_default();
        let mut copy = [0; 256];
        let result = match copy.get_mut(..len) {
            Some(copy) => {
                copy.copy_from_slice(text);
                cx.str_from_wtf8(copy)?
            }
            None => {
                let mut copy = lines::room(cx, len)?;
                copy.extend_from_slice(self.rest(cx).get(..len).unwrap_or_default());
                cx.str_from_wtf8(&copy)?
            }
        };
        let chars = cx.str_len(result).unwrap_or(0);
        stand(cx, this, self.at + len, self.count + chars)?;
        Ok(result)
    }
}

/// Sets the place.
fn stand<'f>(cx: &mut Context<'f>, this: Local<'f>, at: usize, count: usize) -> Res<'f, ()> {
    for (slot, value) in [(AT, at), (COUNT, count)] {
        let value = cx.int(i64::try_from(value).unwrap_or(i64::MAX))?;
        cx.set_member_at(this, slot, value);
    }
    Ok(())
}

fn init<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    initial: Local<'f>,
    newline: Local<'f>,
) -> Res<'f> {
    let ends = if cx.is_none(newline) {
        None
    } else if let Some(ends) = cx.as_wtf8(newline) {
        Some(ends)
    } else {
        let found = cx.type_name(newline);
        return Err(cx.type_error(format_args!("newline must be str or None, not {found}")));
    };
    let mode = match ends {
        None => UNIVERSAL | WATCHES,
        Some(b"") => 1 | WATCHES,
        Some(b"\n") => 0,
        Some(b"\r") => 2 | WRITES_RETURN,
        Some(b"\r\n") => 3 | WRITES_PAIR,
        Some(_) => {
            let shown = cx.to_repr(newline)?;
            let shown = cx.as_str(shown).unwrap_or("?");
            return Err(cx.value_error(format_args!("illegal newline value: {shown}")));
        }
    };
    if !cx.is_none(initial) && !cx.is_str(initial) && cx.as_wtf8(initial).is_none() {
        let found = cx.type_name(initial);
        return Err(cx.type_error(format_args!(
            "initial_value must be str or None, not {found}"
        )));
    }
    let buffer = cx.bytearray(b"")?;
    let zero = cx.int(0)?;
    let mode = cx.int(mode)?;
    for (slot, value) in [
        (AT, zero),
        (BUFFER, buffer),
        (COUNT, zero),
        (MODE, mode),
        (NEWLINE, newline),
        (SEEN, zero),
    ] {
        if !cx.set_member_at(this, slot, value) {
            return Err(foreign(cx, "_io.StringIO", this));
        }
    }
    if !cx.is_none(initial) {
        write(cx, this, initial)?;
        stand(cx, this, 0, 0)?;
    }
    Ok(Local::NONE)
}

fn write<'f>(cx: &mut Context<'f>, this: Local<'f>, text: Local<'f>) -> Res<'f> {
    let Some(bytes) = cx.as_wtf8(text) else {
        if cx.member_at(this, BUFFER).is_none() {
            return Err(foreign(cx, "_io.StringIO", this));
        }
        let found = cx.type_name(text);
        return Err(cx.type_error(format_args!("string argument expected, got '{found}'")));
    };
    let place = place(cx, this)?;
    let chars = cx.str_len(text).unwrap_or(0);
    let mode = cx.member_int(this, MODE).unwrap_or(0);
    if mode >> 2 == 0 || bytes.is_empty() {
        put(cx, this, &place, bytes, chars)?;
    } else {
        let mut changed = lines::room(cx, bytes.len().saturating_mul(2))?;
        if mode & WATCHES != 0 {
            let seen = cx.member_int(this, SEEN).unwrap_or(0) | lines::ends(bytes);
            let seen = cx.int(seen)?;
            cx.set_member_at(this, SEEN, seen);
        }
        if mode & UNIVERSAL != 0 {
            lines::universal(bytes, &mut changed);
        } else {
            for &byte in bytes {
                match byte {
                    b'\n' if mode & WRITES_RETURN != 0 => changed.push(b'\r'),
                    b'\n' if mode & WRITES_PAIR != 0 => changed.extend_from_slice(b"\r\n"),
                    byte => changed.push(byte),
                }
            }
        }
        let chars = wtf8::count(&changed);
        put(cx, this, &place, &changed, chars)?;
    }
    cx.int(i64::try_from(chars).unwrap_or(i64::MAX))
}

/// Writes characters over those that are there.
fn put<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    place: &Place<'f>,
    bytes: &[u8],
    chars: usize,
) -> Res<'f, ()> {
    if bytes.is_empty() {
        return Ok(());
    }
    cx.charge(bytes.len() / 64)?;
    let removed = if place.at < place.len {
        lines::bytes_of(place.rest(cx), chars)
    } else {
        pad(cx, place.buffer, place.len, place.at)?;
        0
    };
    cx.array_splice(place.buffer, place.at, removed, bytes)?;
    stand(cx, this, place.at + bytes.len(), place.count.saturating_add(chars))
}

fn value<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f> {
    let place = place(cx, this)?;
    cx.charge(place.len / 64)?;
    let all = cx.frozen(place.buffer)?.unwrap_or_default();
    cx.str_from_wtf8(all)
}

fn read<'f>(cx: &mut Context<'f>, this: Local<'f>, size: Option<Local<'f>>) -> Res<'f> {
    place(cx, this)?;
    let limit = limit(cx, size)?;
    // What `__index__` has done may have changed it.
    let place = place(cx, this)?;
    let rest = place.rest(cx);
    let len = limit.map_or(rest.len(), |limit| lines::bytes_of(rest, limit));
    place.take(cx, this, len)
}

fn readline<'f>(cx: &mut Context<'f>, this: Local<'f>, size: Option<Local<'f>>) -> Res<'f> {
    place(cx, this)?;
    let limit = limit(cx, size)?;
    line(cx, this, limit)
}

fn line<'f>(cx: &mut Context<'f>, this: Local<'f>, limit: Option<usize>) -> Res<'f> {
    let place = place(cx, this)?;
    let mode = cx.member_int(this, MODE).unwrap_or(0);
    let rest = place.rest(cx);
    let mut len = End::of(mode).first(rest).unwrap_or(rest.len());
    if let Some(limit) = limit {
        len = lines::bytes_of(rest.get(..len).unwrap_or(rest), limit);
    }
    place.take(cx, this, len)
}

fn next<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f> {
    let text = line(cx, this, None)?;
    if cx.str_len(text) == Some(0) {
        return Err(cx.raise_args(Exception::StopIteration, &[]));
    }
    Ok(text)
}

fn tell<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f, usize> {
    Ok(place(cx, this)?.count)
}

fn seek<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    pos: Local<'f>,
    whence: Local<'f>,
) -> Res<'f, usize> {
    place(cx, this)?;
    let (pos, whence) = (integer(cx, pos)?, integer(cx, whence)?);
    let place = place(cx, this)?;
    if !(0..=2).contains(&whence) {
        return Err(cx.value_error(format_args!(
            "Invalid whence ({whence}, should be 0, 1 or 2)"
        )));
    }
    if pos < 0 && whence == 0 {
        return Err(cx.value_error(format_args!("Negative seek position {pos}")));
    }
    if whence != 0 && pos != 0 {
        return Err(cx.raise_kind(
            Exception::OSError,
            format_args!("Can't do nonzero cur-relative seeks"),
        ));
    }
    let data = cx.buffer(place.buffer).unwrap_or_default();
    let (at, count) = match whence {
        0 => {
            let count = usize::try_from(pos.max(0)).unwrap_or(usize::MAX);
            match wtf8::offset_of(data, count.min(data.len())) {
                Some(at) if count <= data.len() => (at, count),
                _ => {
                    let chars = wtf8::count(data);
                    (data.len().saturating_add(count.saturating_sub(chars)), count)
                }
            }
        }
        1 => (place.at, place.count),
        _ => (data.len(), wtf8::count(data)),
    };
    cx.charge(place.len / 64)?;
    stand(cx, this, at, count)?;
    Ok(count)
}

fn truncate<'f>(cx: &mut Context<'f>, this: Local<'f>, pos: Option<Local<'f>>) -> Res<'f, usize> {
    let here = place(cx, this)?.count;
    let size = match pos.filter(|&pos| !cx.is_none(pos)) {
        None => here,
        Some(pos) => {
            let found = cx.type_name(pos);
            let Some(int) = cx.to_index(pos)? else {
                return Err(cx.type_error(format_args!(
                    "argument should be integer or None, not '{found}'"
                )));
            };
            let size = super::index(cx, int)?;
            match usize::try_from(size) {
                Ok(size) => size,
                Err(_) => {
                    return Err(cx.value_error(format_args!("Negative size value {size}")));
                }
            }
        }
    };
    let place = place(cx, this)?;
    let data = cx.buffer(place.buffer).unwrap_or_default();
    let at = lines::bytes_of(data, size);
    if at < place.len {
        cx.array_splice(place.buffer, at, place.len - at, &[])?;
        if place.at > at {
            // The missing characters count as a byte each from the new end on.
            let missing = place.count.saturating_sub(size);
            stand(cx, this, at.saturating_add(missing), place.count)?;
        }
    }
    Ok(size)
}
