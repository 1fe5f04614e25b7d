//! `types.UnionType`: `int | str`. A record of the tuple of its types.

use super::generic_alias::{parameters_of, read_only, substitute, write_item};
use crate::builtins::functions::reflect;
use crate::builtins::protocol::{self, BinOp};
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Out, Res};
use crate::vm::native::{NativeDef, TypeDef};

const CLASS: ClassId = ClassId::UnionType;

static METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__or__", "(self, value, /)", or),
    NativeDef::method("__ror__", "(self, value, /)", ror),
    NativeDef::method("__getitem__", "(self, key, /)", getitem),
    NativeDef::method("__instancecheck__", "(self, instance, /)", instance_check),
    NativeDef::method("__subclasscheck__", "(self, subclass, /)", subclass_check),
    NativeDef::property("__args__", arguments, read_only),
    NativeDef::getter("__parameters__", parameters),
];

/// `types.UnionType`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: CLASS,
    new: None,
    methods: METHODS,
    doc: crate::features::doc("Represent a PEP 604 union type\n\nE.g. for int | str"),
    base: false,
};

/// `a | b`, or NotImplemented.
pub(crate) fn of_two<'f>(cx: &mut Context<'f>, a: Local<'f>, b: Local<'f>) -> Res<'f> {
    let takes = |cx: &Context<'f>, value: Local<'f>| {
        cx.is_none(value)
            || cx.is(value, Kind::Type)
            || cx.is_record(value, CLASS)
            || cx.is_record(value, ClassId::GenericAlias)
    };
    if !takes(cx, a) || !takes(cx, b) {
        return Ok(Local::NOT_IMPLEMENTED);
    }
    let all = cx.list(&[])?;
    for side in [a, b] {
        // Those of one side differ already: they are asked for among the other's only,
        // so that a chain of many types takes no more than the square of their number.
        let others = cx.list_len(all);
        match cx.record_part(side, CLASS, 0) {
            Some(args) => {
                for at in 0..cx.tuple_len(args) {
                    cx.charge(1)?;
                    cx.scope(|cx| match cx.tuple_get(args, at) {
                        Some(item) => add(cx, all, others, item),
                        None => Ok(()),
                    })?;
                }
            }
            None if cx.is_none(side) => {
                let class = cx.class_object(ClassId::NoneType);
                add(cx, all, others, class)?;
            }
            None => add(cx, all, others, side)?,
        }
    }
    if cx.list_len(all) == 1 {
        return Ok(cx.list_get(all, 0).unwrap_or(Local::NONE));
    }
    let args = cx.tuple_from_list(all)?;
    cx.record(CLASS, &[args])
}

/// Adds a type that is not among the first of the list.
fn add<'f>(cx: &mut Context<'f>, list: Local<'f>, first: usize, item: Local<'f>) -> Res<'f, ()> {
    if !holds(cx, list, first, item)? {
        cx.list_push(list, item)?;
    }
    Ok(())
}

/// Whether the first types of some hold one; aliases are the same if they are equal.
fn holds<'f>(cx: &mut Context<'f>, seq: Local<'f>, first: usize, item: Local<'f>) -> Res<'f, bool> {
    let class = cx.is(item, Kind::Type);
    for at in 0..first.min(cx.seq_len(seq)) {
        cx.charge(1)?;
        let found = cx.scope(|cx| match cx.seq_get(seq, at) {
            Some(other) if class || cx.is(other, Kind::Type) => Ok(cx.same(other, item)),
            Some(other) => protocol::eq(cx, other, item),
            None => Ok(false),
        })?;
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

fn args_of<'f>(cx: &mut Context<'f>, union: Local<'f>) -> Local<'f> {
    cx.record_part(union, CLASS, 0).unwrap_or(Local::NONE)
}

/// Writes `int | None`.
pub(crate) fn write_repr<'f>(cx: &mut Context<'f>, union: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let args = args_of(cx, union);
    for at in 0..cx.tuple_len(args) {
        cx.charge(1)?;
        if at > 0 {
            cx.put(out, b" | ")?;
        }
        cx.scope(|cx| match cx.tuple_get(args, at) {
            Some(item) if cx.class_id(item) == Some(ClassId::NoneType) => cx.put(out, b"None"),
            Some(item) => write_item(cx, item, out),
            None => Ok(()),
        })?;
    }
    Ok(())
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

/// Does not depend on the order.
fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let items = args_of(cx, args.at(0));
    let mut hash = cx.tuple_len(items) as u64;
    for at in 0..cx.tuple_len(items) {
        hash ^= cx.scope(|cx| match cx.tuple_get(items, at) {
            Some(item) => Ok(protocol::hash(cx, item)?.wrapping_mul(0x9E37_79B9_7F4A_7C15)),
            None => Ok(0),
        })?;
    }
    cx.int(if hash == u64::MAX { -2 } else { hash as i64 })
}

fn same<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, Option<bool>> {
    if !cx.is_record(args.at(1), CLASS) {
        return Ok(None);
    }
    let (a, b) = (args_of(cx, args.at(0)), args_of(cx, args.at(1)));
    if cx.tuple_len(a) != cx.tuple_len(b) {
        return Ok(Some(false));
    }
    let count = cx.tuple_len(b);
    for at in 0..count {
        let found = cx.scope(|cx| match cx.tuple_get(a, at) {
            Some(item) => holds(cx, b, count, item),
            None => Ok(true),
        })?;
        if !found {
            return Ok(Some(false));
        }
    }
    Ok(Some(true))
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(same(cx, args)?.map_or(Local::NOT_IMPLEMENTED, Local::bool))
}

fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(same(cx, args)?.map_or(Local::NOT_IMPLEMENTED, |same| Local::bool(!same)))
}

fn or<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    of_two(cx, args.at(0), args.at(1))
}

fn ror<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    of_two(cx, args.at(1), args.at(0))
}

/// Substitutes type parameters in the arguments.
fn getitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let items = args_of(cx, args.at(0));
    let parameters = parameters_of(cx, items)?;
    let items = substitute(cx, args.at(0), items, parameters, args.at(1))?;
    let mut result = cx.tuple_get(items, 0).unwrap_or(Local::NONE);
    for at in 1..cx.tuple_len(items) {
        if let Some(item) = cx.tuple_get(items, at) {
            result = protocol::binary(cx, BinOp::Or, result, item, false)?;
        }
    }
    Ok(result)
}

/// TypeError where an alias is among the types.
fn only_classes<'f>(cx: &mut Context<'f>, items: Local<'f>, function: &str) -> Res<'f, ()> {
    for at in 0..cx.tuple_len(items) {
        if let Some(item) = cx.tuple_get(items, at)
            && cx.is_record(item, ClassId::GenericAlias)
        {
            return Err(cx.type_error(format_args!(
                "{function}() argument 2 cannot be a parameterized generic"
            )));
        }
    }
    Ok(())
}

fn instance_check<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let items = args_of(cx, args.at(0));
    only_classes(cx, items, "isinstance")?;
    reflect::isinstance_of_any(cx, args.at(1), items)
}

fn subclass_check<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let items = args_of(cx, args.at(0));
    if !cx.is(args.at(1), Kind::Type) {
        return Err(cx.type_error(format_args!("issubclass() arg 1 must be a class")));
    }
    only_classes(cx, items, "issubclass")?;
    reflect::issubclass_of_any(cx, args.at(1), items)
}

fn arguments<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(args_of(cx, args.at(0)))
}

fn parameters<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let items = args_of(cx, args.at(0));
    parameters_of(cx, items)
}
