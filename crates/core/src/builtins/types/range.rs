//! `range`, for bounds of 64 bits.

use super::compare::{eq, ne, unordered};
use crate::builtins::protocol;
use crate::object::{ClassId, IterKind, Kind};
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Range,
    new: Some(NativeDef::function(
        "range",
        "(cls, start, stop=None, step=1, /)",
        new,
    )),
    methods: METHODS,
    doc: "range(stop) -> range object\nrange(start, stop[, step]) -> range object\n\nReturn an object that produces a sequence of integers from start (inclusive)\nto stop (exclusive) by step.  range(i, j) produces i, i+1, i+2, ..., j-1.\nstart defaults to 0, and stop is omitted!  range(4) produces 0, 1, 2, 3.\nThese are exactly the valid indices for a list of 4 elements.\nWhen step is given, it specifies the increment (or decrement).",
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
    let first = bound(cx, args.at(1))?;
    let Some(stop) = args.get(cx, 2) else {
        return cx.range(0, first, 1);
    };
    let stop = bound(cx, stop)?;
    let step = match args.get(cx, 3) {
        Some(step) => bound(cx, step)?,
        None => 1,
    };
    if step == 0 {
        return Err(cx.value_error(format_args!("range() arg 3 must not be zero")));
    }
    cx.range(first, stop, step)
}

fn bound<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i64> {
    if let Some(value) = cx.as_int(value) {
        return Ok(value);
    }
    let value = protocol::index(cx, value)?;
    match cx.as_int(value) {
        Some(value) => Ok(value),
        None => Err(too_large(cx)),
    }
}

#[cold]
fn too_large<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise(
        ClassId::OverflowError,
        format_args!("range() with numbers of more than 64 bits is not supported yet"),
    )
}

/// Start, step and number of items.
fn parts<'f>(cx: &Context<'f>, range: Local<'f>) -> (i64, i64, u64) {
    let (start, stop, step) = cx.range_parts(range).unwrap_or((0, 0, 1));
    (start, step, protocol::count(start, stop, step))
}

/// Item `at`, which exists: it has 64 bits, whatever the way there has.
fn value(start: i64, step: i64, at: u64) -> i64 {
    start.wrapping_add(step.wrapping_mul(at as i64))
}

/// `range[key]`.
pub(crate) fn item<'f>(cx: &mut Context<'f>, range: Local<'f>, key: Local<'f>) -> Res<'f> {
    let (start, step, count) = parts(cx, range);
    if cx.is(key, Kind::Slice) {
        return slice(cx, range, key);
    }
    if !protocol::has_index(cx, key) {
        let found = cx.type_name(key);
        return Err(cx.type_error(format_args!(
            "range indices must be integers or slices, not {found}"
        )));
    }
    let key = protocol::index(cx, key)?;
    let at = cx.as_int(key).map(|at| {
        if at < 0 {
            at as i128 + count as i128
        } else {
            at as i128
        }
    });
    match at.and_then(|at| u64::try_from(at).ok()) {
        Some(at) if at < count => cx.int(value(start, step, at)),
        _ => Err(cx.raise(
            ClassId::IndexError,
            format_args!("range object index out of range"),
        )),
    }
}

fn slice<'f>(cx: &mut Context<'f>, range: Local<'f>, key: Local<'f>) -> Res<'f> {
    let (start, step, count) = parts(cx, range);
    let Ok(len) = i64::try_from(count) else {
        return Err(too_large(cx));
    };
    let (first, last, stride) = protocol::unpack_slice(cx, key)?;
    let (first, last, _) = protocol::adjust(first, last, stride, len);
    let at = |index: i64| i64::try_from(start as i128 + step as i128 * index as i128).ok();
    match (at(first), at(last), step.checked_mul(stride)) {
        (Some(start), Some(stop), Some(step)) => cx.range(start, stop, step),
        _ => Err(too_large(cx)),
    }
}

/// The place of a number in a range.
fn place(start: i64, step: i64, count: u64, number: i64) -> Option<u64> {
    let span = number as i128 - start as i128;
    let at = span / step as i128;
    (span % step as i128 == 0 && at >= 0 && at < count as i128).then_some(at as u64)
}

/// The place of a value, if no script is needed to tell.
fn known_place<'f>(cx: &Context<'f>, range: Local<'f>, item: Local<'f>) -> Option<Option<u64>> {
    let (start, step, count) = parts(cx, range);
    if let Some(number) = cx.as_int(item) {
        return Some(place(start, step, count, number));
    }
    if let Some(float) = cx.as_float(item) {
        // Exactly the ints of 64 bits survive the way there and back.
        let number = float as i64;
        let whole =
            libm::trunc(float) == float && (i64::MIN as f64..-(i64::MIN as f64)).contains(&float);
        return Some(if whole {
            place(start, step, count, number)
        } else {
            None
        });
    }
    match cx.kind(item) {
        None
        | Some(Kind::Big | Kind::Str | Kind::List | Kind::Tuple | Kind::Dict | Kind::Range) => {
            Some(None)
        }
        _ => None,
    }
}

/// `item in range`.
pub(crate) fn contains<'f>(
    cx: &mut Context<'f>,
    range: Local<'f>,
    item: Local<'f>,
) -> Res<'f, bool> {
    match known_place(cx, range, item) {
        Some(place) => Ok(place.is_some()),
        None => protocol::contains_by_walking(cx, range, item),
    }
}

fn has<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    contains(cx, args.at(0), args.at(1)).map(Local::bool)
}

fn index<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (range, item) = (args.at(0), args.at(1));
    match known_place(cx, range, item) {
        Some(Some(place)) => cx.int(place as i64),
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
    if let Some(place) = known_place(cx, range, item) {
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
    let (start, _, _) = cx.range_parts(args.at(0)).unwrap_or((0, 0, 1));
    cx.int(start)
}

fn stop<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (_, stop, _) = cx.range_parts(args.at(0)).unwrap_or((0, 0, 1));
    cx.int(stop)
}

fn step<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (_, _, step) = cx.range_parts(args.at(0)).unwrap_or((0, 0, 1));
    cx.int(step)
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (_, _, count) = parts(cx, args.at(0));
    match i64::try_from(count) {
        Ok(count) => cx.int(count),
        Err(_) => Err(cx.raise(
            ClassId::OverflowError,
            format_args!("Python int too large to convert to C ssize_t"),
        )),
    }
}

fn bool<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(parts(cx, args.at(0)).2 > 0))
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::iter(cx, args.at(0))
}

fn reversed<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    reverse_iter(cx, args.at(0))
}

/// An iterator from the end of a range.
pub(crate) fn reverse_iter<'f>(cx: &mut Context<'f>, range: Local<'f>) -> Res<'f> {
    let (start, step, count) = parts(cx, range);
    let last = value(start, step, count.wrapping_sub(1));
    if let Some(iterator) = protocol::counting_iter(cx, last, step.wrapping_neg(), count)? {
        return Ok(iterator);
    }
    let len = protocol::len(cx, range)?;
    let iterator = cx.new_iter(IterKind::Reversed, range, Local::NONE)?;
    cx.set_iter_state(iterator, len as i64 - 1, 0, 1);
    Ok(iterator)
}

fn get_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    item(cx, args.at(0), args.at(1))
}

fn hash_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = protocol::hash(cx, args.at(0))?;
    cx.int(hash as i64)
}
