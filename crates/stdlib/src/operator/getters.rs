//! `itemgetter`, `attrgetter`, `methodcaller`: functions that take something of their
//! argument.

use crate::convert::{Piece, expect, text};
use alloc::vec::Vec;
use miniscript_ext::{Args, Class, Context, Local, NativeDef, Res};

/// `operator.itemgetter`: a tuple of the keys.
pub(super) static ITEMGETTER: Class = Class {
    name: "operator.itemgetter",
    doc: "itemgetter(item, ...) --> itemgetter object\n\nReturn a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].\nAfter g = itemgetter(2, 5, 3), the call g(r) returns (r[2], r[5], r[3])",
    fields: 2,
    derivable: false,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", new_item),
        NativeDef::method("__call__", "(self, /, *args)", call_item),
        NativeDef::method("__repr__", "(self, /)", repr),
        NativeDef::method("__reduce__", "(self, /)", reduce),
    ],
    ..Class::PLAIN
};

/// `operator.attrgetter`: a tuple of the names, and for each a tuple of its parts.
pub(super) static ATTRGETTER: Class = Class {
    name: "operator.attrgetter",
    doc: "attrgetter(attr, ...) --> attrgetter object\n\nReturn a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.\nAfter g = attrgetter('name', 'date'), the call g(r) returns (r.name, r.date).\nAfter h = attrgetter('name.first', 'name.last'), the call h(r) returns\n(r.name.first, r.name.last).",
    fields: 2,
    derivable: false,
    methods: &[
        NativeDef::constructor("(cls, /, *args)", new_attribute),
        NativeDef::method("__call__", "(self, /, *args)", call_attribute),
        NativeDef::method("__repr__", "(self, /)", repr),
        NativeDef::method("__reduce__", "(self, /)", reduce),
    ],
    ..Class::PLAIN
};

/// `operator.methodcaller`: the name, a tuple of arguments, a dict of named ones.
pub(super) static METHODCALLER: Class = Class {
    name: "operator.methodcaller",
    doc: "methodcaller(name, ...) --> methodcaller object\n\nReturn a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().\nAfter g = methodcaller('name', 'date', foo=1), the call g(r) returns\nr.name('date', foo=1).",
    fields: 3,
    derivable: false,
    methods: &[
        NativeDef::constructor("(cls, /, *args, **kwargs)", new_method),
        NativeDef::method("__call__", "(self, /, *args)", call_method),
        NativeDef::method("__repr__", "(self, /)", repr_method),
        NativeDef::method("__reduce__", "(self, /)", reduce_method),
    ],
    ..Class::PLAIN
};

const KEYS: usize = 0;
const PATHS: usize = 1;

const NAME: usize = 0;
const ARGS: usize = 1;
const NAMED: usize = 2;

/// A tuple of some arguments.
fn tuple<'f>(
    cx: &mut Context<'f>,
    args: impl Iterator<Item = Local<'f>>,
) -> Res<'f> {
    let all: Vec<Local<'f>> = args.collect();
    cx.tuple(&all)
}

fn new_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if args.len() < 2 {
        expect(cx, "itemgetter", args, 1, 1)?;
    }
    let keys = tuple(cx, args.rest(1))?;
    cx.instance(args.at(0), &[keys])
}

fn call_item<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    expect(cx, "itemgetter", args, 1, 1)?;
    let (keys, object) = (cx.field(args.at(0), KEYS), args.at(1));
    each(cx, keys, |cx, key| cx.get_item(object, key))
}

/// What `get` gives for each key: alone, or a tuple.
fn each<'f>(
    cx: &mut Context<'f>,
    keys: Local<'f>,
    get: impl Fn(&mut Context<'f>, Local<'f>) -> Res<'f>,
) -> Res<'f> {
    const FEW: usize = 4;
    let count = cx.tuple_len(keys);
    if count == 1 {
        let key = cx.tuple_get(keys, 0).unwrap_or(Local::NONE);
        return get(cx, key);
    }
    if count <= FEW {
        let mut found = [Local::NONE; FEW];
        for (at, place) in found.iter_mut().enumerate().take(count) {
            let key = cx.tuple_get(keys, at).unwrap_or(Local::NONE);
            *place = get(cx, key)?;
        }
        return cx.tuple(found.get(..count).unwrap_or(&[]));
    }
    let list = cx.list_with_capacity(count)?;
    for at in 0..count {
        let key = cx.tuple_get(keys, at).unwrap_or(Local::NONE);
        let value = get(cx, key)?;
        cx.list_push(list, value)?;
    }
    cx.tuple_from_list(list)
}

