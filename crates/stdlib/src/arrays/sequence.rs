//! Arrays as sequences: items, slices, search, comparison, iteration.

use super::item::{Word, compare};
use super::{Array, make_plain};
use crate::support;
use alloc::vec::Vec;
use core::cmp::Ordering;
use miniscript_ext::{Args, Class, Context, Error, Exception, Local, NativeDef, Res};

pub(super) fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let len = array.len(cx);
    cx.int(len as i64)
}

/// An index, which may count from the end; `None` where there is no item.
pub(super) fn place<'f>(
    cx: &mut Context<'f>,
    array: Array<'f>,
    key: Local<'f>,
) -> Res<'f, Option<usize>> {
    let index = match cx.as_int(key) {
        Some(index) => index,
        None => {
            let Some(int) = cx.to_index(key)? else {
                return Err(cx.type_error(format_args!("array indices must be integers")));
            };
            match cx.as_int(int) {
                Some(index) => index,
                None => {
                    let found = cx.type_name(key);
                    return Err(cx.raise_kind(
                        Exception::IndexError,
                        format_args!("cannot fit '{found}' into an index-sized integer"),
                    ));
                }
            }
        }
    };
    let len = array.len(cx);
    let index = if index < 0 {
        index.saturating_add(len as i64)
    } else {
        index
    };
    Ok(usize::try_from(index).ok().filter(|&index| index < len))
}

#[cold]
fn out_of_range<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(
        Exception::IndexError,
        format_args!("array index out of range"),
    )
}

pub(super) fn getitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let key = args.at(1);
    if cx.as_int(key).is_none()
        && let Some((start, step, count)) = cx.slice_range(key, |cx| array.len(cx))?
    {
        let size = array.code.size();
        let mut out = support::reserve(cx, count.saturating_mul(size))?;
        let all = array.bytes(cx);
        let mut at = start;
        for _ in 0..count {
            let from = usize::try_from(at).unwrap_or(usize::MAX).saturating_mul(size);
            out.extend_from_slice(all.get(from..from.saturating_add(size)).unwrap_or_default());
            at = at.saturating_add(step);
        }
        return make_plain(cx, array.code, &out);
    }
    let item = match place(cx, array, key)? {
        Some(at) => array.get(cx, at)?,
        None => None,
    };
    match item {
        Some(item) => Ok(item),
        None => Err(out_of_range(cx)),
    }
}

pub(super) fn add<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let Some(other) = Array::find(cx, args.at(1)) else {
        let found = cx.type_name(args.at(1));
        return Err(cx.type_error(format_args!(
            "can only append array (not \"{found}\") to array"
        )));
    };
    if other.code != array.code {
        return Err(cx.type_error(format_args!("bad argument type for built-in operation")));
    }
    let len = array.bytes(cx).len().saturating_add(other.bytes(cx).len());
    let mut out = support::reserve(cx, len)?;
    out.extend_from_slice(array.bytes(cx));
    out.extend_from_slice(other.bytes(cx));
    make_plain(cx, array.code, &out)
}

/// How often a sequence is repeated; TypeError for what is no int.
pub(super) fn times<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, Option<usize>> {
    let Some(int) = cx.to_index(value)? else {
        return Ok(None);
    };
    match cx.as_int(int) {
        Some(count) => Ok(Some(usize::try_from(count.max(0)).unwrap_or(usize::MAX))),
        None => {
            let found = cx.type_name(value);
            Err(cx.raise_kind(
                Exception::OverflowError,
                format_args!("cannot fit '{found}' into an index-sized integer"),
            ))
        }
    }
}

pub(super) fn multiply<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let Some(count) = times(cx, args.at(1))? else {
        let found = cx.type_name(args.at(1));
        return Err(cx.type_error(format_args!(
            "can't multiply sequence by non-int of type '{found}'"
        )));
    };
    let out = repeated(cx, array, count)?;
    make_plain(cx, array.code, &out)
}

/// The other operand stands first, and says itself what is wrong with it.
pub(super) fn multiply_right<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match times(cx, args.at(1))? {
        Some(_) => multiply(cx, args),
        None => Ok(Local::NOT_IMPLEMENTED),
    }
}

