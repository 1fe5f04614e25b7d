//! Searching: `find` and its kin, `replace`, `partition`, prefixes and suffixes.

use super::{made, own, part_of, written};
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::text::Sink;
use crate::vm::context::{Args, Context, Error, Local, Res};
use memchr::memmem;

/// The bounds of a search, arguments 2 and 3, within `len`; `None` if the end lies
/// before the start.
fn bounds<'f>(cx: &mut Context<'f>, args: Args<'f>, len: usize) -> Res<'f, Option<(usize, usize)>> {
    let mut bound = |i: usize, default: i64| -> Res<'f, i64> {
        let Some(value) = args.get(cx, i).filter(|&value| !cx.is_none(value)) else {
            return Ok(default);
        };
        if !protocol::has_index(cx, value) {
            return Err(cx.type_error(format_args!(
                "slice indices must be integers or None or have an __index__ method"
            )));
        }
        let at = protocol::index_clamped(cx, value)?;
        Ok(if at < 0 {
            at.saturating_add(len as i64).max(0)
        } else {
            at
        })
    };
    let start = bound(2, 0)?;
    let end = bound(3, i64::MAX)?.min(len as i64);
    if start > end {
        return Ok(None);
    }
    Ok(Some((
        usize::try_from(start.max(0)).unwrap_or(usize::MAX),
        usize::try_from(end.max(0)).unwrap_or(usize::MAX),
    )))
}

/// What is searched for: an int, or something with bytes.
enum Needle<'f> {
    Byte([u8; 1]),
    Bytes(&'f [u8]),
}

impl Needle<'_> {
    fn data(&self) -> &[u8] {
        match self {
            Needle::Byte(byte) => byte,
            Needle::Bytes(bytes) => bytes,
        }
    }
}

fn needle<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, Needle<'f>> {
    let sub = args.at(1);
    if cx.is_bytes_like(sub) {
        return protocol::data_of(cx, sub).map(Needle::Bytes);
    }
    if protocol::has_index(cx, sub) {
        return Ok(Needle::Byte([protocol::byte_of(cx, sub, "byte")?]));
    }
    let found = cx.type_name(sub);
    Err(cx.type_error(format_args!(
        "argument should be integer or bytes-like object, not '{found}'"
    )))
}

/// The index of the first (or last) occurrence.
fn position<'f>(cx: &mut Context<'f>, args: Args<'f>, last: bool) -> Res<'f, Option<usize>> {
    let needle = needle(cx, args)?;
    let len = cx.buffer(args.at(0)).map_or(0, <[u8]>::len);
    let Some((start, end)) = bounds(cx, args, len)? else {
        return Ok(None);
    };
    cx.charge((end - start) / 64)?;
    let data = cx.buffer(args.at(0)).unwrap_or_default();
    let window = data.get(start..end).unwrap_or_default();
    let found = match (needle.data(), last) {
        (&[byte], false) => memchr::memchr(byte, window),
        (&[byte], true) => memchr::memrchr(byte, window),
        (needle, false) => memmem::find(window, needle),
        (needle, true) => memmem::rfind(window, needle),
    };
    Ok(found.map(|at| start + at))
}

fn position_or_minus_one<'f>(cx: &mut Context<'f>, args: Args<'f>, last: bool) -> Res<'f> {
    match position(cx, args, last)? {
        Some(at) => cx.size(at),
        None => cx.int(-1),
    }
}

fn position_or_error<'f>(cx: &mut Context<'f>, args: Args<'f>, last: bool) -> Res<'f> {
    match position(cx, args, last)? {
        Some(at) => cx.size(at),
        None => Err(cx.value_error(format_args!("subsection not found"))),
    }
}

pub(super) fn find<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    position_or_minus_one(cx, args, false)
}

pub(super) fn rfind<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    position_or_minus_one(cx, args, true)
}

pub(super) fn index<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    position_or_error(cx, args, false)
}

pub(super) fn rindex<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    position_or_error(cx, args, true)
}

pub(super) fn count<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let needle = needle(cx, args)?;
    let len = cx.buffer(args.at(0)).map_or(0, <[u8]>::len);
    let Some((start, end)) = bounds(cx, args, len)? else {
        return cx.int(0);
    };
    cx.charge((end - start) / 64)?;
    let data = cx.buffer(args.at(0)).unwrap_or_default();
    let window = data.get(start..end).unwrap_or_default();
    let count = match needle.data() {
        [] => window.len() + 1,
        &[byte] => memchr::memchr_iter(byte, window).count(),
        needle => memmem::find_iter(window, needle).count(),
    };
    cx.size(count)
}

pub(super) fn startswith<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    ends(cx, args, "startswith", |data, part| data.starts_with(part))
}

pub(super) fn endswith<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    ends(cx, args, "endswith", |data, part| data.ends_with(part))
}

