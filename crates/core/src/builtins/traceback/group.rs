//! Exceptions in groups: each in a part of its own of one frame of lines.

use super::{Page, chain, one};
use crate::builtins::types::exception::group;
use crate::vm::context::{Context, Local, Res};
use core::fmt::Write;

/// Exceptions of a group that are shown; CPython's number.
const MAX_WIDTH: usize = 15;

/// Groups in groups that are shown; CPython's number.
const MAX_DEPTH: usize = 10;

/// Shows a group and the exceptions in it. The caller sets the page's depth back.
pub(super) fn show<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    seen: Local<'f>,
    page: &mut Page,
) -> Res<'f, ()> {
    if page.depth > MAX_DEPTH {
        page.margin();
        let _ = writeln!(page.text, "... (max_group_depth is {MAX_DEPTH})");
        return Ok(());
    }
    if page.depth == 0 {
        page.depth = 1;
    }
    one(cx, exception, page)?;
    let (_, items) = group::parts(cx, exception)?;
    let count = cx.tuple_len(items);
    let shown = count.min(MAX_WIDTH + 1);
    page.closes = false;
    for at in 0..shown {
        let last = at + 1 == shown;
        if last {
            // A group that comes last closes the frame for all.
            page.closes = true;
        }
        page.indent();
        page.text.push_str(if at == 0 { "+-" } else { "  " });
        if at < MAX_WIDTH {
            let number = at + 1;
            let _ = writeln!(page.text, "+---------------- {number} ----------------");
        } else {
            page.text
                .push_str("+---------------- ... ----------------\n");
        }
        page.depth += 1;
        if at < MAX_WIDTH {
            cx.scope(|cx| match cx.tuple_get(items, at) {
                Some(item) => cx.nested(" in print_exception_group", |cx| {
                    chain(cx, item, seen, page)
                }),
                None => Ok(()),
            })?;
        } else {
            let more = count - MAX_WIDTH;
            let plural = if more > 1 { "s" } else { "" };
            page.margin();
            let _ = writeln!(page.text, "and {more} more exception{plural}");
        }
        if last && page.closes {
            page.indent();
            page.text
                .push_str("+------------------------------------\n");
            page.closes = false;
        }
        page.depth -= 1;
    }
    Ok(())
}
