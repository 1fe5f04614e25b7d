//! `type`: what classes have, and how they are made at run time.

use crate::builtins::functions::execute::is_mapping;
use crate::builtins::functions::reflect;
use crate::builtins::types::{mapping_proxy, union_type};
use crate::builtins::{docs, protocol};
use crate::object::{ClassId, Kind};
use crate::vm::attr;
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};
use crate::vm::types::{bases, make_class};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args, **kwargs)", init),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__call__", "(self, /, *args, **kwargs)", call),
    NativeDef::method("__dir__", "(self, /)", dir),
    NativeDef::method("__getattribute__", "(self, name, /)", getattribute),
    NativeDef::method("__setattr__", "(self, name, value, /)", setattr),
    NativeDef::method("__delattr__", "(self, name, /)", delattr),
    NativeDef::method("__instancecheck__", "(self, instance, /)", instance_check),
    NativeDef::method("__subclasscheck__", "(self, subclass, /)", subclass_check),
    NativeDef::method("__or__", "(self, value, /)", or),
    NativeDef::method("__ror__", "(self, value, /)", ror),
    NativeDef::method("mro", "(self, /)", mro_list),
    NativeDef::method("__subclasses__", "(self, /)", subclasses),
    NativeDef::class_method("__prepare__", "(cls, /, *args, **kwargs)", prepare),
    NativeDef::property("__name__", name, set_name),
    NativeDef::property("__qualname__", qualname, set_qualname),
    NativeDef::property("__module__", module, set_module),
    NativeDef::property("__doc__", doc, set_doc),
    NativeDef::getter("__text_signature__", text_signature),
    NativeDef::property("__annotations__", annotations, set_annotations),
    NativeDef::property("__bases__", bases, set_bases),
    NativeDef::property("__base__", base, keep_base),
    NativeDef::property("__mro__", mro, keep_mro),
    NativeDef::property("__dict__", dict, keep_dict),
    NativeDef::property("__abstractmethods__", abstracts, set_abstracts),
    NativeDef::property("__flags__", flags, super::function::read_only),
];

/// `type`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Type,
    new: Some(NativeDef::function(
        "type",
        "(cls, /, *args, **kwargs)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc(
        "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
    ),
    base: true,
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let metaclass = args.at(0);
    let exact = cx.class_id(metaclass) == Some(ClassId::Type);
    let kwargs = args.at(args.len().saturating_sub(1));
    let given = args.len().saturating_sub(2);
    if exact && given == 1 && cx.dict_len(kwargs) == 0 {
        let class = cx.class(args.at(1));
        return Ok(cx.class_object(class));
    }
    if given != 3 {
        return Err(if exact {
            cx.type_error(format_args!("type() takes 1 or 3 arguments"))
        } else {
            cx.type_error(format_args!(
                "type.__new__() takes exactly 3 arguments ({given} given)"
            ))
        });
    }
    let wanted = [
        (Kind::Str, "str"),
        (Kind::Tuple, "tuple"),
        (Kind::Dict, "dict"),
    ];
    let mut parts = [Local::NONE; 3];
    for ((at, (kind, wanted)), part) in (1..).zip(wanted).zip(&mut parts) {
        *part = cx.plain(args.at(at));
        if !cx.is(*part, kind) {
            let found = cx.type_name(args.at(at));
            return Err(cx.type_error(format_args!(
                "type.__new__() argument {at} must be {wanted}, not {found}"
            )));
        }
    }
    let [name, bases, namespace] = parts;
    let hook = cx.name("__mro_entries__")?;
    for at in 0..cx.tuple_len(bases) {
        if let Some(base) = cx.tuple_get(bases, at)
            && !cx.is(base, Kind::Type)
            && cx.find_attr(base, hook)?.is_some()
        {
            return Err(cx.type_error(format_args!(
                "type() doesn't support MRO entry resolution; use types.new_class()"
            )));
        }
    }
    if cx.as_str(name).is_some_and(|text| text.contains('\0')) {
        return Err(cx.value_error(format_args!("type name must not contain null characters")));
    }
    let winner = winning_metaclass(cx, metaclass, bases)?;
    if !cx.same(winner, metaclass)
        && let Some(new) = cx.type_lookup(winner, "__new__")
        && cx.native_def(new).is_none()
    {
        // A metaclass of a base has a `__new__` of its own.
        let list = cx.list(&[winner, name, bases, args.at(3)])?;
        let new_name = cx.name("__new__")?;
        let new = cx.get_attr(winner, new_name)?;
        return cx.call_ex(new, list, Some(kwargs));
    }
    let namespace = cx.dict_copy(namespace)?;
    complete(cx, namespace)?;
    let class = make_class(cx, winner, name, bases, namespace)?;
    announce(cx, class, Some(kwargs))?;
    Ok(class)
}

