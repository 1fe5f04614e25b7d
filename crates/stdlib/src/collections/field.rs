//! The attribute for one field of a named tuple.

use crate::convert::{Piece, reduced, short_name, size, text};
use miniscript_ext::{Args, Class, Context, Error, Exception, Local, NativeDef, Res};

/// `_collections._tuplegetter`: the index and the docstring.
pub(super) static FIELD: Class = Class {
    name: "_collections._tuplegetter",
    fields: 2,
    derivable: false,
    methods: &[
        NativeDef::constructor("(cls, index, doc, /)", new),
        NativeDef::method("__get__", "(self, instance, owner=None, /)", get),
        NativeDef::method("__set__", "(self, instance, value, /)", set),
        NativeDef::method("__delete__", "(self, instance, /)", delete),
        NativeDef::property("__doc__", doc, set_doc),
        NativeDef::method("__reduce__", "(self, /)", reduce),
        NativeDef::method("__repr__", "(self, /)", repr),
    ],
    ..Class::PLAIN
};

const INDEX: usize = 0;
const DOC: usize = 1;

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let index = size(cx, args.at(1))?;
    let index = cx.int(index)?;
    cx.instance(args.at(0), &[index, args.at(2)])
}

fn get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (this, object) = (args.at(0), args.at(1));
    if cx.is_none(object) {
        return Ok(this);
    }
    let index = cx.int_field(this, INDEX).unwrap_or(0);
    if cx.is_tuple(object) || is_tuple(cx, object) {
        let at = usize::try_from(index).unwrap_or(usize::MAX);
        return match cx.tuple_get(object, at) {
            Some(item) => Ok(item),
            None => Err(cx.raise_kind(
                Exception::IndexError,
                format_args!("tuple index out of range"),
            )),
        };
    }
    let name = cx.type_name(object);
    Err(cx.type_error(format_args!(
        "descriptor for index '{index}' for tuple subclasses doesn't apply to '{name}' object"
    )))
}

fn is_tuple<'f>(cx: &mut Context<'f>, object: Local<'f>) -> bool {
    match cx.hidden_type("tuple") {
        Some(tuple) => cx.is_instance_of(object, tuple),
        None => false,
    }
}

fn set<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Err(refused(cx, "set"))
}

fn delete<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Err(refused(cx, "delete"))
}

#[cold]
fn refused<'f>(cx: &mut Context<'f>, verb: &str) -> Error<'f> {
    cx.raise_kind(
        Exception::AttributeError,
        format_args!("can't {verb} attribute"),
    )
}

fn doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.field(args.at(0), DOC))
}

fn set_doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = args.get(cx, 1).unwrap_or(Local::NONE);
    cx.set_field(args.at(0), DOC, value);
    Ok(Local::NONE)
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (index, doc) = (cx.field(args.at(0), INDEX), cx.field(args.at(0), DOC));
    reduced(cx, args.at(0), &[index, doc], None)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (index, doc) = (cx.field(args.at(0), INDEX), cx.field(args.at(0), DOC));
    let name = short_name(cx, args.at(0));
    text(
        cx,
        &[
            Piece::Text(name),
            Piece::Text("("),
            Piece::Repr(index),
            Piece::Text(", "),
            Piece::Repr(doc),
            Piece::Text(")"),
        ],
    )
}
