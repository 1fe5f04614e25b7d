//! `property`, `classmethod` and `staticmethod`. How they take part in attribute
//! access is in `vm::attr`; here is what they are as objects.

use super::function::read_only;
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::misc::PropertyPart;
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::whole_method(
        "__init__",
        "(self, fget=None, fset=None, fdel=None, doc=None)",
        fill,
    ),
    NativeDef::whole_method("getter", "(self, fget, /)", with_getter),
    NativeDef::whole_method("setter", "(self, fset, /)", with_setter),
    NativeDef::whole_method("deleter", "(self, fdel, /)", with_deleter),
    NativeDef::whole_method("__get__", "(self, instance, owner=None, /)", get),
    NativeDef::method("__set__", "(self, instance, value, /)", set),
    NativeDef::method("__delete__", "(self, instance, /)", delete),
    NativeDef::method("__set_name__", "(self, owner, name, /)", set_name),
    NativeDef::getter("__isabstractmethod__", is_abstract),
    NativeDef::property("fget", fget, read_only),
    NativeDef::property("fset", fset, read_only),
    NativeDef::property("fdel", fdel, read_only),
    NativeDef::property("__doc__", doc, set_doc),
];

/// `property`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Property,
    new: Some(NativeDef::function(
        "property",
        "(cls, fget=None, fset=None, fdel=None, doc=None)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc(
        "Property attribute.\n\n  fget\n    function to be used for getting an attribute value\n  fset\n    function to be used for setting an attribute value\n  fdel\n    function to be used for del'ing an attribute\n  doc\n    docstring\n\nTypical use is to define a managed attribute x:\n\nclass C(object):\n    def getx(self): return self._x\n    def setx(self, value): self._x = value\n    def delx(self): del self._x\n    x = property(getx, setx, delx, \"I'm the 'x' property.\")\n\nDecorators make defining new properties or modifying existing ones easy:\n\nclass C(object):\n    @property\n    def x(self):\n        \"I am the 'x' property.\"\n        return self._x\n    @x.setter\n    def x(self, value):\n        self._x = value\n    @x.deleter\n    def x(self):\n        del self._x",
    ),
    base: true,
};

static WRAPPER_METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args)", wrap),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__get__", "(self, instance, owner=None, /)", class_get),
    NativeDef::property("__dict__", own_dict, set_own_dict),
    NativeDef::getter("__isabstractmethod__", wraps_abstract),
    NativeDef::getter("__func__", wrapped),
    NativeDef::getter("__wrapped__", wrapped),
    NativeDef::getter("__annotations__", wrapped_annotations),
    NativeDef::getter("__name__", wrapped_name),
    NativeDef::getter("__qualname__", wrapped_qualname),
    NativeDef::getter("__doc__", wrapped_doc),
    NativeDef::getter("__module__", wrapped_module),
];

/// `classmethod`.
pub(crate) static CLASS_METHOD: TypeDef = TypeDef {
    class: ClassId::ClassMethod,
    new: Some(NativeDef::function(
        "classmethod",
        "(cls, /, *args)",
        new_class_method,
    )),
    methods: WRAPPER_METHODS,
    doc: crate::features::doc(
        "classmethod(function) -> method\n\nConvert a function to be a class method.",
    ),
    base: true,
};

static STATIC_METHODS: &[NativeDef] = &[
    NativeDef::method("__init__", "(self, /, *args)", wrap),
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method("__get__", "(self, instance, owner=None, /)", static_get),
    NativeDef::property("__dict__", own_dict, set_own_dict),
    NativeDef::method("__call__", "(self, /, *args, **kwargs)", static_call),
    NativeDef::getter("__isabstractmethod__", wraps_abstract),
    NativeDef::getter("__func__", wrapped),
    NativeDef::getter("__wrapped__", wrapped),
    NativeDef::getter("__annotations__", wrapped_annotations),
    NativeDef::getter("__name__", wrapped_name),
    NativeDef::getter("__qualname__", wrapped_qualname),
    NativeDef::getter("__doc__", wrapped_doc),
    NativeDef::getter("__module__", wrapped_module),
];

