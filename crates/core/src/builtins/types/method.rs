//! Bound methods and native functions.

use super::function::read_only;
use crate::builtins::{docs, protocol};
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__eq__", "(self, other, /)", eq),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__call__", "(self, /, *args, **kwargs)", call),
    NativeDef::property("__self__", this, read_only),
    NativeDef::property("__func__", function, read_only),
    NativeDef::getter("__doc__", forwarded_doc),
    NativeDef::getter("__dict__", forwarded_dict),
];

/// `method`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Method,
    new: Some(NativeDef::function(
        "method",
        "(cls, function, instance, /)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc("Create a bound instance method object."),
    base: false,
};

static NATIVE_METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__call__", "(self, /, *args, **kwargs)", call),
    NativeDef::getter("__name__", native_name),
    NativeDef::getter("__qualname__", native_qualname),
    NativeDef::getter("__doc__", native_doc),
    NativeDef::getter("__text_signature__", native_signature),
    NativeDef::getter("__module__", native_module),
    NativeDef::getter("__self__", native_this),
];

/// `builtin_function_or_method`.
pub(crate) static NATIVE: TypeDef = TypeDef {
    class: ClassId::Native,
    new: None,
    methods: NATIVE_METHODS,
    doc: "",
    base: false,
};

static DESCRIPTOR_METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__call__", "(self, /, *args, **kwargs)", call),
    NativeDef::method("__get__", "(self, instance, owner=None, /)", bind),
    NativeDef::getter("__name__", native_name),
    NativeDef::getter("__qualname__", native_qualname),
    NativeDef::getter("__doc__", native_doc),
    NativeDef::getter("__text_signature__", native_signature),
    NativeDef::getter("__objclass__", native_owner),
];

/// `method_descriptor`: a native method reached through its type.
pub(crate) static DESCRIPTOR: TypeDef = TypeDef {
    class: ClassId::MethodDescriptor,
    new: None,
    methods: DESCRIPTOR_METHODS,
    doc: "",
    base: false,
};

/// `wrapper_descriptor`.
pub(crate) static WRAPPER: TypeDef = TypeDef {
    class: ClassId::SlotWrapper,
    new: None,
    methods: DESCRIPTOR_METHODS,
    doc: "",
    base: false,
};

/// `classmethod_descriptor`: a class method of a built-in type.
pub(crate) static CLASS_DESCRIPTOR: TypeDef = TypeDef {
    class: ClassId::ClassMethodDescriptor,
    new: None,
    methods: CLASS_DESCRIPTOR_METHODS,
    doc: "",
    base: false,
};

static CLASS_DESCRIPTOR_METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__call__", "(self, /, *args, **kwargs)", call),
    NativeDef::method("__get__", "(self, instance, owner=None, /)", bind_class),
    NativeDef::getter("__name__", native_name),
    NativeDef::getter("__qualname__", native_qualname),
    NativeDef::getter("__doc__", native_doc),
    NativeDef::getter("__text_signature__", native_signature),
    NativeDef::getter("__objclass__", native_owner),
];

/// `method-wrapper`: a special method of a built-in type, bound to an object.
pub(crate) static BOUND_WRAPPER: TypeDef = TypeDef {
    class: ClassId::MethodWrapper,
    new: None,
    methods: BOUND_WRAPPER_METHODS,
    doc: "",
    base: false,
};

static BOUND_WRAPPER_METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__call__", "(self, /, *args, **kwargs)", call),
    NativeDef::getter("__name__", native_name),
    NativeDef::getter("__qualname__", native_qualname),
    NativeDef::getter("__doc__", native_doc),
    NativeDef::getter("__text_signature__", native_signature),
    NativeDef::getter("__self__", native_this),
    NativeDef::getter("__objclass__", native_owner),
];

/// `getset_descriptor`: an attribute of a built-in type that is computed.
pub(crate) static GETSET: TypeDef = TypeDef {
    class: ClassId::GetSet,
    new: None,
    methods: GETSET_METHODS,
    doc: "",
    base: false,
};

static GETSET_METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__get__", "(self, instance, owner=None, /)", getset_get),
    NativeDef::method("__set__", "(self, instance, value, /)", getset_set),
    NativeDef::method("__delete__", "(self, instance, /)", getset_delete),
    NativeDef::getter("__name__", native_name),
    NativeDef::getter("__qualname__", native_qualname),
    NativeDef::getter("__doc__", native_doc),
    NativeDef::getter("__objclass__", native_owner),
];

