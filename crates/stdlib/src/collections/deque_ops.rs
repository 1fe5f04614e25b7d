//! What a deque does besides its ends: items by index, searching, comparing, copying.

use super::deque::{
    DEQUE, adopt, empty, extend_with, get, list_of, most, push, put, set_most, size, state, take,
};
use crate::convert::{Piece, equal, expect, index, short_name, text};
use miniscript_ext::{Args, Cmp, Context, Error, Exception, Local, Res};

/// An int by `__index__`.
fn steps<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i64> {
    crate::convert::size(cx, value)
}

/// The place that a subscript means.
fn subscript<'f>(cx: &mut Context<'f>, this: Local<'f>, value: Local<'f>) -> Res<'f, usize> {
    if cx.to_index(value)?.is_none() {
        let name = cx.type_name(value);
        return Err(cx.type_error(format_args!("sequence index must be integer, not '{name}'")));
    }
    let at = index(cx, value, Exception::IndexError)?;
    let count = size(cx, this);
    let at = match usize::try_from(at) {
        Ok(at) => Some(at),
        Err(_) => count.checked_sub(usize::try_from(at.unsigned_abs()).unwrap_or(usize::MAX)),
    };
    match at.filter(|&at| at < count) {
        Some(at) => Ok(at),
        None => Err(cx.raise_kind(
            Exception::IndexError,
            format_args!("deque index out of range"),
        )),
    }
}

pub(super) fn get_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let at = subscript(cx, args.at(0), args.at(1))?;
    Ok(get(cx, args.at(0), at).unwrap_or(Local::NONE))
}

pub(super) fn set_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let at = subscript(cx, args.at(0), args.at(1))?;
    put(cx, args.at(0), at, args.at(2));
    Ok(Local::NONE)
}

pub(super) fn del_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let at = subscript(cx, args.at(0), args.at(1))?;
    delete(cx, args.at(0), at)?;
    Ok(Local::NONE)
}

/// Takes item `at` out; those of the shorter side move.
fn delete<'f>(cx: &mut Context<'f>, this: Local<'f>, at: usize) -> Res<'f, ()> {
    let count = size(cx, this);
    let left = at < count / 2;
    let moves = if left { at } else { count - 1 - at };
    cx.charge(moves / 4)?;
    for step in 0..moves {
        cx.scope(|cx| {
            let to = if left { at - step } else { at + step };
            let from = if left { to - 1 } else { to + 1 };
            let item = get(cx, this, from).unwrap_or(Local::NONE);
            put(cx, this, to, item);
            Ok(())
        })?;
    }
    take(cx, this, left)?;
    Ok(())
}

/// The TypeError of a wrong number of arguments where these are read by a format of the
/// old kind.
#[cold]
fn miscounted<'f>(cx: &mut Context<'f>, name: &str, bound: &str, limit: usize, args: Args<'f>) -> Error<'f> {
    let (plural, given) = (if limit == 1 { "" } else { "s" }, args.len().saturating_sub(1));
    cx.type_error(format_args!(
        "{name}() takes {bound} {limit} argument{plural} ({given} given)"
    ))
}

pub(super) fn insert<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if args.len() != 3 {
        return Err(miscounted(cx, "insert", "exactly", 2, args));
    }
    let (this, item) = (args.at(0), args.at(2));
    let at = steps(cx, args.at(1))?;
    let count = size(cx, this);
    if most(cx, this) == Some(count) {
        return Err(cx.raise_kind(
            Exception::IndexError,
            format_args!("deque already at its maximum size"),
        ));
    }
    let at = match usize::try_from(at) {
        Ok(at) => at.min(count),
        Err(_) => count.saturating_sub(usize::try_from(at.unsigned_abs()).unwrap_or(usize::MAX)),
    };
    let left = at < count / 2;
    push(cx, this, item, left)?;
    let moves = if left { at } else { count - at };
    cx.charge(moves / 4)?;
    for step in 0..moves {
        cx.scope(|cx| {
            let to = if left { step } else { count - step };
            let from = if left { to + 1 } else { to - 1 };
            let moved = get(cx, this, from).unwrap_or(Local::NONE);
            put(cx, this, to, moved);
            Ok(())
        })?;
    }
    put(cx, this, at, item);
    Ok(Local::NONE)
}

