//! Modules.

use super::function::read_only;
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, name, doc=None)", init),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__dir__", "(self, /)", dir),
    NativeDef::property("__dict__", dict, read_only),
    NativeDef::property("__annotations__", annotations, set_annotations),
];

/// `module`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Module,
    new: Some(NativeDef::function("module", "(cls, name, doc=None)", new)),
    methods: METHODS,
    doc: crate::features::doc(
        "Create a module object.\n\nThe name must be a string; the optional docstring can have any type.",
    ),
    base: true,
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let namespace = cx.dict()?;
    let module = cx.new_module_of(args.at(0), namespace)?;
    let doc = args.get(cx, 2);
    fill(cx, module, args.at(1), doc)?;
    Ok(module)
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let doc = args.get(cx, 2);
    fill(cx, args.at(0), args.at(1), doc)?;
    Ok(Local::NONE)
}

/// The names that every module has.
fn fill<'f>(
    cx: &mut Context<'f>,
    module: Local<'f>,
    name: Local<'f>,
    doc: Option<Local<'f>>,
) -> Res<'f, ()> {
    let name = cx.plain(name);
    if !cx.is(name, Kind::Str) {
        let found = cx.type_name(name);
        return Err(cx.type_error(format_args!(
            "module() argument 'name' must be str, not {found}"
        )));
    }
    let namespace = cx.module_dict(module);
    cx.dict_set_str(namespace, "__name__", name)?;
    cx.dict_set_str(namespace, "__doc__", doc.unwrap_or(Local::NONE))?;
    for field in ["__package__", "__loader__", "__spec__"] {
        cx.dict_set_str(namespace, field, Local::NONE)?;
    }
    cx.name_module(module, name);
    Ok(())
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

fn dict<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.own_dict(args.at(0))?.unwrap_or(Local::NONE))
}

/// Made when they are asked for.
fn annotations<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(dict) = cx.own_dict(args.at(0))? else {
        return Ok(Local::NONE);
    };
    if let Some(found) = cx.dict_get_str(dict, "__annotations__")? {
        return Ok(found);
    }
    let made = cx.dict()?;
    cx.dict_set_str(dict, "__annotations__", made)?;
    Ok(made)
}

fn set_annotations<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(dict) = cx.own_dict(args.at(0))? else {
        return Ok(Local::NONE);
    };
    match args.get(cx, 1) {
        Some(value) => cx.dict_set_str(dict, "__annotations__", value)?,
        None => {
            let name = cx.name("__annotations__")?;
            if cx.dict_remove(dict, name)?.is_none() {
                return Err(cx.raise(ClassId::AttributeError, format_args!("__annotations__")));
            }
        }
    }
    Ok(Local::NONE)
}

/// The module's names, or what its own `__dir__` says.
fn dir<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    // A class derived from `module` may have something else of that name.
    let name = cx.name("__dict__")?;
    let dict = cx.get_attr(args.at(0), name)?;
    if !cx.is(dict, Kind::Dict) {
        return Err(cx.type_error(format_args!("<module>.__dict__ is not a dictionary")));
    }
    match cx.dict_get_str(dict, "__dir__")? {
        Some(function) => cx.call(function, &[]),
        None => protocol::list_of(cx, dict),
    }
}
