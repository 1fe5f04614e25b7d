//! Rendering of uncaught exceptions (the full one is on its way).

use crate::builtins::protocol;
use crate::vm::context::{Context, Local, Res, Text};

/// Type and text of an exception.
pub(crate) fn render<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, Text> {
    let mut text = cx.text();
    text.push_str(cx.type_name(exception));
    let message = protocol::str(cx, exception)?;
    text.push_str(": ");
    text.push(cx.str_bytes(message).unwrap_or(b""));
    text.push_str("\n");
    Ok(text)
}
