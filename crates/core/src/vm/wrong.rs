//! What the compiler refuses or warns of, as scripts see it: SyntaxErrors with all their
//! attributes, and warnings. Called by `import`, which compiles every source.

use crate::object::*;
use crate::syntax;
use crate::syntax::{Mode, Origin, Warning, WarningKind};
use crate::vm::context::{Context, Error, Local, Res};
use crate::vm::undecoded;
use core::fmt::Write;

/// What was to be compiled.
#[derive(Clone, Copy)]
pub(crate) struct Text<'t> {
    pub(super) source: &'t [u8],
    pub(super) filename: &'t str,
    pub(super) origin: Origin,
    pub(super) mode: Mode,
}

/// What CPython says of the end of a range that it does not know.
fn end_unknown(error: &syntax::Error) -> Option<i64> {
    let message = &*error.message;
    if message == "':' expected after dictionary key" {
        return Some(0);
    }
    match error.at {
        syntax::At::Dedent | syntax::At::End => return Some(-1),
        syntax::At::Nowhere => return Some(0),
        _ if message == "expected 'except' or 'finally' block"
            && error.span.start == error.span.end =>
        {
            return Some(-1);
        }
        _ => {}
    }
    match error.kind {
        syntax::ErrorKind::Indentation if message.starts_with("expected an indented") => None,
        syntax::ErrorKind::Indentation => Some(-1),
        syntax::ErrorKind::Tab => Some(0),
        _ if message == "unexpected EOF while parsing" => Some(-1),
        _ if message.ends_with("was never closed")
            || message == "unexpected character after line continuation character" =>
        {
            Some(0)
        }
        _ => None,
    }
}

/// Text and place as CPython gives them for a string: statements get a newline at their
/// end, other text does not, and nothing is known of what would stand behind its end.
fn as_string(place: &mut syntax::Location, source: &[u8], mode: Mode, error: &syntax::Error) {
    let ended = source.last() == Some(&b'\n');
    if source.is_empty() && mode == Mode::Eval {
        place.lineno = 0;
        place.end_lineno = 0;
        (place.offset, place.end_offset) = (0, 0);
        return;
    }
    if error.fstring.is_some() {
        return;
    }
    // The parser shows with a line those that a `\` joins it to.
    if error.columns == syntax::Columns::Parser && error.kind == syntax::ErrorKind::Syntax {
        let at = (error.span.start as usize).min(source.len());
        let before = source.get(..at).unwrap_or_default();
        let end = |text: &[u8]| {
            text.iter()
                .rposition(|&byte| byte == b'\n')
                .map_or(0, |at| at + 1)
        };
        let line = end(before);
        let mut first = line;
        while let Some(above) = before
            .get(..first)
            .and_then(|text| text.strip_suffix(b"\\\n"))
        {
            first = end(above);
        }
        let joined = core::str::from_utf8(before.get(first..line).unwrap_or_default());
        if let Ok(joined) = joined
            && !joined.is_empty()
            && place.text.try_reserve(joined.len()).is_ok()
        {
            place.text.insert_str(0, joined);
        }
    }
    // The lexer shows a line without its end, and so is one that lies behind.
    let lexed = error.columns != syntax::Columns::Parser
        && error.at != syntax::At::Tree
        && error.kind == syntax::ErrorKind::Syntax
        && end_unknown(error).is_none();
    let behind = error.message.ends_with("was never closed")
        && source
            .get(error.span.start as usize..)
            .and_then(|rest| rest.strip_suffix(b"\n").or(Some(rest)))
            .is_some_and(|rest| rest.contains(&b'\n'));
    // Of a line that has been read to its end and beyond, the end is not shown.
    let passed = error.columns == syntax::Columns::Parser
        && error.at == syntax::At::Token
        && !error.message.starts_with("multiple statements")
        && source
            .get(error.span.start as usize..error.reached as usize)
            .is_some_and(|between| between.contains(&b'\n'));
    if lexed || behind || passed {
        if place.text.ends_with('\n') {
            place.text.pop();
        }
    } else if mode.is_file() {
        if !place.text.ends_with('\n') && place.text.try_reserve(1).is_ok() {
            place.text.push('\n');
        }
    } else if !ended && error.span.start as usize >= source.len() {
        (place.offset, place.end_offset) = (0, 0);
    }
}

/// The exception of a compiler's error.
#[cold]
pub(crate) fn syntax_error<'f>(
    cx: &mut Context<'f>,
    text: Text<'_>,
    error: &syntax::Error,
) -> Error<'f> {
    let class = match error.kind {
        syntax::ErrorKind::Syntax => ClassId::SyntaxError,
        syntax::ErrorKind::Indentation => ClassId::IndentationError,
        syntax::ErrorKind::Tab => ClassId::TabError,
        syntax::ErrorKind::Value => ClassId::SyntaxError,
        syntax::ErrorKind::Encoding if text.origin == Origin::Text => {
            return undecoded::encoding(cx, text, error);
        }
        syntax::ErrorKind::Undecodable if text.origin == Origin::Text => {
            return undecoded::byte(cx, text, error);
        }
        syntax::ErrorKind::Encoding => {
            return cx.raise(ClassId::SyntaxError, format_args!("{}", error.message));
        }
        syntax::ErrorKind::Undecodable => {
            let Ok(lines) = syntax::LineIndex::new(text.source) else {
                return cx.memory_error();
            };
            let text = error.undecodable(text.filename, &lines);
            return cx.raise(ClassId::SyntaxError, format_args!("{text}"));
        }
        syntax::ErrorKind::Recursion => ClassId::RecursionError,
        syntax::ErrorKind::Overflow => ClassId::OverflowError,
        syntax::ErrorKind::Memory => return cx.memory_error(),
    };
    if class == ClassId::RecursionError || class == ClassId::OverflowError {
        return cx.raise(class, format_args!("{}", error.message));
    }
    match build_syntax_error(cx, text, error, class) {
        Ok(exception) => Error::Raised(exception),
        Err(error) => error,
    }
}