/// `staticmethod`.
pub(crate) static STATIC_METHOD: TypeDef = TypeDef {
    class: ClassId::StaticMethod,
    new: Some(NativeDef::function(
        "staticmethod",
        "(cls, /, *args)",
        new_static_method,
    )),
    methods: STATIC_METHODS,
    doc: crate::features::doc(
        "staticmethod(function) -> method\n\nConvert a function to be a static method.",
    ),
    base: true,
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let [getter, setter, deleter, doc] = parts(cx, args)?;
    cx.new_property([getter, setter, deleter, doc, Local::NONE])
}

/// `__init__`, which classes derived from it call.
fn fill<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let given = parts(cx, args)?;
    let property = cx.plain(args.at(0));
    let [.., doc] = given;
    let own = args.get(cx, 4).is_some_and(|own| !cx.is_none(own));
    if !own && !cx.is_none(doc) && !cx.same(property, args.at(0)) {
        // The class's own docstring would hide it.
        let name = cx.name("__doc__")?;
        cx.set_attr(args.at(0), name, doc)?;
    }
    let names = [
        PropertyPart::Getter,
        PropertyPart::Setter,
        PropertyPart::Deleter,
        PropertyPart::Doc,
    ];
    for (part, value) in names.into_iter().zip(given) {
        cx.set_property_part(property, part, value);
    }
    Ok(Local::NONE)
}

/// What a property is made of; without a docstring it has its getter's.
fn parts<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f, [Local<'f>; 4]> {
    let [getter, setter, deleter, doc] =
        [1, 2, 3, 4].map(|at| args.get(cx, at).unwrap_or(Local::NONE));
    let doc = if cx.is_none(doc) {
        doc_of(cx, getter)?
    } else {
        doc
    };
    Ok([getter, setter, deleter, doc])
}

/// The docstring of a getter.
fn doc_of<'f>(cx: &mut Context<'f>, getter: Local<'f>) -> Res<'f> {
    if cx.is_none(getter) {
        return Ok(getter);
    }
    let name = cx.name("__doc__")?;
    Ok(cx.find_attr(getter, name)?.unwrap_or(Local::NONE))
}

fn part<'f>(cx: &mut Context<'f>, property: Local<'f>, part: PropertyPart) -> Local<'f> {
    cx.property_part(property, part).unwrap_or(Local::NONE)
}

/// The same property with one part replaced (not by None).
fn with<'f>(cx: &mut Context<'f>, args: Args<'f>, replaced: PropertyPart) -> Res<'f> {
    let property = cx.plain(args.at(0));
    let mut parts = [
        PropertyPart::Getter,
        PropertyPart::Setter,
        PropertyPart::Deleter,
        PropertyPart::Doc,
        PropertyPart::Name,
    ]
    .map(|p| part(cx, property, p));
    let [getter, ..] = parts;
    let value = args.at(1);
    if !cx.is_none(value) {
        // A docstring that came from the old getter goes with it.
        if replaced == PropertyPart::Getter {
            let old = doc_of(cx, getter)?;
            if cx.is_none(parts[PropertyPart::Doc as usize])
                || cx.same(old, parts[PropertyPart::Doc as usize])
            {
                parts[PropertyPart::Doc as usize] = doc_of(cx, value)?;
            }
        }
        parts[replaced as usize] = value;
    }
    if !cx.same(property, args.at(0)) {
        // Of a derived class, as its own constructor makes it.
        let class = cx.class(args.at(0));
        let class = cx.class_object(class);
        let [getter, setter, deleter, mut doc, _] = parts;
        let inherited = doc_of(cx, getter)?;
        if cx.same(inherited, doc) {
            doc = Local::NONE;
        }
        return cx.call(class, &[getter, setter, deleter, doc]);
    }
    cx.new_property(parts)
}

fn with_getter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    with(cx, args, PropertyPart::Getter)
}

fn with_setter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    with(cx, args, PropertyPart::Setter)
}

fn with_deleter<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    with(cx, args, PropertyPart::Deleter)
}

