//! The text of an uncaught exception, as CPython 3.11 prints it.
//!
//! [`render`] is called by whoever shows an error to people: the command line, the
//! REPL, `traceback`. What fails on the way (an exception's own `__str__`, a note
//! that is no text) is shown as CPython shows it and never raised, except the end
//! of the task.

mod anchors;
mod entry;
mod group;
mod suggest;
mod syntax;

#[cfg(feature = "hints")]
pub(crate) use suggest::Nearest;

use crate::builtins::protocol;
use crate::builtins::types::exception::group as types;
use crate::object::{ClassId, Kind};
use crate::text::wtf8;
use crate::vm::context::{Context, Local, Res, Text};

/// The part of an expression's text that a traceback marks with `^`, in bytes.
pub fn caret_anchors(segment: &str) -> Option<(usize, usize)> {
    anchors::find(segment)
}

impl<'f> Context<'f> {
    /// The text of an exception with its traceback, as it is shown when nobody catches it.
    ///
    /// # Errors
    /// MemoryError and the end of the task.
    pub fn exception_text(&mut self, exception: Local<'f>) -> Res<'f> {
        let text = render(self, exception)?;
        self.finish(text)
    }
}

const HEADER: &str = "Traceback (most recent call last):\n";
const CAUSE: &str = "The above exception was the direct cause of the following exception:\n";
const CONTEXT: &str = "During handling of the above exception, another exception occurred:\n";

/// The whole text: chained exceptions first, each with its traceback, ending in a newline.
pub(crate) fn render<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, Text> {
    render_to(cx, exception).map(|(text, _)| text)
}

/// The same, and the byte at which the line of the exception itself begins.
pub(crate) fn render_to<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, (Text, usize)> {
    let text = cx.text();
    let seen = cx.dict()?;
    let mut page = Page {
        text,
        depth: 0,
        closes: false,
        line_at: 0,
    };
    chain(cx, exception, seen, &mut page)?;
    Ok((page.text, page.line_at))
}

/// Where an exception is shown.
struct Page {
    text: Text,
    /// How many groups it is in; in a group every line begins with a margin.
    depth: usize,
    /// Whether the line that closes the groups is still to come.
    closes: bool,
    /// The byte at which the line of the last exception begins.
    line_at: usize,
}

impl Page {
    /// Writes what a line begins with.
    fn margin(&mut self) {
        if self.depth > 0 {
            self.indent();
            self.text.push_str("| ");
        }
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    /// Writes a line behind the margin.
    fn line(&mut self, line: &str) {
        self.margin();
        self.text.push_str(line);
    }
}

/// An exception and those that it came from.
fn chain<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    seen: Local<'f>,
    page: &mut Page,
) -> Res<'f, ()> {
    // From the exception to what it came from; each with the sentence that leads to
    // its predecessor in this list.
    let chain = cx.list(&[])?;
    let direct = cx.list(&[])?;
    let current = cx.slot(exception);
    loop {
        cx.charge(1)?;
        let more = cx.scope(|scope| {
            let exception = scope.read(&current);
            scope.list_push(chain, exception)?;
            remember(scope, seen, exception)?;
            let Some((next, is_direct)) = predecessor(scope, exception) else {
                return Ok(false);
            };
            if !remember(scope, seen, next)? {
                return Ok(false);
            }
            scope.list_push(direct, Local::bool(is_direct))?;
            scope.assign(&current, next);
            Ok(true)
        })?;
        if !more {
            break;
        }
    }
    let closes = page.closes;
    for at in (0..cx.list_len(chain)).rev() {
        page.closes = closes;
        cx.scope(|cx| {
            let Some(exception) = cx.list_get(chain, at) else {
                return Ok(());
            };
            if types::is_group(cx, exception) {
                let depth = page.depth;
                group::show(cx, exception, seen, page)?;
                page.depth = depth;
            } else {
                one(cx, exception, page)?;
            }
            if let Some(link) = at.checked_sub(1).and_then(|at| cx.list_get(direct, at)) {
                page.line("\n");
                page.line(if cx.same(link, Local::TRUE) {
                    CAUSE
                } else {
                    CONTEXT
                });
                page.line("\n");
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Notes an exception by its address; false if it was noted before.
fn remember<'f>(cx: &mut Context<'f>, seen: Local<'f>, exception: Local<'f>) -> Res<'f, bool> {
    let address = cx.address(exception);
    // Addresses fit; should they not, a wrapped one names the object as well.
    let key = cx.int(address as i64)?;
    if cx.dict_get(seen, key)?.is_some() {
        return Ok(false);
    }
    cx.dict_set(seen, key, Local::TRUE)?;
    Ok(true)
}

/// The exception shown before this one, and whether it is the direct cause.
fn predecessor<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Option<(Local<'f>, bool)> {
    let (cause, context, _, suppressed) = cx.exception_links(exception)?;
    if cx.is(cause, Kind::Exception) {
        Some((cause, true))
    } else if cx.is(context, Kind::Exception) && !suppressed {
        Some((context, false))
    } else {
        None
    }
}

/// One exception with its traceback.
fn one<'f>(cx: &mut Context<'f>, exception: Local<'f>, page: &mut Page) -> Res<'f, ()> {
    let Some((.., traceback, _)) = cx.exception_links(exception) else {
        let found = cx.type_name(exception);
        page.line("TypeError: print_exception(): Exception expected for value, ");
        page.text.push_str(found);
        page.text.push_str(" found\n");
        return Ok(());
    };
    let limit = entry::limit(cx)?;
    if limit > 0 && cx.is_traceback(traceback) {
        if !types::is_group(cx, exception) {
            page.line(HEADER);
        } else {
            // The outermost group begins the frame that all of them share.
            page.indent();
            page.text
                .push_str(if page.depth == 1 { "+ " } else { "| " });
            page.text.push_str("Exception Group ");
            page.text.push_str(HEADER);
        }
        entry::all(cx, traceback, limit, page)?;
    }
    // What stands behind the colon: the exception's text, or a syntax error's message.
    let message = match syntax::location(cx, exception, page)? {
        Some(message) if cx.is_none(message) => Some(None),
        Some(message) => {
            let result = protocol::str(cx, message);
            quiet(cx, result)?.map(Some)
        }
        None => {
            let result = protocol::str(cx, exception);
            quiet(cx, result)?.map(Some)
        }
    };
    let notes = notes_of(cx, exception)?;
    page.line_at = page.text.bytes().len();
    page.margin();
    let text = &mut page.text;
    class_path(cx, exception, text)?;
    match message {
        None => text.push_str(": <exception str() failed>"),
        Some(None) => {}
        Some(Some(message)) => {
            let bytes = cx.str_bytes(message).unwrap_or_default();
            if !bytes.is_empty() {
                text.push_str(": ");
                text.push(bytes);
            }
        }
    }
    if let Some(name) = suggest::suggestion(cx, exception)? {
        text.push_str(". Did you mean: '");
        text.push(cx.str_bytes(name).unwrap_or_default());
        text.push_str("'?");
    }
    text.push_str("\n");
    match notes {
        Some(notes) => show_notes(cx, notes, page),
        None => Ok(()),
    }
}

/// A result whose exception is not of interest here. The end of the task still is.
fn quiet<'f, T>(cx: &Context<'f>, result: Res<'f, T>) -> Res<'f, Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(error) if cx.error_is(&error, ClassId::TaskEnded) => Err(error),
        Err(_) => Ok(None),
    }
}

/// `module.Class`; the modules `builtins` and `__main__` go without saying.
fn class_path<'f>(cx: &mut Context<'f>, exception: Local<'f>, text: &mut Text) -> Res<'f, ()> {
    let class = cx.class(exception);
    if class == ClassId::MemoryError {
        // To look at its attributes may take what there is none of.
        text.push_str("MemoryError");
        return Ok(());
    }
    let class = cx.class_object(class);
    match str_attr(cx, class, "__module__")? {
        Some(b"builtins" | b"__main__") => {}
        Some(module) => {
            text.push(module);
            text.push_str(".");
        }
        None => text.push_str("<unknown>."),
    }
    match str_attr(cx, class, "__qualname__")? {
        Some(name) => text.push(name),
        None => text.push_str("<unknown>"),
    }
    Ok(())
}

fn str_attr<'f>(cx: &mut Context<'f>, object: Local<'f>, name: &str) -> Res<'f, Option<&'f [u8]>> {
    let name = cx.name(name)?;
    let result = cx.get_attr(object, name);
    Ok(quiet(cx, result)?.and_then(|value| cx.str_bytes(value)))
}