fn build_syntax_error<'f>(
    cx: &mut Context<'f>,
    text: Text<'_>,
    error: &syntax::Error,
    class: ClassId,
) -> Res<'f> {
    let Text {
        source,
        filename,
        origin,
        mode,
    } = text;
    let lines = syntax::LineIndex::new(source).map_err(|_| cx.memory_error())?;
    let mut place = error
        .location(source, &lines, origin)
        .map_err(|_| cx.memory_error())?;
    if origin == Origin::Text {
        as_string(&mut place, source, mode, error);
    }
    let message = match error.kind {
        syntax::ErrorKind::Value => cx.str("source code cannot contain null bytes")?,
        _ => cx.str(&error.message)?,
    };
    // What the compiler refuses is shown from the file, if there is one.
    let hidden = origin == Origin::Text
        && error.at == syntax::At::Tree
        && error.fstring.is_none()
        && cx.source_line(filename, place.lineno)?.is_none();
    let filename = cx.str(filename)?;
    let lineno = cx.int(i64::from(place.lineno))?;
    let offset = cx.int(i64::from(place.offset))?;
    let text = if hidden {
        Local::NONE
    } else {
        cx.str(&place.text)?
    };
    let end_lineno = cx.int(i64::from(place.end_lineno))?;
    let future = error.message.starts_with("future feature ") || error.message == "not a chance";
    let end_offset = match end_unknown(error) {
        _ if future => Local::NONE,
        Some(end) => cx.int(end)?,
        None => cx.int(i64::from(place.end_offset))?,
    };
    let details = cx.tuple(&[filename, lineno, offset, text, end_lineno, end_offset])?;
    let class = cx.class_object(class);
    cx.call(class, &[message, details])
}

/// Tells the host what the compiler warned of, as CPython's `warnings` shows it.
pub(super) fn warn<'f>(cx: &mut Context<'f>, filename: &str, warnings: &[Warning]) -> Res<'f, ()> {
    let modules = cx.modules();
    let module = match warnings {
        [] => None,
        _ => cx.dict_get_str(modules, "warnings")?,
    };
    for warning in warnings {
        let (line, kind) = (warning.line, warning.kind);
        let class = match kind {
            WarningKind::Escape(_) | WarningKind::Octal(_) => ClassId::DeprecationWarning,
            _ => ClassId::SyntaxWarning,
        };
        // Where the program looks at warnings, it decides.
        if let Some(module) = module
            && let Some(function) = cx.find_attribute(module, "warn_explicit")?
        {
            cx.scope(|cx| warn_by(cx, function, class, filename, *warning))?;
            continue;
        }
        // The usual filters show none of a text's deprecations.
        if class == ClassId::DeprecationWarning {
            continue;
        }
        let mut text = cx.text();
        let _ = writeln!(text, "{filename}:{line}: SyntaxWarning: {kind}");
        cx.scope(|cx| {
            if let Some(source) = cx.source_line(filename, line)? {
                let source = cx.as_str(source).unwrap_or_default();
                let _ = writeln!(text, "  {}", source.trim_matches([' ', '\t', '\x0C']));
            }
            Ok(())
        })?;
        // SAFETY: plain data of this VM.
        unsafe { (*cx.vm()).host.warn(text.bytes()) };
    }
    Ok(())
}

/// Gives a warning to `warnings.warn_explicit`; where its filters make an error of it, that is
/// a SyntaxError.
fn warn_by<'f>(
    cx: &mut Context<'f>,
    function: Local<'f>,
    class: ClassId,
    filename: &str,
    warning: Warning,
) -> Res<'f, ()> {
    let mut text = cx.text();
    let _ = write!(text, "{}", warning.kind);
    let text = cx.finish(text)?;
    let category = cx.class_object(class);
    let file = cx.str(filename)?;
    let line = cx.int(i64::from(warning.line))?;
    match cx.call(function, &[text, category, file, line]) {
        Ok(_) => Ok(()),
        Err(error) if cx.error_is(&error, class) => {
            let source = cx
                .source_line(filename, warning.line)?
                .unwrap_or(Local::NONE);
            let column = cx.int(1)?;
            let details = cx.tuple(&[file, line, column, source])?;
            Err(cx.raise_with(ClassId::SyntaxError, &[text, details]))
        }
        Err(error) => Err(error),
    }
}
