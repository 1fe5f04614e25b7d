//! `islice` and `pairwise`.

use crate::convert::{expect, index, plain_size, reduced};
use miniscript_ext::{Args, Class, Context, Exception, Local, NativeDef, Res};

/// `islice`: the iterator until it has ended; the item to give next; where to stop (-1:
/// nowhere); the step; items taken so far.
pub(super) static ISLICE: Class = Class {
    name: "itertools.islice",
    doc: "islice(iterable, stop) --> islice object\nislice(iterable, start, stop[, step]) --> islice object\n\nReturn an iterator whose next() method returns selected values from an\niterable.  If start is specified, will skip all preceding elements;\notherwise, start defaults to zero.  Step defaults to one.  If\nspecified as another value, step determines how many values are\nskipped between successive calls.  Works like a slice() on a list\nbut returns an iterator.",
    fields: 5,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", islice),
        NativeDef::method("__reduce__", "(self, /)", islice_reduce),
        NativeDef::method("__setstate__", "(self, state, /)", islice_setstate),
    ],
    next: Some(islice_next),
    ..Class::PLAIN
};

const ITEMS: usize = 0;
const NEXT: usize = 1;
const STOP: usize = 2;
const STEP: usize = 3;
const TAKEN: usize = 4;

fn islice<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    expect(cx, "islice", args, 2, 4)?;
    let (start, stop) = match args.get(cx, 3) {
        None => (0, bound(cx, args.at(2), -1)?),
        Some(stop) => (
            bound(cx, args.at(2), 0)?,
            bound(cx, stop, -1)?,
        ),
    };
    let given = args.get(cx, 3).unwrap_or_else(|| args.at(2));
    if stop == -1 && !cx.is_none(given) {
        return Err(cx.value_error(format_args!(
            "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        )));
    }
    if start < 0 || stop < -1 {
        return Err(cx.value_error(format_args!(
            "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."
        )));
    }
    let step = match args.get(cx, 4) {
        Some(step) => bound(cx, step, 1)?,
        None => 1,
    };
    if step < 1 {
        return Err(cx.value_error(format_args!(
            "Step for islice() must be a positive integer or None."
        )));
    }
    let items = cx.iter(args.at(1))?;
    let (start, stop) = (cx.int(start)?, cx.int(stop)?);
    let (step, taken) = (cx.int(step)?, cx.int(0)?);
    cx.instance(args.at(0), &[items, start, stop, step, taken])
}

/// A bound; -1 for what is none, whatever its `__index__` has raised.
fn bound<'f>(cx: &mut Context<'f>, value: Local<'f>, default: i64) -> Res<'f, i64> {
    if cx.is_none(value) {
        return Ok(default);
    }
    match index(cx, value, Exception::OverflowError) {
        Err(error) if cx.error_is_kind(&error, Exception::BaseException) => Ok(-1),
        result => result,
    }
}

fn islice_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let Some(items) = cx.find_field(it, ITEMS) else {
        return Ok(None);
    };
    let taken = match take(cx, it, items) {
        Ok(Some(item)) => return Ok(Some(item)),
        Ok(None) => Ok(None),
        Err(error) => Err(error),
    };
    cx.clear_field(it, ITEMS);
    taken
}

fn take<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    items: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    let stop = cx.int_field(it, STOP).unwrap_or(-1);
    let mut taken = cx.int_field(it, TAKEN).unwrap_or(0);
    while taken < cx.int_field(it, NEXT).unwrap_or(0) {
        cx.charge(1)?;
        if !cx.scope(|cx| Ok(cx.next(items)?.is_some()))? {
            return Ok(None);
        }
        // Steps within the step count, too.
        taken = count_one(cx, it)?;
    }
    if stop != -1 && taken >= stop {
        return Ok(None);
    }
    let Some(item) = cx.next(items)? else {
        return Ok(None);
    };
    count_one(cx, it)?;
    let old = cx.int_field(it, NEXT).unwrap_or(0);
    // What cannot be counted any more is where it stops, as in CPython.
    let next = old.wrapping_add(cx.int_field(it, STEP).unwrap_or(1));
    let beyond = next < old || stop != -1 && next > stop;
    let next = if beyond { stop } else { next };
    cx.set_int_field(it, NEXT, next)?;
    Ok(Some(item))
}

fn count_one<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, i64> {
    let taken = cx.int_field(it, TAKEN).unwrap_or(0).saturating_add(1);
    cx.set_int_field(it, TAKEN, taken)?;
    Ok(taken)
}

fn islice_reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    let Some(items) = cx.find_field(it, ITEMS) else {
        let nothing = cx.list(&[])?;
        let (nothing, zero) = (cx.iter(nothing)?, cx.int(0)?);
        return reduced(cx, it, &[nothing, zero], Some(zero));
    };
    let stop = match cx.field(it, STOP) {
        stop if cx.as_int(stop) == Some(-1) => Local::NONE,
        stop => stop,
    };
    let (next, step, taken) = (
        cx.field(it, NEXT),
        cx.field(it, STEP),
        cx.field(it, TAKEN),
    );
    reduced(cx, it, &[items, next, stop, step], Some(taken))
}

fn islice_setstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let taken = plain_size(cx, args.at(1))?;
    cx.set_int_field(args.at(0), TAKEN, taken)?;
    Ok(Local::NONE)
}

/// `pairwise`: the iterator until it has ended, and the item before.
pub(super) static PAIRWISE: Class = Class {
    name: "itertools.pairwise",
    doc: "Return an iterator of overlapping pairs taken from the input iterator.\n\n    s -> (s0,s1), (s1,s2), (s2, s3), ...",
    fields: 2,
    methods: &[NativeDef::constructor("(cls, /, *args)", pairwise)],
    next: Some(pairwise_next),
    ..Class::PLAIN
};

const BEFORE: usize = 1;

fn pairwise<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    expect(cx, "pairwise", args, 1, 1)?;
    let items = cx.iter(args.at(1))?;
    cx.instance(args.at(0), &[items])
}

fn pairwise_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let Some(mut items) = cx.find_field(it, ITEMS) else {
        return Ok(None);
    };
    let before = match cx.find_field(it, BEFORE) {
        Some(before) => before,
        None => {
            let first = match cx.next(items) {
                Ok(Some(first)) => first,
                ended => {
                    cx.clear_field(it, BEFORE);
                    cx.clear_field(it, ITEMS);
                    return ended;
                }
            };
            cx.set_field(it, BEFORE, first);
            // The step may have come here again, and ended it.
            items = match cx.find_field(it, ITEMS) {
                Some(items) => items,
                None => {
                    cx.clear_field(it, BEFORE);
                    return Ok(None);
                }
            };
            first
        }
    };
    match cx.next(items) {
        Ok(Some(item)) => {
            let pair = cx.tuple(&[before, item])?;
            cx.set_field(it, BEFORE, item);
            Ok(Some(pair))
        }
        ended => {
            cx.clear_field(it, ITEMS);
            cx.clear_field(it, BEFORE);
            ended
        }
    }
}
