//! `cmp_to_key`: a comparing function as a key function.

use miniscript_ext::{Args, Class, Cmp, Context, Error, Exception, Local, NativeDef, Res};

/// `functools.KeyWrapper`: the function, and the value that it stands for.
static KEY: Class = Class {
    name: "functools.KeyWrapper",
    fields: 2,
    derivable: false,
    methods: &[
        NativeDef::method("__call__", "(self, obj)", call),
        NativeDef::property("obj", object, set_object),
        NativeDef::method("__lt__", "(self, other, /)", lt),
        NativeDef::method("__le__", "(self, other, /)", le),
        NativeDef::method("__eq__", "(self, other, /)", eq),
        NativeDef::method("__ne__", "(self, other, /)", ne),
        NativeDef::method("__gt__", "(self, other, /)", gt),
        NativeDef::method("__ge__", "(self, other, /)", ge),
    ],
    ..Class::PLAIN
};

const FUNCTION: usize = 0;
const OBJECT: usize = 1;

pub(super) fn cmp_to_key<'f>(cx: &mut Context<'f>, mycmp: Local<'f>) -> Res<'f> {
    let class = cx.class_of(&KEY)?;
    cx.instance(class, &[mycmp])
}

fn call<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (class, function) = (cx.class_of(&KEY)?, cx.field(args.at(0), FUNCTION));
    cx.instance(class, &[function, args.at(1)])
}

fn object<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), OBJECT))
}

fn set_object<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match args.get(cx, 1) {
        Some(object) => cx.set_field(args.at(0), OBJECT, object),
        None => cx.clear_field(args.at(0), OBJECT),
    }
    Ok(Local::NONE)
}

#[cold]
fn missing<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise_kind(Exception::AttributeError, format_args!("object"))
}

fn compare<'f>(cx: &mut Context<'f>, op: Cmp, args: Args<'f>) -> Res<'f> {
    let (this, other) = (args.at(0), args.at(1));
    if !cx.is_exactly(other, &KEY) {
        return Err(cx.type_error(format_args!("other argument must be K instance")));
    }
    let (x, y) = (cx.find_field(this, OBJECT), cx.find_field(other, OBJECT));
    let (Some(x), Some(y)) = (x, y) else {
        return Err(missing(cx));
    };
    let function = cx.field(this, FUNCTION);
    let (result, zero) = (cx.call(function, &[x, y])?, cx.int(0)?);
    cx.compare(op, result, zero)
}

fn lt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Lt, args)
}

fn le<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Le, args)
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Eq, args)
}

fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Ne, args)
}

fn gt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Gt, args)
}

fn ge<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, Cmp::Ge, args)
}