/// AttributeError: a property without this part.
pub(crate) fn lacking<'f>(
    cx: &mut Context<'f>,
    property: Local<'f>,
    instance: Local<'f>,
    what: &str,
) -> Error<'f> {
    let name = part(cx, property, PropertyPart::Name);
    if cx.is_none(name) {
        let class = class_of(cx, instance);
        return cx.raise(
            ClassId::AttributeError,
            format_args!("property of '{class}' object has no {what}"),
        );
    }
    let name = match protocol::repr(cx, name) {
        Ok(name) => name,
        Err(error) => return error,
    };
    let (name, class) = (cx.as_str(name).unwrap_or("?"), class_of(cx, instance));
    cx.raise(
        ClassId::AttributeError,
        format_args!("property {name} of '{class}' object has no {what}"),
    )
}

fn get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let instance = args.at(1);
    if cx.is_none(instance) {
        return match args.get(cx, 2).filter(|&owner| !cx.is_none(owner)) {
            Some(_) => Ok(args.at(0)),
            None => Err(cx.type_error(format_args!("__get__(None, None) is invalid"))),
        };
    }
    let property = cx.plain(args.at(0));
    let getter = part(cx, property, PropertyPart::Getter);
    if cx.is_none(getter) {
        return Err(lacking(cx, property, instance, "getter"));
    }
    cx.call(getter, &[instance])
}

fn set<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let setter = part(cx, args.at(0), PropertyPart::Setter);
    if cx.is_none(setter) {
        return Err(lacking(cx, args.at(0), args.at(1), "setter"));
    }
    cx.call(setter, &[args.at(1), args.at(2)])?;
    Ok(Local::NONE)
}

fn delete<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let deleter = part(cx, args.at(0), PropertyPart::Deleter);
    if cx.is_none(deleter) {
        return Err(lacking(cx, args.at(0), args.at(1), "deleter"));
    }
    cx.call(deleter, &[args.at(1)])?;
    Ok(Local::NONE)
}

fn fget<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(part(cx, args.at(0), PropertyPart::Getter))
}

fn fset<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(part(cx, args.at(0), PropertyPart::Setter))
}

fn fdel<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(part(cx, args.at(0), PropertyPart::Deleter))
}

fn doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(part(cx, args.at(0), PropertyPart::Doc))
}

fn set_doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = args.get(cx, 1).unwrap_or(Local::NONE);
    cx.set_property_part(args.at(0), PropertyPart::Doc, value);
    Ok(Local::NONE)
}

/// Whether a function says of itself that it is abstract (`abc.abstractmethod`).
fn says_abstract<'f>(cx: &mut Context<'f>, function: Local<'f>) -> Res<'f, bool> {
    if cx.is_none(function) {
        return Ok(false);
    }
    let name = cx.name("__isabstractmethod__")?;
    match cx.find_attr(function, name)? {
        Some(flag) => protocol::truth(cx, flag),
        None => Ok(false),
    }
}

fn is_abstract<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    for which in [
        PropertyPart::Getter,
        PropertyPart::Setter,
        PropertyPart::Deleter,
    ] {
        let function = part(cx, args.at(0), which);
        if says_abstract(cx, function)? {
            return Ok(Local::TRUE);
        }
    }
    Ok(Local::FALSE)
}

fn wraps_abstract<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let function = inner(cx, args.at(0));
    says_abstract(cx, function).map(Local::bool)
}

fn set_name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    cx.set_property_part(args.at(0), PropertyPart::Name, args.at(2));
    Ok(Local::NONE)
}

fn new_class_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    new_wrapper(cx, args, Kind::ClassMethod, ClassId::ClassMethod)
}

fn new_static_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    new_wrapper(cx, args, Kind::StaticMethod, ClassId::StaticMethod)
}

/// One that wraps its argument, or, for a derived class, one that `__init__` fills.
fn new_wrapper<'f>(cx: &mut Context<'f>, args: Args<'f>, kind: Kind, class: ClassId) -> Res<'f> {
    let exact = cx.class_object(class);
    let function = if cx.same(args.at(0), exact) {
        only(cx, args, class)?
    } else {
        Local::NONE
    };
    cx.pair(kind, class, function, Local::NONE)
}

