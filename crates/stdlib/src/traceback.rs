//! `_traceback`: what `traceback` and `linecache` ask of the engine.

use crate::settings::Settings;
use miniscript_ext::{Context, IntoValue, Local, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_traceback")
        .function("source_text(filename, /)", source_text)
        .function("anchors(segment, /)", anchors)
}

/// The text of a source file that the host knows, or None.
fn source_text<'f>(cx: &mut Context<'f>, filename: &str) -> Res<'f> {
    let text = cx.source_text(filename)?;
    Ok(text.unwrap_or(Local::NONE))
}

/// Which characters of an expression are its operator or its brackets, or None.
fn anchors<'f>(cx: &mut Context<'f>, segment: &str) -> Res<'f> {
    match miniscript_ext::caret_anchors(segment) {
        Some((left, right)) => {
            let count = |end: usize| segment.get(..end).unwrap_or("").chars().count();
            (count(left), count(right)).into_value(cx)
        }
        None => Ok(Local::NONE),
    }
}
