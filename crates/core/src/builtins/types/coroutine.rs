//! Coroutines, asynchronous generators and their awaitables, as objects. What the
//! awaitables do is in `protocol::awaiting`.

use super::function::read_only;
use super::generator::{
    close, code, frame, name, qualname, repr, running, send, set_name, set_qualname, suspended,
    throw, thrown, waits_for,
};
use crate::builtins::protocol::{awaiting, delegate};
use crate::object::{ClassId, IterKind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::generator;
use crate::vm::intrinsic::Intrinsic;
use crate::vm::native::{NativeDef, TypeDef};

const fn describe(class: ClassId, methods: &'static [NativeDef]) -> TypeDef {
    TypeDef {
        class,
        new: None,
        methods,
        doc: "",
        base: false,
    }
}

/// `coroutine`.
pub(crate) static COROUTINE: TypeDef = describe(ClassId::Coroutine, COROUTINE_METHODS);
/// `coroutine_wrapper`.
pub(crate) static WRAPPER: TypeDef = TypeDef {
    class: ClassId::CoroutineWrapper,
    new: None,
    methods: WRAPPER_METHODS,
    doc: crate::features::doc("What await runs of a coroutine."),
    base: false,
};
/// `async_generator`.
pub(crate) static ASYNC_GENERATOR: TypeDef = describe(ClassId::AsyncGenerator, GENERATOR_METHODS);
/// `async_generator_asend`.
pub(crate) static ASYNC_SEND: TypeDef = describe(ClassId::AsyncSend, AWAITABLE_METHODS);
/// `async_generator_athrow`.
pub(crate) static ASYNC_THROW: TypeDef = describe(ClassId::AsyncThrow, AWAITABLE_METHODS);
/// `anext_awaitable`.
pub(crate) static ANEXT: TypeDef = describe(ClassId::AnextAwaitable, AWAITABLE_METHODS);

static COROUTINE_METHODS: &[NativeDef] = &[
    NativeDef::method("__await__", "(self, /)", wrap),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("send", "(self, arg, /)", send).with_intrinsic(Intrinsic::Send),
    NativeDef::method(
        "throw",
        "(self, type, value=None, traceback=None, /)",
        throw,
    ),
    NativeDef::method("close", "(self, /)", close),
    NativeDef::property("__name__", name, set_name),
    NativeDef::property("__qualname__", qualname, set_qualname),
    NativeDef::getter("cr_running", running),
    NativeDef::getter("cr_suspended", suspended),
    NativeDef::property("cr_code", code, read_only),
    NativeDef::getter("cr_frame", frame),
    NativeDef::getter("cr_await", waits_for),
    NativeDef::property("cr_origin", nothing, read_only),
];

static WRAPPER_METHODS: &[NativeDef] = &[
    NativeDef::method("__iter__", "(self, /)", itself),
    NativeDef::method("__next__", "(self, /)", next),
    NativeDef::method("send", "(self, arg, /)", send_on),
    NativeDef::method(
        "throw",
        "(self, type, value=None, traceback=None, /)",
        throw_on,
    ),
    NativeDef::method("close", "(self, /)", close_on),
];

static AWAITABLE_METHODS: &[NativeDef] = &[
    NativeDef::method("__await__", "(self, /)", itself),
    NativeDef::method("__iter__", "(self, /)", itself),
    NativeDef::method("__next__", "(self, /)", next),
    NativeDef::method("send", "(self, arg, /)", send_on),
    NativeDef::method(
        "throw",
        "(self, type, value=None, traceback=None, /)",
        throw_on,
    ),
    NativeDef::method("close", "(self, /)", close_on),
];

static GENERATOR_METHODS: &[NativeDef] = &[
    NativeDef::method("__aiter__", "(self, /)", itself),
    NativeDef::method("__anext__", "(self, /)", anext),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("asend", "(self, value, /)", asend),
    NativeDef::method(
        "athrow",
        "(self, type, value=None, traceback=None, /)",
        athrow,
    ),
    NativeDef::method("aclose", "(self, /)", aclose),
    NativeDef::property("__name__", name, set_name),
    NativeDef::property("__qualname__", qualname, set_qualname),
    NativeDef::getter("ag_running", is_awaited),
    NativeDef::property("ag_code", code, read_only),
    NativeDef::getter("ag_frame", frame),
    NativeDef::getter("ag_await", waits_for),
];

fn itself<'f>(_: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(args.at(0))
}

fn nothing<'f>(_: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(Local::NONE)
}

fn wrap<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.new_iter(IterKind::CoroutineWrapper, args.at(0), Local::NONE)
}

fn next<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let step = awaiting::step(cx, args.at(0), Local::NONE)?;
    delegate::answer(cx, step)
}

fn send_on<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let step = awaiting::step(cx, args.at(0), args.at(1))?;
    delegate::answer(cx, step)
}

fn throw_on<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (given, count) = thrown(cx, args)?;
    let step = awaiting::throw(cx, args.at(0), given.get(..count).unwrap_or(&[]))?;
    delegate::answer(cx, step)
}

fn close_on<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    awaiting::close(cx, args.at(0))?;
    Ok(Local::NONE)
}

fn anext<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    generator::begin(cx, args.at(0))?;
    cx.new_iter(IterKind::AsyncSend, args.at(0), Local::NONE)
}

fn asend<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    generator::begin(cx, args.at(0))?;
    cx.new_iter(IterKind::AsyncSend, args.at(0), args.at(1))
}

fn athrow<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (given, count) = thrown(cx, args)?;
    generator::begin(cx, args.at(0))?;
    let given = cx.tuple(given.get(..count).unwrap_or(&[]))?;
    cx.new_iter(IterKind::AsyncThrow, args.at(0), given)
}

fn aclose<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    generator::begin(cx, args.at(0))?;
    cx.new_iter(IterKind::AsyncThrow, args.at(0), Local::NONE)
}

fn is_awaited<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(Local::bool(generator::marks(cx, args.at(0)).awaited))
}

/// The functions `aiter` and `anext`.
pub(crate) static FUNCTIONS: &[NativeDef] = &[
    NativeDef::function("aiter", "(async_iterable, /)", aiter_of),
    NativeDef::function("anext", "(aiterator, default=None, /)", anext_of),
];

fn aiter_of<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let object = args.at(0);
    let names = cx.names();
    let Some(iterator) = cx.call_special(object, names.aiter, &[])? else {
        let name = cx.type_name(object);
        return Err(cx.type_error(format_args!("'{name}' object is not an async iterable")));
    };
    if cx.type_attr(iterator, names.anext).is_none() {
        let name = cx.type_name(iterator);
        return Err(cx.type_error(format_args!(
            "aiter() returned not an async iterator of type '{name}'"
        )));
    }
    Ok(iterator)
}

fn anext_of<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let object = args.at(0);
    let names = cx.names();
    let Some(next) = cx.call_special(object, names.anext, &[])? else {
        let name = cx.type_name(object);
        return Err(cx.type_error(format_args!("'{name}' object is not an async iterator")));
    };
    match args.get(cx, 1) {
        Some(default) => cx.new_iter(IterKind::AnextAwaitable, next, default),
        None => Ok(next),
    }
}
