//! `partial`: a function with some of its arguments.

use super::{call_joined, joined};
use crate::convert::{class_item, readonly};
use miniscript_ext::{Args, Class, Context, Local, NativeDef, Res};

/// `functools.partial`: the function, a tuple of arguments, a dict of named ones.
pub(super) static PARTIAL: Class = Class {
    name: "functools.partial",
    doc: "partial(func, *args, **keywords) - new function with partial application\n    of the given arguments and keywords.\n",
    fields: 3,
    attributes: true,
    weak: true,
    methods: &[
        NativeDef::constructor("(cls, /, *args, **kwargs)", new),
        NativeDef::method("__call__", "(self, /, *args, **kwargs)", call),
        NativeDef::property("func", func, readonly),
        NativeDef::property("args", args_of, readonly),
        NativeDef::property("keywords", keywords, readonly),
        NativeDef::method("__repr__", "(self, /)", repr),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__setstate__", "(self, state, /)", setstate),
        NativeDef::class_method("__class_getitem__", "(cls, item, /)", class_item),
    ],
    ..Class::PLAIN
};

const FUNCTION: usize = 0;
const ARGS: usize = 1;
const NAMED: usize = 2;

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let count = args.len().saturating_sub(2);
    let named = args.at(args.len().saturating_sub(1));
    if count == 0 {
        return Err(cx.type_error(format_args!(
            "type 'partial' takes at least one argument"
        )));
    }
    let mut function = args.at(1);
    if !cx.is_callable(function) {
        return Err(cx.type_error(format_args!("the first argument must be callable")));
    }
    let mut first = cx.tuple(&[])?;
    let mut all_named = named;
    if cx.is_of(function, &PARTIAL) {
        let own = cx.attribute(function, "__dict__")?;
        if cx.dict_len(own) == 0 {
            first = cx.field(function, ARGS);
            let before = cx.field(function, NAMED);
            all_named = merged(cx, before, named)?;
            function = cx.field(function, FUNCTION);
        }
    }
    let rest: alloc::vec::Vec<Local<'f>> = args.rest(2).take(count - 1).collect();
    let given = joined(cx, first, rest.into_iter())?;
    cx.instance(args.at(0), &[function, given, all_named])
}

/// A dict of both.
fn merged<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let all = cx.dict_copy(a)?;
    let mut at = 0;
    while let Some((next, key, value)) = cx.dict_next(b, at) {
        cx.dict_set(all, key, value)?;
        at = next + 1;
    }
    Ok(all)
}

fn call<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let given = args.at(args.len().saturating_sub(1));
    let rest = args.rest(1).take(args.len().saturating_sub(2));
    let (function, first, named) = (
        cx.field(this, FUNCTION),
        cx.field(this, ARGS),
        cx.field(this, NAMED),
    );
    let named = match (cx.dict_len(named), cx.dict_len(given)) {
        (0, 0) => None,
        (0, _) => Some(given),
        (_, 0) => Some(named),
        _ => Some(merged(cx, named, given)?),
    };
    call_joined(cx, function, first, rest, named)
}

fn func<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), FUNCTION))
}

fn args_of<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), ARGS))
}

fn keywords<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), NAMED))
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    if !cx.enter_repr(this) {
        return cx.str("...");
    }
    let shown = cx.scope_local(|cx| show(cx, this));
    cx.leave_repr(this);
    shown
}

fn show<'f>(cx: &mut Context<'f>, this: Local<'f>) -> Res<'f> {
    let parts = cx.list(&[])?;
    let name = cx.type_name(this);
    let (name, open) = (cx.str(name)?, cx.str("(")?);
    cx.list_push(parts, name)?;
    cx.list_push(parts, open)?;
    let (function, given, named) = (
        cx.field(this, FUNCTION),
        cx.field(this, ARGS),
        cx.field(this, NAMED),
    );
    let shown = cx.to_repr(function)?;
    cx.list_push(parts, shown)?;
    for at in 0..cx.tuple_len(given) {
        cx.scope(|cx| {
            let arg = cx.tuple_get(given, at).unwrap_or(Local::NONE);
            let (comma, shown) = (cx.str(", ")?, cx.to_repr(arg)?);
            cx.list_push(parts, comma)?;
            cx.list_push(parts, shown)
        })?;
    }
    let mut at = 0;
    while let Some(next) = cx.scope(|cx| {
        let Some((found, key, value)) = cx.dict_next(named, at) else {
            return Ok(None);
        };
        let (comma, equals) = (cx.str(", ")?, cx.str("=")?);
        let (key, value) = (cx.to_str(key)?, cx.to_repr(value)?);
        for part in [comma, key, equals, value] {
            cx.list_push(parts, part)?;
        }
        Ok(Some(found + 1))
    })? {
        at = next;
    }
    let close = cx.str(")")?;
    cx.list_push(parts, close)?;
    let nothing = cx.str("")?;
    cx.call_method(nothing, "join", &[parts])
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let (function, given, named) = (
        cx.field(this, FUNCTION),
        cx.field(this, ARGS),
        cx.field(this, NAMED),
    );
    let own = match cx.attribute(this, "__dict__")? {
        own if cx.dict_len(own) > 0 => own,
        _ => Local::NONE,
    };
    let state = cx.tuple(&[function, given, named, own])?;
    crate::convert::reduced(cx, this, &[function], Some(state))
}

fn setstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (this, state) = (args.at(0), args.at(1));
    let part = |cx: &mut Context<'f>, at| cx.tuple_get(state, at).unwrap_or(Local::NONE);
    let (function, given, named, own) = (part(cx, 0), part(cx, 1), part(cx, 2), part(cx, 3));
    if !cx.is_tuple(state)
        || cx.tuple_len(state) != 4
        || !cx.is_callable(function)
        || !is_any_tuple(cx, given)
        || !cx.is_none(named) && !cx.is_dict(named)
    {
        return Err(cx.type_error(format_args!("invalid partial state")));
    }
    let given = crate::convert::tuple_of(cx, given)?;
    let named = match cx.is_none(named) {
        true => cx.dict()?,
        false => cx.dict_copy(named)?,
    };
    cx.set_field(this, FUNCTION, function);
    cx.set_field(this, ARGS, given);
    cx.set_field(this, NAMED, named);
    if !cx.is_none(own) {
        cx.set_attribute(this, "__dict__", own)?;
    }
    Ok(Local::NONE)
}

fn is_any_tuple<'f>(cx: &mut Context<'f>, value: Local<'f>) -> bool {
    match cx.hidden_type("tuple") {
        Some(tuple) => cx.is_instance_of(value, tuple),
        None => false,
    }
}
