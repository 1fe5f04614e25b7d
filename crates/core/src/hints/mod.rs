//! Our own help for common mistakes: one sentence beside an uncaught exception.
//!
//! [`of`] is called when an exception leaves the VM and becomes a
//! [`Fault`](crate::Fault); the sentence is a field of its own there and no part of the
//! exception's text, which is CPython's. Nothing of the script runs for it, and a mistake
//! of which nothing useful can be said has no hint. Feature `hints`.

mod attributes;
mod calls;
mod line;
mod messages;
mod names;
mod source;
mod words;

use crate::builtins::protocol;
use crate::builtins::types::exception::fields;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Context, Local, Res};
use alloc::borrow::Cow;
use alloc::string::String;

/// A sentence without `hint:` and without an end of line.
type Hint = Cow<'static, str>;

/// The longest text of an exception or of a line that is looked at.
const LONGEST: usize = 1000;

/// The hint for an exception, if there is one.
pub(crate) fn of<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Option<String> {
    // What fails here (no memory, the end of the task) only leaves the hint out.
    let hint = cx.scope(|cx| Ok(find(cx, exception).ok().flatten()));
    let hint: Hint = hint.ok().flatten()?;
    let mut text = hint.into_owned();
    if text.contains(['\n', '\r']) {
        text = text.replace(['\n', '\r'], " ");
    }
    Some(text)
}

fn find<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, Option<Hint>> {
    let class = cx.class(exception);
    // Classes of scripts have texts of their own, and methods that would run.
    if !cx.is(exception, Kind::Exception) {
        return Ok(None);
    }
    if cx.is_instance(exception, ClassId::SyntaxError) {
        return of_source(cx, exception);
    }
    if !class.is_builtin_exception() {
        return Ok(None);
    }
    let ty = cx.class_object(class);
    let text = protocol::str(cx, exception)?;
    let text = cx.as_str(text).unwrap_or_default();
    if text.len() > LONGEST {
        return Ok(None);
    }
    if class == ClassId::NameError || class == ClassId::UnboundLocalError {
        return names::undefined(cx, exception, text);
    }
    if class == ClassId::AttributeError {
        return attributes::missing(cx, exception, text);
    }
    if class == ClassId::ModuleNotFoundError || class == ClassId::ImportError {
        return names::import(cx, exception, text);
    }
    if class == ClassId::KeyError {
        return names::key(cx, exception);
    }
    if class == ClassId::TypeError
        && let Some(hint) = calls::mismatch(cx, exception, text)?
    {
        return Ok(Some(hint));
    }
    if class == ClassId::IndexError {
        return names::index(cx, exception, text);
    }
    let name = cx.name_of_type(ty);
    Ok(messages::find(name, text))
}

/// The hint for a syntax error, from its message, its line and the place in it.
fn of_source<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, Option<Hint>> {
    let message = fields::msg::read(cx, exception);
    let Some(message) = cx.as_str(message) else {
        return Ok(None);
    };
    let text = fields::line_text::read(cx, exception);
    let text = cx.as_str(text).unwrap_or_default();
    let offset = fields::offset::read(cx, exception);
    let offset = cx.as_int(offset).unwrap_or(0);
    let line = fields::lineno::read(cx, exception);
    let line = cx.as_int(line).unwrap_or(0);
    if message.len() > LONGEST || text.len() > LONGEST {
        return Ok(source::by_message(message, "", 0, line));
    }
    let column = usize::try_from(offset).unwrap_or(0);
    Ok(source::find(message, text, column, line))
}
