//! `defaultdict`: a dict that calls a factory for the value of a missing key.

use crate::convert::{Piece, short_name, text};
use miniscript_ext::{Args, Base, Class, Context, Local, NativeDef, Res};

/// `collections.defaultdict`; its field is the factory.
pub(super) static DEFAULTDICT: Class = Class {
    name: "collections.defaultdict",
    doc: "defaultdict(default_factory=None, /, [...]) --> dict with default factory\n\nThe default factory is called without arguments to produce\na new value when a key is not present, in __getitem__ only.\nA defaultdict compares equal to a dict with the same items.\nAll remaining arguments are treated the same as if they were\npassed to the dict constructor, including keyword arguments.",
    base: Base::BuiltIn("dict"),
    fields: 1,
    methods: &[
        NativeDef::method(
            "__init__",
            "(self, default_factory=None, /, *args, **kwargs)",
            init,
        ),
        NativeDef::property("default_factory", factory, set_factory),
        NativeDef::method("__missing__", "(self, key, /)", missing),
        NativeDef::method("__repr__", "(self, /)", repr),
        NativeDef::method("copy", "(self, /)", copy),
        NativeDef::method("__copy__", "(self, /)", copy),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__or__", "(self, other, /)", or),
        NativeDef::method("__ror__", "(self, other, /)", ror),
    ],
    ..Class::PLAIN
};

const FACTORY: usize = 0;

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    // Behind the places the surplus arguments, last the dict of named ones.
    let named = args.at(args.len().saturating_sub(1));
    let surplus = args.len().saturating_sub(3);
    if let Some(factory) = args.get(cx, 1) {
        if !cx.is_none(factory) && !cx.is_callable(factory) {
            return Err(cx.type_error(format_args!("first argument must be callable or None")));
        }
        cx.set_field(this, FACTORY, factory);
    } else {
        cx.clear_field(this, FACTORY);
    }
    if surplus == 0 && cx.dict_len(named) == 0 {
        return Ok(Local::NONE);
    }
    let all = cx.list(&[this])?;
    for arg in args.rest(2).take(surplus) {
        cx.list_push(all, arg)?;
    }
    let dict = cx.hidden_type("dict").unwrap_or(Local::NONE);
    let fill = cx.attribute(dict, "__init__")?;
    cx.call_ex(fill, all, Some(named))
}

fn factory<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), FACTORY))
}

fn set_factory<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match args.get(cx, 1) {
        Some(value) => cx.set_field(args.at(0), FACTORY, value),
        None => cx.clear_field(args.at(0), FACTORY),
    }
    Ok(Local::NONE)
}

fn missing<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (this, key) = (args.at(0), args.at(1));
    let Some(factory) = cx.find_field(this, FACTORY).filter(|&f| !cx.is_none(f)) else {
        let builtins = cx.builtins();
        let name = cx.str("KeyError")?;
        let class = cx.get_item(builtins, name)?;
        let error = cx.call(class, &[key])?;
        return Err(cx.raise_value(error));
    };
    let value = cx.call(factory, &[])?;
    if cx.is_exactly(this, &DEFAULTDICT) {
        cx.dict_set(this, key, value)?;
    } else {
        cx.set_item(this, key, value)?;
    }
    Ok(value)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let dict = cx.hidden_type("dict").unwrap_or(Local::NONE);
    let shown = cx.call_method(dict, "__repr__", &[this])?;
    let factory = cx.field(this, FACTORY);
    let factory = if cx.enter_repr(factory) {
        let shown = cx.to_repr(factory);
        cx.leave_repr(factory);
        shown?
    } else {
        cx.str("...")?
    };
    let begin = text(cx, &[Piece::Text(short_name(cx, this)), Piece::Text("(")])?;
    let (comma, end) = (cx.str(", ")?, cx.str(")")?);
    let mut all = begin;
    for part in [factory, comma, shown, end] {
        all = cx.add(all, part)?;
    }
    Ok(all)
}

fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    copied(cx, args.at(0), args.at(0))
}

/// A new one of the same class and factory, with the items of a mapping.
fn copied<'f>(cx: &mut Context<'f>, this: Local<'f>, items: Local<'f>) -> Res<'f> {
    let (class, factory) = (cx.type_of(this), cx.field(this, FACTORY));
    cx.call(class, &[factory, items])
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let given = match cx.find_field(this, FACTORY).filter(|&f| !cx.is_none(f)) {
        Some(factory) => cx.tuple(&[factory])?,
        None => cx.tuple(&[])?,
    };
    let items = cx.call_method(this, "items", &[])?;
    let (items, class) = (cx.iter(items)?, cx.type_of(this));
    cx.tuple(&[class, given, Local::NONE, Local::NONE, items])
}

fn is_dict<'f>(cx: &mut Context<'f>, value: Local<'f>) -> bool {
    match cx.hidden_type("dict") {
        Some(dict) => cx.is_instance_of(value, dict),
        None => false,
    }
}

fn or<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !is_dict(cx, args.at(1)) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    let new = cx.call_method(args.at(0), "copy", &[])?;
    cx.call_method(new, "update", &[args.at(1)])?;
    Ok(new)
}

fn ror<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !is_dict(cx, args.at(1)) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    let new = copied(cx, args.at(0), args.at(1))?;
    cx.call_method(new, "update", &[args.at(0)])?;
    Ok(new)
}
