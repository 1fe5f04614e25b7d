//! Where a syntax error is: file, line, and a caret below the text.

use super::Page;
use crate::builtins::protocol;
use crate::builtins::types::exception::fields;
use crate::object::ClassId;
use crate::vm::context::{Context, Local, Res};
use core::fmt::Write;

/// Shows the place of a syntax error and returns its message; `None` for other
/// exceptions and for syntax errors that do not say where.
pub(super) fn location<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    page: &mut Page,
) -> Res<'f, Option<Local<'f>>> {
    if !cx.is_instance(exception, ClassId::SyntaxError) {
        return Ok(None);
    }
    let line = fields::lineno::read(cx, exception);
    let Some(line) = cx.as_int(line) else {
        return Ok(None);
    };
    let offset = fields::offset::read(cx, exception);
    let Some(offset) = number(cx, offset, -1) else {
        return Ok(None);
    };
    // CPython looks for an end in a plain SyntaxError only.
    let (class, plain) = (cx.type_of(exception), cx.class_object(ClassId::SyntaxError));
    let (end_line, end) = if cx.same(class, plain) {
        let end_line = fields::end_lineno::read(cx, exception);
        let Some(end_line) = number(cx, end_line, line) else {
            return Ok(None);
        };
        let end = fields::end_offset::read(cx, exception);
        let Some(end) = number(cx, end, -1) else {
            return Ok(None);
        };
        (end_line, end)
    } else {
        (line, offset)
    };

    let file = fields::source_name::read(cx, exception);
    page.margin();
    let text = &mut page.text;
    text.push_str("  File \"");
    if cx.is_none(file) {
        text.push_str("<string>");
    } else {
        let file = protocol::str(cx, file)?;
        text.push(cx.str_bytes(file).unwrap_or_default());
    }
    let _ = writeln!(text, "\", line {line}");

    let source = fields::line_text::read(cx, exception);
    if let Some(source) = cx.as_str(source) {
        let size = i64::try_from(source.len()).unwrap_or(i64::MAX);
        let end = if end_line > line { size } else { end };
        show(source, offset, end.min(size.saturating_add(1)), text);
    }
    Ok(Some(fields::msg::read(cx, exception)))
}

/// An int, or what None stands for.
fn number<'f>(cx: &Context<'f>, value: Local<'f>, default: i64) -> Option<i64> {
    if cx.is_none(value) {
        Some(default)
    } else {
        cx.as_int(value)
    }
}

/// A longer text than this is shown around its place only: one that a program has made.
const LONGEST: usize = 4096;

/// How much of it, on each side.
const AROUND: usize = 400;

/// The part of a text that is shown, and the columns in it. A text of many megabytes in one line
/// would leave nothing of the error to be read.
fn excerpt(source: &str, offset: i64, end: i64) -> (&str, i64, i64) {
    if source.len() <= LONGEST {
        return (source, offset, end);
    }
    let at = usize::try_from(offset).unwrap_or(0).saturating_sub(1);
    let byte = |column: usize| {
        let found = source.char_indices().nth(column);
        found.map_or(source.len(), |(byte, _)| byte)
    };
    let skipped = at.saturating_sub(AROUND);
    let shown = source.get(byte(skipped)..byte(at.saturating_add(AROUND)));
    let skipped = skipped as i64;
    let end = (end - skipped).min(offset - skipped + AROUND as i64);
    (shown.unwrap_or_default(), offset - skipped, end)
}

/// The source text with carets from column `offset` to `end` (from 1).
fn show(source: &str, offset: i64, end: i64, out: &mut impl Write) {
    let (source, offset, end) = excerpt(source, offset, end);
    let carets = if end > 0 && end > offset {
        end.saturating_sub(offset)
    } else {
        1
    };
    let source = source.split('\0').next().unwrap_or_default();
    let stripped = source.trim_start_matches([' ', '\t', '\x0C']);
    let mut offset = offset
        .saturating_sub(1)
        .saturating_sub((source.len() - stripped.len()) as i64);
    let mut source = stripped;
    let mut len = source.strip_suffix('\n').unwrap_or(source).len() as i64;
    offset = offset.min(len);
    // The line that the offset lies in.
    while let Some(newline) = source.find('\n') {
        if newline as i64 >= offset {
            break;
        }
        source = source.get(newline + 1..).unwrap_or_default();
        len -= newline as i64 + 1;
        offset -= newline as i64 + 1;
    }
    let newline = if source.len() as i64 == len { "\n" } else { "" };
    let _ = write!(out, "    {source}{newline}");
    if offset < 0 {
        return;
    }
    let _ = out.write_str("    ");
    // Both are bounded by the length of the text.
    for _ in 0..offset {
        let _ = out.write_char(' ');
    }
    for _ in 0..carets {
        let _ = out.write_char('^');
    }
    let _ = out.write_char('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_are_cpythons() {
        let check = |source: &str, offset: i64, end: i64, expected: &str| {
            let mut text = alloc::string::String::new();
            show(source, offset, end, &mut text);
            assert_eq!(text, expected);
        };
        check("  foo bar\n", 5, -1, "    foo bar\n      ^\n");
        check("  foo bar", 5, 8, "    foo bar\n      ^^^\n");
        check("  foo bar", 100, 10, "    foo bar\n           ^\n");
        check("  foo bar", -1, -1, "    foo bar\n");
        check(
            "  fo\u{e9} \u{c}bar\nxyz\n",
            5,
            8,
            "    fo\u{e9} \u{c}bar\nxyz\n      ^^^\n",
        );
        let long = "x".repeat(10_000);
        let shown = alloc::format!("    {}\n    {}^^\n", &long[..800], " ".repeat(400));
        check(&long, 5_001, 5_003, &shown);
        let shown = alloc::format!("    {}\n", &long[..400]);
        check(&long, 0, 0, &shown);
    }
}