/// The most derived metaclass of a class and its bases.
fn winning_metaclass<'f>(cx: &mut Context<'f>, metaclass: Local<'f>, bases: Local<'f>) -> Res<'f> {
    let mut winner = metaclass;
    for at in 0..cx.tuple_len(bases) {
        let Some(base) = cx.tuple_get(bases, at) else {
            continue;
        };
        let meta = cx.class(base);
        let meta = cx.class_object(meta);
        if cx.is_subtype(winner, meta) {
            continue;
        }
        if !cx.is_subtype(meta, winner) {
            return Err(cx.type_error(format_args!(
                "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases"
            )));
        }
        winner = meta;
    }
    Ok(winner)
}

/// Adds what a class made by a call lacks: `__module__`.
fn complete<'f>(cx: &mut Context<'f>, namespace: Local<'f>) -> Res<'f, ()> {
    if cx.dict_get_str(namespace, "__module__")?.is_none()
        && let Some(globals) = cx.caller_globals()
        && let Some(module) = cx.dict_get_str(globals, "__name__")?
    {
        cx.dict_set_str(namespace, "__module__", module)?;
    }
    Ok(())
}

/// Calls `super(class, class).__init_subclass__(**kwargs)`: a base hears of a new class.
pub(crate) fn announce<'f>(
    cx: &mut Context<'f>,
    class: Local<'f>,
    kwargs: Option<Local<'f>>,
) -> Res<'f, ()> {
    let order = cx.type_mro(class).unwrap_or(Local::NONE);
    let found = (0..cx.tuple_len(order)).any(|at| {
        cx.tuple_get(order, at)
            .is_some_and(|base| cx.same(base, class))
    });
    if !found {
        // An own `mro()` has left the class itself out.
        return Err(super::super_object::no_instance(cx));
    }
    let parent = cx.pair(Kind::Super, ClassId::Super, class, class)?;
    let name = cx.name("__init_subclass__")?;
    let hook = cx.get_attr(parent, name)?;
    let args = cx.tuple(&[])?;
    let kwargs = kwargs.filter(|&kwargs| cx.dict_len(kwargs) > 0);
    cx.call_ex(hook, args, kwargs)?;
    Ok(())
}

/// What decides how a `class` statement makes its class: the `metaclass` keyword,
/// which is taken out of the keywords, or the bases' types.
pub(crate) fn metaclass_of<'f>(
    cx: &mut Context<'f>,
    bases: Local<'f>,
    keywords: Option<Local<'f>>,
) -> Res<'f, (Local<'f>, Option<Local<'f>>)> {
    let mut metaclass = match cx.tuple_get(bases, 0) {
        Some(base) => {
            let class = cx.class(base);
            cx.class_object(class)
        }
        None => cx.class_object(ClassId::Type),
    };
    let mut rest = None;
    if let Some(keywords) = keywords
        && cx.dict_len(keywords) > 0
    {
        let copy = cx.dict_copy(keywords)?;
        let name = cx.name("metaclass")?;
        if let Some(named) = cx.dict_remove(copy, name)? {
            metaclass = named;
        }
        rest = Some(copy).filter(|&copy| cx.dict_len(copy) > 0);
    }
    if cx.is(metaclass, Kind::Type) {
        metaclass = winning_metaclass(cx, metaclass, bases)?;
    }
    Ok((metaclass, rest))
}

/// The bases of a `class` statement, where `__mro_entries__` of what is no class says
/// what stands for it. The same tuple if there is nothing of the kind.
pub(crate) fn resolve_bases<'f>(cx: &mut Context<'f>, bases: Local<'f>) -> Res<'f> {
    let mut changed = false;
    let list = cx.list(&[])?;
    let hook = cx.name("__mro_entries__")?;
    for at in 0..cx.tuple_len(bases) {
        let Some(base) = cx.tuple_get(bases, at) else {
            continue;
        };
        let entries = if cx.is(base, Kind::Type) {
            None
        } else {
            cx.find_attr(base, hook)?
        };
        let Some(entries) = entries else {
            cx.list_push(list, base)?;
            continue;
        };
        let found = cx.call(entries, &[bases])?;
        if !cx.is(found, Kind::Tuple) {
            return Err(cx.type_error(format_args!("__mro_entries__ must return a tuple")));
        }
        changed = true;
        for at in 0..cx.tuple_len(found) {
            if let Some(entry) = cx.tuple_get(found, at) {
                cx.list_push(list, entry)?;
            }
        }
    }
    if changed {
        cx.tuple_from_list(list)
    } else {
        Ok(bases)
    }
}

