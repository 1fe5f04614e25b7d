//! Splitting into lists, joining, and stripping.

use super::find::empty_separator;
use super::{made, own, part_of, written};
use crate::builtins::protocol;
use crate::object::Kind;
use crate::text::Sink;
use crate::text::wtf8::split::{Lines, Space, Words, trim_end, trim_start};
use crate::vm::context::{Args, Context, Local, Res};

/// Appends a part to the list.
fn push<'f>(cx: &mut Context<'f>, list: Local<'f>, this: Local<'f>, part: &[u8]) -> Res<'f, ()> {
    cx.charge(1)?;
    cx.scope(|cx| {
        let part = made(cx, this, part)?;
        cx.list_push(list, part)
    })
}

/// Separator (`None`: white space) and the greatest number of splits.
fn how<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, (Option<&'f [u8]>, usize)> {
    // CPython converts the number before it looks at the separator.
    let max = match args.get(cx, 2) {
        Some(max) => protocol::index_i64(cx, max)?,
        None => -1,
    };
    let max = usize::try_from(max).unwrap_or(usize::MAX);
    let Some(separator) = args.get(cx, 1).filter(|&separator| !cx.is_none(separator)) else {
        return Ok((None, max));
    };
    match protocol::data_of(cx, separator)? {
        [] => Err(empty_separator(cx)),
        separator => Ok((Some(separator), max)),
    }
}

pub(super) fn split<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (separator, max) = how(cx, args)?;
    let this = args.at(0);
    let data = own(cx, args)?;
    cx.charge(data.len() / 64)?;
    let list = cx.list_with_capacity(0)?;
    let Some(separator) = separator else {
        let mut words = Words::new(data, Space::Bytes);
        for _ in 0..max {
            let Some(word) = words.next() else {
                return Ok(list);
            };
            push(cx, list, this, word)?;
        }
        if let Some(rest) = words.remainder_of(data) {
            push(cx, list, this, rest)?;
        }
        return Ok(list);
    };
    let mut from = 0;
    for at in memchr::memmem::find_iter(data, separator).take(max) {
        push(cx, list, this, data.get(from..at).unwrap_or_default())?;
        from = at + separator.len();
    }
    push(cx, list, this, data.get(from..).unwrap_or_default())?;
    Ok(list)
}

pub(super) fn rsplit<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (separator, max) = how(cx, args)?;
    let this = args.at(0);
    let data = own(cx, args)?;
    cx.charge(data.len() / 64)?;
    let list = cx.list_with_capacity(0)?;
    let Some(separator) = separator else {
        let mut words = Words::new(data, Space::Bytes);
        let mut left = max;
        while left > 0 {
            let Some(word) = words.next_back() else { break };
            push(cx, list, this, word)?;
            left -= 1;
        }
        if left == 0
            && let Some(rest) = words.remainder_back_of(data)
        {
            push(cx, list, this, rest)?;
        }
        cx.list_reverse(list);
        return Ok(list);
    };
    let finder = memchr::memmem::FinderRev::new(separator);
    let mut to = data.len();
    for at in finder.rfind_iter(data).take(max) {
        let part = data.get(at + separator.len()..to).unwrap_or_default();
        push(cx, list, this, part)?;
        to = at;
    }
    push(cx, list, this, data.get(..to).unwrap_or_default())?;
    cx.list_reverse(list);
    Ok(list)
}

pub(super) fn splitlines<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let keep = match args.get(cx, 1) {
        // CPython takes an int here, not the truth of anything.
        Some(keep) => {
            let keep = protocol::index(cx, keep)?;
            protocol::truth(cx, keep)?
        }
        None => false,
    };
    let data = own(cx, args)?;
    let list = cx.list_with_capacity(0)?;
    let mut at = 0;
    for (line, end) in Lines::new(data, Space::Bytes) {
        cx.charge(line.len() / 16)?;
        let len = line.len() + end.len();
        let whole = data.get(at..at + len).unwrap_or(line);
        at += len;
        push(cx, list, args.at(0), if keep { whole } else { line })?;
    }
    Ok(list)
}

