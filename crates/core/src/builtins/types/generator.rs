//! Generators: how natives and scripts resume them.

use super::function::read_only;
use crate::builtins::protocol;
use crate::builtins::protocol::delegate;
use crate::object::{ClassId, GeneratorObj, Kind};
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::intrinsic::Intrinsic;
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__next__", "(self, /)", next).with_intrinsic(Intrinsic::Next),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("send", "(self, value, /)", send).with_intrinsic(Intrinsic::Send),
    NativeDef::method(
        "throw",
        "(self, type, value=None, traceback=None, /)",
        throw,
    ),
    NativeDef::method("close", "(self, /)", close),
    NativeDef::property("__name__", name, set_name),
    NativeDef::property("__qualname__", qualname, set_qualname),
    NativeDef::getter("gi_running", running),
    NativeDef::getter("gi_suspended", suspended),
    NativeDef::property("gi_code", code, read_only),
    NativeDef::getter("gi_frame", frame),
    NativeDef::getter("gi_yieldfrom", waits_for),
];

/// `generator`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Generator,
    new: None,
    methods: METHODS,
    doc: "",
    base: false,
};

fn iter<'f>(_: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(args.at(0))
}

fn next<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let step = delegate::send(cx, args.at(0), Local::NONE)?;
    delegate::answer(cx, step)
}

pub(super) fn send<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let step = delegate::send(cx, args.at(0), args.at(1))?;
    delegate::answer(cx, step)
}

pub(super) fn throw<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (given, count) = thrown(cx, args)?;
    let step = delegate::throw(cx, args.at(0), given.get(..count).unwrap_or(&[]), true)?;
    delegate::answer(cx, step)
}

/// The one to three arguments of `throw`, as given.
pub(super) fn thrown<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, ([Local<'f>; 3], usize)> {
    let (value, traceback) = (args.get(cx, 2), args.get(cx, 3));
    if let Some(traceback) = traceback
        && !cx.is_none(traceback)
        && cx.class(traceback) != ClassId::Traceback
    {
        return Err(cx.type_error(format_args!(
            "throw() third argument must be a traceback object"
        )));
    }
    let count = match (value, traceback) {
        (_, Some(_)) => 3,
        (Some(_), None) => 2,
        _ => 1,
    };
    let rest = |given: Option<Local<'f>>| given.unwrap_or(Local::NONE);
    Ok(([args.at(1), rest(value), rest(traceback)], count))
}

/// The exception for a class and a value, or for an exception alone.
pub(crate) fn exception_of<'f>(cx: &mut Context<'f>, what: Local<'f>, value: Local<'f>) -> Res<'f> {
    if cx.is(what, Kind::Exception) {
        if !cx.is_none(value) {
            return Err(cx.type_error(format_args!(
                "instance exception may not have a separate value"
            )));
        }
        return Ok(what);
    }
    let base = cx.class_object(ClassId::BaseException);
    if !cx.is(what, Kind::Type) || !cx.is_subtype(what, base) {
        let found = cx.type_name(what);
        return Err(cx.type_error(format_args!(
            "exceptions must be classes or instances deriving from BaseException, not {found}"
        )));
    }
    let made = match cx.kind(value) {
        _ if cx.is_none(value) => cx.call(what, &[])?,
        Some(Kind::Exception) if super::super_object::is_below(cx, value, what) => value,
        Some(Kind::Tuple) => cx.call_ex(what, value, None)?,
        _ => cx.call(what, &[value])?,
    };
    if !cx.is(made, Kind::Exception) {
        return Err(no_exception(cx, what, made));
    }
    Ok(made)
}

/// The TypeError of a class of exceptions that has made something else.
#[cold]
pub(crate) fn no_exception<'f>(
    cx: &mut Context<'f>,
    class: Local<'f>,
    made: Local<'f>,
) -> Error<'f> {
    let found = cx.class(made);
    let found = cx.class_object(found);
    let shown = protocol::repr(cx, class).and_then(|class| Ok((class, protocol::repr(cx, found)?)));
    match shown {
        Ok((class, found)) => cx.type_error(format_args!(
            "calling {} should have returned an instance of BaseException, not {}",
            cx.as_str(class).unwrap_or("?"),
            cx.as_str(found).unwrap_or("?"),
        )),
        Err(error) => error,
    }
}

pub(super) fn close<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    delegate::close(cx, args.at(0))?;
    Ok(Local::NONE)
}

pub(super) fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

/// Name and qualified name.
fn names<'f>(cx: &mut Context<'f>, generator: Local<'f>) -> Res<'f> {
    if let Some(names) = cx.generator_names(generator) {
        return Ok(names);
    }
    let Some((function, _)) = cx.generator_parts(generator) else {
        return cx.tuple(&[Local::NONE, Local::NONE]);
    };
    let (name, qualname) = (cx.name("__name__")?, cx.name("__qualname__")?);
    let name = cx.get_attr(function, name)?;
    let qualname = cx.get_attr(function, qualname)?;
    cx.tuple(&[name, qualname])
}

pub(super) fn name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let names = names(cx, args.at(0))?;
    Ok(cx.tuple_get(names, 0).unwrap_or(Local::NONE))
}

pub(super) fn qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let names = names(cx, args.at(0))?;
    Ok(cx.tuple_get(names, 1).unwrap_or(Local::NONE))
}

fn set_one<'f>(cx: &mut Context<'f>, args: Args<'f>, field: &str, at: usize) -> Res<'f> {
    let Some(value) = args.get(cx, 1).filter(|&value| cx.is(value, Kind::Str)) else {
        return Err(cx.type_error(format_args!("{field} must be set to a string object")));
    };
    let names = names(cx, args.at(0))?;
    let other = cx.tuple_get(names, 1 - at).unwrap_or(Local::NONE);
    let names = if at == 0 {
        cx.tuple(&[value, other])?
    } else {
        cx.tuple(&[other, value])?
    };
    cx.set_generator_names(args.at(0), names);
    Ok(Local::NONE)
}

pub(super) fn set_name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    set_one(cx, args, "__name__", 0)
}

pub(super) fn set_qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    set_one(cx, args, "__qualname__", 1)
}

pub(super) fn running<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(cx.generator_parts(args.at(0)).is_some_and(
        |(_, state)| matches!(state, GeneratorObj::RUNNING | GeneratorObj::DELEGATING),
    )))
}

pub(super) fn suspended<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(cx.generator_parts(args.at(0)).is_some_and(
        |(_, state)| state == GeneratorObj::SUSPENDED,
    )))
}

/// What it yields from or awaits.
pub(super) fn waits_for<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(crate::vm::generator::delegate(cx, args.at(0)).unwrap_or(Local::NONE))
}

pub(super) fn frame<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.generator_frame(args.at(0))
}

pub(super) fn code<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.generator_code(args.at(0)).unwrap_or(Local::NONE))
}