/// Whether an object is one that a descriptor applies to; TypeError if not.
fn applies<'f>(cx: &mut Context<'f>, descriptor: Local<'f>, object: Local<'f>) -> Res<'f, ()> {
    let owner = cx.native_owner(descriptor).unwrap_or(Local::NONE);
    let class = cx.class(object);
    let class = cx.class_object(class);
    if cx.is_subtype(class, owner) {
        return Ok(());
    }
    let name = cx.native_def(descriptor).map_or("?", |def| &*def.name);
    let (owner, found) = (cx.name_of_type(owner), cx.type_name(object));
    Err(cx.type_error(format_args!(
        "descriptor '{name}' for '{owner}' objects doesn't apply to a '{found}' object"
    )))
}

pub(super) fn getset_get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (descriptor, object) = (args.at(0), args.at(1));
    if cx.is_none(object) {
        return match args.get(cx, 2).filter(|&owner| !cx.is_none(owner)) {
            Some(_) => Ok(descriptor),
            None => Err(cx.type_error(format_args!("__get__(None, None) is invalid"))),
        };
    }
    applies(cx, descriptor, object)?;
    cx.call(descriptor, &[object])
}

pub(super) fn getset_set<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    applies(cx, args.at(0), args.at(1))?;
    crate::vm::attr::set_through(cx, args.at(0), args.at(1), Some(args.at(2)))?;
    Ok(Local::NONE)
}

pub(super) fn getset_delete<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    applies(cx, args.at(0), args.at(1))?;
    crate::vm::attr::set_through(cx, args.at(0), args.at(1), None)?;
    Ok(Local::NONE)
}

/// `__get__` of class methods: bound to the class.
fn bind_class<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (function, instance) = (args.at(0), args.at(1));
    let owner = match args.get(cx, 2).filter(|&owner| !cx.is_none(owner)) {
        Some(owner) => owner,
        None => {
            let class = cx.class(instance);
            cx.class_object(class)
        }
    };
    let home = cx.native_owner(function).unwrap_or(Local::NONE);
    if !cx.is(owner, Kind::Type) || !cx.is_subtype(owner, home) {
        let name = cx.native_def(function).map_or("?", |def| &*def.name);
        let (home, found) = (cx.name_of_type(home), cx.name_of_type(owner));
        return Err(cx.type_error(format_args!(
            "descriptor '{name}' requires a subtype of '{home}' but received '{found}'"
        )));
    }
    cx.bound(function, owner)
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (function, instance) = (args.at(1), args.at(2));
    if !crate::builtins::functions::reflect::is_callable(cx, function) {
        return Err(cx.type_error(format_args!("first argument must be callable")));
    }
    if cx.is_none(instance) {
        return Err(cx.type_error(format_args!("instance must not be None")));
    }
    cx.pair(Kind::Method, ClassId::Method, function, instance)
}

/// `__get__` of functions: bound to the instance, or the function itself.
pub(super) fn bind<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (function, instance) = (args.at(0), args.at(1));
    let owner = args.get(cx, 2).filter(|&owner| !cx.is_none(owner));
    if !cx.is_none(instance) {
        return cx.bound(function, instance);
    }
    match owner {
        Some(_) => Ok(function),
        None => Err(cx.type_error(format_args!("__get__(None, None) is invalid"))),
    }
}

/// `__call__` of everything callable: the call itself.
pub(super) fn call<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let last = args.len().saturating_sub(1);
    let positional = super::exception::tuple_of(cx, args, 1, last)?;
    let kwargs = args.get(cx, last).filter(|&kwargs| cx.dict_len(kwargs) > 0);
    cx.call_ex(args.at(0), positional, kwargs)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

/// Methods are equal if their functions are, bound to the same object.
fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (Some((function, this)), true) =
        (cx.pair_parts(args.at(0)), cx.is(args.at(1), Kind::Method))
    else {
        return Ok(Local::NOT_IMPLEMENTED);
    };
    let Some((other_function, other_this)) = cx.pair_parts(args.at(1)) else {
        return Ok(Local::NOT_IMPLEMENTED);
    };
    let equal = cx.same(this, other_this) && protocol::eq(cx, function, other_function)?;
    Ok(Local::bool(equal))
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some((function, this)) = cx.pair_parts(args.at(0)) else {
        return Ok(Local::NONE);
    };
    let hash = super::object::identity_hash(cx, this) ^ super::object::identity_hash(cx, function);
    cx.int(if hash == -1 { -2 } else { hash })
}

fn this<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .pair_parts(args.at(0))
        .map_or(Local::NONE, |(_, this)| this))
}

