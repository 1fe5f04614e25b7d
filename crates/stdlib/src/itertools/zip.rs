//! `zip_longest`.

use crate::convert::reduced;
use miniscript_ext::{Args, Class, Context, Local, NativeDef, Res};

/// `zip_longest`: a list of the iterators, None for each that has ended; how many have
/// not; what stands for their items.
pub(super) static ZIP_LONGEST: Class = Class {
    name: "itertools.zip_longest",
    doc: "zip_longest(iter1 [,iter2 [...]], [fillvalue=None]) --> zip_longest object\n\nReturn a zip_longest object whose .__next__() method returns a tuple where\nthe i-th element comes from the i-th iterable argument.  The .__next__()\nmethod continues until the longest iterable in the argument sequence\nis exhausted and then it raises StopIteration.  When the shorter iterables\nare exhausted, the fillvalue is substituted in their place.  The fillvalue\ndefaults to None or can be specified by a keyword argument.\n",
    fields: 3,
    methods: &[
        NativeDef::constructor("(cls, /, *iterables, **kwargs)", zip_longest),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", setstate),
    ],
    next: Some(next),
    ..Class::PLAIN
};

const ITERATORS: usize = 0;
const ACTIVE: usize = 1;
const FILL: usize = 2;

/// More iterators than this are served through a list, not one Local each.
const WIDE: usize = 4;

fn zip_longest<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    // Behind the class the surplus arguments, last the dict of named ones.
    let count = args.len().saturating_sub(2);
    let named = args.at(args.len().saturating_sub(1));
    let fill = cx.dict_get_str(named, "fillvalue")?;
    if cx.dict_len(named) > usize::from(fill.is_some()) {
        return Err(cx.type_error(format_args!(
            "zip_longest() got an unexpected keyword argument"
        )));
    }
    let iterators = cx.list_with_capacity(count)?;
    for iterable in args.rest(1).take(count) {
        cx.scope(|cx| {
            let iterator = cx.iter(iterable)?;
            cx.list_push(iterators, iterator)
        })?;
    }
    let active = cx.int(i64::try_from(count).unwrap_or(i64::MAX))?;
    let fill = fill.unwrap_or(Local::NONE);
    cx.instance(args.at(0), &[iterators, active, fill])
}

fn next<'f>(cx: &mut Context<'f>, it: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let iterators = cx.field(it, ITERATORS);
    let count = cx.list_len(iterators);
    if cx.int_field(it, ACTIVE).unwrap_or(0) == 0 {
        return Ok(None);
    }
    if count <= WIDE {
        let mut items = [Local::NONE; WIDE];
        for (at, place) in items.iter_mut().enumerate().take(count) {
            match item(cx, it, iterators, at)? {
                Some(item) => *place = item,
                None => return Ok(None),
            }
        }
        return cx.tuple(items.get(..count).unwrap_or(&[])).map(Some);
    }
    let list = cx.list_with_capacity(count)?;
    for at in 0..count {
        let more = cx.scope(|cx| match item(cx, it, iterators, at)? {
            Some(item) => cx.list_push(list, item).map(|()| true),
            None => Ok(false),
        })?;
        if !more {
            return Ok(None);
        }
    }
    cx.tuple_from_list(list).map(Some)
}

/// The item of iterator `at`; `None` when the last one has ended.
fn item<'f>(
    cx: &mut Context<'f>,
    it: Local<'f>,
    iterators: Local<'f>,
    at: usize,
) -> Res<'f, Option<Local<'f>>> {
    let fill = cx.field(it, FILL);
    let Some(iterator) = cx.list_get(iterators, at) else {
        return Ok(Some(fill));
    };
    if cx.is_none(iterator) {
        return Ok(Some(fill));
    }
    match cx.next(iterator) {
        Ok(Some(item)) => Ok(Some(item)),
        Ok(None) => {
            let active = cx.int_field(it, ACTIVE).unwrap_or(0) - 1;
            cx.set_int_field(it, ACTIVE, active.max(0))?;
            if active <= 0 {
                return Ok(None);
            }
            cx.list_set(iterators, at, Local::NONE);
            Ok(Some(fill))
        }
        Err(error) => {
            cx.set_int_field(it, ACTIVE, 0)?;
            Err(error)
        }
    }
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let it = args.at(0);
    let (iterators, fill) = (cx.field(it, ITERATORS), cx.field(it, FILL));
    let list = cx.list(&[])?;
    for at in 0..cx.list_len(iterators) {
        cx.scope(|cx| {
            let part = match cx.list_get(iterators, at) {
                Some(iterator) if !cx.is_none(iterator) => iterator,
                _ => cx.tuple(&[])?,
            };
            cx.list_push(list, part)
        })?;
    }
    let parts = cx.tuple_from_list(list)?;
    if cx.tuple_len(parts) == 0 {
        return reduced(cx, it, &[], Some(fill));
    }
    let class = cx.type_of(it);
    cx.tuple(&[class, parts, fill])
}

fn setstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.set_field(args.at(0), FILL, args.at(1));
    Ok(Local::NONE)
}