/// `__init__`, which classes derived from it call.
fn wrap<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let this = args.at(0);
    let class = cx.class(this);
    let function = only(cx, args, class)?;
    let own = cx.pair_parts(this).map_or(Local::NONE, |(_, own)| own);
    cx.set_pair(this, function, own);
    Ok(Local::NONE)
}

/// The one argument.
fn only<'f>(cx: &mut Context<'f>, args: Args<'f>, class: ClassId) -> Res<'f> {
    let mut given = args.rest(1);
    match (given.len(), given.next()) {
        (1, Some(function)) => Ok(function),
        (count, _) => {
            let class = cx.class_object(class);
            let name = cx.name_of_type(class);
            Err(cx.type_error(format_args!("{name} expected 1 argument, got {count}")))
        }
    }
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

fn inner<'f>(cx: &mut Context<'f>, wrapper: Local<'f>) -> Local<'f> {
    cx.pair_parts(wrapper)
        .map_or(Local::NONE, |(function, _)| function)
}

fn wrapped<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(inner(cx, args.at(0)))
}

/// An attribute of the wrapped function.
fn wrapped_attr<'f>(cx: &mut Context<'f>, args: Args<'f>, name: &str) -> Res<'f> {
    let function = inner(cx, args.at(0));
    let attribute = cx.name(name)?;
    match cx.find_attr(function, attribute)? {
        Some(value) => Ok(value),
        None => {
            let class = cx.type_name(args.at(0));
            Err(cx.raise(
                ClassId::AttributeError,
                format_args!("'{class}' object has no attribute '{name}'"),
            ))
        }
    }
}

fn wrapped_name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    wrapped_attr(cx, args, "__name__")
}

fn wrapped_qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    wrapped_attr(cx, args, "__qualname__")
}

fn wrapped_doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    wrapped_attr(cx, args, "__doc__")
}

fn wrapped_annotations<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    wrapped_attr(cx, args, "__annotations__")
}

fn wrapped_module<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    wrapped_attr(cx, args, "__module__")
}

/// The dict of a class method or static method: what it has taken over from its function, and
/// what was set since. It is made when it is asked for.
pub(crate) fn wrapper_dict<'f>(cx: &mut Context<'f>, wrapper: Local<'f>) -> Res<'f> {
    let Some((function, dict)) = cx.pair_parts(wrapper) else {
        return cx.dict();
    };
    if cx.is(dict, Kind::Dict) {
        return Ok(dict);
    }
    let dict = cx.dict()?;
    for name in [
        "__module__",
        "__name__",
        "__qualname__",
        "__doc__",
        "__annotations__",
    ] {
        let key = cx.name(name)?;
        if let Some(value) = cx.find_attr(function, key)? {
            cx.dict_set(dict, key, value)?;
        }
    }
    cx.set_pair(wrapper, function, dict);
    Ok(dict)
}

fn own_dict<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    wrapper_dict(cx, args.at(0))
}

fn set_own_dict<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = match args.get(cx, 1) {
        Some(value) => value,
        None => return Err(cx.type_error(format_args!("cannot delete __dict__"))),
    };
    if !cx.is(value, Kind::Dict) {
        let found = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "__dict__ must be set to a dictionary, not a '{found}'"
        )));
    }
    let function = inner(cx, args.at(0));
    cx.set_pair(args.at(0), function, value);
    Ok(Local::NONE)
}

fn class_get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let function = inner(cx, args.at(0));
    let owner = match args.get(cx, 2).filter(|&owner| !cx.is_none(owner)) {
        Some(owner) => owner,
        None => {
            let class = cx.class(args.at(1));
            cx.class_object(class)
        }
    };
    cx.bound(function, owner)
}

fn static_get<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(inner(cx, args.at(0)))
}

fn static_call<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let function = inner(cx, args.at(0));
    let last = args.len().saturating_sub(1);
    let positional = super::exception::tuple_of(cx, args, 1, last)?;
    let kwargs = args.get(cx, last).filter(|&kwargs| cx.dict_len(kwargs) > 0);
    cx.call_ex(function, positional, kwargs)
}

fn class_of<'f>(cx: &mut Context<'f>, instance: Local<'f>) -> &'f str {
    let class = cx.type_of(instance);
    super::class::qualname_of(cx, class)
}