fn function<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .pair_parts(args.at(0))
        .map_or(Local::NONE, |(function, _)| function))
}

/// Attributes that every object has: those of the function are meant.
fn forwarded<'f>(cx: &mut Context<'f>, args: Args<'f>, name: &str) -> Res<'f> {
    let function = function(cx, args)?;
    let name = cx.name(name)?;
    cx.get_attr(function, name)
}

fn forwarded_doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    forwarded(cx, args, "__doc__")
}

fn forwarded_dict<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    forwarded(cx, args, "__dict__")
}

fn native_name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = plain_name(cx, args.at(0));
    cx.name(name)
}

/// A native's name; constructors are described under the name of their type.
fn plain_name<'f>(cx: &mut Context<'f>, native: Local<'f>) -> &'f str {
    let Some(def) = cx.native_def(native) else {
        return "";
    };
    match cx.native_owner(native) {
        Some(owner) if def.flags == 0 && cx.is(owner, Kind::Type) => "__new__",
        _ => &def.name,
    }
}

/// `list.append`; the plain name where the owner is a module.
fn native_qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = plain_name(cx, args.at(0));
    let mut owner = cx.native_owner(args.at(0));
    if cx.class(args.at(0)) == ClassId::Native
        && let Some(this) = cx.native_this(args.at(0))
    {
        // Bound methods are named after what they are bound to.
        owner = if cx.is(this, Kind::Type) {
            Some(this)
        } else {
            let class = cx.class(this);
            Some(cx.class_object(class))
        };
    }
    match owner.filter(|&owner| cx.is(owner, Kind::Type)) {
        Some(owner) => {
            let class = super::class::qualname_of(cx, owner);
            let mut text = cx.text();
            text.push_str(class);
            text.push_str(".");
            text.push_str(name);
            cx.finish(text)
        }
        None => cx.name(name),
    }
}

pub(super) fn native_doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.native_def(args.at(0)) {
        Some(def) if !def.doc.is_empty() => cx.str(&def.doc),
        _ => match described(cx, args.at(0)) {
            Some(entry) => entry.text(cx),
            None => Ok(Local::NONE),
        },
    }
}

/// What the texts of the build say of a native.
fn described<'f>(cx: &mut Context<'f>, native: Local<'f>) -> Option<docs::Entry> {
    let owner = cx.native_owner(native);
    let name = plain_name(cx, native);
    docs::of_native(cx, owner, name)
}

/// The signature as CPython writes it: what is bound stands with a dollar sign.
fn native_signature<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(def) = cx.native_def(args.at(0)) else {
        return Ok(Local::NONE);
    };
    let of_type = cx
        .native_owner(args.at(0))
        .is_some_and(|owner| cx.is(owner, Kind::Type));
    let mut signature = &*def.signature;
    if let Some(other) = described(cx, args.at(0)).and_then(|entry| entry.signature()) {
        let Some(other) = other else {
            return Ok(Local::NONE);
        };
        signature = other;
    }
    let mut rest = signature.strip_prefix('(').unwrap_or(signature);
    let mut text = cx.text();
    text.push_str("(");
    if !of_type {
        // The module stands before what is positional only, which it is itself.
        let slash = rest.contains("/,") || rest.contains("/)");
        text.push_str(if slash { "$module" } else { "$module, /" });
        if !rest.starts_with(')') {
            text.push_str(", ");
        }
    } else if let Some(behind) = rest.strip_prefix("cls") {
        text.push_str("$type");
        rest = behind;
    } else if rest.starts_with("self") {
        text.push_str("$");
    }
    text.push_str(rest);
    cx.finish(text)
}

fn native_module<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.native_owner(args.at(0)) {
        Some(module) if cx.is(module, Kind::Module) => {
            let name = cx.name("__name__")?;
            Ok(cx.find_attr(module, name)?.unwrap_or(Local::NONE))
        }
        Some(_) => Ok(Local::NONE),
        // The one built-in function that CPython finds elsewhere.
        None if plain_name(cx, args.at(0)) == "open" => cx.name("io"),
        None => cx.name("builtins"),
    }
}

fn native_this<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if let Some(this) = cx.native_this(args.at(0)) {
        return Ok(this);
    }
    if let Some(owner) = cx.native_owner(args.at(0)) {
        return Ok(owner);
    }
    let modules = cx.modules();
    Ok(cx.dict_get_str(modules, "builtins")?.unwrap_or(Local::NONE))
}

fn native_owner<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.native_owner(args.at(0)).unwrap_or(Local::NONE))
}
