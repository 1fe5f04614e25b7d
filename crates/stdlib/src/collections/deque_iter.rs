//! The iterators over a deque: they refuse to go on when it was changed.

use super::deque::{DEQUE, get, size, state};
use crate::convert::{reduced, size as number};
use miniscript_ext::{Args, Class, Context, Exception, Local, NativeDef, Res};

/// From the left.
pub(super) static FORWARD: Class = Class {
    name: "_collections._deque_iterator",
    fields: 3,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", new),
        NativeDef::method("__length_hint__", "(self, /)", hint),
        NativeDef::method("__reduce__", "(self, /)", reduce),
    ],
    next: Some(next),
    derivable: false,
    ..Class::PLAIN
};

/// From the right.
pub(super) static BACKWARD: Class = Class {
    name: "_collections._deque_reverse_iterator",
    fields: 3,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", new),
        NativeDef::method("__length_hint__", "(self, /)", hint),
        NativeDef::method("__reduce__", "(self, /)", reduce),
    ],
    next: Some(next_back),
    derivable: false,
    ..Class::PLAIN
};

const SOURCE: usize = 0;
const STATE: usize = 1;
const LEFT: usize = 2;

pub(super) fn forward<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = cx.class_of(&FORWARD)?;
    over(cx, class, args.at(0), 0)
}

pub(super) fn backward<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = cx.class_of(&BACKWARD)?;
    over(cx, class, args.at(0), 0)
}

fn over<'f>(cx: &mut Context<'f>, class: Local<'f>, deque: Local<'f>, skip: usize) -> Res<'f> {
    let left = size(cx, deque).saturating_sub(skip);
    let state = state(cx, deque);
    let (state, left) = (cx.int(state)?, cx.int(i64::try_from(left).unwrap_or(0))?);
    cx.instance(class, &[deque, state, left])
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = args.len().saturating_sub(1);
    if !(1..=2).contains(&given) {
        let (bound, limit, plural) = match given {
            0 => ("least", 1, ""),
            _ => ("most", 2, "s"),
        };
        return Err(cx.type_error(format_args!(
            "function takes at {bound} {limit} argument{plural} ({given} given)"
        )));
    }
    if !cx.is_of(args.at(1), &DEQUE) {
        let name = cx.type_name(args.at(1));
        return Err(cx.type_error(format_args!(
            "argument 1 must be collections.deque, not {name}"
        )));
    }
    let skip = match args.get(cx, 2) {
        Some(skip) => number(cx, skip)?,
        None => 0,
    };
    over(cx, args.at(0), args.at(1), usize::try_from(skip).unwrap_or(0))
}

/// The place of the next item, counted from where the iterator began.
fn step<'f>(cx: &mut Context<'f>, it: Local<'f>, back: bool) -> Res<'f, Option<Local<'f>>> {
    let deque = cx.field(it, SOURCE);
    if Some(state(cx, deque)) != cx.int_field(it, STATE) {
        cx.set_int_field(it, LEFT, 0)?;
        return Err(cx.raise_kind(
            Exception::RuntimeError,
            format_args!("deque mutated during iteration"),
        ));
    }
    let left = usize::try_from(cx.int_field(it, LEFT).unwrap_or(0)).unwrap_or(0);
    let Some(rest) = left.checked_sub(1) else {
        return Ok(None);
    };
    let at = match back {
        true => rest,
        false => size(cx, deque).saturating_sub(left),
    };
    cx.set_int_field(it, LEFT, i64::try_from(rest).unwrap_or(0))?;
    Ok(get(cx, deque, at))
}

fn next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    step(cx, it, false)
}

fn next_back<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    step(cx, it, true)
}

fn hint<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), LEFT))
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let deque = cx.field(args.at(0), SOURCE);
    let left = usize::try_from(cx.int_field(args.at(0), LEFT).unwrap_or(0)).unwrap_or(0);
    let at = size(cx, deque).saturating_sub(left);
    let at = cx.int(i64::try_from(at).unwrap_or(0))?;
    reduced(cx, args.at(0), &[deque, at], None)
}
