//! `tee`: several iterators over what one gives. What it has given is kept in a chain of
//! links that all share; what nobody stands before any more is garbage.

use crate::convert::{expect, reduced, size, state_tuple};
use miniscript_ext::{Args, Class, Context, Exception, Local, NativeDef, Res};

/// One of the iterators: the link that it is at, and its place there.
pub(super) static TEE: Class = Class {
    name: "itertools._tee",
    doc: "Iterator wrapped to make it copyable.",
    fields: 2,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", new_tee),
        NativeDef::method("__copy__", "(self, /)", copy),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", setstate),
    ],
    next: Some(next),
    derivable: false,
    weak: true,
    ..Class::PLAIN
};

/// A link: the iterator, a list of at most [`LINK`] of its items, the next link, and
/// whether the iterator is being asked for an item right now.
pub(super) static DATA: Class = Class {
    name: "itertools._tee_dataobject",
    doc: "teedataobject(iterable, values, next, /)\n--\n\nData container common to multiple tee objects.",
    fields: 4,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", new_data),
        NativeDef::method("__reduce__", "(self, /)", data_reduce),
    ],
    derivable: false,
    ..Class::PLAIN
};

const DATA_AT: usize = 0;
const INDEX: usize = 1;

const ITEMS: usize = 0;
const VALUES: usize = 1;
const NEXT: usize = 2;
const RUNNING: usize = 3;

/// Items that a link holds.
const LINK: usize = 57;

/// `tee(iterable, n=2, /)`.
pub(super) fn tee<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = args.len();
    if !(1..=2).contains(&given) {
        let (bound, limit, plural) = match given {
            0 => ("least", 1, ""),
            _ => ("most", 2, "s"),
        };
        return Err(cx.type_error(format_args!(
            "tee expected at {bound} {limit} argument{plural}, got {given}"
        )));
    }
    let count = match args.get(cx, 1) {
        Some(count) => size(cx, count)?,
        None => 2,
    };
    let Ok(count) = usize::try_from(count) else {
        return Err(cx.value_error(format_args!("n must be >= 0")));
    };
    let all = cx.list_with_capacity(count)?;
    if count > 0 {
        let iterator = cx.iter(args.at(0))?;
        let first = match cx.find_attribute(iterator, "__copy__")? {
            Some(_) => iterator,
            None => {
                let again = cx.iter(iterator)?;
                from_iterator(cx, again)?
            }
        };
        let copy = cx.attribute(first, "__copy__")?;
        cx.list_push(all, first)?;
        for _ in 1..count {
            cx.scope(|cx| {
                cx.charge(1)?;
                let another = cx.call(copy, &[])?;
                cx.list_push(all, another)
            })?;
        }
    }
    cx.tuple_from_list(all)
}

fn from_iterator<'f>(cx: &mut Context<'f>, iterator: Local<'f>) -> Res<'f> {
    let data = link(cx, iterator)?;
    let (class, zero) = (cx.class_of(&TEE)?, cx.int(0)?);
    cx.instance(class, &[data, zero])
}

/// An empty link.
fn link<'f>(cx: &mut Context<'f>, iterator: Local<'f>) -> Res<'f> {
    let (class, values) = (cx.class_of(&DATA)?, cx.list(&[])?);
    cx.instance(class, &[iterator, values])
}

fn new_tee<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    expect(cx, "_tee", args, 1, 1)?;
    let iterator = cx.iter(args.at(1))?;
    if cx.is_exactly(iterator, &TEE) {
        return copied(cx, iterator);
    }
    from_iterator(cx, iterator)
}

fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    copied(cx, args.at(0))
}

fn copied<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f> {
    let (class, data, index) = (
        cx.class_of(&TEE)?,
        cx.field(it, DATA_AT),
        cx.field(it, INDEX),
    );
    cx.instance(class, &[data, index])
}