/// How a search ends: found at this place, or not.
fn search<'f>(
    cx: &mut Context<'f>,
    this: Local<'f>,
    value: Local<'f>,
    range: core::ops::Range<usize>,
    mutated: impl Fn(&mut Context<'f>) -> Error<'f>,
) -> Res<'f, Option<usize>> {
    let before = state(cx, this);
    for at in range {
        cx.charge(1)?;
        let found = cx.scope(|cx| match get(cx, this, at) {
            Some(item) => equal(cx, item, value),
            None => Ok(false),
        })?;
        if state(cx, this) != before {
            return Err(mutated(cx));
        }
        if found {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

#[cold]
fn mutated_iteration<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(
        Exception::RuntimeError,
        format_args!("deque mutated during iteration"),
    )
}

pub(super) fn contains<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let all = 0..size(cx, args.at(0));
    let found = search(cx, args.at(0), args.at(1), all, mutated_iteration)?;
    Ok(Local::bool(found.is_some()))
}

pub(super) fn count<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (mut from, all) = (0, size(cx, args.at(0)));
    let mut count = 0;
    while let Some(at) = search(cx, args.at(0), args.at(1), from..all, mutated_iteration)? {
        count += 1;
        from = at + 1;
    }
    cx.int(count)
}

/// A bound of `index`: as a slice's, within the deque.
fn bound<'f>(cx: &mut Context<'f>, value: Local<'f>, count: usize) -> Res<'f, usize> {
    let Some(number) = cx.to_index(value)? else {
        return Err(cx.type_error(format_args!(
            "slice indices must be integers or have an __index__ method"
        )));
    };
    let at = match cx.as_int(number) {
        Some(at) => at,
        None => {
            let zero = cx.int(0)?;
            if cx.less(number, zero)? {
                i64::MIN
            } else {
                i64::MAX
            }
        }
    };
    Ok(match usize::try_from(at) {
        Ok(at) => at.min(count),
        Err(_) => count.saturating_sub(usize::try_from(at.unsigned_abs()).unwrap_or(usize::MAX)),
    })
}

pub(super) fn index_of<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if args.len() < 2 {
        return Err(miscounted(cx, "index", "at least", 1, args));
    }
    if args.len() > 4 {
        return Err(miscounted(cx, "index", "at most", 3, args));
    }
    let (this, value) = (args.at(0), args.at(1));
    let count = size(cx, this);
    let start = match args.get(cx, 2) {
        Some(start) => bound(cx, start, count)?,
        None => 0,
    };
    let stop = match args.get(cx, 3) {
        Some(stop) => bound(cx, stop, count)?,
        None => count,
    };
    match search(cx, this, value, start..stop, mutated_iteration)? {
        Some(at) => cx.int(i64::try_from(at).unwrap_or(i64::MAX)),
        None => Err(absent(cx, value)),
    }
}

#[cold]
fn absent<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Error<'f> {
    match cx.to_repr(value) {
        Ok(shown) => {
            let shown = cx.as_str(shown).unwrap_or("?");
            cx.value_error(format_args!("{shown} is not in deque"))
        }
        Err(error) => error,
    }
}

pub(super) fn remove<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let all = 0..size(cx, this);
    let found = search(cx, this, args.at(1), all, |cx| {
        cx.raise_kind(
            Exception::IndexError,
            format_args!("deque mutated during iteration"),
        )
    })?;
    match found {
        Some(at) => {
            delete(cx, this, at)?;
            Ok(Local::NONE)
        }
        None => Err(absent(cx, args.at(1))),
    }
}

