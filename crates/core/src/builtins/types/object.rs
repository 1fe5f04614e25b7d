//! `object`: what every value has.

use super::reduce;
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::attr;
use crate::vm::context::{Args, Context, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args, **kwargs)", init),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__str__", "(self, /)", str),
    NativeDef::method("__format__", "(self, format_spec, /)", format),
    NativeDef::method("__eq__", "(self, value, /)", eq),
    NativeDef::method("__ne__", "(self, value, /)", ne),
    NativeDef::method("__lt__", "(self, value, /)", unordered),
    NativeDef::method("__le__", "(self, value, /)", unordered),
    NativeDef::method("__gt__", "(self, value, /)", unordered),
    NativeDef::method("__ge__", "(self, value, /)", unordered),
    NativeDef::method("__hash__", "(self, /)", hash),
    NativeDef::method("__dir__", "(self, /)", dir),
    NativeDef::method("__getattribute__", "(self, name, /)", getattribute),
    NativeDef::method("__setattr__", "(self, name, value, /)", setattr),
    NativeDef::method("__delattr__", "(self, name, /)", delattr),
    NativeDef::class_method(
        "__init_subclass__",
        "(cls, /, *args, **kwargs)",
        init_subclass,
    ),
    NativeDef::class_method("__subclasshook__", "(cls, /, *args)", subclass_hook),
    reduce::REDUCE,
    reduce::REDUCE_EX,
    reduce::GETSTATE,
    reduce::SIZEOF,
    NativeDef::property("__class__", class, set_class),
    NativeDef::property("__dict__", dict_of, set_dict),
    NativeDef::getter("__doc__", doc),
];

/// `__dict__` of a class whose instances have one.
pub(crate) static OWN_DICT: NativeDef =
    NativeDef::property("__dict__", dict_of, set_dict).with_flags(NativeDef::WHOLE);

/// `__weakref__` of a class whose instances can be referred to weakly.
pub(crate) static OWN_WEAKREF: NativeDef =
    NativeDef::getter("__weakref__", first_weak).with_flags(NativeDef::WHOLE);

fn first_weak<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let references = cx.weak_references(args.at(0))?;
    Ok(cx.list_get(references, 0).unwrap_or(Local::NONE))
}

/// `object`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Object,
    new: Some(NativeDef::function(
        "object",
        "(cls, /, *args, **kwargs)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc(
        "The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n",
    ),
    base: true,
};

/// Whether anything was passed behind the first argument.
fn has_excess<'f>(cx: &Context<'f>, args: Args<'f>) -> bool {
    // The last place is the dict of named arguments.
    args.len() > 2 || cx.dict_len(args.at(args.len().saturating_sub(1))) > 0
}

/// Whether a class finds something else under a name than what `object` has.
fn overrides<'f>(cx: &mut Context<'f>, class: Local<'f>, name: &str) -> bool {
    let Some(found) = cx.type_lookup(class, name) else {
        return false;
    };
    let owner = cx.native_owner(found);
    owner.and_then(|owner| cx.class_id(owner)) != Some(ClassId::Object)
}

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = args.at(0);
    let Some(id) = cx.class_id(class) else {
        let found = cx.type_name(class);
        return Err(cx.type_error(format_args!(
            "object.__new__(X): X is not a type object ({found})"
        )));
    };
    let name = cx.name_of_type(class);
    if !cx.is_script_type(class) && !cx.has_constructor(class) {
        return Err(cx.type_error(format_args!("cannot create '{name}' instances")));
    }
    if has_excess(cx, args) {
        if overrides(cx, class, "__new__") {
            return Err(cx.type_error(format_args!(
                "object.__new__() takes exactly one argument (the type to instantiate)"
            )));
        }
        if !overrides(cx, class, "__init__") {
            return Err(cx.type_error(format_args!("{name}() takes no arguments")));
        }
    }
    if cx.is_abstract(class) {
        return Err(super::class::abstract_error(cx, class));
    }
    if cx.solid_class(class) == Some(ClassId::Object) && !cx.is_native_class(class) {
        if id == ClassId::Object {
            return cx.new_bare_object();
        }
        if let Some(instance) = cx.new_instance(class)? {
            return Ok(instance);
        }
    }
    // The built-in type that knows how such instances are made.
    let mro = cx.type_mro(class).unwrap_or(Local::NONE);
    let mut base = name;
    for at in 0..cx.tuple_len(mro) {
        if let Some(ty) = cx.tuple_get(mro, at)
            && (!cx.is_script_type(ty) || cx.is_native_class(ty))
            && cx
                .type_own(ty, "__new__")
                .is_none_or(|_| !cx.is_script_type(ty))
        {
            base = cx.name_of_type(ty);
            break;
        }
    }
    Err(cx.type_error(format_args!(
        "object.__new__({name}) is not safe, use {base}.__new__()"
    )))
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if has_excess(cx, args) {
        let class = cx.class(args.at(0));
        let class = cx.class_object(class);
        if overrides(cx, class, "__init__") {
            return Err(cx.type_error(format_args!(
                "object.__init__() takes exactly one argument (the instance to initialize)"
            )));
        }
        if !overrides(cx, class, "__new__") {
            let name = cx.name_of_type(class);
            return Err(cx.type_error(format_args!(
                "{name}.__init__() takes exactly one argument (the instance to initialize)"
            )));
        }
    }
    Ok(Local::NONE)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::default_repr(cx, args.at(0))
}