/// The namespace for the body of a `class` statement, where its metaclass makes one.
pub(crate) fn prepared<'f>(
    cx: &mut Context<'f>,
    metaclass: Local<'f>,
    name: Local<'f>,
    bases: Local<'f>,
    keywords: Option<Local<'f>>,
) -> Res<'f, Option<Local<'f>>> {
    if cx.class_id(metaclass) == Some(ClassId::Type) {
        return Ok(None);
    }
    let hook = cx.name("__prepare__")?;
    let Some(hook) = cx.find_attr(metaclass, hook)? else {
        return Ok(None);
    };
    let args = cx.tuple(&[name, bases])?;
    let namespace = cx.call_ex(hook, args, keywords)?;
    if !is_mapping(cx, namespace) {
        let (name, found) = (cx.name_of_type(metaclass), cx.type_name(namespace));
        return Err(cx.type_error(format_args!(
            "{name}.__prepare__() must return a mapping, not {found}"
        )));
    }
    Ok(Some(namespace))
}

fn call<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let last = args.len().saturating_sub(1);
    let positional = super::exception::tuple_of(cx, args, 1, last)?;
    let kwargs = args.get(cx, last).filter(|&kwargs| cx.dict_len(kwargs) > 0);
    cx.construct(args.at(0), positional, kwargs)
}

fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match args.len().saturating_sub(2) {
        1 | 3 => Ok(Local::NONE),
        _ => Err(cx.type_error(format_args!("type.__init__() takes 1 or 3 arguments"))),
    }
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

fn dir<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let names = cx.dict()?;
    super::object::class_names(cx, names, args.at(0))?;
    super::object::keys(cx, names)
}

fn getattribute<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    attr::get_plain(cx, args.at(0), args.at(1))
}

fn setattr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    attr::set_plain(cx, args.at(0), args.at(1), Some(args.at(2)))?;
    Ok(Local::NONE)
}

fn delattr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    attr::set_plain(cx, args.at(0), args.at(1), None)?;
    Ok(Local::NONE)
}

fn instance_check<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let result = reflect::is_instance_of(cx, args.at(1), args.at(0))?;
    Ok(Local::bool(result))
}

fn subclass_check<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let result = reflect::is_subclass_of(cx, args.at(1), args.at(0))?;
    Ok(Local::bool(result))
}

fn mro_list<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    bases::usual_order(cx, args.at(0))
}

fn subclasses<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.type_subclasses(args.at(0))
}

fn prepare<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    cx.dict()
}

/// TypeError: the types of the language cannot be changed, and some attributes never deleted.
fn immutable<'f>(cx: &mut Context<'f>, ty: Local<'f>, verb: &str, attribute: &str) -> Error<'f> {
    let name = cx.name_of_type(ty);
    cx.type_error(format_args!(
        "cannot {verb} '{attribute}' attribute of immutable type '{name}'"
    ))
}

/// The new value of an attribute of a script's class that cannot be deleted.
fn assigned<'f>(cx: &mut Context<'f>, args: Args<'f>, attribute: &str) -> Res<'f> {
    let value = args.get(cx, 1);
    if !cx.is_script_type(args.at(0)) {
        return Err(immutable(cx, args.at(0), "set", attribute));
    }
    match value {
        Some(value) => Ok(value),
        None => Err(immutable(cx, args.at(0), "delete", attribute)),
    }
}

/// The same, where it must be a str.
fn assigned_str<'f>(cx: &mut Context<'f>, args: Args<'f>, attribute: &str) -> Res<'f> {
    let value = assigned(cx, args, attribute)?;
    let value = cx.plain(value);
    if !cx.is(value, Kind::Str) {
        let (name, found) = (cx.name_of_type(args.at(0)), cx.type_name(value));
        return Err(cx.type_error(format_args!(
            "can only assign string to {name}.{attribute}, not '{found}'"
        )));
    }
    Ok(value)
}

fn or<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    union_type::of_two(cx, args.at(0), args.at(1))
}

fn ror<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    union_type::of_two(cx, args.at(1), args.at(0))
}

fn name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !cx.is_script_type(args.at(0))
        && let Some((_, name)) = cx.name_of_type(args.at(0)).rsplit_once('.')
    {
        return cx.name(name);
    }
    Ok(cx.type_name_object(args.at(0)).unwrap_or(Local::NONE))
}

