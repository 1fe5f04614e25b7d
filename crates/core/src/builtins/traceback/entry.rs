//! One frame of a traceback: where, the source line, and the carets below it.

use super::{Page, anchors};
use crate::compile::chunk::Position;
use crate::text::unicode;
use crate::vm::context::misc::{Entry, Place};
use crate::vm::context::{Context, Local, Res};
use core::fmt::Write;

/// Equal entries in a row that are shown before the rest is only counted.
const SHOWN_REPEATS: usize = 3;

/// Entries that are shown at most: the innermost ones.
const LIMIT: usize = 1000;

/// Spaces before a source line.
const INDENT: usize = 4;

/// How many entries are shown: the innermost ones, as many as `sys.tracebacklimit` says if it
/// is an int.
pub(super) fn limit<'f>(cx: &mut Context<'f>) -> Res<'f, usize> {
    let Some(namespace) = cx.sys_namespace()? else {
        return Ok(LIMIT);
    };
    let wanted = cx.dict_get_str(namespace, "tracebacklimit")?;
    Ok(match wanted.and_then(|wanted| cx.as_int(wanted)) {
        Some(count) => usize::try_from(count).unwrap_or(0),
        None => LIMIT,
    })
}

/// Shows a traceback, outermost frame first.
pub(super) fn all<'f>(
    cx: &mut Context<'f>,
    traceback: Local<'f>,
    limit: usize,
    page: &mut Page,
) -> Res<'f, ()> {
    let mut last: Option<Place<'f>> = None;
    let mut count = 0;
    let (_, mut at) = cx.traceback_tail(traceback, limit);
    while cx.is_traceback(at) {
        cx.charge(1)?;
        let entry = cx.traceback_entry(at);
        at = cx.traceback_next(at);
        let Some(entry) = entry else { continue };
        let place = entry.place();
        if last != Some(place) {
            repeated(count, page);
            last = Some(place);
            count = 0;
        }
        count += 1;
        if count <= SHOWN_REPEATS {
            cx.scope(|cx| one(cx, entry, page))?;
        }
    }
    repeated(count, page);
    Ok(())
}

fn repeated(count: usize, page: &mut Page) {
    if let Some(more @ 1..) = count.checked_sub(SHOWN_REPEATS) {
        let times = if more > 1 { "times" } else { "time" };
        // Without a margin, as CPython has it.
        let _ = writeln!(page.text, "  [Previous line repeated {more} more {times}]");
    }
}

fn one<'f>(cx: &mut Context<'f>, entry: Entry<'_>, page: &mut Page) -> Res<'f, ()> {
    let place = entry.place();
    page.margin();
    let _ = writeln!(
        page.text,
        "  File \"{}\", line {}, in {}",
        place.filename, place.line, place.name
    );
    let Some(line) = cx.source_line(place.filename, place.line)? else {
        return Ok(());
    };
    let line = cx.as_str(line).unwrap_or_default();
    let code = line.trim_start_matches(is_blank);
    page.line("    ");
    page.text.push_str(code);
    page.text.push_str("\n");
    if let Some(position) = entry.position
        && let Some(carets) = Carets::of(line, position)
    {
        page.margin();
        carets.write(line.len() - code.len(), &mut page.text);
    }
    Ok(())
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\x0C')
}

/// What is marked of a line, in columns of a terminal.
#[derive(Debug, PartialEq, Eq)]
struct Carets {
    start: usize,
    end: usize,
    /// The part marked by `^`; the rest is marked by `~`.
    anchor: Option<(usize, usize)>,
}

impl Carets {
    /// `None` where marks would say nothing: they would cover the whole line.
    fn of(line: &str, position: Position) -> Option<Carets> {
        let empty = position.line == position.end_line && position.column >= position.end_column;
        if position.end_column == u16::MAX || empty {
            return None;
        }
        let start_byte = floor(line, usize::from(position.column));
        let start = line.get(..start_byte)?.chars().count();
        let length = line.chars().count();
        let mut anchor = None;
        let end = if position.line == position.end_line {
            let end_byte = floor(line, usize::from(position.end_column));
            if let Some(segment) = line.get(start_byte..end_byte)
                && let Some((left, right)) = anchors::find(segment)
            {
                let column = |at: usize| {
                    start
                        + segment
                            .get(..floor(segment, at))
                            .unwrap_or("")
                            .chars()
                            .count()
                };
                anchor = Some((column(left), column(right)));
            }
            line.get(..end_byte)?.chars().count()
        } else {
            // An expression of several lines is marked to the end of its first one.
            // (CPython indexes bytes by a count of characters here; so do we.)
            let bytes = line.as_bytes().get(..length.min(line.len()))?;
            bytes
                .iter()
                .rposition(|&byte| !is_blank(char::from(byte)))
                .map_or(0, |at| at + 1)
        };
        let indent = line.chars().take_while(|&c| is_blank(c)).count();
        if anchor.is_none() && start + (length - indent) == end {
            return None;
        }
        // A caret's column is where a terminal shows the character.
        let shown = |at: usize| {
            let wide = line
                .chars()
                .take(at)
                .filter(|&c| unicode::is_wide(u32::from(c)));
            at + wide.count()
        };
        Some(Carets {
            start: shown(start),
            end: shown(end),
            anchor: anchor.map(|(left, right)| (shown(left), shown(right))),
        })
    }

    /// Writes the line of carets; a text that is full says so in the end.
    fn write(&self, indent: usize, out: &mut impl Write) {
        let _ = write!(out, "{:INDENT$}", "");
        for at in indent..self.end {
            let _ = out.write_char(match self.anchor {
                _ if at < self.start => ' ',
                Some((left, right)) if !(left..right).contains(&at) => '~',
                _ => '^',
            });
        }
        let _ = out.write_char('\n');
    }
}

/// The greatest character boundary not beyond `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    fn check(line: &str, columns: (u16, u16), expected: &str) {
        let position = Position {
            line: 1,
            end_line: 1,
            column: columns.0,
            end_column: columns.1,
        };
        let mut text = String::new();
        if let Some(carets) = Carets::of(line, position) {
            carets.write(
                line.len() - line.trim_start_matches(is_blank).len(),
                &mut text,
            );
        }
        assert_eq!(text.trim_end_matches('\n'), expected, "{line}");
    }

    #[test]
    fn carets_are_cpythons() {
        check(
            "def a(): return (1)  +  x",
            (16, 25),
            "                    ~~~~~^~~~",
        );
        check(
            "def b(): return (1 + 2)[0]",
            (16, 26),
            "                    ~~~~~~~^^^",
        );
        check(
            "def c(): return (x)[ (1) ]",
            (16, 26),
            "                    ~~~^^^^^^^",
        );
        check(
            "def e(): return (x+1) * 2",
            (17, 20),
            "                     ~^~",
        );
        check("    y = (1) // (x)", (8, 18), "        ~~~~^^~~~~");
        check("    z = \"äöü\" + x", (8, 20), "        ~~~~~~^~~");
        check("\"日本\"; 1 + \"日\"", (10, 19), "            ~~^~~~~~");
        check("    z = x.foo.bar(1) ; y = 1", (8, 13), "        ^^^^^");
        check("    raise ValueError(\"foo\")", (4, 27), "");
        check("    z=(1)+(x); y=2", (6, 13), "      ~~~^^~~");
        check("    x[1][2][3] = 4", (4, 8), "    ~^^^");
    }
}
