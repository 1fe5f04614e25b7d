//! `count`, `repeat`, `cycle`: the iterators without an end.

use crate::convert::{Piece, expect, reduced, short_name, size, state_tuple, text};
use miniscript_ext::{Args, Class, Context, Local, NativeDef, Res};

/// `count`: the next number; the step, empty where it is the int 1.
pub(super) static COUNT: Class = Class {
    name: "itertools.count",
    doc: "Return a count object whose .__next__() method returns consecutive values.\n\nEquivalent to:\n    def count(firstval=0, step=1):\n        x = firstval\n        while 1:\n            yield x\n            x += step",
    fields: 2,
    methods: &[
        NativeDef::constructor("(cls, start=0, step=1)", count),
        NativeDef::method("__repr__", "(self, /)", count_repr),
        NativeDef::method("__reduce__", "(self, /)", count_reduce),
    ],
    next: Some(count_next),
    ..Class::PLAIN
};

const NUMBER: usize = 0;
const STEP: usize = 1;

fn count<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    for at in 1..3 {
        if let Some(number) = args.get(cx, at)
            && !is_number(cx, number)?
        {
            return Err(cx.type_error(format_args!("a number is required")));
        }
    }
    let start = match args.get(cx, 1) {
        Some(start) if cx.is_int(start) => match cx.as_int(start) {
            // Also of what derives from int: it counts with plain ones.
            Some(small) => cx.int(small)?,
            None => start,
        },
        Some(start) => start,
        None => cx.int(0)?,
    };
    let made = cx.instance(args.at(0), &[start])?;
    if let Some(step) = args.get(cx, 2)
        && !(is_one(cx, step) && cx.as_int(start).is_some())
    {
        cx.set_field(made, STEP, step);
    } else if cx.as_int(start).is_none() {
        let one = cx.int(1)?;
        cx.set_field(made, STEP, one);
    }
    Ok(made)
}

/// Whether arithmetic takes it (`PyNumber_Check`).
fn is_number<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, bool> {
    if cx.is_int(value) || cx.as_float(value).is_some() {
        return Ok(true);
    }
    for name in ["__index__", "__int__", "__float__"] {
        if cx.find_on_type(value, name)?.is_some() {
            return Ok(true);
        }
    }
    Ok(match cx.hidden_type("complex") {
        Some(complex) => cx.is_instance_of(value, complex),
        None => false,
    })
}

fn is_one<'f>(cx: &Context<'f>, value: Local<'f>) -> bool {
    cx.is_int(value) && cx.as_int(value) == Some(1)
}

fn count_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let step = cx.find_field(it, STEP);
    if step.is_none()
        && let Some(number) = cx.int_field(it, NUMBER)
        && let Some(next) = number.checked_add(1)
    {
        cx.set_int_field(it, NUMBER, next)?;
        return cx.int(number).map(Some);
    }
    let number = cx.field(it, NUMBER);
    let step = match step {
        Some(step) => step,
        None => cx.int(1)?,
    };
    let next = cx.add(number, step)?;
    cx.set_field(it, NUMBER, next);
    Ok(Some(number))
}

fn count_repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (it, name) = (args.at(0), short_name(cx, args.at(0)));
    let number = cx.field(it, NUMBER);
    match cx.find_field(it, STEP).filter(|&step| !is_one(cx, step)) {
        Some(step) => text(
            cx,
            &[
                Piece::Text(name),
                Piece::Text("("),
                Piece::Repr(number),
                Piece::Text(", "),
                Piece::Repr(step),
                Piece::Text(")"),
            ],
        ),
        None => text(
            cx,
            &[
                Piece::Text(name),
                Piece::Text("("),
                Piece::Repr(number),
                Piece::Text(")"),
            ],
        ),
    }
}

fn count_reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let number = cx.field(args.at(0), NUMBER);
    match cx.find_field(args.at(0), STEP) {
        Some(step) => reduced(cx, args.at(0), &[number, step], None),
        None => reduced(cx, args.at(0), &[number], None),
    }
}

/// `repeat`: the object; how often still, -1 for ever.
pub(super) static REPEAT: Class = Class {
    name: "itertools.repeat",
    doc: "repeat(object [,times]) -> create an iterator which returns the object\nfor the specified number of times.  If not specified, returns the object\nendlessly.",
    fields: 2,
    methods: &[
        NativeDef::constructor("(cls, object, times=None)", repeat),
        NativeDef::method("__repr__", "(self, /)", repeat_repr),
        NativeDef::method("__length_hint__", "(self, /)", repeat_hint),
        NativeDef::method("__reduce__", "(self, /)", repeat_reduce),
    ],
    next: Some(repeat_next),
    ..Class::PLAIN
};

const OBJECT: usize = 0;
const LEFT: usize = 1;

fn repeat<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let left = match args.get(cx, 2) {
        Some(times) => size(cx, times)?.max(0),
        None => -1,
    };
    let left = cx.int(left)?;
    cx.instance(args.at(0), &[args.at(1), left])
}

