//! `chain` and `accumulate`.

use super::slice::ISLICE;
use crate::convert::{class_item, reduced, state_tuple};
use miniscript_ext::{Args, Class, Context, Local, NativeDef, Res};

/// `chain`: the iterator over the iterables, and that of the one it is at.
pub(super) static CHAIN: Class = Class {
    name: "itertools.chain",
    doc: "chain(*iterables) --> chain object\n\nReturn a chain object whose .__next__() method returns elements from the\nfirst iterable until it is exhausted, then elements from the next\niterable, until all of the iterables are exhausted.",
    fields: 2,
    methods: &[
        NativeDef::constructor("(cls, /, *iterables)", chain),
        NativeDef::class_method("from_iterable", "(cls, iterable, /)", from_iterable),
        NativeDef::method("__reduce__", "(self, /)", chain_reduce),
        NativeDef::method("__setstate__", "(self, state, /)", chain_setstate),
        NativeDef::class_method("__class_getitem__", "(cls, item, /)", class_item),
    ],
    next: Some(chain_next),
    ..Class::PLAIN
};

const SOURCE: usize = 0;
const ACTIVE: usize = 1;

fn chain<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let iterables = if args.len() <= 5 {
        let mut few = [Local::NONE; 4];
        for (place, item) in few.iter_mut().zip(args.rest(1)) {
            *place = item;
        }
        cx.tuple(few.get(..args.len().saturating_sub(1)).unwrap_or(&[]))?
    } else {
        let list = cx.list_with_capacity(args.len())?;
        for item in args.rest(1) {
            cx.list_push(list, item)?;
        }
        cx.tuple_from_list(list)?
    };
    let source = cx.iter(iterables)?;
    cx.instance(args.at(0), &[source])
}

fn from_iterable<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let source = cx.iter(args.at(1))?;
    cx.instance(args.at(0), &[source])
}

fn chain_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    if let Some(active) = cx.find_field(it, ACTIVE) {
        if let Some(item) = cx.next(active)? {
            return Ok(Some(item));
        }
        cx.clear_field(it, ACTIVE);
    }
    let found = cx.slot(Local::NONE);
    loop {
        let step = cx.scope(|cx| {
            let Some(active) = cx.find_field(it, ACTIVE) else {
                let Some(source) = cx.find_field(it, SOURCE) else {
                    return Ok(Some(false));
                };
                let active = match cx.next(source) {
                    Ok(Some(iterable)) => cx.iter(iterable).map(Some),
                    Ok(None) => Ok(None),
                    Err(error) => Err(error),
                };
                return match active {
                    Ok(Some(active)) => {
                        cx.set_field(it, ACTIVE, active);
                        Ok(None)
                    }
                    Ok(None) => {
                        cx.clear_field(it, SOURCE);
                        Ok(Some(false))
                    }
                    Err(error) => {
                        cx.clear_field(it, SOURCE);
                        Err(error)
                    }
                };
            };
            match cx.next(active)? {
                Some(item) => {
                    cx.assign(&found, item);
                    Ok(Some(true))
                }
                None => {
                    cx.clear_field(it, ACTIVE);
                    Ok(None)
                }
            }
        })?;
        match step {
            Some(true) => return Ok(Some(cx.take(&found))),
            Some(false) => return Ok(None),
            None => cx.charge(1)?,
        }
    }
}

fn chain_reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    let state = match (cx.find_field(it, SOURCE), cx.find_field(it, ACTIVE)) {
        (Some(source), Some(active)) => Some(cx.tuple(&[source, active])?),
        (Some(source), None) => Some(cx.tuple(&[source])?),
        (None, _) => None,
    };
    reduced(cx, it, &[], state)
}

