//! Lines: where they end, and what becomes of their ends.

use super::integer;
use alloc::vec::Vec;
use miniscript_core::text::wtf8;
use miniscript_ext::{Context, Local, Res};

/// How lines end where text is read.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// `\n` alone.
    Newline,
    /// `\n`, `\r` and `\r\n`.
    Any,
    /// `\r` alone.
    Return,
    /// `\r\n` alone.
    Pair,
}

impl End {
    /// As slots of objects keep it.
    pub(super) fn of(number: i64) -> End {
        match number & 3 {
            0 => End::Newline,
            1 => End::Any,
            2 => End::Return,
            _ => End::Pair,
        }
    }

    /// The length of the first line, its end included; `None` where none ends.
    pub(super) fn first(self, text: &[u8]) -> Option<usize> {
        match self {
            End::Newline => position(text, b'\n').map(|at| at + 1),
            End::Return => position(text, b'\r').map(|at| at + 1),
            End::Any => {
                let at = text.iter().position(|&byte| byte == b'\n' || byte == b'\r')?;
                let pair = text.get(at..).is_some_and(|rest| rest.starts_with(b"\r\n"));
                Some(at + if pair { 2 } else { 1 })
            }
            End::Pair => wtf8::find(text, b"\r\n").map(|at| at + 2),
        }
    }
}

/// The place of a byte.
fn position(text: &[u8], byte: u8) -> Option<usize> {
    text.iter().position(|&found| found == byte)
}

/// What a piece of text is without its first `count` characters, in bytes.
pub(super) fn bytes_of(text: &[u8], count: usize) -> usize {
    if count >= text.len() {
        return text.len();
    }
    wtf8::offset_of(text, count).unwrap_or(text.len())
}

/// The bits of the ends that a text has shown.
pub(super) const SEEN_NEWLINE: i64 = 1;
pub(super) const SEEN_RETURN: i64 = 2;
pub(super) const SEEN_PAIR: i64 = 4;

/// Which ends a text has; `None` where it has no `\r`, without a closer look.
pub(super) fn ends(text: &[u8]) -> i64 {
    let mut seen = 0;
    let mut rest = text.iter().peekable();
    while let Some(&byte) = rest.next() {
        match byte {
            b'\n' => seen |= SEEN_NEWLINE,
            b'\r' => {
                if rest.next_if(|&&next| next == b'\n').is_some() {
                    seen |= SEEN_PAIR;
                } else {
                    seen |= SEEN_RETURN;
                }
            }
            _ => {}
        }
    }
    seen
}

/// A text with every end of a line as `\n`.
pub(super) fn universal(text: &[u8], out: &mut Vec<u8>) {
    let mut rest = text;
    while let Some(at) = position(rest, b'\r') {
        let (before, tail) = rest.split_at(at);
        out.extend_from_slice(before);
        out.push(b'\n');
        rest = tail
            .strip_prefix(b"\r\n")
            .or_else(|| tail.strip_prefix(b"\r"))
            .unwrap_or_default();
    }
    out.extend_from_slice(rest);
}

/// Room for so many bytes outside of the heap, counted against what the heap has left.
pub(super) fn room<'f>(cx: &mut Context<'f>, len: usize) -> Res<'f, Vec<u8>> {
    let mut out = Vec::new();
    if len > cx.heap_room() || out.try_reserve_exact(len).is_err() {
        return Err(cx.memory_error());
    }
    Ok(out)
}

/// The text with its ends of lines as `\n`, and which ends it had: `(text, seen)`. With
/// `keep` true the text stays as it is.
pub(super) fn translate<'f>(
    cx: &mut Context<'f>,
    text: Local<'f>,
    keep: Local<'f>,
    _: Local<'f>,
) -> Res<'f> {
    let bytes = cx.as_wtf8(text).unwrap_or_default();
    cx.charge(bytes.len() / 64)?;
    let seen = cx.int(ends(bytes))?;
    if cx.truth(keep)? || !bytes.contains(&b'\r') {
        return cx.tuple(&[text, seen]);
    }
    let mut out = room(cx, bytes.len())?;
    universal(bytes, &mut out);
    let text = cx.str_from_wtf8(&out)?;
    cx.tuple(&[text, seen])
}

/// Characters up to the end of the first line of a text, or -1.
pub(super) fn line_end<'f>(
    cx: &mut Context<'f>,
    text: Local<'f>,
    start: Local<'f>,
    mode: Local<'f>,
) -> Res<'f> {
    let start = usize::try_from(integer(cx, start)?).unwrap_or(0);
    let mode = integer(cx, mode)?;
    let bytes = cx.as_wtf8(text).unwrap_or_default();
    cx.charge(bytes.len() / 64)?;
    let from = bytes_of(bytes, start);
    let rest = bytes.get(from..).unwrap_or_default();
    match End::of(mode).first(rest) {
        Some(len) => {
            let chars = wtf8::count(rest.get(..len).unwrap_or(rest));
            cx.int(i64::try_from(start + chars).unwrap_or(i64::MAX))
        }
        None => cx.int(-1),
    }
}

/// How many bytes of UTF-8 are whole characters: up to three at the end may wait for
/// more. What is wrong counts as whole.
pub(super) fn utf8_whole<'f>(cx: &mut Context<'f>, data: Local<'f>) -> Res<'f, usize> {
    let data = cx.buffer(data).unwrap_or_default();
    let len = data.len();
    for back in 1..=len.min(3) {
        let at = len - back;
        let tail = data.get(at..).unwrap_or_default();
        let wanted = match tail.first() {
            Some(0xC2..=0xDF) => 2,
            Some(0xE0..=0xEF) => 3,
            Some(0xF0..=0xF4) => 4,
            Some(0x80..=0xBF) => continue,
            _ => return Ok(len),
        };
        if wanted <= back {
            return Ok(len);
        }
        // What cannot be the begin of a character is told at once.
        let possible = match *tail {
            [0xE0, second, ..] => (0xA0..=0xBF).contains(&second),
            [0xED, second, ..] => (0x80..=0x9F).contains(&second),
            [0xF0, second, ..] => (0x90..=0xBF).contains(&second),
            [0xF4, second, ..] => (0x80..=0x8F).contains(&second),
            _ => true,
        };
        return Ok(if possible { at } else { len });
    }
    Ok(len)
}