fn new_attribute<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if args.len() < 2 {
        expect(cx, "attrgetter", args, 1, 1)?;
    }
    let paths = cx.list(&[])?;
    for name in args.rest(1) {
        let Some(text) = cx.as_wtf8(name) else {
            return Err(cx.type_error(format_args!("attribute name must be a string")));
        };
        let parts = cx.list(&[])?;
        for part in text.split(|&byte| byte == b'.') {
            let part = cx.str_from_wtf8(part)?;
            cx.list_push(parts, part)?;
        }
        let path = cx.tuple_from_list(parts)?;
        cx.list_push(paths, path)?;
    }
    let (keys, paths) = (tuple(cx, args.rest(1))?, cx.tuple_from_list(paths)?);
    cx.instance(args.at(0), &[keys, paths])
}

fn call_attribute<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    expect(cx, "attrgetter", args, 1, 1)?;
    let (paths, object) = (cx.field(args.at(0), PATHS), args.at(1));
    each(cx, paths, |cx, path| {
        let mut value = object;
        for at in 0..cx.tuple_len(path) {
            let name = cx.tuple_get(path, at).unwrap_or(Local::NONE);
            value = cx.attribute_named(value, name)?;
        }
        Ok(value)
    })
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let (name, keys) = (cx.type_name(this), cx.field(this, KEYS));
    if !cx.enter_repr(this) {
        return text(cx, &[Piece::Text(name), Piece::Text("(...)")]);
    }
    let shown = if cx.tuple_len(keys) == 1 {
        let key = cx.tuple_get(keys, 0).unwrap_or(Local::NONE);
        text(
            cx,
            &[
                Piece::Text(name),
                Piece::Text("("),
                Piece::Repr(key),
                Piece::Text(")"),
            ],
        )
    } else {
        text(cx, &[Piece::Text(name), Piece::Repr(keys)])
    };
    cx.leave_repr(this);
    shown
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (class, keys) = (cx.type_of(args.at(0)), cx.field(args.at(0), KEYS));
    cx.tuple(&[class, keys])
}

fn new_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = args.len().saturating_sub(2);
    if given == 0 {
        return Err(cx.type_error(format_args!(
            "methodcaller needs at least one argument, the method name"
        )));
    }
    let name = args.at(1);
    if !cx.is_str(name) {
        return Err(cx.type_error(format_args!("method name must be a string")));
    }
    let rest = tuple(cx, args.rest(2).take(given - 1))?;
    let named = args.at(args.len().saturating_sub(1));
    cx.instance(args.at(0), &[name, rest, named])
}

fn call_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    expect(cx, "methodcaller", args, 1, 1)?;
    let this = args.at(0);
    let (name, given, named) = (
        cx.field(this, NAME),
        cx.field(this, ARGS),
        cx.field(this, NAMED),
    );
    let method = cx.attribute_named(args.at(1), name)?;
    let named = (cx.dict_len(named) > 0).then_some(named);
    cx.call_ex(method, given, named)
}

fn repr_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let class = cx.type_name(this);
    if !cx.enter_repr(this) {
        return text(cx, &[Piece::Text(class), Piece::Text("(...)")]);
    }
    let shown = show_method(cx, this, class);
    cx.leave_repr(this);
    shown
}

fn show_method<'f>(cx: &mut Context<'f>, this: Local<'f>, class: &str) -> Res<'f> {
    let (name, given, named) = (
        cx.field(this, NAME),
        cx.field(this, ARGS),
        cx.field(this, NAMED),
    );
    let mut pieces = Vec::new();
    pieces.extend([Piece::Text(class), Piece::Text("("), Piece::Repr(name)]);
    for at in 0..cx.tuple_len(given) {
        let arg = cx.tuple_get(given, at).unwrap_or(Local::NONE);
        pieces.extend([Piece::Text(", "), Piece::Repr(arg)]);
    }
    let mut at = 0;
    while let Some((next, key, value)) = cx.dict_next(named, at) {
        let key = cx.as_str(key).unwrap_or("?");
        pieces.extend([
            Piece::Text(", "),
            Piece::Text(key),
            Piece::Text("="),
            Piece::Repr(value),
        ]);
        at = next + 1;
    }
    pieces.push(Piece::Text(")"));
    text(cx, &pieces)
}

fn reduce_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let (name, given, named) = (
        cx.field(this, NAME),
        cx.field(this, ARGS),
        cx.field(this, NAMED),
    );
    if cx.dict_len(named) == 0 {
        let all = cx.list(&[name])?;
        for at in 0..cx.tuple_len(given) {
            let arg = cx.tuple_get(given, at).unwrap_or(Local::NONE);
            cx.list_push(all, arg)?;
        }
        let (class, all) = (cx.type_of(this), cx.tuple_from_list(all)?);
        return cx.tuple(&[class, all]);
    }
    let functools = cx.import("functools")?;
    let (partial, class) = (cx.attribute(functools, "partial")?, cx.type_of(this));
    let first = cx.tuple(&[class, name])?;
    let maker = cx.call_ex(partial, first, Some(named))?;
    cx.tuple(&[maker, given])
}
