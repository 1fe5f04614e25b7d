//! `super`. Attribute access through it is in `vm::attr`; the form without
//! arguments is an instruction, which knows the class and the first argument.

use super::function::read_only;
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__init__", "(self, type=None, object=None, /)", init),
    NativeDef::whole_method("__get__", "(self, instance, owner=None, /)", get),
    NativeDef::property("__thisclass__", this_class, read_only),
    NativeDef::property("__self__", this, read_only),
    NativeDef::property("__self_class__", self_class, read_only),
];

/// `super`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Super,
    new: Some(NativeDef::function(
        "super",
        "(cls, type=None, object=None, /)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc(
        "super() -> same as super(__class__, <first argument>)\nsuper(type) -> unbound super object\nsuper(type, obj) -> bound super object; requires isinstance(obj, type)\nsuper(type, type2) -> bound super object; requires issubclass(type2, type)\nTypical use to call a cooperative superclass method:\nclass C(B):\n    def meth(self, arg):\n        super().meth(arg)\nThis works for class methods too:\nclass C(B):\n    @classmethod\n    def cmeth(cls, arg):\n        super().cmeth(arg)\n",
    ),
    base: true,
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let made = cx.pair(Kind::Super, ClassId::Super, Local::NONE, Local::NONE)?;
    fill(cx, made, args)?;
    Ok(made)
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    fill(cx, args.at(0), args)?;
    Ok(Local::NONE)
}

fn fill<'f>(cx: &mut Context<'f>, made: Local<'f>, args: Args<'f>) -> Res<'f, ()> {
    let Some(class) = args.get(cx, 1) else {
        return by_caller(cx, made);
    };
    if !cx.is(class, Kind::Type) {
        let found = cx.type_name(class);
        return Err(cx.type_error(format_args!(
            "super() argument 1 must be a type, not {found}"
        )));
    }
    let object = args.get(cx, 2).unwrap_or(Local::NONE);
    bind(cx, made, class, object)
}

/// `super()` that is no instruction, because it has another name where it is called: class
/// and first argument are what the caller's frame has.
fn by_caller<'f>(cx: &mut Context<'f>, made: Local<'f>) -> Res<'f, ()> {
    let wrong = |cx: &mut Context<'f>, what: &str| {
        Err(cx.raise(ClassId::RuntimeError, format_args!("super(): {what}")))
    };
    let Some((first, encloses)) = cx.caller_first() else {
        return wrong(cx, "no arguments");
    };
    let Some(locals) = cx.caller_locals()? else {
        return wrong(cx, "no arguments");
    };
    let Some(object) = cx.dict_get_str(locals, &first)? else {
        return wrong(cx, "arg[0] deleted");
    };
    if !encloses {
        return wrong(cx, "__class__ cell not found");
    }
    let Some(class) = cx.dict_get_str(locals, "__class__")? else {
        return wrong(cx, "empty __class__ cell");
    };
    if !cx.is(class, Kind::Type) {
        let found = cx.type_name(class);
        let text = alloc::format!("__class__ is not a type ({found})");
        return wrong(cx, &text);
    }
    bind(cx, made, class, object)
}

/// The TypeError of an object that is nothing of the class.
#[cold]
pub(crate) fn no_instance<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.type_error(format_args!(
        "super(type, obj): obj must be an instance or subtype of type"
    ))
}

/// `super(class, object)`, made anew.
pub(crate) fn of<'f>(cx: &mut Context<'f>, class: Local<'f>, object: Local<'f>) -> Res<'f> {
    let made = cx.pair(Kind::Super, ClassId::Super, Local::NONE, Local::NONE)?;
    bind(cx, made, class, object)?;
    Ok(made)
}

/// Fills a `super` object; a proxy may say by `__class__` of which class it is.
fn bind<'f>(
    cx: &mut Context<'f>,
    made: Local<'f>,
    class: Local<'f>,
    object: Local<'f>,
) -> Res<'f, ()> {
    if cx.is_none(object) || is_below(cx, object, class) {
        cx.set_super(made, class, object, None);
        return Ok(());
    }
    let name = cx.name("__class__")?;
    let told = cx.find_attr(object, name)?;
    match told.filter(|&told| cx.is(told, Kind::Type) && cx.is_subtype(told, class)) {
        Some(told) => {
            let both = cx.tuple(&[class, told])?;
            cx.set_super(made, class, object, Some(both));
            Ok(())
        }
        None => Err(no_instance(cx)),
    }
}

/// Whether a value is an instance of a class, or a class below it.
pub(crate) fn is_below<'f>(cx: &mut Context<'f>, object: Local<'f>, class: Local<'f>) -> bool {
    if cx.is(object, Kind::Type) && cx.is_subtype(object, class) {
        return true;
    }
    let own = cx.class(object);
    let own = cx.class_object(own);
    cx.is_subtype(own, class)
}

/// Binds `super(C)` to an instance.
fn get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (this, object) = (args.at(0), args.at(1));
    if cx.is_none(object) && args.get(cx, 2).is_none_or(|owner| cx.is_none(owner)) {
        return Err(cx.type_error(format_args!("__get__(None, None) is invalid")));
    }
    let Some((class, bound)) = cx.pair_parts(this) else {
        return Ok(this);
    };
    if cx.is_none(object) || !cx.is_none(bound) || cx.is_none(class) {
        return Ok(this);
    }
    if cx.is_derived(this) {
        let own = cx.class(this);
        let own = cx.class_object(own);
        return cx.call(own, &[class, object]);
    }
    of(cx, class, object)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

fn this_class<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .pair_parts(args.at(0))
        .map_or(Local::NONE, |(class, _)| class))
}

fn this<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .pair_parts(args.at(0))
        .map_or(Local::NONE, |(_, this)| this))
}

/// The class that the search starts from.
fn self_class<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some((class, this)) = cx.pair_parts(args.at(0)) else {
        return Ok(Local::NONE);
    };
    if let Some(told) = cx.super_told(args.at(0)) {
        return Ok(told);
    }
    if cx.is_none(this) || cx.is(this, Kind::Type) && cx.is_subtype(this, class) {
        return Ok(this);
    }
    let own = cx.class(this);
    Ok(cx.class_object(own))
}