pub(super) fn join<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (this, iterable) = (args.at(0), args.at(1));
    // A list of its own: what is joined may change while a script's iterator runs.
    cx.array_export(this, true);
    let items = protocol::fresh_list(cx, iterable);
    cx.array_export(this, false);
    let Some(items) = items? else {
        return Err(cx.type_error(format_args!("can only join an iterable")));
    };
    let count = cx.list_len(items);
    let mut total = 0usize;
    for at in 0..count {
        cx.charge(1)?;
        total = total.saturating_add(cx.scope(|cx| {
            let item = cx.list_get(items, at).unwrap_or(Local::NONE);
            match cx.buffer(item) {
                Some(data) => Ok(data.len()),
                None => {
                    let found = cx.type_name(item);
                    Err(cx.type_error(format_args!(
                        "sequence item {at}: expected a bytes-like object, {found} found"
                    )))
                }
            }
        })?);
    }
    if count == 1
        && cx.is(this, Kind::Bytes)
        && let Some(only) = cx.list_get(items, 0)
        && cx.is(only, Kind::Bytes)
    {
        return Ok(only);
    }
    let separator = own(cx, args)?;
    let room = separator
        .len()
        .saturating_mul(count.saturating_sub(1))
        .saturating_add(total);
    let mut out = cx.out();
    let reserved = out.reserve(room);
    cx.fits(reserved)?;
    cx.charge(room / 64)?;
    for at in 0..count {
        if at > 0 {
            cx.put(&mut out, separator)?;
        }
        cx.scope(|cx| {
            let item = cx.list_get(items, at).unwrap_or(Local::NONE);
            let written = out.write(cx.buffer(item).unwrap_or_default());
            cx.fits(written)
        })?;
    }
    let array = protocol::is_array(cx, this);
    cx.finish_bytes(&out, array)
}

/// Which ends are stripped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Both,
    Start,
    End,
}

pub(super) fn strip<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    stripped(cx, args, Ends::Both)
}

pub(super) fn lstrip<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    stripped(cx, args, Ends::Start)
}

pub(super) fn rstrip<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    stripped(cx, args, Ends::End)
}

fn stripped<'f>(cx: &mut Context<'f>, args: Args<'f>, ends: Ends) -> Res<'f> {
    let set = args.get(cx, 1).filter(|&set| !cx.is_none(set));
    let mut members = [false; 256];
    if let Some(set) = set {
        let Some(set) = cx.buffer(set) else {
            return Err(protocol::bytes_required(cx, set));
        };
        cx.note_bytes(set.len());
        for &byte in set {
            if let Some(member) = members.get_mut(usize::from(byte)) {
                *member = true;
            }
        }
    }
    let is_member = |byte: &u8| members.get(usize::from(*byte)).copied().unwrap_or(false);
    let data = cx.buffer(args.at(0)).unwrap_or_default();
    cx.note_bytes(data.len());
    let mut rest = data;
    if ends != Ends::End {
        rest = match set {
            None => trim_start(rest, Space::Bytes),
            Some(_) => {
                let at = rest.iter().position(|byte| !is_member(byte));
                rest.get(at.unwrap_or(rest.len())..).unwrap_or_default()
            }
        };
    }
    let start = data.len() - rest.len();
    if ends != Ends::Start {
        rest = match set {
            None => trim_end(rest, Space::Bytes),
            Some(_) => {
                let last = rest.iter().rposition(|byte| !is_member(byte));
                rest.get(..last.map_or(0, |last| last + 1))
                    .unwrap_or_default()
            }
        };
    }
    let count = rest.len();
    part_of(cx, args.at(0), start, count)
}

/// Data as they are, of the object's type: what bytes hand back themselves.
pub(super) fn unchanged<'f>(cx: &mut Context<'f>, this: Local<'f>, data: &[u8]) -> Res<'f> {
    if cx.is(this, Kind::Bytes) {
        return Ok(this);
    }
    written(cx, this, data.len(), |out| out.write(data))
}