fn ends<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    name: &str,
    test: impl Fn(&[u8], &[u8]) -> bool,
) -> Res<'f> {
    let this = args.at(0);
    let len = cx.buffer(this).map_or(0, <[u8]>::len);
    let window = bounds(cx, args, len)?;
    let parts = cx.plain(args.at(1));
    if cx.is(parts, Kind::Tuple) {
        for i in 0..cx.tuple_len(parts) {
            cx.charge(1)?;
            let matches = cx.scope(|cx| {
                let part = cx.tuple_get(parts, i).unwrap_or(Local::NONE);
                let (Some(data), Some(part)) = (cx.buffer(this), cx.buffer(part)) else {
                    return Err(protocol::bytes_required(cx, part));
                };
                let window = window.and_then(|(start, end)| data.get(start..end));
                Ok(window.is_some_and(|window| test(window, part)))
            })?;
            if matches {
                return Ok(Local::TRUE);
            }
        }
        return Ok(Local::FALSE);
    }
    if !cx.is_bytes_like(parts) {
        let found = cx.type_name(args.at(1));
        return Err(cx.type_error(format_args!(
            "{name} first arg must be bytes or a tuple of bytes, not {found}"
        )));
    }
    let (Some(data), Some(part)) = (cx.buffer(this), cx.buffer(parts)) else {
        return Err(protocol::bytes_required(cx, parts));
    };
    let window = window.and_then(|(start, end)| data.get(start..end));
    Ok(Local::bool(window.is_some_and(|window| test(window, part))))
}

pub(super) fn removeprefix<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (Some(data), Some(prefix)) = (cx.buffer(args.at(0)), cx.buffer(args.at(1))) else {
        return Err(protocol::bytes_required(cx, args.at(1)));
    };
    let start = if data.starts_with(prefix) {
        prefix.len()
    } else {
        0
    };
    let count = data.len() - start;
    part_of(cx, args.at(0), start, count)
}

pub(super) fn removesuffix<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (Some(data), Some(suffix)) = (cx.buffer(args.at(0)), cx.buffer(args.at(1))) else {
        return Err(protocol::bytes_required(cx, args.at(1)));
    };
    let count = data.strip_suffix(suffix).unwrap_or(data).len();
    part_of(cx, args.at(0), 0, count)
}

pub(super) fn replace<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let old = protocol::data_of(cx, args.at(1))?;
    let new = protocol::data_of(cx, args.at(2))?;
    let max = match args.get(cx, 3) {
        Some(count) => protocol::index_i64(cx, count)?,
        None => -1,
    };
    // Negative: without bound.
    let max = usize::try_from(max).unwrap_or(usize::MAX);
    let this = args.at(0);
    let data = own(cx, args)?;
    cx.charge(data.len() / 16)?;
    if max == 0 || old == new || !old.is_empty() && memmem::find(data, old).is_none() {
        return part_of(cx, this, 0, data.len());
    }
    if old.is_empty() {
        return written(cx, this, data.len(), |out| {
            let mut left = max;
            for byte in data {
                if left > 0 {
                    out.write(new)?;
                    left -= 1;
                }
                out.write_byte(*byte)?;
            }
            if left > 0 { out.write(new) } else { Ok(()) }
        });
    }
    written(cx, this, data.len(), |out| {
        let mut from = 0;
        for at in memmem::find_iter(data, old).take(max) {
            out.write(data.get(from..at).unwrap_or_default())?;
            out.write(new)?;
            from = at + old.len();
        }
        out.write(data.get(from..).unwrap_or_default())
    })
}

pub(super) fn partition<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    divided(cx, args, false)
}

pub(super) fn rpartition<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    divided(cx, args, true)
}

fn divided<'f>(cx: &mut Context<'f>, args: Args<'f>, last: bool) -> Res<'f> {
    let (this, given) = (args.at(0), args.at(1));
    let separator = protocol::data_of(cx, given)?;
    if separator.is_empty() {
        return Err(empty_separator(cx));
    }
    let data = own(cx, args)?;
    cx.charge(data.len() / 64)?;
    let found = if last {
        memmem::rfind(data, separator)
    } else {
        memmem::find(data, separator)
    };
    let Some(at) = found else {
        let whole = part_of(cx, this, 0, data.len())?;
        let (a, b) = (made(cx, this, &[])?, made(cx, this, &[])?);
        return if last {
            cx.tuple(&[a, b, whole])
        } else {
            cx.tuple(&[whole, a, b])
        };
    };
    let before = made(cx, this, data.get(..at).unwrap_or_default())?;
    let behind = data.get(at + separator.len()..).unwrap_or_default();
    let after = made(cx, this, behind)?;
    // Bytes hand back the very object, a bytearray makes a new one.
    let separator = if cx.is(this, Kind::Bytes) {
        given
    } else {
        made(cx, this, separator)?
    };
    cx.tuple(&[before, separator, after])
}

pub(super) fn empty_separator<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise(ClassId::ValueError, format_args!("empty separator"))
}
