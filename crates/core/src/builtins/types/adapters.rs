//! Iterators made from iterators: `enumerate`, `zip`, `map`, `filter`, `reversed`.

use super::iterators::{PLAIN, SIZED, STRICT};
use crate::builtins::protocol;
use crate::object::{ClassId, IterKind, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

pub(crate) static ENUMERATE: TypeDef = TypeDef {
    class: ClassId::Enumerate,
    new: Some(NativeDef::function(
        "enumerate",
        "(cls, iterable, start=0)",
        enumerate,
    )),
    methods: PLAIN,
    doc: crate::features::doc(
        "Return an enumerate object.\n\n  iterable\n    an object supporting iteration\n\nThe enumerate object yields pairs containing a count (from start, which\ndefaults to zero) and a value yielded by the iterable argument.",
    ),
    base: true,
};

pub(crate) static ZIP: TypeDef = TypeDef {
    class: ClassId::Zip,
    new: Some(NativeDef::function(
        "zip",
        "(cls, *iterables, strict=False)",
        zip,
    )),
    methods: STRICT,
    doc: crate::features::doc(
        "zip(*iterables, strict=False) --> Yield tuples until an input is exhausted.",
    ),
    base: true,
};

pub(crate) static MAP: TypeDef = TypeDef {
    class: ClassId::Map,
    new: Some(NativeDef::function("map", "(cls, *args)", map)),
    methods: PLAIN,
    doc: crate::features::doc(
        "map(func, *iterables) --> map object\n\nMake an iterator that computes the function using arguments from\neach of the iterables.  Stops when the shortest iterable is exhausted.",
    ),
    base: true,
};

pub(crate) static FILTER: TypeDef = TypeDef {
    class: ClassId::Filter,
    new: Some(NativeDef::function(
        "filter",
        "(cls, function, iterable, /)",
        filter,
    )),
    methods: PLAIN,
    doc: crate::features::doc(
        "filter(function or None, iterable) --> filter object\n\nReturn an iterator yielding those items of iterable for which function(item)\nis true. If function is None, return the items that are true.",
    ),
    base: true,
};

pub(crate) static REVERSED: TypeDef = TypeDef {
    class: ClassId::Reversed,
    new: Some(NativeDef::function(
        "reversed",
        "(cls, *sequences)",
        reversed,
    )),
    methods: SIZED,
    doc: crate::features::doc("Return a reverse iterator over the values of the given sequence."),
    base: true,
};

fn enumerate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let start = match args.get(cx, 2) {
        Some(start) => protocol::index(cx, start)?,
        None => cx.int(0)?,
    };
    let source = protocol::iter(cx, args.at(1))?;
    let small = cx.as_int(start);
    let extra = if small.is_some() { Local::NONE } else { start };
    let iterator = cx.new_iter(IterKind::Enumerate, source, extra)?;
    cx.set_iter_state(iterator, small.unwrap_or(0), 0, 1);
    Ok(iterator)
}

/// A tuple of the arguments' iterators.
fn iterators<'f>(
    cx: &mut Context<'f>,
    iterables: impl ExactSizeIterator<Item = Local<'f>>,
) -> Res<'f> {
    let list = cx.list_with_capacity(iterables.len())?;
    for iterable in iterables {
        cx.scope(|cx| {
            let iterator = protocol::iter(cx, iterable)?;
            cx.list_push(list, iterator)
        })?;
    }
    cx.tuple_from_list(list)
}

fn zip<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let strict = match args.get(cx, 1) {
        Some(strict) => protocol::truth(cx, strict)?,
        None => false,
    };
    let sources = iterators(cx, args.rest(2))?;
    let iterator = cx.new_iter(IterKind::Zip, sources, Local::NONE)?;
    cx.set_iter_state(iterator, 0, strict as i64, 1);
    Ok(iterator)
}

fn map<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if args.len() < 3 {
        return Err(cx.type_error(format_args!("map() must have at least two arguments.")));
    }
    let sources = iterators(cx, args.rest(2))?;
    cx.new_iter(IterKind::Map, sources, args.at(1))
}

fn filter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let source = protocol::iter(cx, args.at(2))?;
    cx.new_iter(IterKind::Filter, source, args.at(1))
}

fn reversed<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = args.len().saturating_sub(1);
    if given != 1 {
        return Err(cx.type_error(format_args!("reversed expected 1 argument, got {given}")));
    }
    let source = args.at(1);
    match cx.kind(source) {
        Some(Kind::List) => return super::list::reverse_iter(cx, source),
        Some(Kind::Range) => return super::range::reverse_iter(cx, source),
        Some(Kind::Dict) => return protocol::dict_iter(cx, IterKind::DictKeysReverse, source),
        Some(Kind::DictView) => return super::dict_views::reverse_iter(cx, source),
        _ => {}
    }
    let names = cx.names();
    if let Some(answer) = cx.call_special(source, names.reversed, &[])? {
        return Ok(answer);
    }
    if cx.type_attr(source, names.reversed).is_some() || !protocol::is_sequence(cx, source) {
        let name = cx.type_name(source);
        return Err(cx.type_error(format_args!("'{name}' object is not reversible")));
    }
    let len = protocol::len(cx, source)?;
    let iterator = cx.new_iter(IterKind::Reversed, source, Local::NONE)?;
    cx.set_iter_state(iterator, len as i64 - 1, 0, 1);
    Ok(iterator)
}