fn notes_of<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let name = cx.name("__notes__")?;
    let result = cx.get_attr(exception, name);
    quiet(cx, result)
}

/// What `add_note` has added, each on lines of its own.
fn show_notes<'f>(cx: &mut Context<'f>, notes: Local<'f>, page: &mut Page) -> Res<'f, ()> {
    let sequence = match cx.kind(notes) {
        Some(Kind::List | Kind::Tuple | Kind::Str | Kind::Range) => true,
        Some(Kind::Instance | Kind::Derived) => {
            let name = cx.names().getitem;
            cx.type_attr(notes, name).is_some()
        }
        _ => false,
    };
    if !sequence {
        let result = protocol::repr(cx, notes);
        page.margin();
        let text = &mut page.text;
        match quiet(cx, result)? {
            Some(shown) => text.push(cx.str_bytes(shown).unwrap_or_default()),
            None => text.push_str("<__notes__ repr() failed>"),
        }
        return Ok(());
    }
    for at in 0i64.. {
        cx.charge(1)?;
        let more = cx.scope(|cx| {
            let index = cx.int(at)?;
            let result = protocol::get_item(cx, notes, index);
            let Some(note) = quiet(cx, result)? else {
                return Ok(false);
            };
            let result = protocol::str(cx, note);
            match quiet(cx, result)? {
                Some(note) => note_lines(cx.str_bytes(note).unwrap_or_default(), page),
                None => page.line("<note str() failed>"),
            }
            page.text.push_str("\n");
            Ok(true)
        })?;
        if !more {
            break;
        }
    }
    Ok(())
}

/// The lines of a note, each behind the margin.
fn note_lines(note: &[u8], page: &mut Page) {
    let mut start = 0;
    let mut at = 0;
    while at < note.len() {
        let rest = note.get(at..).unwrap_or_default();
        let length = match rest.first() {
            Some(0..=0x7F) | None => 1,
            Some(0..=0xDF) => 2,
            Some(0..=0xEF) => 3,
            Some(_) => 4,
        };
        let code = wtf8::CodePoints::new(rest).next().unwrap_or(0);
        at += length;
        if wtf8::split::Space::Str.ends_line(code) && !rest.starts_with(b"\r\n") {
            page.margin();
            page.text.push(note.get(start..at).unwrap_or_default());
            start = at;
        }
    }
    if start < note.len() {
        page.margin();
        page.text.push(note.get(start..).unwrap_or_default());
    }
}
