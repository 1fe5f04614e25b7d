//! `mappingproxy`: a mapping that can only be read, `__dict__` of classes among them. A
//! record of the mapping.

use super::generic_alias;
use crate::builtins::protocol::{self, BinOp, Cmp};
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

const CLASS: ClassId = ClassId::MappingProxy;

static METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__str__", "(self, /)", text),
    NativeDef::method("__getitem__", "(self, key, /)", getitem),
    NativeDef::method("__contains__", "(self, key, /)", contains),
    NativeDef::method("__len__", "(self, /)", len),
    NativeDef::method("__iter__", "(self, /)", iter),
    NativeDef::method("__reversed__", "(self, /)", reversed),
    NativeDef::method("__or__", "(self, value, /)", or),
    NativeDef::method("__ror__", "(self, value, /)", ror),
    NativeDef::method("__ior__", "(self, value, /)", ior),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__lt__", "(self, value, /)", lt),
    NativeDef::method("__le__", "(self, value, /)", le),
    NativeDef::method("__gt__", "(self, value, /)", gt),
    NativeDef::method("__ge__", "(self, value, /)", ge),
    NativeDef::method("get", "(self, key, default=None, /)", get),
    NativeDef::method("keys", "(self, /)", keys),
    NativeDef::method("values", "(self, /)", values),
    NativeDef::method("items", "(self, /)", items),
    NativeDef::method("copy", "(self, /)", copy),
    generic_alias::CLASS_GETITEM,
];

/// `mappingproxy`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: CLASS,
    new: Some(NativeDef::function("mappingproxy", "(cls, mapping)", new)),
    methods: METHODS,
    doc: crate::features::doc("Read-only proxy of a mapping."),
    base: false,
};

/// A proxy of a mapping.
pub(crate) fn of<'f>(cx: &mut Context<'f>, mapping: Local<'f>) -> Res<'f> {
    cx.record(CLASS, &[mapping])
}

/// What a proxy shows.
pub(crate) fn mapping_of<'f>(cx: &mut Context<'f>, proxy: Local<'f>) -> Local<'f> {
    cx.record_part(proxy, CLASS, 0).unwrap_or(Local::NONE)
}

/// What a proxy shows; other values themselves.
fn shown<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Local<'f> {
    cx.record_part(value, CLASS, 0).unwrap_or(value)
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mapping = args.at(1);
    let plain = cx.plain(mapping);
    let name = cx.names().getitem;
    let subscript = cx.type_attr(mapping, name).is_some();
    if matches!(cx.kind(plain), Some(Kind::List | Kind::Tuple)) || !subscript {
        let found = cx.type_name(mapping);
        return Err(cx.type_error(format_args!(
            "mappingproxy() argument must be a mapping, not {found}"
        )));
    }
    of(cx, mapping)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

fn text<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mapping = mapping_of(cx, args.at(0));
    protocol::str(cx, mapping)
}

fn getitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mapping = mapping_of(cx, args.at(0));
    protocol::get_item(cx, mapping, args.at(1))
}

fn contains<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mapping = mapping_of(cx, args.at(0));
    Ok(Local::bool(protocol::contains(cx, mapping, args.at(1))?))
}

fn len<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mapping = mapping_of(cx, args.at(0));
    let len = protocol::len(cx, mapping)?;
    cx.size(len)
}

fn iter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mapping = mapping_of(cx, args.at(0));
    protocol::iter(cx, mapping)
}

/// Calls a method of what is shown.
fn forward<'f>(cx: &mut Context<'f>, args: Args<'f>, name: &str, given: &[Local<'f>]) -> Res<'f> {
    let mapping = mapping_of(cx, args.at(0));
    cx.call_method(mapping, name, given)
}

fn reversed<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    forward(cx, args, "__reversed__", &[])
}

fn get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let default = args.get(cx, 2).unwrap_or(Local::NONE);
    forward(cx, args, "get", &[args.at(1), default])
}

fn keys<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    forward(cx, args, "keys", &[])
}

fn values<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    forward(cx, args, "values", &[])
}

fn items<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    forward(cx, args, "items", &[])
}

fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    forward(cx, args, "copy", &[])
}

fn or<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (a, b) = (shown(cx, args.at(0)), shown(cx, args.at(1)));
    protocol::binary(cx, BinOp::Or, a, b, false)
}

fn ror<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (a, b) = (shown(cx, args.at(1)), shown(cx, args.at(0)));
    protocol::binary(cx, BinOp::Or, a, b, false)
}

fn ior<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let found = cx.type_name(args.at(0));
    Err(cx.type_error(format_args!(
        "'|=' is not supported by {found}; use '|' instead"
    )))
}

fn compared<'f>(cx: &mut Context<'f>, args: Args<'f>, op: Cmp) -> Res<'f> {
    let mapping = mapping_of(cx, args.at(0));
    protocol::compare(cx, op, mapping, args.at(1))
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Cmp::Eq)
}

fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Cmp::Ne)
}

fn lt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Cmp::Lt)
}

fn le<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Cmp::Le)
}

fn gt<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Cmp::Gt)
}

fn ge<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    compared(cx, args, Cmp::Ge)
}
