//! The types of None, NotImplemented and Ellipsis.

use crate::builtins::protocol;
use crate::object::ClassId;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

static NONE_METHODS: &[NativeDef] =
    &[NativeDef::method("__repr__", "(self, /)", repr), NativeDef::method("__bool__", "(self, /)", none_bool)];

/// `NoneType`.
pub(crate) static NONE: TypeDef = TypeDef {
    class: ClassId::NoneType,
    new: Some(NativeDef::function("NoneType", "(cls, /, *args)", new_none)),
    methods: NONE_METHODS,
    doc: "",
    base: false,
};

static METHODS: &[NativeDef] = &[NativeDef::method("__repr__", "(self, /)", repr)];

/// `ellipsis`.
pub(crate) static ELLIPSIS: TypeDef = TypeDef {
    class: ClassId::EllipsisType,
    new: Some(NativeDef::function("ellipsis", "(cls, /, *args)", new_ellipsis)),
    methods: METHODS,
    doc: "",
    base: false,
};

/// `NotImplementedType`.
pub(crate) static NOT_IMPLEMENTED: TypeDef = TypeDef {
    class: ClassId::NotImplementedType,
    new: Some(NativeDef::function("NotImplementedType", "(cls, /, *args)", new_not_implemented)),
    methods: METHODS,
    doc: "",
    base: false,
};

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

fn none_bool<'f>(_: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(Local::FALSE)
}

/// The one value of a type that takes no arguments.
fn only<'f>(cx: &mut Context<'f>, args: Args<'f>, name: &str, value: Local<'f>) -> Res<'f> {
    if args.len() > 1 { Err(cx.type_error(format_args!("{name} takes no arguments"))) } else { Ok(value) }
}

fn new_none<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    only(cx, args, "NoneType", Local::NONE)
}

fn new_ellipsis<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    only(cx, args, "EllipsisType", Local::ELLIPSIS)
}

fn new_not_implemented<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    only(cx, args, "NotImplementedType", Local::NOT_IMPLEMENTED)
}
