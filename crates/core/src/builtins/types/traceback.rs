//! Traceback objects: how scripts see where an exception went through.
//!
//! The VM keeps one list per exception, innermost frame first. A traceback object
//! is that list and how much of it counts, so that frames added later (when the
//! exception goes further out) do not show in objects taken earlier.

use crate::object::{ClassId, Kind};
use crate::vm::context::misc::Entry;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::getter("tb_next", next),
    NativeDef::getter("tb_lineno", lineno),
    NativeDef::getter("tb_lasti", lasti),
    NativeDef::getter("tb_code", code),
];

/// `traceback`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Traceback,
    new: None,
    methods: METHODS,
    doc: "Create a new traceback object.",
    base: false,
};

/// The object for an exception's list; None for an empty one.
pub(crate) fn object<'f>(cx: &mut Context<'f>, list: Local<'f>) -> Res<'f> {
    let len = cx.list_len(list);
    part(cx, list, len)
}

/// The object for the first `len` items of a list.
fn part<'f>(cx: &mut Context<'f>, list: Local<'f>, len: usize) -> Res<'f> {
    if len < 2 {
        return Ok(Local::NONE);
    }
    let len = cx.size(len)?;
    cx.pair(Kind::Cons, ClassId::Traceback, list, len)
}

fn parts<'f>(cx: &mut Context<'f>, traceback: Local<'f>) -> Option<(Local<'f>, usize)> {
    if cx.class(traceback) != ClassId::Traceback {
        return None;
    }
    let (list, len) = cx.pair_parts(traceback)?;
    let len = usize::try_from(cx.as_int(len)?).ok()?;
    Some((list, len.min(cx.list_len(list))))
}

/// The list that an exception keeps for a traceback object or None.
pub(crate) fn list<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f> {
    if cx.is_none(value) {
        return Ok(value);
    }
    match parts(cx, value) {
        Some((list, len)) => cx.list_from_range(list, 0, 1, len),
        None => Err(cx.type_error(format_args!("__traceback__ must be a traceback or None"))),
    }
}

/// The outermost entry that counts.
fn entry<'f>(cx: &mut Context<'f>, traceback: Local<'f>) -> Option<Entry<'f>> {
    let (list, len) = parts(cx, traceback)?;
    cx.traceback_entry(list, len.checked_sub(2)?)
}

fn next<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match parts(cx, args.at(0)) {
        Some((list, len)) => part(cx, list, len.saturating_sub(2)),
        None => Ok(Local::NONE),
    }
}

fn lineno<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match entry(cx, args.at(0)) {
        Some(entry) => cx.int(i64::from(entry.place().line)),
        None => Ok(Local::NONE),
    }
}

fn lasti<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some((list, len)) = parts(cx, args.at(0)) else {
        return Ok(Local::NONE);
    };
    Ok(cx
        .list_get(list, len.saturating_sub(1))
        .unwrap_or(Local::NONE))
}

fn code<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some((list, len)) = parts(cx, args.at(0)) else {
        return Ok(Local::NONE);
    };
    Ok(cx
        .list_get(list, len.saturating_sub(2))
        .unwrap_or(Local::NONE))
}