/// The data so many times.
pub(super) fn repeated<'f>(
    cx: &mut Context<'f>,
    array: Array<'f>,
    count: usize,
) -> Res<'f, Vec<u8>> {
    let len = array.bytes(cx).len();
    let mut out = support::reserve(cx, len.saturating_mul(count))?;
    if len > 0 {
        for _ in 0..count {
            out.extend_from_slice(array.bytes(cx));
        }
    }
    Ok(out)
}

// Search.

/// What is looked for: the bytes that an equal item has, or what only scripts compare.
enum Sought<'f> {
    Word(Word),
    Value(Local<'f>),
}

fn sought<'f>(cx: &mut Context<'f>, array: Array<'f>, value: Local<'f>) -> Sought<'f> {
    // A float equals by value, so that only ints among ints go by their bytes.
    if !array.code.is_float()
        && !array.code.is_text()
        && let Some(int) = cx.as_int(value)
        && let Ok(word) = array.code.word(cx, value)
        && array.code.int(&word) == i128::from(int)
    {
        return Sought::Word(word);
    }
    Sought::Value(value)
}

/// The first item from `from` on that equals, before `to`.
fn search<'f>(
    cx: &mut Context<'f>,
    array: Array<'f>,
    sought: &Sought<'f>,
    from: usize,
    to: usize,
) -> Res<'f, Option<usize>> {
    let size = array.code.size();
    match sought {
        Sought::Word(word) => {
            let word = word.get(..size).unwrap_or_default();
            let end = to.min(array.len(cx));
            cx.charge(end.saturating_sub(from) / 16)?;
            let all = array.bytes(cx);
            let part = all
                .get(from.saturating_mul(size)..end.saturating_mul(size))
                .unwrap_or_default();
            let found = part.chunks_exact(size).position(|item| item == word);
            Ok(found.map(|at| at + from))
        }
        Sought::Value(value) => {
            let mut at = from;
            while at < to {
                cx.charge(1)?;
                let equal = cx.scope(|cx| match array.get(cx, at)? {
                    Some(item) => cx.equal(item, *value).map(Some),
                    None => Ok(None),
                })?;
                match equal {
                    Some(true) => return Ok(Some(at)),
                    Some(false) => at += 1,
                    None => break,
                }
            }
            Ok(None)
        }
    }
}

pub(super) fn contains<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let sought = sought(cx, array, args.at(1));
    let found = search(cx, array, &sought, 0, usize::MAX)?;
    Ok(Local::bool(found.is_some()))
}

pub(super) fn count<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let sought = sought(cx, array, args.at(1));
    let (mut count, mut from) = (0, 0);
    while let Some(at) = search(cx, array, &sought, from, usize::MAX)? {
        count += 1;
        from = at + 1;
    }
    cx.int(count)
}

/// Where a search begins or ends: an int, which may count from the end.
fn bound<'f>(
    cx: &mut Context<'f>,
    value: Option<Local<'f>>,
    default: usize,
    len: usize,
) -> Res<'f, usize> {
    let Some(value) = value else {
        return Ok(default);
    };
    let Some(int) = cx.to_index(value)? else {
        return Err(cx.type_error(format_args!(
            "slice indices must be integers or have an __index__ method"
        )));
    };
    let bound = match cx.as_int(int) {
        Some(bound) if bound < 0 => bound.saturating_add(len as i64).max(0),
        Some(bound) => bound,
        None => match cx.as_big(int) {
            Some(big) if big < miniscript_core::num_bigint::BigInt::ZERO => 0,
            _ => i64::MAX,
        },
    };
    Ok(usize::try_from(bound).unwrap_or(usize::MAX))
}

pub(super) fn index<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let (first, second) = (args.get(cx, 2), args.get(cx, 3));
    let len = array.len(cx);
    let from = bound(cx, first, 0, len)?;
    let to = bound(cx, second, usize::MAX, len)?;
    match find(cx, array, args.at(1), from, to)? {
        Some(at) => cx.int(at as i64),
        None => Err(cx.value_error(format_args!("array.index(x): x not in array"))),
    }
}

/// The first item that equals a value.
pub(super) fn find<'f>(
    cx: &mut Context<'f>,
    array: Array<'f>,
    value: Local<'f>,
    from: usize,
    to: usize,
) -> Res<'f, Option<usize>> {
    let sought = sought(cx, array, value);
    search(cx, array, &sought, from, to)
}

// Comparison.