fn set_name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = assigned_str(cx, args, "__name__")?;
    if cx.str_bytes(value).is_some_and(|bytes| bytes.contains(&0)) {
        return Err(cx.value_error(format_args!("type name must not contain null characters")));
    }
    cx.set_type_name(args.at(0), value)?;
    Ok(Local::NONE)
}

fn qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.type_qualname(args.at(0)) {
        Some(set) => Ok(set),
        None => name(cx, args),
    }
}

/// The qualified name of a class, for messages.
pub(super) fn qualname_of<'f>(cx: &mut Context<'f>, class: Local<'f>) -> &'f str {
    let set = cx.type_qualname(class);
    if let Some(name) = set.and_then(|name| cx.as_str(name)) {
        return name;
    }
    let name = cx.name_of_type(class);
    match name.rsplit_once('.') {
        Some((_, last)) if !cx.is_script_type(class) => last,
        _ => name,
    }
}

fn set_qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = assigned_str(cx, args, "__qualname__")?;
    cx.set_type_qualname(args.at(0), value);
    Ok(Local::NONE)
}

fn module<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if !cx.is_script_type(args.at(0)) {
        // The names of built-in types that live in modules say so.
        let path = cx.name_of_type(args.at(0));
        return cx.name(
            path.rsplit_once('.')
                .map_or("builtins", |(module, _)| module),
        );
    }
    match cx.type_own(args.at(0), "__module__") {
        Some(module) => Ok(module),
        None => cx.name("builtins"),
    }
}

fn set_module<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = assigned(cx, args, "__module__")?;
    cx.set_type_own(args.at(0), "__module__", value)?;
    Ok(Local::NONE)
}

/// The docstring of a type.
pub(super) fn doc_of<'f>(cx: &mut Context<'f>, ty: Local<'f>) -> Res<'f> {
    if cx.is_script_type(ty) {
        let doc = cx.type_own(ty, "__doc__").unwrap_or(Local::NONE);
        return crate::vm::attr::bind_to_class(cx, doc, ty);
    }
    match cx.builtin_doc(ty) {
        Some(doc) => cx.str(doc),
        None => Ok(Local::NONE),
    }
}

fn doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    doc_of(cx, args.at(0))
}

/// How a built-in type is called, where CPython says so.
fn text_signature<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let ty = args.at(0);
    if cx.is_script_type(ty) {
        return Ok(Local::NONE);
    }
    match docs::of_call(cx, ty).and_then(|entry| entry.signature()) {
        Some(Some(text)) => cx.str(text),
        _ => Ok(Local::NONE),
    }
}

fn set_doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = assigned(cx, args, "__doc__")?;
    cx.set_type_own(args.at(0), "__doc__", value)?;
    Ok(Local::NONE)
}

fn annotations<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let ty = args.at(0);
    if !cx.is_script_type(ty) {
        let name = cx.name("__annotations__")?;
        return Err(crate::vm::attr::missing(cx, ty, name));
    }
    if let Some(set) = cx.type_own(ty, "__annotations__") {
        return Ok(set);
    }
    let dict = cx.dict()?;
    cx.set_type_own(ty, "__annotations__", dict)?;
    Ok(dict)
}

fn set_annotations<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = assigned(cx, args, "__annotations__")?;
    cx.set_type_own(args.at(0), "__annotations__", value)?;
    Ok(Local::NONE)
}

fn bases<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.type_bases(args.at(0)) {
        Some(bases) => Ok(bases),
        None => cx.tuple(&[]),
    }
}

fn set_bases<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = assigned(cx, args, "__bases__")?;
    let name = cx.name_of_type(args.at(0));
    if !cx.is(value, Kind::Tuple) {
        let found = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "can only assign tuple to {name}.__bases__, not {found}"
        )));
    }
    if cx.tuple_len(value) == 0 {
        return Err(cx.type_error(format_args!(
            "can only assign non-empty tuple to {name}.__bases__, not ()"
        )));
    }
    bases::assign(cx, args.at(0), value)?;
    Ok(Local::NONE)
}

/// The base that decides the layout: for most classes, the first one.
fn base<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let bases = bases(cx, args)?;
    Ok(bases::best(cx, bases).unwrap_or(Local::NONE))
}

fn mro<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    // While `mro()` of a metaclass runs for the first time, there is none.
    let order = cx.type_mro(args.at(0));
    Ok(order
        .filter(|&order| cx.tuple_len(order) > 0)
        .unwrap_or(Local::NONE))
}