pub(super) fn reverse<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let count = size(cx, this);
    cx.charge(count / 8)?;
    for at in 0..count / 2 {
        cx.scope(|cx| {
            let other = count - 1 - at;
            let (a, b) = (get(cx, this, at), get(cx, this, other));
            put(cx, this, at, b.unwrap_or(Local::NONE));
            put(cx, this, other, a.unwrap_or(Local::NONE));
            Ok(())
        })?;
    }
    Ok(Local::NONE)
}

pub(super) fn rotate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    expect(cx, "deque.rotate", args, 0, 1)?;
    let this = args.at(0);
    let by = match args.get(cx, 1) {
        Some(by) => steps(cx, by)?,
        None => 1,
    };
    let count = size(cx, this);
    let Some(length) = i64::try_from(count).ok().filter(|&length| length > 1) else {
        return Ok(Local::NONE);
    };
    let right = by.rem_euclid(length);
    // The shorter way around.
    let (moves, left) = match right > length / 2 {
        true => (length - right, true),
        false => (right, false),
    };
    cx.charge(usize::try_from(moves).unwrap_or(0) / 4)?;
    for _ in 0..moves {
        cx.scope(|cx| match take(cx, this, left)? {
            Some(item) => push(cx, this, item, !left),
            None => Ok(()),
        })?;
    }
    Ok(Local::NONE)
}

pub(super) fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    copied(cx, args.at(0))
}

fn copied<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f> {
    let class = cx.type_of(this);
    if cx.is_exactly(this, &DEQUE) {
        let new = empty(cx, class)?;
        let most = most(cx, this);
        set_most(cx, new, most);
        let list = list_of(cx, this)?;
        adopt(cx, new, list)?;
        return Ok(new);
    }
    let new = match most(cx, this) {
        Some(most) => {
            let most = cx.int(i64::try_from(most).unwrap_or(i64::MAX))?;
            cx.call(class, &[this, most])?
        }
        None => cx.call(class, &[this])?,
    };
    if !cx.is_of(new, &DEQUE) {
        let (class, found) = (cx.type_name(this), cx.type_name(new));
        return Err(cx.type_error(format_args!(
            "{class}() must return a deque, not {found}"
        )));
    }
    Ok(new)
}

pub(super) fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    if !cx.enter_repr(this) {
        return cx.str("[...]");
    }
    let shown = list_of(cx, this).and_then(|list| cx.to_repr(list));
    cx.leave_repr(this);
    let (shown, name) = (shown?, short_name(cx, this));
    let shown = cx.as_wtf8(shown).unwrap_or_default();
    let shown = cx.str_from_wtf8(shown)?;
    let begin = text(cx, &[Piece::Text(name), Piece::Text("(")])?;
    let begun = cx.add(begin, shown)?;
    let end = match most(cx, this) {
        Some(most) => {
            let most = cx.int(i64::try_from(most).unwrap_or(i64::MAX))?;
            text(
                cx,
                &[Piece::Text(", maxlen="), Piece::Repr(most), Piece::Text(")")],
            )?
        }
        None => cx.str(")")?,
    };
    cx.add(begun, end)
}

pub(super) fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let class = cx.type_of(this);
    let state = if cx.is_exactly(this, &DEQUE) {
        Local::NONE
    } else {
        let (module, nothing) = (cx.import("_collections_ordered")?, cx.tuple(&[])?);
        cx.call_method(module, "_state", &[this, nothing])?
    };
    let given = match most(cx, this) {
        Some(most) => {
            let most = cx.int(i64::try_from(most).unwrap_or(i64::MAX))?;
            let nothing = cx.tuple(&[])?;
            cx.tuple(&[nothing, most])?
        }
        None => cx.tuple(&[])?,
    };
    let items = cx.iter(this)?;
    cx.tuple(&[class, given, state, items])
}

