//! `range`: the type. What 64 bits hold is done here, the rest in `long_range`.

use super::compare::{eq, ne, unordered};
use super::long_range;
use crate::builtins::protocol;
use crate::object::{ClassId, IntValue, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Range,
    new: Some(NativeDef::function(
        "range",
        "(cls, start, stop=None, step=1, /)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc(
        "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
    ),
    base: false,
};

static METHODS: &[NativeDef] = &[
    NativeDef::method("count", "(self, value, /)", count_of),
    NativeDef::method("index", "(self, value, /)", index),
    NativeDef::getter("start", start),
    NativeDef::getter("stop", stop),
    NativeDef::getter("step", step),
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__bool__", "(self, /)", bool),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__reversed__", "(self, /)", reversed),
    NativeDef::method("__contains__", "(self, key, /)", has),
    NativeDef::method("__getitem__", "(self, key, /)", get_item),
    NativeDef::method("__hash__", "(self, /)", hash_method),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__lt__", "(self, value, /)", unordered),
    NativeDef::method("__le__", "(self, value, /)", unordered),
    NativeDef::method("__gt__", "(self, value, /)", unordered),
    NativeDef::method("__ge__", "(self, value, /)", unordered),
];

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let first = protocol::index(cx, args.at(1))?;
    let one = cx.int(1)?;
    let Some(stop) = args.get(cx, 2) else {
        let zero = cx.int(0)?;
        return long_range::make(cx, zero, first, one);
    };
    let stop = protocol::index(cx, stop)?;
    let step = match args.get(cx, 3) {
        Some(step) => protocol::index(cx, step)?,
        None => one,
    };
    if cx.as_int(step) == Some(0) {
        return Err(cx.value_error(format_args!("range() arg 3 must not be zero")));
    }
    long_range::make(cx, first, stop, step)
}

/// Start, step and number of items; `None` for a long range.
fn parts<'f>(cx: &Context<'f>, range: Local<'f>) -> Option<(i64, i64, u64)> {
    let (start, stop, step) = cx.range_parts(range)?;
    Some((start, step, protocol::count(start, stop, step)))
}

/// Item `at`, which exists: it has 64 bits, whatever the way there has.
fn value(start: i64, step: i64, at: u64) -> i64 {
    start.wrapping_add(step.wrapping_mul(at as i64))
}

/// `range[key]`.
pub(crate) fn item<'f>(cx: &mut Context<'f>, range: Local<'f>, key: Local<'f>) -> Res<'f> {
    if cx.is(key, Kind::Slice) {
        return long_range::slice(cx, range, key);
    }
    if !protocol::has_index(cx, key) {
        let found = cx.type_name(key);
        return Err(cx.type_error(format_args!(
            "range indices must be integers or slices, not {found}"
        )));
    }
    let key = protocol::index(cx, key)?;
    let found = match (parts(cx, range), cx.as_int(key)) {
        (Some((start, step, count)), Some(at)) => {
            let at = at as i128 + if at < 0 { count as i128 } else { 0 };
            match u64::try_from(at) {
                Ok(at) if at < count => Some(cx.int(value(start, step, at))?),
                _ => None,
            }
        }
        _ => match cx.int_value(key) {
            Some(key) => long_range::item(cx, range, &key.into_big())?,
            None => None,
        },
    };
    match found {
        Some(item) => Ok(item),
        None => Err(cx.raise(
            ClassId::IndexError,
            format_args!("range object index out of range"),
        )),
    }
}

/// The place of a number in a range.
fn place(start: i64, step: i64, count: u64, number: i64) -> Option<u64> {
    let span = number as i128 - start as i128;
    let at = span / step as i128;
    (span % step as i128 == 0 && at >= 0 && at < count as i128).then_some(at as u64)
}