fn str<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::repr(cx, args.at(0))
}

fn format<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::format_method(cx, args)
}

fn eq<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(if cx.same(args.at(0), args.at(1)) {
        Local::TRUE
    } else {
        Local::NOT_IMPLEMENTED
    })
}

/// The opposite of what `__eq__` says.
fn ne<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = cx.names().eq;
    match cx.call_special(args.at(0), name, &[args.at(1)])? {
        Some(answer) if !cx.same(answer, Local::NOT_IMPLEMENTED) => {
            let equal = protocol::truth(cx, answer)?;
            Ok(Local::bool(!equal))
        }
        _ => Ok(Local::NOT_IMPLEMENTED),
    }
}

fn unordered<'f>(_: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(Local::NOT_IMPLEMENTED)
}

/// The hash of an object that is equal to itself only.
pub(super) fn identity_hash<'f>(cx: &Context<'f>, object: Local<'f>) -> i64 {
    match cx.address(object).rotate_right(4) as i64 {
        -1 => -2,
        hash => hash,
    }
}

fn hash<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let hash = identity_hash(cx, args.at(0));
    cx.int(hash)
}

fn getattribute<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    attr::get_plain(cx, args.at(0), args.at(1))
}

/// Classes have ways of their own to set and delete attributes, which must not be jumped over.
fn check_plain<'f>(cx: &mut Context<'f>, object: Local<'f>, method: &str) -> Res<'f, ()> {
    if !cx.is(object, Kind::Type) {
        return Ok(());
    }
    let class = cx.type_name(object);
    Err(cx.type_error(format_args!("can't apply this {method} to {class} object")))
}

fn setattr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    check_plain(cx, args.at(0), "__setattr__")?;
    attr::set_plain(cx, args.at(0), args.at(1), Some(args.at(2)))?;
    Ok(Local::NONE)
}

fn delattr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    check_plain(cx, args.at(0), "__delattr__")?;
    attr::set_plain(cx, args.at(0), args.at(1), None)?;
    Ok(Local::NONE)
}

fn init_subclass<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = args.len().saturating_sub(2);
    if given == 0 && !has_excess(cx, args) {
        return Ok(Local::NONE);
    }
    let class = super::class::qualname_of(cx, args.at(0));
    if given > 0 {
        return Err(cx.type_error(format_args!(
            "{class}.__init_subclass__() takes no arguments ({given} given)"
        )));
    }
    Err(cx.type_error(format_args!(
        "{class}.__init_subclass__() takes no keyword arguments"
    )))
}

fn subclass_hook<'f>(_: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Ok(Local::NOT_IMPLEMENTED)
}

fn class<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = cx.class(args.at(0));
    Ok(cx.class_object(class))
}

/// Gives an object another class.
fn set_class<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let Some(class) = args.get(cx, 1) else {
        return Err(cx.type_error(format_args!("can't delete __class__ attribute")));
    };
    if !cx.is(class, Kind::Type) {
        let found = cx.type_name(class);
        return Err(cx.type_error(format_args!(
            "__class__ must be set to a class, not '{found}' object"
        )));
    }
    cx.set_class(args.at(0), class)?;
    Ok(Local::NONE)
}

