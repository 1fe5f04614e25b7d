//! `str.replace`.

use super::{bytes, str_arg, written_in};
use crate::builtins::protocol;
use crate::text::{Sink, wtf8};
use crate::vm::context::{Args, Context, Res, StrShape};

pub(super) fn replace<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let old = str_arg(cx, args.at(1), "replace() argument 1")?;
    let new = str_arg(cx, args.at(2), "replace() argument 2")?;
    let max = match args.get(cx, 3) {
        Some(count) => protocol::index_i64(cx, count)?,
        None => -1,
    };
    // Negative: without bound.
    let max = usize::try_from(max).unwrap_or(usize::MAX);
    let text = bytes(cx, args, 0);
    cx.charge(text.len() / 16)?;
    if old == new || max == 0 {
        return Ok(args.at(0));
    }
    if old.is_empty() {
        return interleave(cx, text, new, max);
    }
    let Some(first) = wtf8::find(text, old) else {
        return Ok(args.at(0));
    };
    if cx.str_is_ascii(args.at(0))
        && new.is_ascii()
        && let Some(places) = Places::find(text, old, first, max)
    {
        return places.replaced(cx, text, old.len(), new);
    }
    let room = if new.len() <= old.len() {
        text.len()
    } else {
        text.len() + (new.len() - old.len())
    };
    let finder = memchr::memmem::Finder::new(old);
    let rest = text.get(first + old.len()..).unwrap_or_default();
    written_in(cx, room, |out| {
        out.write(text.get(..first).unwrap_or_default())?;
        out.write(new)?;
        let mut from = 0;
        if let [byte] = *old {
            for at in memchr::memchr_iter(byte, rest).take(max - 1) {
                out.write(rest.get(from..at).unwrap_or_default())?;
                out.write(new)?;
                from = at + 1;
            }
        } else {
            for at in finder.find_iter(rest).take(max - 1) {
                out.write(rest.get(from..at).unwrap_or_default())?;
                out.write(new)?;
                from = at + old.len();
            }
        }
        out.write(rest.get(from..).unwrap_or_default())
    })
}

/// The few places of a text in ASCII: what replaces them is made at once in its full length.
struct Places {
    at: [usize; Places::MOST],
    count: usize,
}

impl Places {
    const MOST: usize = 16;

    /// At most `max` places of `old`, whose first is known; `None` if there are many.
    fn find(text: &[u8], old: &[u8], first: usize, max: usize) -> Option<Places> {
        let mut places = Places {
            at: [first; Places::MOST],
            count: 0,
        };
        let mut next = Some(first);
        while let Some(at) = next {
            *places.at.get_mut(places.count)? = at;
            places.count += 1;
            if places.count == max {
                break;
            }
            let from = at + old.len();
            let rest = text.get(from..)?;
            next = match *old {
                // A call is dearer than so few bytes.
                [byte] if rest.len() < 32 => rest.iter().position(|&found| found == byte),
                _ => wtf8::find(rest, old),
            }
            .map(|at| from + at);
        }
        Some(places)
    }

    /// The text with `new` in place of `old` bytes at the places; all are ASCII.
    fn replaced<'f>(&self, cx: &mut Context<'f>, text: &[u8], old: usize, new: &[u8]) -> Res<'f> {
        let places = self.at.get(..self.count).unwrap_or_default();
        let kept = text.len().saturating_sub(old * places.len());
        let added = new.len().checked_mul(places.len());
        let len = added.and_then(|added| kept.checked_add(added));
        let Some(shape) = len.map(StrShape::ascii) else {
            return Err(cx.memory_error());
        };
        cx.charge(shape.bytes / 16)?;
        cx.str_filled(shape, |to| {
            let mut rest = to;
            let mut put = |part: &[u8]| {
                if let Some((here, behind)) =
                    core::mem::take(&mut rest).split_at_mut_checked(part.len())
                {
                    here.copy_from_slice(part);
                    rest = behind;
                }
            };
            let mut from = 0;
            for &at in places {
                put(text.get(from..at).unwrap_or_default());
                put(new);
                from = at + old;
            }
            put(text.get(from..).unwrap_or_default());
        })
    }
}

/// The empty text is found around each character.
fn interleave<'f>(cx: &mut Context<'f>, text: &[u8], new: &[u8], max: usize) -> Res<'f> {
    written_in(cx, text.len(), |out| {
        let mut left = max;
        let mut rest = text;
        while left > 0 {
            out.write(new)?;
            left -= 1;
            let Some((_, size)) = wtf8::decode(rest) else {
                break;
            };
            let (one, more) = rest.split_at_checked(size).unwrap_or((rest, &[]));
            out.write(one)?;
            rest = more;
        }
        out.write(rest)
    })
}