fn repeat_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    match cx.int_field(it, LEFT) {
        Some(0) | None => return Ok(None),
        Some(left @ 1..) => cx.set_int_field(it, LEFT, left - 1)?,
        Some(_) => {}
    }
    Ok(Some(cx.field(it, OBJECT)))
}

fn repeat_repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (it, name) = (args.at(0), short_name(cx, args.at(0)));
    let (object, left) = (cx.field(it, OBJECT), cx.field(it, LEFT));
    let mut pieces = [
        Piece::Text(name),
        Piece::Text("("),
        Piece::Repr(object),
        Piece::Text(", "),
        Piece::Repr(left),
        Piece::Text(")"),
    ];
    if cx.as_int(left) == Some(-1) {
        (pieces[3], pieces[4]) = (Piece::Text(""), Piece::Text(""));
    }
    text(cx, &pieces)
}

fn repeat_hint<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.int_field(args.at(0), LEFT) {
        Some(-1) => Err(cx.type_error(format_args!("len() of unsized object"))),
        left => cx.int(left.unwrap_or(0)),
    }
}

fn repeat_reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (object, left) = (cx.field(args.at(0), OBJECT), cx.field(args.at(0), LEFT));
    match cx.as_int(left) {
        Some(-1) => reduced(cx, args.at(0), &[object], None),
        _ => reduced(cx, args.at(0), &[object, left], None),
    }
}

/// `cycle`: the iterator until it has ended, what it has given, the next of these, and
/// whether this is known already.
pub(super) static CYCLE: Class = Class {
    name: "itertools.cycle",
    doc: "Return elements from the iterable until it is exhausted. Then repeat the sequence indefinitely.",
    fields: 4,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", cycle),
        NativeDef::method("__reduce__", "(self, /)", cycle_reduce),
        NativeDef::method("__setstate__", "(self, state, /)", cycle_setstate),
    ],
    next: Some(cycle_next),
    ..Class::PLAIN
};

const SOURCE: usize = 0;
const SAVED: usize = 1;
const INDEX: usize = 2;
const FULL: usize = 3;

fn cycle<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    expect(cx, "cycle", args, 1, 1)?;
    let (source, saved) = (cx.iter(args.at(1))?, cx.list(&[])?);
    let index = cx.int(0)?;
    cx.instance(args.at(0), &[source, saved, index, Local::FALSE])
}

fn cycle_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    if let Some(source) = cx.find_field(it, SOURCE) {
        if let Some(item) = cx.next(source)? {
            let full = cx.field(it, FULL);
            if cx.as_bool(full) != Some(true) {
                let saved = cx.field(it, SAVED);
                cx.list_push(saved, item)?;
            }
            return Ok(Some(item));
        }
        cx.clear_field(it, SOURCE);
    }
    let saved = cx.field(it, SAVED);
    let index = cx.int_field(it, INDEX).unwrap_or(0);
    // The list may have become shorter by other hands: it begins again.
    let at = usize::try_from(index).unwrap_or(0);
    let at = if at < cx.list_len(saved) { at } else { 0 };
    let Some(item) = cx.list_get(saved, at) else {
        return Ok(None);
    };
    let next = if at + 1 < cx.list_len(saved) { at + 1 } else { 0 };
    cx.set_int_field(it, INDEX, i64::try_from(next).unwrap_or(0))?;
    Ok(Some(item))
}

fn cycle_reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    let saved = cx.field(it, SAVED);
    if let Some(source) = cx.find_field(it, SOURCE) {
        let full = cx.field(it, FULL);
        let state = cx.tuple(&[saved, full])?;
        return reduced(cx, it, &[source], Some(state));
    }
    let source = cx.iter(saved)?;
    let index = cx.field(it, INDEX);
    if cx.as_int(index) != Some(0) {
        cx.call_method(source, "__setstate__", &[index])?;
    }
    let state = cx.tuple(&[saved, Local::TRUE])?;
    reduced(cx, it, &[source], Some(state))
}

fn cycle_setstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    state_tuple(cx, args.at(1))?;
    let given = cx.tuple_len(args.at(1));
    let (Some(saved), Some(full), 2) = (
        cx.tuple_get(args.at(1), 0),
        cx.tuple_get(args.at(1), 1),
        given,
    ) else {
        return Err(cx.type_error(format_args!(
            "function takes exactly 2 arguments ({given} given)"
        )));
    };
    if !cx.is_list(saved) {
        let name = cx.type_name(saved);
        return Err(cx.type_error(format_args!("argument 1 must be list, not {name}")));
    }
    let full = size(cx, full)? != 0;
    cx.set_field(args.at(0), SAVED, saved);
    cx.set_field(args.at(0), FULL, Local::bool(full));
    cx.set_int_field(args.at(0), INDEX, 0)?;
    Ok(Local::NONE)
}