/// `__dict__` of whatever has one.
pub(super) fn dict_of<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if cx.is(args.at(0), Kind::Type) {
        // A metaclass that has got `__dict__` from a plain class as well.
        return super::class::dict(cx, args);
    }
    match cx.own_dict(args.at(0))? {
        Some(dict) => Ok(dict),
        None => {
            let name = cx.name("__dict__")?;
            Err(attr::missing(cx, args.at(0), name))
        }
    }
}

/// Assigns `__dict__`.
pub(super) fn set_dict<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let object = args.at(0);
    if !cx.has_own_dict(object) {
        let name = cx.name("__dict__")?;
        return Err(attr::missing(cx, object, name));
    }
    let Some(value) = args.get(cx, 1) else {
        // Only what classes of scripts have added can go.
        let class = cx.class(object);
        let class = cx.class_object(class);
        let kind = cx.kind(object);
        if matches!(kind, Some(Kind::Exception | Kind::Function)) || !cx.is_script_type(class) {
            return Err(cx.type_error(format_args!("cannot delete __dict__")));
        }
        // A new one takes its place.
        let empty = cx.dict()?;
        if !cx.set_own_dict(object, empty)? {
            return Err(cx.raise(ClassId::AttributeError, format_args!("readonly attribute")));
        }
        return Ok(Local::NONE);
    };
    // Of a class derived from dict, it is the dict in the instance.
    let value = cx.plain(value);
    if !cx.is(value, Kind::Dict) {
        let found = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "__dict__ must be set to a dictionary, not a '{found}'"
        )));
    }
    if cx.set_own_dict(object, value)? {
        Ok(Local::NONE)
    } else {
        Err(cx.raise(ClassId::AttributeError, format_args!("readonly attribute")))
    }
}

/// The docstring of the type.
fn doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = cx.class(args.at(0));
    let class = cx.class_object(class);
    super::class::doc_of(cx, class)
}

/// Own attributes and those of the class, unsorted.
fn dir<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let names = cx.dict()?;
    if let Some(own) = cx.own_dict(args.at(0))? {
        add_keys(cx, names, own, false)?;
    }
    let class = cx.class(args.at(0));
    let class = cx.class_object(class);
    class_names(cx, names, class)?;
    keys(cx, names)
}

/// The attributes that a class and its bases have, as keys of a dict.
pub(super) fn class_names<'f>(
    cx: &mut Context<'f>,
    names: Local<'f>,
    class: Local<'f>,
) -> Res<'f, ()> {
    let mro = cx.type_mro(class).unwrap_or(Local::NONE);
    for at in 0..cx.tuple_len(mro) {
        cx.scope(|cx| {
            let Some(ty) = cx.tuple_get(mro, at) else {
                return Ok(());
            };
            let Some(own) = cx.type_namespace(ty) else {
                return Ok(());
            };
            let hidden = cx.class_id(ty) == Some(ClassId::Object);
            add_keys(cx, names, own, hidden)?;
            if cx.is_script_type(ty) && cx.solid_class(ty) == Some(ClassId::Object) {
                let (dict, weak) = cx.instances_have(ty);
                if dict {
                    cx.dict_set_str(names, "__dict__", Local::NONE)?;
                }
                if weak {
                    cx.dict_set_str(names, "__weakref__", Local::NONE)?;
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// Adds the keys of a dict; `of_object`: `__dict__` is there for those that have one only.
fn add_keys<'f>(
    cx: &mut Context<'f>,
    names: Local<'f>,
    from: Local<'f>,
    of_object: bool,
) -> Res<'f, ()> {
    let mut at = 0;
    loop {
        cx.charge(1)?;
        let next = cx.scope(|cx| {
            let Some((index, key, _)) = cx.dict_next(from, at) else {
                return Ok(None);
            };
            let hidden = match cx.as_str(key) {
                Some("__dict__") => of_object,
                _ => false,
            };
            if !hidden {
                cx.dict_set(names, key, Local::NONE)?;
            }
            Ok(Some(index + 1))
        })?;
        match next {
            Some(next) => at = next,
            None => return Ok(()),
        }
    }
}

/// The keys of a dict as a list.
pub(super) fn keys<'f>(cx: &mut Context<'f>, dict: Local<'f>) -> Res<'f> {
    protocol::list_of(cx, dict)
}
