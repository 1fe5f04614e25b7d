//! Filling up to a width: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use super::{bytes, written, written_in};
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::text::{Sink, wtf8};
use crate::vm::context::{Args, Context, Res};

pub(super) fn center<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    // CPython's rule for the odd one: it stands on the left where the width is odd.
    padded(cx, args, |padding, width| {
        padding / 2 + (padding & width & 1)
    })
}

pub(super) fn ljust<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    padded(cx, args, |_, _| 0)
}

pub(super) fn rjust<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    padded(cx, args, |padding, _| padding)
}

/// Fills up; `left` says how much of the padding goes to the left.
fn padded<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    left: impl FnOnce(usize, usize) -> usize,
) -> Res<'f> {
    let width = protocol::index_i64(cx, args.at(1))?;
    let fill = match args.get(cx, 2) {
        None => u32::from(b' '),
        Some(fill) => match cx.str_bytes(fill) {
            None => {
                let found = cx.type_name(fill);
                let message =
                    format_args!("The fill character must be a unicode character, not {found}");
                return Err(cx.type_error(message));
            }
            Some(text) => match wtf8::decode(text) {
                Some((code_point, size)) if size == text.len() => code_point,
                _ => {
                    return Err(cx.type_error(format_args!(
                        "The fill character must be exactly one character long"
                    )));
                }
            },
        },
    };
    let len = cx.str_len(args.at(0)).unwrap_or(0);
    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX);
    if width <= len {
        return Ok(args.at(0));
    }
    let padding = width - len;
    let left = left(padding, width);
    let text = bytes(cx, args, 0);
    written_in(cx, text.len().saturating_add(padding), |out| {
        out.fill(fill, left)?;
        out.write(text)?;
        out.fill(fill, padding - left)
    })
}

pub(super) fn zfill<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let width = protocol::index_i64(cx, args.at(1))?;
    let len = cx.str_len(args.at(0)).unwrap_or(0);
    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX);
    if width <= len {
        return Ok(args.at(0));
    }
    let text = bytes(cx, args, 0);
    let sign = usize::from(matches!(text.first(), Some(b'+' | b'-')));
    let (sign, digits) = text.split_at_checked(sign).unwrap_or((&[], text));
    written_in(cx, text.len().saturating_add(width - len), |out| {
        out.write(sign)?;
        out.fill(u32::from(b'0'), width - len)?;
        out.write(digits)
    })
}

pub(super) fn expandtabs<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let size = match args.get(cx, 1) {
        Some(size) => {
            let size = protocol::index(cx, size)?;
            match cx.as_int(size).and_then(|size| i32::try_from(size).ok()) {
                Some(size) => usize::try_from(size.max(0)).unwrap_or(usize::MAX),
                None => {
                    let message = format_args!("Python int too large to convert to C int");
                    return Err(cx.raise(ClassId::OverflowError, message));
                }
            }
        }
        None => 8,
    };
    let text = bytes(cx, args, 0);
    if memchr::memchr(b'\t', text).is_none() {
        return Ok(args.at(0));
    }
    cx.charge(text.len() / 16)?;
    written(cx, |out| {
        let mut column = 0usize;
        for piece in text.split_inclusive(|byte| matches!(byte, b'\t' | b'\n' | b'\r')) {
            let (plain, tab) = match piece {
                [plain @ .., b'\t'] => (plain, true),
                _ => (piece, false),
            };
            out.write(plain)?;
            column = column.saturating_add(wtf8::count(plain));
            if let Some(b'\n' | b'\r') = plain.last() {
                column = 0;
            }
            if tab && size > 0 {
                let blanks = size - column % size;
                out.fill(u32::from(b' '), blanks)?;
                column = column.saturating_add(blanks);
            }
        }
        Ok(())
    })
}
