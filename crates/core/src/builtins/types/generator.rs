//! Generators: how natives and scripts resume them.

use super::function::read_only;
use crate::builtins::protocol;
use crate::object::{ClassId, GeneratorObj, Kind};
use crate::vm::context::misc::FunctionPart;
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::generator;
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__next__", "(self, /)", next),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("send", "(self, value, /)", send),
    NativeDef::method(
        "throw",
        "(self, type, value=None, traceback=None, /)",
        throw,
    ),
    NativeDef::method("close", "(self, /)", close),
    NativeDef::property("__name__", name, set_name),
    NativeDef::property("__qualname__", qualname, set_qualname),
    NativeDef::property("gi_running", running, read_only),
    NativeDef::property("gi_suspended", suspended, read_only),
    NativeDef::property("gi_code", code, read_only),
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

/// What was yielded, or the StopIteration with what was returned.
fn answer<'f>(cx: &mut Context<'f>, generator: Local<'f>, yielded: Option<Local<'f>>) -> Res<'f> {
    match yielded {
        Some(value) => Ok(value),
        None => {
            let value = generator::take_return(cx, generator);
            Err(stop(cx, value))
        }
    }
}

/// StopIteration; without arguments where None was returned.
fn stop<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Error<'f> {
    if cx.is_none(value) {
        cx.raise_empty(ClassId::StopIteration)
    } else {
        cx.raise_with(ClassId::StopIteration, &[value])
    }
}

fn next<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let yielded = generator::next(cx, args.at(0))?;
    answer(cx, args.at(0), yielded)
}

fn send<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (generator, value) = (args.at(0), args.at(1));
    let created = cx
        .generator_parts(generator)
        .is_some_and(|(_, state)| state == GeneratorObj::CREATED);
    if created && !cx.is_none(value) {
        return Err(cx.type_error(format_args!(
            "can't send non-None value to a just-started generator"
        )));
    }
    let yielded = generator::send(cx, generator, value)?;
    answer(cx, generator, yielded)
}

fn throw<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let generator = args.at(0);
    let value = args.get(cx, 2).unwrap_or(Local::NONE);
    let traceback = args.get(cx, 3).unwrap_or(Local::NONE);
    if !cx.is_none(traceback) && cx.class(traceback) != ClassId::Traceback {
        return Err(cx.type_error(format_args!(
            "throw() third argument must be a traceback object"
        )));
    }
    let exception = exception_of(cx, args.at(1), value)?;
    if !cx.is_none(traceback) {
        let list = super::traceback::list(cx, traceback)?;
        cx.set_exception_traceback(exception, list);
    }
    let yielded = generator::throw(cx, generator, exception)?;
    answer(cx, generator, yielded)
}

/// The exception for a class and a value, or for an exception alone.
fn exception_of<'f>(cx: &mut Context<'f>, what: Local<'f>, value: Local<'f>) -> Res<'f> {
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
        let (class, found) = (cx.name_of_type(what), cx.type_name(made));
        return Err(cx.type_error(format_args!(
            "calling <class '{class}'> should have returned an instance of BaseException, not <class '{found}'>"
        )));
    }
    Ok(made)
}

fn close<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    generator::close(cx, args.at(0))?;
    Ok(Local::NONE)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
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

fn name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let names = names(cx, args.at(0))?;
    Ok(cx.tuple_get(names, 0).unwrap_or(Local::NONE))
}

fn qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
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

fn set_name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    set_one(cx, args, "__name__", 0)
}

fn set_qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    set_one(cx, args, "__qualname__", 1)
}

fn running<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(cx.generator_parts(args.at(0)).is_some_and(
        |(_, state)| state == GeneratorObj::RUNNING || state == GeneratorObj::DELEGATING,
    )))
}

fn suspended<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(cx.generator_parts(args.at(0)).is_some_and(
        |(_, state)| state == GeneratorObj::SUSPENDED,
    )))
}

fn code<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some((function, _)) = cx.generator_parts(args.at(0)) else {
        return Ok(Local::NONE);
    };
    Ok(cx
        .function_part(function, FunctionPart::Code)
        .unwrap_or(Local::NONE))
}
