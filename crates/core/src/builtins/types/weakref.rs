//! `weakref.ref`: references that do not keep their object alive.

use crate::builtins::protocol::{self, Cmp};
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res, Text};
use crate::vm::native::{NativeDef, TypeDef};
use core::fmt::Write;

static METHODS: &[NativeDef] = &[
    NativeDef::method("__call__", "(self, /)", call),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__init__", "(self, object, callback=None, /)", init),
    NativeDef::getter("__callback__", callback),
];

/// `weakref.ReferenceType`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::WeakRef,
    new: Some(NativeDef::function(
        "ref",
        "(cls, object, callback=None, /)",
        new,
    )),
    methods: METHODS,
    doc: "",
    base: true,
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (class, object) = (args.at(0), args.at(1));
    let callback = args.get(cx, 2).unwrap_or(Local::NONE);
    if !can_be_referenced(cx, object) {
        let name = cx.type_name(object);
        return Err(cx.type_error(format_args!(
            "cannot create weak reference to '{name}' object"
        )));
    }
    let plain = cx.class_id(class) == Some(ClassId::WeakRef);
    cx.weak_ref(object, callback, plain)
}

/// What CPython's objects have room for a list of references.
pub(crate) fn can_be_referenced<'f>(cx: &Context<'f>, object: Local<'f>) -> bool {
    match cx.kind(object) {
        // Those of a script's class.
        Some(Kind::Exception) => !cx.class(object).is_builtin_exception(),
        Some(Kind::Instance | Kind::Derived) => cx.takes_weak_references(object),
        Some(
            Kind::Function
            | Kind::Method
            | Kind::Native
            | Kind::Generator
            | Kind::Type
            | Kind::Module
            | Kind::User
            | Kind::Code
            | Kind::WeakRef
            | Kind::Set,
        ) => true,
        _ => false,
    }
}

fn init<'f>(_: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(Local::NONE)
}

fn call<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.weak_target(args.at(0)).unwrap_or(Local::NONE))
}

fn callback<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.weak_callback(args.at(0)).unwrap_or(Local::NONE))
}

/// `<weakref at 0x...; to 'A' at 0x...>`.
pub(crate) fn represent<'f>(cx: &mut Context<'f>, weak: Local<'f>) -> Res<'f, Text> {
    let mut text = cx.text();
    let _ = write!(text, "<weakref at {:#x}; ", cx.address(weak));
    let Some(target) = cx.weak_target(weak) else {
        text.push_str("dead>");
        return Ok(text);
    };
    let (class, address) = (cx.type_name(target), cx.address(target));
    let _ = write!(text, "to '{class}' at {address:#x}");
    let name = cx.name("__name__")?;
    if let Some(name) = cx.find_attr(target, name)?
        && let Some(name) = cx.str_bytes(name)
    {
        text.push_str(" (");
        text.push(name);
        text.push_str(")");
    }
    text.push_str(">");
    Ok(text)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let text = represent(cx, args.at(0))?;
    cx.finish(text)
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if let Some(hash) = cx.weak_hash(args.at(0)) {
        return Ok(hash);
    }
    let Some(target) = cx.weak_target(args.at(0)) else {
        return Err(cx.type_error(format_args!("weak object has gone away")));
    };
    let hash = protocol::hash(cx, target)?;
    let hash = cx.int(hash as i64)?;
    cx.set_weak_hash(args.at(0), hash);
    Ok(hash)
}

fn compare<'f>(cx: &mut Context<'f>, args: Args<'f>, cmp: Cmp) -> Res<'f> {
    let (a, b) = (args.at(0), args.at(1));
    if !cx.is_weak(b) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    match (cx.weak_target(a), cx.weak_target(b)) {
        (Some(a), Some(b)) => protocol::compare(cx, cmp, a, b),
        _ => {
            let (a, b) = (cx.plain(a), cx.plain(b));
            Ok(Local::bool(cx.same(a, b) == (cmp == Cmp::Eq)))
        }
    }
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, args, Cmp::Eq)
}

fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compare(cx, args, Cmp::Ne)
}
