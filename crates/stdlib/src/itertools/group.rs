//! `groupby`, and the iterators of its groups.

use crate::convert::{equal, expect, reduced, state_tuple};
use miniscript_ext::{Args, Class, Context, Local, NativeDef, Res};

/// `groupby`: the iterator, the key function, the key of the group that was given last,
/// the key and the value that come next, and the group that may still take from here.
pub(super) static GROUPBY: Class = Class {
    name: "itertools.groupby",
    doc: "make an iterator that returns consecutive keys and groups from the iterable\n\n  iterable\n    Elements to divide into groups according to the key function.\n  key\n    A function for computing the group category for each element.\n    If the key function is not specified or is None, the element itself\n    is used for grouping.",
    fields: 6,
    methods: &[
        NativeDef::constructor("(cls, iterable, key=None)", groupby),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", setstate),
    ],
    next: Some(next),
    ..Class::PLAIN
};

/// A group: its `groupby`, and its key.
pub(super) static GROUPER: Class = Class {
    name: "itertools._grouper",
    fields: 2,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", grouper),
        NativeDef::method("__reduce__", "(self, /)", grouper_reduce),
    ],
    next: Some(grouper_next),
    derivable: false,
    ..Class::PLAIN
};

const ITEMS: usize = 0;
const FUNCTION: usize = 1;
const LAST: usize = 2;
const KEY: usize = 3;
const VALUE: usize = 4;
const GROUP: usize = 5;

const PARENT: usize = 0;
const OWN: usize = 1;

fn groupby<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let items = cx.iter(args.at(1))?;
    let function = args.get(cx, 2).unwrap_or(Local::NONE);
    cx.instance(args.at(0), &[items, function])
}

/// Takes the next value in, with its key; false at the end.
fn step<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, bool> {
    let (items, function) = (cx.field(it, ITEMS), cx.field(it, FUNCTION));
    let Some(value) = cx.next(items)? else {
        return Ok(false);
    };
    let key = if cx.is_none(function) {
        value
    } else {
        cx.call(function, &[value])?
    };
    cx.set_field(it, VALUE, value);
    cx.set_field(it, KEY, key);
    Ok(true)
}

fn next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    cx.clear_field(it, GROUP);
    loop {
        let skip = cx.scope(|cx| match (cx.find_field(it, KEY), cx.find_field(it, LAST)) {
            (None, _) => Ok(true),
            (Some(_), None) => Ok(false),
            (Some(key), Some(last)) => equal(cx, last, key),
        })?;
        if !skip {
            break;
        }
        cx.charge(1)?;
        if !cx.scope(|cx| step(cx, it))? {
            return Ok(None);
        }
    }
    let key = cx.field(it, KEY);
    cx.set_field(it, LAST, key);
    let class = cx.class_of(&GROUPER)?;
    let group = cx.instance(class, &[it, key])?;
    cx.set_field(it, GROUP, group);
    cx.tuple(&[key, group]).map(Some)
}

fn grouper<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    expect(cx, "_grouper", args, 2, 2)?;
    let parent = args.at(1);
    if !cx.is_of(parent, &GROUPBY) {
        let name = cx.type_name(parent);
        return Err(cx.type_error(format_args!(
            "_grouper() argument 1 must be itertools.groupby, not {name}"
        )));
    }
    let group = cx.instance(args.at(0), &[parent, args.at(2)])?;
    cx.set_field(parent, GROUP, group);
    Ok(group)
}

/// Whether the `groupby` of a group has not gone on to the next.
fn is_current<'f>(cx: &mut Context<'f>, group: Local<'f>) -> bool {
    let parent = cx.field(group, PARENT);
    cx.find_field(parent, GROUP)
        .is_some_and(|current| cx.same(current, group))
}

fn grouper_next<'f>(cx: &mut Context<'f>, group: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    if !is_current(cx, group) {
        return Ok(None);
    }
    let parent = cx.field(group, PARENT);
    if cx.find_field(parent, VALUE).is_none() && !step(cx, parent)? {
        return Ok(None);
    }
    let (own, key) = (cx.field(group, OWN), cx.field(parent, KEY));
    if !equal(cx, own, key)? {
        return Ok(None);
    }
    let value = cx.find_field(parent, VALUE);
    cx.clear_field(parent, VALUE);
    cx.clear_field(parent, KEY);
    Ok(value)
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    let (items, function) = (cx.field(it, ITEMS), cx.field(it, FUNCTION));
    let parts = (
        cx.find_field(it, KEY),
        cx.find_field(it, VALUE),
        cx.find_field(it, LAST),
    );
    let state = match parts {
        (Some(key), Some(value), Some(last)) => Some(cx.tuple(&[key, value, last])?),
        _ => None,
    };
    reduced(cx, it, &[items, function], state)
}

fn setstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    state_tuple(cx, args.at(1))?;
    let given = cx.tuple_len(args.at(1));
    if given != 3 {
        return Err(cx.type_error(format_args!(
            "function takes exactly 3 arguments ({given} given)"
        )));
    }
    for (at, place) in [KEY, VALUE, LAST].into_iter().enumerate() {
        if let Some(part) = cx.tuple_get(args.at(1), at) {
            cx.set_field(args.at(0), place, part);
        }
    }
    Ok(Local::NONE)
}

fn grouper_reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let group = args.at(0);
    if !is_current(cx, group) {
        let builtins = cx.builtins();
        let name = cx.str("iter")?;
        let iter = cx.get_item(builtins, name)?;
        let nothing = cx.tuple(&[])?;
        let given = cx.tuple(&[nothing])?;
        return cx.tuple(&[iter, given]);
    }
    let (parent, own) = (cx.field(group, PARENT), cx.field(group, OWN));
    reduced(cx, group, &[parent, own], None)
}