/// `a op b` of two deques, as of two lists.
fn compare<'f>(cx: &mut Context<'f>, op: Cmp, args: Args<'f>) -> Res<'f> {
    let (a, b) = (args.at(0), args.at(1));
    if !cx.is_of(a, &DEQUE) || !cx.is_of(b, &DEQUE) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    let same = cx.same(a, b);
    let unequal = size(cx, a) != size(cx, b);
    match op {
        Cmp::Eq if same => return Ok(Local::TRUE),
        Cmp::Ne if same => return Ok(Local::FALSE),
        Cmp::Eq if unequal => return Ok(Local::FALSE),
        Cmp::Ne if unequal => return Ok(Local::TRUE),
        _ => {}
    }
    let before = (state(cx, a), state(cx, b));
    let mut at = 0;
    loop {
        cx.charge(1)?;
        if (state(cx, a), state(cx, b)) != before {
            return Err(mutated_iteration(cx));
        }
        let (x, y) = (get(cx, a, at), get(cx, b, at));
        let (Some(x), Some(y)) = (x, y) else {
            let (x, y) = (cx.int(x.is_some().into())?, cx.int(y.is_some().into())?);
            return cx.compare(op, x, y);
        };
        if cx.scope(|cx| Ok(!equal(cx, x, y)?))? {
            return match op {
                Cmp::Eq => Ok(Local::FALSE),
                Cmp::Ne => Ok(Local::TRUE),
                _ => cx.compare(op, x, y),
            };
        }
        at += 1;
    }
}

pub(super) fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Eq, args)
}

pub(super) fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Ne, args)
}

pub(super) fn lt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Lt, args)
}

pub(super) fn le<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Le, args)
}

pub(super) fn gt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Gt, args)
}

pub(super) fn ge<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Ge, args)
}

pub(super) fn add<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !cx.is_of(args.at(1), &DEQUE) {
        let name = cx.type_name(args.at(1));
        return Err(cx.type_error(format_args!(
            "can only concatenate deque (not \"{name}\") to deque"
        )));
    }
    let new = copied(cx, args.at(0))?;
    extend_with(cx, new, args.at(1), false)?;
    Ok(new)
}

pub(super) fn iadd<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    extend_with(cx, args.at(0), args.at(1), false)?;
    Ok(args.at(0))
}

pub(super) fn mul<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let times = factor(cx, args.at(1))?;
    let new = copied(cx, args.at(0))?;
    repeat(cx, new, times)?;
    Ok(new)
}

pub(super) fn imul<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let times = factor(cx, args.at(1))?;
    repeat(cx, args.at(0), times)?;
    Ok(args.at(0))
}

fn factor<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, usize> {
    if cx.to_index(value)?.is_none() {
        let name = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "can't multiply sequence by non-int of type '{name}'"
        )));
    }
    let times = index(cx, value, Exception::OverflowError)?;
    Ok(usize::try_from(times.max(0)).unwrap_or(usize::MAX))
}

/// Makes a deque that often its own length.
fn repeat<'f>(cx: &mut Context<'f>, this: Local<'f>, times: usize) -> Res<'f, ()> {
    let count = size(cx, this);
    if count == 0 || times == 1 {
        return Ok(());
    }
    let items = list_of(cx, this)?;
    // No more copies than are kept.
    let times = match most(cx, this) {
        Some(most) => times.min(most / count + 2),
        None => times,
    };
    let Some(total) = count
        .checked_mul(times)
        .filter(|&total| total <= cx.heap_room() / 8)
    else {
        return Err(cx.memory_error());
    };
    cx.charge(total / 8)?;
    let list = cx.list_with_capacity(total)?;
    let kept = most(cx, this).unwrap_or(usize::MAX);
    for at in total.saturating_sub(kept)..total {
        cx.scope(|cx| match cx.list_get(items, at % count) {
            Some(item) => cx.list_push(list, item),
            None => Ok(()),
        })?;
    }
    adopt(cx, this, list)
}
