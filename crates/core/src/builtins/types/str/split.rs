//! Splitting into lists, and stripping.

use super::find::empty_separator;
use super::{bytes, part_of};
use crate::builtins::protocol;
use crate::object::Kind;
use crate::text::wtf8::split::{Lines, Space, Words, trim_end, trim_start};
use crate::text::wtf8::{self, CodePoints};
use crate::vm::context::{Args, Context, Local, Res};
use alloc::vec::Vec;

/// Appends a part to the list.
fn push<'f>(cx: &mut Context<'f>, list: Local<'f>, part: &[u8]) -> Res<'f, ()> {
    cx.charge(1)?;
    cx.scope(|cx| {
        let part = cx.wtf8(part)?;
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
    match cx.str_bytes(separator) {
        Some([]) => Err(empty_separator(cx)),
        Some(separator) => Ok((Some(separator), max)),
        None => {
            let found = cx.type_name(separator);
            Err(cx.type_error(format_args!("must be str or None, not {found}")))
        }
    }
}

pub(super) fn split<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (separator, max) = how(cx, args)?;
    let text = bytes(cx, args, 0);
    cx.charge(text.len() / 64)?;
    let list = cx.list_with_capacity(0)?;
    let Some(separator) = separator else {
        let mut words = Words::new(text, Space::Str);
        for _ in 0..max {
            let Some(word) = words.next() else {
                return Ok(list);
            };
            push(cx, list, word)?;
        }
        if let Some(rest) = words.remainder_of(text) {
            push(cx, list, rest)?;
        }
        return Ok(list);
    };
    let mut from = 0;
    if let [byte] = *separator {
        for at in memchr::memchr_iter(byte, text).take(max) {
            push(cx, list, text.get(from..at).unwrap_or_default())?;
            from = at + 1;
        }
    } else {
        for at in memchr::memmem::find_iter(text, separator).take(max) {
            push(cx, list, text.get(from..at).unwrap_or_default())?;
            from = at + separator.len();
        }
    }
    push(cx, list, text.get(from..).unwrap_or_default())?;
    Ok(list)
}

pub(super) fn rsplit<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (separator, max) = how(cx, args)?;
    let text = bytes(cx, args, 0);
    cx.charge(text.len() / 64)?;
    let list = cx.list_with_capacity(0)?;
    let Some(separator) = separator else {
        let mut words = Words::new(text, Space::Str);
        let mut left = max;
        while left > 0 {
            let Some(word) = words.next_back() else { break };
            push(cx, list, word)?;
            left -= 1;
        }
        if left == 0
            && let Some(rest) = words.remainder_back_of(text)
        {
            push(cx, list, rest)?;
        }
        cx.list_reverse(list);
        return Ok(list);
    };
    let finder = memchr::memmem::FinderRev::new(separator);
    let mut to = text.len();
    for at in finder.rfind_iter(text).take(max) {
        push(
            cx,
            list,
            text.get(at + separator.len()..to).unwrap_or_default(),
        )?;
        to = at;
    }
    push(cx, list, text.get(..to).unwrap_or_default())?;
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
    let text = bytes(cx, args, 0);
    let list = cx.list_with_capacity(0)?;
    for (line, end) in Lines::new(text, Space::Str) {
        cx.charge(line.len() / 16)?;
        // The end follows the line.
        let at = line.as_ptr().addr() - text.as_ptr().addr();
        let whole = text.get(at..at + line.len() + end.len()).unwrap_or(line);
        push(cx, list, if keep { whole } else { line })?;
    }
    Ok(list)
}

/// Which ends are stripped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ends {
    Both,
    Start,
    End,
}

pub(super) fn strip<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    stripped(cx, args, Ends::Both, "strip")
}

pub(super) fn lstrip<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    stripped(cx, args, Ends::Start, "lstrip")
}

pub(super) fn rstrip<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    stripped(cx, args, Ends::End, "rstrip")
}

fn stripped<'f>(cx: &mut Context<'f>, args: Args<'f>, ends: Ends, name: &str) -> Res<'f> {
    let mut text = bytes(cx, args, 0);
    let chars = args.get(cx, 1).filter(|&chars| !cx.is_none(chars));
    let Some(chars) = chars else {
        if ends != Ends::End {
            text = trim_start(text, Space::Str);
        }
        if ends != Ends::Start {
            text = trim_end(text, Space::Str);
        }
        return part_of(cx, args.at(0), text);
    };
    if !cx.is(chars, Kind::Str) {
        return Err(cx.type_error(format_args!("{name} arg must be None or str")));
    }
    let set = Set::new(cx, chars)?;
    cx.charge(text.len() / 16)?;
    if ends != Ends::End {
        while let Some((code_point, size)) = wtf8::decode(text)
            && set.contains(code_point)
        {
            text = text.get(size..).unwrap_or_default();
        }
    }
    if ends != Ends::Start {
        while let Some((code_point, size)) = wtf8::decode_last(text)
            && set.contains(code_point)
        {
            text = text.get(..text.len() - size).unwrap_or_default();
        }
    }
    part_of(cx, args.at(0), text)
}

/// The characters of a str, to be looked up.
struct Set {
    ascii: u128,
    /// The others, sorted.
    others: Vec<u32>,
}

impl Set {
    fn new<'f>(cx: &mut Context<'f>, chars: Local<'f>) -> Res<'f, Set> {
        let text = cx.str_bytes(chars).unwrap_or_default();
        cx.charge(text.len() / 4)?;
        let mut set = Set {
            ascii: 0,
            others: Vec::new(),
        };
        if !cx.str_is_ascii(chars)
            && set
                .others
                .try_reserve(cx.str_len(chars).unwrap_or(0))
                .is_err()
        {
            return Err(cx.memory_error());
        }
        for code_point in CodePoints::new(text) {
            if code_point < 128 {
                set.ascii |= 1 << code_point
            } else {
                set.others.push(code_point)
            }
        }
        set.others.sort_unstable();
        Ok(set)
    }

    fn contains(&self, code_point: u32) -> bool {
        if code_point < 128 {
            return self.ascii >> code_point & 1 != 0;
        }
        self.others.binary_search(&code_point).is_ok()
    }
}
