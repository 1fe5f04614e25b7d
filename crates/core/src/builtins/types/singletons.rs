//! `bool`, and the types of None, NotImplemented and Ellipsis.

use super::number::{self, *};
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

/// `bool`: what it does not have of its own it inherits from int.
pub(crate) static BOOL: TypeDef = TypeDef {
    class: ClassId::Bool,
    new: Some(NativeDef::function("bool", "(cls, x=False, /)", new_bool)),
    methods: &[
        NativeDef::method("__and__", "(self, value, /)", forward::<AND>),
        NativeDef::method("__rand__", "(self, value, /)", reflected::<AND>),
        NativeDef::method("__or__", "(self, value, /)", forward::<OR>),
        NativeDef::method("__ror__", "(self, value, /)", reflected::<OR>),
        NativeDef::method("__xor__", "(self, value, /)", forward::<XOR>),
        NativeDef::method("__rxor__", "(self, value, /)", reflected::<XOR>),
        NativeDef::method("__repr__", "(self, /)", repr),
    ],
    doc: "bool(x) -> bool\n\nReturns True when the argument x is true, False otherwise.\n\
          The builtins True and False are the only two instances of the class bool.\n\
          The class bool is a subclass of the class int, and cannot be subclassed.",
    base: false,
};

/// The type of None.
pub(crate) static NONE: TypeDef = TypeDef {
    class: ClassId::NoneType,
    new: Some(NativeDef::function("NoneType", "(cls, *args)", new_none)),
    methods: &[
        NativeDef::method("__bool__", "(self, /)", number::bool),
        NativeDef::method("__repr__", "(self, /)", repr),
    ],
    doc: "",
    base: false,
};

/// The type of NotImplemented.
pub(crate) static NOT_IMPLEMENTED: TypeDef = TypeDef {
    class: ClassId::NotImplementedType,
    new: Some(NativeDef::function(
        "NotImplementedType",
        "(cls, *args)",
        new_not_implemented,
    )),
    methods: &[
        NativeDef::method("__bool__", "(self, /)", number::bool),
        NativeDef::method("__repr__", "(self, /)", repr),
    ],
    doc: "",
    base: false,
};

/// The type of `...`.
pub(crate) static ELLIPSIS: TypeDef = TypeDef {
    class: ClassId::EllipsisType,
    new: Some(NativeDef::function(
        "ellipsis",
        "(cls, *args)",
        new_ellipsis,
    )),
    methods: &[NativeDef::method("__repr__", "(self, /)", repr)],
    doc: "",
    base: false,
};

fn new_bool<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match args.get(cx, 1) {
        Some(value) => Ok(Local::bool(protocol::truth(cx, value)?)),
        None => Ok(Local::FALSE),
    }
}

fn new_none<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    single(cx, args, "NoneType", Local::NONE)
}

fn new_not_implemented<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    single(cx, args, "NotImplementedType", Local::NOT_IMPLEMENTED)
}

fn new_ellipsis<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    single(cx, args, "EllipsisType", Local::ELLIPSIS)
}

fn single<'f>(cx: &mut Context<'f>, args: Args<'f>, name: &str, value: Local<'f>) -> Res<'f> {
    if args.len() > 1 {
        return Err(cx.type_error(format_args!("{name} takes no arguments")));
    }
    Ok(value)
}
