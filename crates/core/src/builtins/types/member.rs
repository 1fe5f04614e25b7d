//! Descriptors of the members that `__slots__` makes, and of those fields of built-in types that
//! CPython keeps in the same way.

use super::generic_alias::read_only;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

const CLASS: ClassId = ClassId::MemberDescriptor;

static METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__get__", "(self, instance, owner=None, /)", get),
    NativeDef::method("__set__", "(self, instance, value, /)", set),
    NativeDef::method("__delete__", "(self, instance, /)", delete),
    NativeDef::property("__name__", name, read_only),
    NativeDef::getter("__qualname__", qualname),
    NativeDef::property("__objclass__", owner, read_only),
    NativeDef::getter("__doc__", doc),
];

/// `member_descriptor`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: CLASS,
    new: None,
    methods: METHODS,
    doc: "",
    base: false,
};

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (name, owner) = (name(cx, args)?, owner(cx, args)?);
    let owner = cx.name_of_type(owner);
    let mut text = cx.text();
    text.push_str("<member '");
    text.push(cx.str_bytes(name).unwrap_or_default());
    text.push_str("' of '");
    text.push_str(owner);
    text.push_str("' objects>");
    cx.finish(text)
}

fn get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if cx.native_def(args.at(0)).is_some() {
        return super::method::getset_get(cx, args);
    }
    let (member, object) = (args.at(0), args.at(1));
    if cx.is_none(object) {
        if args.get(cx, 2).is_none_or(|owner| cx.is_none(owner)) {
            return Err(cx.type_error(format_args!("__get__(None, None) is invalid")));
        }
        return Ok(member);
    }
    match cx.member(member, object)? {
        Some(value) => Ok(value),
        None => {
            let name = name(cx, args)?;
            Err(crate::vm::attr::missing(cx, object, name))
        }
    }
}

fn set<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if cx.native_def(args.at(0)).is_some() {
        return super::method::getset_set(cx, args);
    }
    cx.set_member(args.at(0), args.at(1), Some(args.at(2)))?;
    Ok(Local::NONE)
}

fn delete<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if cx.native_def(args.at(0)).is_some() {
        return super::method::getset_delete(cx, args);
    }
    cx.set_member(args.at(0), args.at(1), None)?;
    Ok(Local::NONE)
}

fn part<'f>(cx: &mut Context<'f>, args: Args<'f>, at: usize) -> Res<'f> {
    Ok(cx.record_part(args.at(0), CLASS, at).unwrap_or(Local::NONE))
}

fn name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if let Some(def) = cx.native_def(args.at(0)) {
        return cx.name(&def.name);
    }
    part(cx, args, 0)
}

fn owner<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if cx.native_def(args.at(0)).is_some() {
        return Ok(cx.native_owner(args.at(0)).unwrap_or(Local::NONE));
    }
    part(cx, args, 1)
}

fn qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (name, owner) = (name(cx, args)?, owner(cx, args)?);
    let path = cx.find_attribute(owner, "__qualname__")?;
    let path = path.filter(|&path| cx.is(path, Kind::Str));
    let mut text = cx.text();
    if let Some(path) = path {
        text.push(cx.str_bytes(path).unwrap_or_default());
        text.push_str(".");
    }
    text.push(cx.str_bytes(name).unwrap_or_default());
    cx.finish(text)
}

fn doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    super::method::native_doc(cx, args)
}