/// The place of a value, an int, if no script is needed to tell.
fn known_place<'f>(
    cx: &mut Context<'f>,
    range: Local<'f>,
    item: Local<'f>,
) -> Res<'f, Option<Option<Local<'f>>>> {
    if let (Some((start, step, count)), Some(number)) = (parts(cx, range), cx.as_int(item)) {
        return match place(start, step, count, number) {
            Some(at) => cx.big(&at.into()).map(|at| Some(Some(at))),
            None => Ok(Some(None)),
        };
    }
    let number = match cx.as_float(item) {
        Some(float) if !float.is_finite() || libm::trunc(float) != float => {
            return Ok(Some(None));
        }
        Some(float) => protocol::float_to_int(cx, float)?,
        None => item,
    };
    if let Some(number) = cx.int_value(number).map(IntValue::into_big) {
        return match long_range::place(cx, range, &number) {
            Some(at) => cx.big(&at).map(|at| Some(Some(at))),
            None => Ok(Some(None)),
        };
    }
    Ok(match cx.kind(item) {
        None | Some(Kind::Str | Kind::List | Kind::Tuple | Kind::Dict | Kind::Range) => Some(None),
        _ => None,
    })
}

/// `item in range`.
pub(crate) fn contains<'f>(
    cx: &mut Context<'f>,
    range: Local<'f>,
    item: Local<'f>,
) -> Res<'f, bool> {
    match known_place(cx, range, item)? {
        Some(place) => Ok(place.is_some()),
        None => protocol::contains_by_walking(cx, range, item),
    }
}

fn has<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    contains(cx, args.at(0), args.at(1)).map(Local::bool)
}

fn index<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (range, item) = (args.at(0), args.at(1));
    match known_place(cx, range, item)? {
        Some(Some(place)) => Ok(place),
        Some(None) if cx.is_int(item) => {
            let shown = protocol::repr(cx, item)?;
            let mut text = cx.text();
            text.push(cx.str_bytes(shown).unwrap_or(b"?"));
            text.push(b" is not in range");
            Err(cx.raise_bytes(ClassId::ValueError, text.bytes()))
        }
        Some(None) => Err(cx.value_error(format_args!("sequence.index(x): x not in sequence"))),
        None => {
            let (mut at, mut found) = (0usize, false);
            protocol::for_each(cx, range, |cx, candidate| {
                found = protocol::eq(cx, candidate, item)?;
                at += !found as usize;
                Ok(!found)
            })?;
            if found {
                cx.size(at)
            } else {
                Err(cx.value_error(format_args!("sequence.index(x): x not in sequence")))
            }
        }
    }
}

fn count_of<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (range, item) = (args.at(0), args.at(1));
    if let Some(place) = known_place(cx, range, item)? {
        return cx.int(place.is_some() as i64);
    }
    let mut count = 0;
    protocol::for_each(cx, range, |cx, candidate| {
        count += protocol::eq(cx, candidate, item)? as usize;
        Ok(true)
    })?;
    cx.size(count)
}

fn start<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    part(cx, args.at(0), 0)
}

fn stop<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    part(cx, args.at(0), 1)
}

fn step<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    part(cx, args.at(0), 2)
}

/// Start, stop or step as a value.
fn part<'f>(cx: &mut Context<'f>, range: Local<'f>, which: usize) -> Res<'f> {
    if let Some(long) = cx.long_range_parts(range) {
        return Ok(cx.tuple_get(long, which).unwrap_or(Local::NONE));
    }
    let (start, stop, step) = cx.range_parts(range).unwrap_or((0, 0, 1));
    let word = [start, stop, step].get(which).copied().unwrap_or(0);
    cx.int(word)
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = protocol::length(cx, args.at(0))?;
    cx.int(len as i64)
}

fn bool<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::truth(cx, args.at(0)).map(Local::bool)
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::iter(cx, args.at(0))
}

fn reversed<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    reverse_iter(cx, args.at(0))
}

/// An iterator from the end of a range.
pub(crate) fn reverse_iter<'f>(cx: &mut Context<'f>, range: Local<'f>) -> Res<'f> {
    if let Some((start, step, count)) = parts(cx, range) {
        let last = value(start, step, count.wrapping_sub(1));
        let iterator = protocol::counting_iter(cx, last, step.wrapping_neg(), count)?;
        if let Some(iterator) = iterator {
            return Ok(iterator);
        }
    }
    let back = long_range::reversed(cx, range)?;
    long_range::iter(cx, back)
}

fn get_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    item(cx, args.at(0), args.at(1))
}

fn hash_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = protocol::hash(cx, args.at(0))?;
    cx.int(hash as i64)
}
