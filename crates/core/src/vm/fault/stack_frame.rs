//! Where an error came through, as data for the host: what a traceback shows as text.

use crate::builtins::types::exception::fields;
use crate::object::ClassId;
use crate::vm::context::misc::Entry;
use crate::vm::context::{Context, Local};
use alloc::string::String;
use alloc::vec::Vec;

/// Frames that are told at most: the innermost ones, as many as a traceback shows.
const MOST: usize = 1000;

/// A place in a source that an error came through.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct StackFrame {
    /// The source's name, as in tracebacks.
    pub filename: String,
    /// The function's name, `<module>` outside of functions; empty for the place that a
    /// SyntaxError is about.
    pub function: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, in bytes of UTF-8; `None` where code was stored without columns.
    pub column: Option<u32>,
}

/// The frames of an exception, outermost first; as many as there is memory for.
pub(super) fn of<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Vec<StackFrame> {
    let mut frames = Vec::new();
    if let Some((.., traceback, _)) = cx.exception_links(exception) {
        let (_, mut at) = cx.traceback_tail(traceback, MOST);
        while cx.is_traceback(at) {
            let entry = cx.traceback_entry(at);
            at = cx.traceback_next(at);
            let frame = entry.and_then(|entry| of_entry(&entry));
            if frame.is_none_or(|frame| !push(&mut frames, frame)) {
                break;
            }
        }
    }
    if cx.is_instance(exception, ClassId::SyntaxError)
        && let Some(place) = of_syntax(cx, exception)
    {
        push(&mut frames, place);
    }
    frames
}

fn of_entry(entry: &Entry<'_>) -> Option<StackFrame> {
    let place = entry.place();
    Some(StackFrame {
        filename: owned(place.filename)?,
        function: owned(place.name)?,
        line: place.line,
        // A line that a script has chosen is not the one that the column is in.
        column: entry
            .position
            .filter(|position| entry.line.is_none() && position.end_column != u16::MAX)
            .map(|position| u32::from(position.column) + 1),
    })
}

/// The place that a SyntaxError is about, if it says so.
fn of_syntax<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Option<StackFrame> {
    let line = fields::lineno::read(cx, exception);
    let line = u32::try_from(cx.as_int(line)?).ok()?;
    let name = fields::source_name::read(cx, exception);
    let offset = fields::offset::read(cx, exception);
    let text = fields::line_text::read(cx, exception);
    Some(StackFrame {
        filename: owned(cx.as_str(name).unwrap_or("<string>"))?,
        function: String::new(),
        line,
        column: cx
            .as_int(offset)
            .and_then(|offset| usize::try_from(offset).ok()?.checked_sub(1))
            .map(|characters| bytes(cx.as_str(text).unwrap_or_default(), characters)),
    })
}

/// The column, from 1, behind so many characters of a line.
fn bytes(line: &str, characters: usize) -> u32 {
    let at = line.char_indices().nth(characters);
    let behind = characters.saturating_sub(line.chars().count());
    let at = at.map_or(line.len() + behind, |(at, _)| at);
    u32::try_from(at + 1).unwrap_or(u32::MAX)
}

fn owned(text: &str) -> Option<String> {
    let mut copy = String::new();
    copy.try_reserve_exact(text.len()).ok()?;
    copy.push_str(text);
    Some(copy)
}

/// Whether there was room.
fn push(frames: &mut Vec<StackFrame>, frame: StackFrame) -> bool {
    let room = frames.try_reserve(1).is_ok();
    if room {
        frames.push(frame);
    }
    room
}