/// The first items that differ, or the lengths: how they compare. `None` where they
/// have no order.
fn order<'f>(cx: &mut Context<'f>, a: Array<'f>, b: Array<'f>) -> Res<'f, Option<Ordering>> {
    let (x, y) = (a.bytes(cx), b.bytes(cx));
    let lengths = a.len(cx).cmp(&b.len(cx));
    let pairs = x
        .chunks_exact(a.code.size())
        .zip(y.chunks_exact(b.code.size()));
    let mut found = Some(lengths);
    for (x, y) in pairs {
        match compare(a.code, x, b.code, y) {
            Some(Ordering::Equal) => {}
            other => {
                found = other;
                break;
            }
        }
    }
    cx.charge(a.len(cx).min(b.len(cx)) / 16)?;
    Ok(found)
}

/// The six comparisons.
#[derive(Clone, Copy)]
enum Test {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl Test {
    fn holds(self, order: Option<Ordering>) -> bool {
        match self {
            Test::Eq => order == Some(Ordering::Equal),
            Test::Ne => order != Some(Ordering::Equal),
            Test::Lt => order == Some(Ordering::Less),
            Test::Le => matches!(order, Some(Ordering::Less | Ordering::Equal)),
            Test::Gt => order == Some(Ordering::Greater),
            Test::Ge => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        }
    }
}

fn compared<'f>(cx: &mut Context<'f>, args: Args<'f>, test: Test) -> Res<'f> {
    let (Some(a), Some(b)) = (Array::find(cx, args.at(0)), Array::find(cx, args.at(1))) else {
        return Ok(Local::NOT_IMPLEMENTED);
    };
    let mixed = a.code.is_text() != b.code.is_text();
    if mixed && let (Some(x), Some(y)) = (a.get(cx, 0)?, b.get(cx, 0)?) {
        // A character and a number: never equal, and without an order.
        if !matches!(test, Test::Eq | Test::Ne) {
            cx.less(x, y)?;
        }
        return Ok(Local::bool(test.holds(None)));
    }
    let order = order(cx, a, b)?;
    Ok(Local::bool(test.holds(order)))
}

pub(super) fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Test::Eq)
}

pub(super) fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Test::Ne)
}

pub(super) fn lt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Test::Lt)
}

pub(super) fn le<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Test::Le)
}

pub(super) fn gt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Test::Gt)
}

pub(super) fn ge<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Test::Ge)
}

// Iteration.

const SOURCE: usize = 0;
const NEXT: usize = 1;

static ITERATOR: Class = Class {
    name: "array.arrayiterator",
    fields: 2,
    methods: &[
        NativeDef::method("__reduce__", "(self, /)", reduce_iterator),
        NativeDef::method("__setstate__", "(self, state, /)", set_state),
    ],
    next: Some(next),
    derivable: false,
    ..Class::PLAIN
};

pub(super) fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Array::own(cx, args)?;
    let class = cx.class_of(&ITERATOR)?;
    let start = cx.int(0)?;
    cx.instance(class, &[args.at(0), start])
}

fn next<'f>(cx: &mut Context<'f>, iterator: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let (Some(source), Some(at)) = (
        cx.find_field(iterator, SOURCE),
        cx.int_field(iterator, NEXT),
    ) else {
        return Ok(None);
    };
    let Some(array) = Array::find(cx, source) else {
        return Ok(None);
    };
    let item = array.get(cx, usize::try_from(at).unwrap_or(usize::MAX))?;
    match item {
        Some(_) => cx.set_int_field(iterator, NEXT, at + 1)?,
        None => cx.clear_field(iterator, SOURCE),
    }
    Ok(item)
}

fn reduce_iterator<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let builtins = cx.builtins();
    let iter = cx.dict_get_str(builtins, "iter")?.unwrap_or(Local::NONE);
    match cx.find_field(args.at(0), SOURCE) {
        Some(source) => {
            let (source, at) = (cx.tuple(&[source])?, cx.field(args.at(0), NEXT));
            cx.tuple(&[iter, source, at])
        }
        None => {
            let nothing = cx.tuple(&[])?;
            let nothing = cx.tuple(&[nothing])?;
            cx.tuple(&[iter, nothing])
        }
    }
}

fn set_state<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let state = support::index(cx, args.at(1))?;
    let at = cx.as_int(state).unwrap_or(i64::MAX).max(0);
    cx.set_int_field(args.at(0), NEXT, at)?;
    Ok(Local::NONE)
}
