//! Searching: `find` and its kin, `partition`, prefixes and suffixes.

use super::{bytes, part_of, str_arg};
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::text::wtf8;
use crate::vm::context::{Args, Context, Error, Local, Res};

/// A part of a str to search in.
struct Window<'f> {
    bytes: &'f [u8],
    /// Characters before it.
    start: usize,
    ascii: bool,
}

/// `value` as a slice index, which may be left out.
fn bound<'f>(cx: &mut Context<'f>, value: Option<Local<'f>>, default: i64) -> Res<'f, i64> {
    let Some(value) = value.filter(|&value| !cx.is_none(value)) else {
        return Ok(default);
    };
    if let Some(value) = cx.as_int(value) {
        return Ok(value);
    }
    let index = cx.names().index;
    if !cx.is_int(value) && cx.type_attr(value, index).is_none() {
        let message =
            format_args!("slice indices must be integers or None or have an __index__ method");
        return Err(cx.type_error(message));
    }
    protocol::index_clamped(cx, value)
}

/// The part of the object that arguments 2 and 3 choose; `None` if its end lies before its start.
fn window<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, Option<Window<'f>>> {
    let this = args.at(0);
    let text = bytes(cx, args, 0);
    let ascii = cx.str_is_ascii(this);
    if args.len() <= 2 {
        cx.charge(text.len() / 64)?;
        return Ok(Some(Window {
            bytes: text,
            start: 0,
            ascii,
        }));
    }
    let len = cx.str_len(this).unwrap_or(0) as i64;
    let start = args.get(cx, 2);
    let start = bound(cx, start, 0)?;
    let end = args.get(cx, 3);
    let end = bound(cx, end, i64::MAX)?.min(len);
    let from_end = |at: i64| {
        if at < 0 {
            at.saturating_add(len).max(0)
        } else {
            at
        }
    };
    let (start, end) = (from_end(start), from_end(end));
    if start > end {
        return Ok(None);
    }
    let (start, end) = (
        usize::try_from(start.max(0)).unwrap_or(usize::MAX),
        usize::try_from(end.max(0)).unwrap_or(usize::MAX),
    );
    let (from, to) = (cx.str_offset(this, start), cx.str_offset(this, end));
    let bytes = text.get(from..to).unwrap_or_default();
    cx.charge(bytes.len() / 64)?;
    Ok(Some(Window {
        bytes,
        start,
        ascii,
    }))
}

/// What is searched for.
fn needle<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, &'f [u8]> {
    match cx.str_bytes(args.at(1)) {
        Some(bytes) => Ok(bytes),
        None => {
            let found = cx.type_name(args.at(1));
            Err(cx.type_error(format_args!("must be str, not {found}")))
        }
    }
}

/// The index of the first (or last) occurrence, in characters.
fn position<'f>(cx: &mut Context<'f>, args: Args<'f>, last: bool) -> Res<'f, Option<usize>> {
    let needle = needle(cx, args)?;
    let Some(window) = window(cx, args)? else {
        return Ok(None);
    };
    let found = if last {
        wtf8::rfind(window.bytes, needle)
    } else {
        wtf8::find(window.bytes, needle)
    };
    Ok(found.map(|at| {
        let before = window.bytes.get(..at).unwrap_or_default();
        window.start
            + if window.ascii {
                at
            } else {
                wtf8::count(before)
            }
    }))
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
        None => Err(cx.value_error(format_args!("substring not found"))),
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
    let count = match window(cx, args)? {
        Some(window) => wtf8::occurrences(window.bytes, needle),
        None => 0,
    };
    cx.size(count)
}

pub(super) fn startswith<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    ends(cx, args, "startswith", |text, part| text.starts_with(part))
}

pub(super) fn endswith<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    ends(cx, args, "endswith", |text, part| text.ends_with(part))
}

fn ends<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    name: &str,
    test: impl Fn(&[u8], &[u8]) -> bool,
) -> Res<'f> {
    let window = window(cx, args)?;
    let test = |part: &[u8]| {
        window
            .as_ref()
            .is_some_and(|window| test(window.bytes, part))
    };
    let parts = args.at(1);
    if let Some(part) = cx.str_bytes(parts) {
        return Ok(Local::bool(test(part)));
    }
    let parts = cx.plain(parts);
    if !cx.is(parts, Kind::Tuple) {
        let found = cx.type_name(args.at(1));
        return Err(cx.type_error(format_args!(
            "{name} first arg must be str or a tuple of str, not {found}"
        )));
    }
    for i in 0..cx.tuple_len(parts) {
        cx.charge(1)?;
        let matches = cx.scope(|cx| {
            let part = cx.tuple_get(parts, i).unwrap_or(Local::NONE);
            match cx.str_bytes(part) {
                Some(part) => Ok(test(part)),
                None => {
                    let found = cx.type_name(part);
                    Err(cx.type_error(format_args!(
                        "tuple for {name} must only contain str, not {found}"
                    )))
                }
            }
        })?;
        if matches {
            return Ok(Local::TRUE);
        }
    }
    Ok(Local::FALSE)
}

pub(super) fn removeprefix<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let prefix = str_arg(cx, args.at(1), "removeprefix() argument")?;
    let text = bytes(cx, args, 0);
    part_of(cx, args.at(0), text.strip_prefix(prefix).unwrap_or(text))
}

pub(super) fn removesuffix<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let suffix = str_arg(cx, args.at(1), "removesuffix() argument")?;
    let text = bytes(cx, args, 0);
    part_of(cx, args.at(0), text.strip_suffix(suffix).unwrap_or(text))
}

pub(super) fn partition<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let separator = separator(cx, args)?;
    let text = bytes(cx, args, 0);
    let at = wtf8::find(text, separator);
    let empty = cx.wtf8(b"")?;
    parts(cx, args, at, |whole| [whole, empty, empty])
}

pub(super) fn rpartition<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let separator = separator(cx, args)?;
    let text = bytes(cx, args, 0);
    let at = wtf8::rfind(text, separator);
    let empty = cx.wtf8(b"")?;
    parts(cx, args, at, |whole| [empty, empty, whole])
}

fn separator<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, &'f [u8]> {
    let separator = needle(cx, args)?;
    if separator.is_empty() {
        return Err(empty_separator(cx));
    }
    cx.charge(bytes(cx, args, 0).len() / 64)?;
    Ok(separator)
}

fn parts<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    at: Option<usize>,
    whole: impl FnOnce(Local<'f>) -> [Local<'f>; 3],
) -> Res<'f> {
    let Some(at) = at else {
        return cx.tuple(&whole(args.at(0)));
    };
    let (text, separator) = (bytes(cx, args, 0), bytes(cx, args, 1));
    let before = cx.wtf8(text.get(..at).unwrap_or_default())?;
    let after = cx.wtf8(text.get(at + separator.len()..).unwrap_or_default())?;
    cx.tuple(&[before, args.at(1), after])
}

pub(super) fn empty_separator<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise(ClassId::ValueError, format_args!("empty separator"))
}