fn next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let mut data = cx.field(it, DATA_AT);
    let mut index = usize::try_from(cx.int_field(it, INDEX).unwrap_or(0)).unwrap_or(0);
    if index >= LINK {
        data = match cx.find_field(data, NEXT) {
            Some(next) => next,
            None => {
                let items = cx.field(data, ITEMS);
                let next = link(cx, items)?;
                cx.set_field(data, NEXT, next);
                next
            }
        };
        cx.set_field(it, DATA_AT, data);
        cx.set_int_field(it, INDEX, 0)?;
        index = 0;
    }
    let values = cx.field(data, VALUES);
    let item = match cx.list_get(values, index) {
        Some(item) => item,
        None => match fetch(cx, data, values)? {
            Some(item) => item,
            None => return Ok(None),
        },
    };
    cx.set_int_field(it, INDEX, i64::try_from(index + 1).unwrap_or(0))?;
    Ok(Some(item))
}

/// Takes one more item into a link.
fn fetch<'f>(
    cx: &mut Context<'f>,
    data: Local<'f>,
    values: Local<'f>,
) -> Res<'f, Option<Local<'f>>> {
    if cx.find_field(data, RUNNING).is_some() {
        return Err(cx.raise_kind(
            Exception::RuntimeError,
            format_args!("cannot re-enter the tee iterator"),
        ));
    }
    let items = cx.field(data, ITEMS);
    cx.set_field(data, RUNNING, Local::TRUE);
    let result = cx.next(items);
    cx.clear_field(data, RUNNING);
    let Some(item) = result? else {
        return Ok(None);
    };
    cx.list_push(values, item)?;
    Ok(Some(item))
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    let (data, index) = (cx.field(it, DATA_AT), cx.field(it, INDEX));
    let (nothing, state) = (cx.tuple(&[])?, cx.tuple(&[data, index])?);
    reduced(cx, it, &[nothing], Some(state))
}

fn setstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    state_tuple(cx, args.at(1))?;
    let given = cx.tuple_len(args.at(1));
    let (Some(data), Some(index), 2) = (
        cx.tuple_get(args.at(1), 0),
        cx.tuple_get(args.at(1), 1),
        given,
    ) else {
        return Err(cx.type_error(format_args!(
            "function takes exactly 2 arguments ({given} given)"
        )));
    };
    if !cx.is_exactly(data, &DATA) {
        let name = cx.type_name(data);
        return Err(cx.type_error(format_args!(
            "argument 1 must be itertools._tee_dataobject, not {name}"
        )));
    }
    let at = size(cx, index)?;
    if !(0..=LINK as i64).contains(&at) {
        return Err(cx.value_error(format_args!("Index out of range")));
    }
    cx.set_field(args.at(0), DATA_AT, data);
    cx.set_int_field(args.at(0), INDEX, at)?;
    Ok(Local::NONE)
}

fn new_data<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    expect(cx, "teedataobject", args, 3, 3)?;
    let (items, values, next) = (args.at(1), args.at(2), args.at(3));
    if !cx.is_list(values) {
        let name = cx.type_name(values);
        return Err(cx.type_error(format_args!(
            "teedataobject() argument 2 must be list, not {name}"
        )));
    }
    let count = cx.list_len(values);
    let linked = cx.is_exactly(next, &DATA);
    if count > LINK || !linked && !cx.is_none(next) || linked && count != LINK {
        return Err(cx.value_error(format_args!("Invalid arguments")));
    }
    let own = cx.collect_list(values)?;
    let data = cx.instance(args.at(0), &[items, own])?;
    if linked {
        cx.set_field(data, NEXT, next);
    }
    Ok(data)
}

fn data_reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let data = args.at(0);
    let (items, values) = (cx.field(data, ITEMS), cx.field(data, VALUES));
    let values = cx.collect_list(values)?;
    let next = cx.field(data, NEXT);
    reduced(cx, data, &[items, values, next], None)
}