/// The refusal to set an attribute: of an immutable type, or any.
fn keep<'f>(cx: &mut Context<'f>, args: Args<'f>, attribute: &str, message: &str) -> Error<'f> {
    if cx.is_script_type(args.at(0)) {
        return cx.raise(ClassId::AttributeError, format_args!("{message}"));
    }
    immutable(cx, args.at(0), "set", attribute)
}

fn keep_base<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Err(keep(cx, args, "__base__", "readonly attribute"))
}

fn keep_mro<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Err(keep(cx, args, "__mro__", "readonly attribute"))
}

fn keep_dict<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Err(keep(
        cx,
        args,
        "__dict__",
        "attribute '__dict__' of 'type' objects is not writable",
    ))
}

/// The type's own attributes, to be read.
pub(super) fn dict<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let own = match cx.type_namespace(args.at(0)) {
        Some(own) => own,
        None => cx.dict()?,
    };
    mapping_proxy::of(cx, own)
}

/// CPython's flags of a type, as far as they mean something here.
fn flags<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = args.at(0);
    let script = cx.is_script_type(class);
    // Ready; made by a script, or not to be changed.
    let mut flags = (1 << 12) | if script { 1 << 9 } else { 1 << 8 };
    if cx.is_base(class) {
        flags |= 1 << 10;
    }
    if cx.is_abstract(class) {
        flags |= 1 << 20;
    }
    for (bit, base) in [
        (24, ClassId::Int),
        (25, ClassId::List),
        (26, ClassId::Tuple),
        (27, ClassId::Bytes),
        (28, ClassId::Str),
        (29, ClassId::Dict),
        (30, ClassId::BaseException),
        (31, ClassId::Type),
    ] {
        let base = cx.class_object(base);
        if cx.is_subtype(class, base) {
            flags |= 1 << bit;
        }
    }
    cx.int(flags)
}

const ABSTRACTS: &str = "__abstractmethods__";

/// What makes the class abstract; not inherited.
fn abstracts<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let own = match cx.is_script_type(args.at(0)) {
        true => cx.type_own(args.at(0), ABSTRACTS),
        false => None,
    };
    match own {
        Some(own) => Ok(own),
        None => Err(cx.raise(ClassId::AttributeError, format_args!("{ABSTRACTS}"))),
    }
}

fn set_abstracts<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = args.at(0);
    let value = args.get(cx, 1);
    if !cx.is_script_type(class) {
        return Err(immutable(cx, class, "set", ABSTRACTS));
    }
    match value {
        Some(value) => {
            let any = protocol::truth(cx, value)?;
            cx.set_type_own(class, ABSTRACTS, value)?;
            cx.set_abstract(class, any);
        }
        None => {
            if !cx.remove_type_own(class, ABSTRACTS)? {
                return Err(cx.raise(ClassId::AttributeError, format_args!("{ABSTRACTS}")));
            }
            cx.set_abstract(class, false);
        }
    }
    Ok(Local::NONE)
}

/// The TypeError of making an instance of an abstract class.
#[cold]
pub(crate) fn abstract_error<'f>(cx: &mut Context<'f>, class: Local<'f>) -> Error<'f> {
    match abstract_message(cx, class) {
        Ok(message) => {
            let bytes = cx.str_bytes(message).unwrap_or_default();
            cx.raise_bytes(ClassId::TypeError, bytes)
        }
        Err(error) => error,
    }
}

fn abstract_message<'f>(cx: &mut Context<'f>, class: Local<'f>) -> Res<'f> {
    let names = cx.type_own(class, ABSTRACTS).unwrap_or(Local::NONE);
    let names = protocol::list_of(cx, names)?;
    protocol::sort_list(cx, names, None, false)?;
    let count = cx.list_len(names);
    let mut text = cx.text();
    text.push_str("Can't instantiate abstract class ");
    text.push_str(cx.name_of_type(class));
    text.push_str(if count > 1 {
        " with abstract methods "
    } else {
        " with abstract method "
    });
    for at in 0..count {
        if at > 0 {
            text.push_str(", ");
        }
        let name = cx.list_get(names, at).unwrap_or(Local::NONE);
        if !cx.is(name, Kind::Str) {
            let found = cx.type_name(name);
            return Err(cx.type_error(format_args!(
                "sequence item {at}: expected str instance, {found} found"
            )));
        }
        text.push(cx.str_bytes(name).unwrap_or_default());
    }
    cx.finish(text)
}