fn chain_setstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    state_tuple(cx, args.at(1))?;
    let given = cx.tuple_len(args.at(1));
    if !(1..=2).contains(&given) {
        let (bound, limit, plural) = match given {
            0 => ("least", 1, ""),
            _ => ("most", 2, "s"),
        };
        return Err(cx.type_error(format_args!(
            "function takes at {bound} {limit} argument{plural} ({given} given)"
        )));
    }
    for at in 0..given {
        if let Some(part) = cx.tuple_get(args.at(1), at)
            && cx.find_on_type(part, "__next__")?.is_none()
        {
            return Err(cx.type_error(format_args!("Arguments must be iterators.")));
        }
    }
    for at in [SOURCE, ACTIVE] {
        match cx.tuple_get(args.at(1), at) {
            Some(part) => cx.set_field(args.at(0), at, part),
            None => cx.clear_field(args.at(0), at),
        }
    }
    Ok(Local::NONE)
}

/// `accumulate`: what there is so far, the iterator, the function, and what to begin
/// with until it has been given.
pub(super) static ACCUMULATE: Class = Class {
    name: "itertools.accumulate",
    doc: "Return series of accumulated sums (or other binary function results).",
    fields: 4,
    methods: &[
        NativeDef::constructor("(cls, iterable, func=None, *, initial=None)", accumulate),
        NativeDef::method("__reduce__", "(self, /)", accumulate_reduce),
        NativeDef::method("__setstate__", "(self, state, /)", accumulate_setstate),
    ],
    next: Some(accumulate_next),
    ..Class::PLAIN
};

const TOTAL: usize = 0;
const ITEMS: usize = 1;
const FUNCTION: usize = 2;
const INITIAL: usize = 3;

fn accumulate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let items = cx.iter(args.at(1))?;
    let made = cx.instance(args.at(0), &[])?;
    cx.set_field(made, ITEMS, items);
    for (at, place) in [(2, FUNCTION), (3, INITIAL)] {
        if let Some(value) = args.get(cx, at)
            && !cx.is_none(value)
        {
            cx.set_field(made, place, value);
        }
    }
    Ok(made)
}

fn accumulate_next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    if let Some(initial) = cx.find_field(it, INITIAL) {
        cx.clear_field(it, INITIAL);
        cx.set_field(it, TOTAL, initial);
        return Ok(Some(initial));
    }
    let items = cx.field(it, ITEMS);
    let Some(item) = cx.next(items)? else {
        return Ok(None);
    };
    let total = match (cx.find_field(it, TOTAL), cx.find_field(it, FUNCTION)) {
        (None, _) => item,
        (Some(total), None) => cx.add(total, item)?,
        (Some(total), Some(function)) => cx.call(function, &[total, item])?,
    };
    cx.set_field(it, TOTAL, total);
    Ok(Some(total))
}

fn accumulate_reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    let (items, function) = (cx.field(it, ITEMS), cx.field(it, FUNCTION));
    if let Some(initial) = cx.find_field(it, INITIAL) {
        let chained = behind(cx, initial, items)?;
        return reduced(cx, it, &[chained, function], Some(Local::NONE));
    }
    let total = cx.find_field(it, TOTAL);
    if let Some(none) = total.filter(|&total| cx.is_none(total)) {
        // None would be taken for no state at all.
        let chained = behind(cx, none, items)?;
        let class = cx.type_of(it);
        let again = cx.call(class, &[chained, function])?;
        let (slice, one) = (cx.class_of(&ISLICE)?, cx.int(1)?);
        let parts = cx.tuple(&[again, one, Local::NONE])?;
        return cx.tuple(&[slice, parts]);
    }
    let total = total.unwrap_or(Local::NONE);
    reduced(cx, it, &[items, function], Some(total))
}

/// `chain((first,), rest)`.
fn behind<'f>(cx: &mut Context<'f>, first: Local<'f>, rest: Local<'f>) -> Res<'f> {
    let (class, first) = (cx.class_of(&CHAIN)?, cx.tuple(&[first])?);
    cx.call(class, &[first, rest])
}

fn accumulate_setstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.set_field(args.at(0), TOTAL, args.at(1));
    Ok(Local::NONE)
}
