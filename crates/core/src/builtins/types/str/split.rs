//! Splitting into lists, and stripping.

use super::bytes;
use super::find::empty_separator;
use crate::builtins::protocol;
use crate::text::wtf8::split::{AsciiWords, Lines, Space, Words, trim_end, trim_start};
use crate::text::wtf8::{self, CodePoints};
use crate::vm::context::{Args, Context, Local, Res};
use alloc::vec::Vec;

/// The list of parts that comes to be.
struct Parts<'f> {
    list: Local<'f>,
    /// Whether the whole text is ASCII.
    ascii: bool,
}

impl<'f> Parts<'f> {
    /// An empty list, with room for a few short parts.
    fn new(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, Parts<'f>> {
        let (text, ascii) = cx.str_text(args.at(0)).unwrap_or_default();
        let room = (text.len() / 2 + 1).min(Parts::ROOM);
        Ok(Parts {
            list: cx.list_with_capacity(room)?,
            ascii,
        })
    }

    /// As much as CPython makes.
    const ROOM: usize = 12;

    /// Appends a part.
    fn push(&self, cx: &mut Context<'f>, part: &'f [u8]) -> Res<'f, ()> {
        cx.charge(1)?;
        cx.list_push_part(self.list, part, self.ascii)
    }
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
    let parts = Parts::new(cx, args)?;
    let Some(separator) = separator else {
        if parts.ascii {
            let mut words = AsciiWords::new(text);
            for word in words.by_ref().take(max) {
                parts.push(cx, word)?;
            }
            if let Some(rest) = words.remainder() {
                parts.push(cx, rest)?;
            }
            return Ok(parts.list);
        }
        let mut words = Words::new(text, Space::Str);
        for _ in 0..max {
            let Some(word) = words.next() else {
                return Ok(parts.list);
            };
            parts.push(cx, word)?;
        }
        if let Some(rest) = words.remainder_of(text) {
            parts.push(cx, rest)?;
        }
        return Ok(parts.list);
    };
    let mut from = 0;
    if let [byte] = *separator {
        for at in memchr::memchr_iter(byte, text).take(max) {
            parts.push(cx, text.get(from..at).unwrap_or_default())?;
            from = at + 1;
        }
    } else {
        for at in memchr::memmem::find_iter(text, separator).take(max) {
            parts.push(cx, text.get(from..at).unwrap_or_default())?;
            from = at + separator.len();
        }
    }
    parts.push(cx, text.get(from..).unwrap_or_default())?;
    Ok(parts.list)
}

pub(super) fn rsplit<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (separator, max) = how(cx, args)?;
    let text = bytes(cx, args, 0);
    cx.charge(text.len() / 64)?;
    let parts = Parts::new(cx, args)?;
    let Some(separator) = separator else {
        let mut words = Words::new(text, Space::Str);
        let mut left = max;
        while left > 0 {
            let Some(word) = words.next_back() else { break };
            parts.push(cx, word)?;
            left -= 1;
        }
        if left == 0
            && let Some(rest) = words.remainder_back_of(text)
        {
            parts.push(cx, rest)?;
        }
        cx.list_reverse(parts.list);
        return Ok(parts.list);
    };
    let finder = memchr::memmem::FinderRev::new(separator);
    let mut to = text.len();
    for at in finder.rfind_iter(text).take(max) {
        parts.push(cx, text.get(at + separator.len()..to).unwrap_or_default())?;
        to = at;
    }
    parts.push(cx, text.get(..to).unwrap_or_default())?;
    cx.list_reverse(parts.list);
    Ok(parts.list)
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
    let parts = Parts::new(cx, args)?;
    for (line, end) in Lines::new(text, Space::Str) {
        cx.charge(line.len() / 16)?;
        // The end follows the line.
        let at = line.as_ptr().addr() - text.as_ptr().addr();
        let whole = text.get(at..at + line.len() + end.len()).unwrap_or(line);
        parts.push(cx, if keep { whole } else { line })?;
    }
    Ok(parts.list)
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
    let Some((text, ascii)) = cx.str_text(args.at(0)) else {
        return Ok(args.at(0));
    };
    cx.charge(text.len() / 16)?;
    let chars = args.get(cx, 1).filter(|&chars| !cx.is_none(chars));
    let part = match chars.map(|chars| (cx.str_text(chars), chars)) {
        None => {
            let mut text = text;
            if ends != Ends::End {
                text = trim_start(text, Space::Str);
            }
            if ends != Ends::Start {
                text = trim_end(text, Space::Str);
            }
            text
        }
        // A few characters are sooner compared than counted among.
        Some((Some((set, true)), _)) if set.len() <= 4 => {
            stripped_bytes(text, ends, |byte| set.contains(&byte))
        }
        Some((Some((set, true)), _)) => {
            cx.charge(set.len() / 16)?;
            let [low, high] = ascii_set(set);
            stripped_bytes(text, ends, |byte| match byte {
                ..64 => low >> byte & 1 != 0,
                64..128 => high >> (byte & 63) & 1 != 0,
                _ => false,
            })
        }
        Some((_, chars)) => stripped_others(cx, text, chars, ends, name)?,
    };
    if part.len() == text.len() {
        return Ok(args.at(0));
    }
    cx.str_part(part, ascii)
}

/// Without bytes of a set of ASCII, which other characters have none of.
#[inline]
fn stripped_bytes(mut text: &[u8], ends: Ends, has: impl Fn(u8) -> bool) -> &[u8] {
    if ends != Ends::End {
        while let [first, rest @ ..] = text
            && has(*first)
        {
            text = rest;
        }
    }
    if ends != Ends::Start {
        while let [rest @ .., last] = text
            && has(*last)
        {
            text = rest;
        }
    }
    text
}

/// Without the characters of any set.
#[cold]
fn stripped_others<'f>(
    cx: &mut Context<'f>,
    mut text: &'f [u8],
    chars: Local<'f>,
    ends: Ends,
    name: &str,
) -> Res<'f, &'f [u8]> {
    if cx.str_bytes(chars).is_none() {
        return Err(cx.type_error(format_args!("{name} arg must be None or str")));
    }
    let set = Set::new(cx, chars)?;
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
    Ok(text)
}

/// A bit for each of these characters, which are ASCII: those below 64, and the others.
fn ascii_set(chars: &[u8]) -> [u64; 2] {
    let mut set = [0; 2];
    for &byte in chars {
        set[usize::from(byte >= 64)] |= 1 << (byte & 63);
    }
    set
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
