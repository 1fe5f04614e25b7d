//! Filling up to a width: `center`, `ljust`, `rjust`, `zfill`, `expandtabs`.

use super::split::unchanged;
use super::{own, written};
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::text::{Full, Sink};
use crate::vm::context::{Args, Context, Out, Res};

pub(super) fn center<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    // CPython's rule for the odd one: it stands on the left where the width is odd.
    padded(cx, args, "center", |padding, width| {
        padding / 2 + (padding & width & 1)
    })
}

pub(super) fn ljust<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    padded(cx, args, "ljust", |_, _| 0)
}

pub(super) fn rjust<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    padded(cx, args, "rjust", |padding, _| padding)
}

/// Writes a byte, which need not be ASCII, `count` times.
fn fill(out: &mut Out, byte: u8, count: usize) -> Result<(), Full> {
    out.reserve(count)?;
    let block = [byte; 64];
    for _ in 0..count / block.len() {
        out.write(&block)?;
    }
    out.write(block.get(..count % block.len()).unwrap_or_default())
}

/// Fills up; `left` says how much of the padding goes to the left.
fn padded<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    name: &str,
    left: impl FnOnce(usize, usize) -> usize,
) -> Res<'f> {
    let width = protocol::index_i64(cx, args.at(1))?;
    let byte = match args.get(cx, 2) {
        None => b' ',
        Some(given) => match cx.buffer(given) {
            Some(&[byte]) if cx.view(given).is_none() => byte,
            _ => {
                let found = cx.type_name(given);
                return Err(cx.type_error(format_args!(
                    "{name}() argument 2 must be a byte string of length 1, not {found}"
                )));
            }
        },
    };
    let data = own(cx, args)?;
    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX);
    if width <= data.len() {
        return unchanged(cx, args.at(0), data);
    }
    let padding = width - data.len();
    let left = left(padding, width);
    if width > cx.bytes_left() {
        return Err(cx.memory_error());
    }
    written(cx, args.at(0), width, |out| {
        fill(out, byte, left)?;
        out.write(data)?;
        fill(out, byte, padding - left)
    })
}

pub(super) fn zfill<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let width = protocol::index_i64(cx, args.at(1))?;
    let data = own(cx, args)?;
    let width = usize::try_from(width.max(0)).unwrap_or(usize::MAX);
    if width <= data.len() {
        return unchanged(cx, args.at(0), data);
    }
    if width > cx.bytes_left() {
        return Err(cx.memory_error());
    }
    let sign = usize::from(matches!(data.first(), Some(b'+' | b'-')));
    let (sign, digits) = data.split_at_checked(sign).unwrap_or((&[], data));
    written(cx, args.at(0), width, |out| {
        out.write(sign)?;
        fill(out, b'0', width - data.len())?;
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
    let data = own(cx, args)?;
    written(cx, args.at(0), data.len(), |out| {
        let mut column = 0usize;
        for piece in data.split_inclusive(|byte| matches!(byte, b'\t' | b'\n' | b'\r')) {
            let (plain, tab) = match piece {
                [plain @ .., b'\t'] => (plain, true),
                _ => (piece, false),
            };
            out.write(plain)?;
            column = column.saturating_add(plain.len());
            if let Some(b'\n' | b'\r') = plain.last() {
                column = 0;
            }
            if tab && size > 0 {
                let blanks = size - column % size;
                fill(out, b' ', blanks)?;
                column = column.saturating_add(blanks);
            }
        }
        Ok(())
    })
}
