//! `__new__` of the built-in types whose `__init__` fills them: it makes empty ones. Calls
//! of such a type itself go straight to what makes and fills.

use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::NativeDef;

static LIST: NativeDef = NativeDef::function("list", "(cls, /, *args, **kwargs)", list);
static DICT: NativeDef = NativeDef::function("dict", "(cls, /, *args, **kwargs)", dict);
static SET: NativeDef = NativeDef::function("set", "(cls, /, *args, **kwargs)", set);
static ARRAY: NativeDef = NativeDef::function("bytearray", "(cls, /, *args, **kwargs)", array);
static MODULE: NativeDef = NativeDef::function("module", "(cls, /, *args, **kwargs)", module);
static SUPER: NativeDef = NativeDef::function("super", "(cls, /, *args, **kwargs)", unbound);

/// The `__new__` of a type that `__init__` fills.
pub(crate) fn new_of(class: ClassId) -> Option<&'static NativeDef> {
    match class {
        ClassId::List => Some(&LIST),
        ClassId::Dict => Some(&DICT),
        ClassId::Set => Some(&SET),
        ClassId::ByteArray => Some(&ARRAY),
        ClassId::Module => Some(&MODULE),
        ClassId::Super => Some(&SUPER),
        _ => None,
    }
}

fn list<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    cx.list(&[])
}

fn dict<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    cx.dict()
}

fn set<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    cx.empty_set()
}

fn module<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let namespace = cx.dict()?;
    cx.new_module_of(args.at(0), namespace)
}

fn unbound<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    cx.pair(Kind::Super, ClassId::Super, Local::NONE, Local::NONE)
}

fn array<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    cx.bytearray(&[])
}
