//! Script functions: names, defaults, and what they close over.

use crate::builtins::protocol;
use crate::compile::chunk::Proto;
use crate::object::{ClassId, Kind};
use crate::vm::context::misc::FunctionPart;
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::native::{NativeDef, TypeDef};

static METHODS: &[NativeDef] = &[
    NativeDef::method("__repr__", "(self, /)", repr),
    NativeDef::method(
        "__call__",
        "(self, /, *args, **kwargs)",
        super::method::call,
    ),
    NativeDef::method(
        "__get__",
        "(self, instance, owner=None, /)",
        super::method::bind,
    ),
    NativeDef::property("__name__", name, set_name),
    NativeDef::property("__qualname__", qualname, set_qualname),
    NativeDef::property("__doc__", doc, set_doc),
    NativeDef::property("__module__", module, set_module),
    NativeDef::property("__dict__", super::object::dict_of, super::object::set_dict),
    NativeDef::property("__defaults__", defaults, set_defaults),
    NativeDef::property("__kwdefaults__", kwdefaults, set_kwdefaults),
    NativeDef::property("__annotations__", annotations, set_annotations),
    NativeDef::property("__closure__", closure, read_only),
    NativeDef::property("__globals__", globals, read_only),
    NativeDef::property("__builtins__", builtins, read_only),
    NativeDef::property("__code__", code, set_code),
];

/// `function`.
pub(crate) static TYPE: TypeDef = TypeDef {
    class: ClassId::Function,
    new: Some(NativeDef::function(
        "function",
        "(cls, code, globals, name=None, argdefs=None, closure=None)",
        new,
    )),
    methods: METHODS,
    doc: crate::features::doc("Create a function object."),
    base: false,
};

fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (code, globals) = (args.at(1), args.at(2));
    let wrong = |cx: &mut Context<'f>, name: &str, wanted: &str, value: Local<'f>| {
        let found = cx.type_name(value);
        cx.type_error(format_args!(
            "function() argument '{name}' must be {wanted}, not {found}"
        ))
    };
    if !cx.is(code, Kind::Code) {
        return Err(wrong(cx, "code", "code", code));
    }
    if !cx.is(globals, Kind::Dict) {
        return Err(wrong(cx, "globals", "dict", globals));
    }
    let given = |at: usize| args.get(cx, at).filter(|&value| !cx.is_none(value));
    let (name, defaults, closure) = (given(3), given(4), given(5));
    let free = cx
        .code_proto(code)
        .map_or(0, |proto| proto.free_names.len());
    let cells = closure.map_or(0, |closure| cx.tuple_len(closure));
    if let Some(name) = name
        && !cx.is(name, Kind::Str)
    {
        return Err(cx.type_error(format_args!("arg 3 (name) must be None or string")));
    }
    if let Some(defaults) = defaults
        && !cx.is(defaults, Kind::Tuple)
    {
        return Err(cx.type_error(format_args!("arg 4 (defaults) must be None or tuple")));
    }
    match closure {
        None if free > 0 => {
            return Err(cx.type_error(format_args!("arg 5 (closure) must be tuple")));
        }
        Some(closure) if !cx.is(closure, Kind::Tuple) => {
            return Err(cx.type_error(format_args!("arg 5 (closure) must be None or tuple")));
        }
        _ => {}
    }
    if free != cells {
        let name = cx.code_proto(code).map_or("?", |proto| &*proto.name);
        return Err(cx.value_error(format_args!(
            "{name} requires closure of length {free}, not {cells}"
        )));
    }
    for at in 0..cells {
        let cell = closure
            .and_then(|closure| cx.tuple_get(closure, at))
            .unwrap_or(Local::NONE);
        if !cx.is(cell, Kind::Cell) {
            let found = cx.type_name(cell);
            return Err(cx.type_error(format_args!("arg 5 (closure) expected cell, found {found}")));
        }
    }
    let function = cx.new_function(code, globals, closure)?;
    cx.set_function_defaults(function, defaults);
    if let Some(name) = name {
        cx.set_own_field(function, "__name__", name)?;
    }
    Ok(function)
}

fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::text::repr_of_kind(cx, args.at(0))
}

/// What was set under a name, or what the function's code says.
fn named<'f>(
    cx: &mut Context<'f>,
    function: Local<'f>,
    field: &str,
    own: fn(&'f Proto) -> &'f str,
) -> Res<'f> {
    if let Some(set) = cx.own_field(function, field) {
        return Ok(set);
    }
    match cx.function_proto(function) {
        Some(proto) => cx.name(own(proto)),
        None => Ok(Local::NONE),
    }
}

fn name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    named(cx, args.at(0), "__name__", |proto| &proto.name)
}

fn qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    named(cx, args.at(0), "__qualname__", |proto| &proto.qualname)
}

fn set_named<'f>(cx: &mut Context<'f>, args: Args<'f>, field: &str) -> Res<'f> {
    match args.get(cx, 1).filter(|&value| cx.is(value, Kind::Str)) {
        Some(value) => {
            cx.set_own_field(args.at(0), field, value)?;
            Ok(Local::NONE)
        }
        None => Err(cx.type_error(format_args!("{field} must be set to a string object"))),
    }
}

fn set_name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    set_named(cx, args, "__name__")
}

fn set_qualname<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    set_named(cx, args, "__qualname__")
}

fn doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let function = args.at(0);
    if let Some(set) = cx.own_field(function, "__doc__") {
        return Ok(set);
    }
    let Some(at) = cx.function_proto(function).and_then(|proto| proto.doc) else {
        return Ok(Local::NONE);
    };
    let Some(code) = cx.function_part(function, FunctionPart::Code) else {
        return Ok(Local::NONE);
    };
    Ok(cx.code_const(code, usize::from(at)).unwrap_or(Local::NONE))
}

fn set_doc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = args.get(cx, 1).unwrap_or(Local::NONE);
    cx.set_own_field(args.at(0), "__doc__", value)?;
    Ok(Local::NONE)
}

fn module<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if let Some(set) = cx.own_field(args.at(0), "__module__") {
        return Ok(set);
    }
    match cx.function_part(args.at(0), FunctionPart::Globals) {
        Some(globals) => Ok(cx.dict_get_str(globals, "__name__")?.unwrap_or(Local::NONE)),
        None => Ok(Local::NONE),
    }
}

fn set_module<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = args.get(cx, 1).unwrap_or(Local::NONE);
    cx.set_own_field(args.at(0), "__module__", value)?;
    Ok(Local::NONE)
}

/// A value to be set that must be of a kind; None and deleting mean "nothing".
fn optional<'f>(
    cx: &mut Context<'f>,
    args: Args<'f>,
    kind: Kind,
    message: &str,
) -> Res<'f, Option<Local<'f>>> {
    match args.get(cx, 1).filter(|&value| !cx.is_none(value)) {
        Some(value) if !cx.is(value, kind) => Err(cx.type_error(format_args!("{message}"))),
        value => Ok(value),
    }
}

fn defaults<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .function_part(args.at(0), FunctionPart::Defaults)
        .unwrap_or(Local::NONE))
}

fn set_defaults<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = optional(
        cx,
        args,
        Kind::Tuple,
        "__defaults__ must be set to a tuple object",
    )?;
    cx.set_function_defaults(args.at(0), value);
    Ok(Local::NONE)
}

fn kwdefaults<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .function_part(args.at(0), FunctionPart::KwDefaults)
        .unwrap_or(Local::NONE))
}

fn set_kwdefaults<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = optional(
        cx,
        args,
        Kind::Dict,
        "__kwdefaults__ must be set to a dict object",
    )?;
    cx.set_function_kwdefaults(args.at(0), value);
    Ok(Local::NONE)
}

fn annotations<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    if let Some(set) = cx.own_field(args.at(0), "__annotations__") {
        return Ok(set);
    }
    let dict = cx.dict()?;
    cx.set_own_field(args.at(0), "__annotations__", dict)?;
    Ok(dict)
}

fn set_annotations<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let value = match optional(
        cx,
        args,
        Kind::Dict,
        "__annotations__ must be set to a dict object",
    )? {
        Some(value) => value,
        None => cx.dict()?,
    };
    cx.set_own_field(args.at(0), "__annotations__", value)?;
    Ok(Local::NONE)
}

fn closure<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .function_part(args.at(0), FunctionPart::Closure)
        .unwrap_or(Local::NONE))
}

fn globals<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .function_part(args.at(0), FunctionPart::Globals)
        .unwrap_or(Local::NONE))
}

fn code<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx
        .function_part(args.at(0), FunctionPart::Code)
        .unwrap_or(Local::NONE))
}

fn set_code<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let function = args.at(0);
    let Some(code) = args.get(cx, 1).filter(|&code| cx.is(code, Kind::Code)) else {
        return Err(cx.type_error(format_args!("__code__ must be set to a code object")));
    };
    let free = cx
        .code_proto(code)
        .map_or(0, |proto| proto.free_names.len());
    let cells = match cx.function_part(function, FunctionPart::Closure) {
        Some(closure) => cx.tuple_len(closure),
        None => 0,
    };
    if free != cells {
        let name = name(cx, args)?;
        let name = cx.as_str(name).unwrap_or("?");
        return Err(cx.value_error(format_args!(
            "{name}() requires a code object with {cells} free vars, not {free}"
        )));
    }
    // What the old code says of the function stays.
    for (field, own) in [
        ("__name__", name(cx, args)?),
        ("__qualname__", qualname(cx, args)?),
        ("__doc__", doc(cx, args)?),
    ] {
        cx.set_own_field(function, field, own)?;
    }
    cx.set_function_code(function, code);
    Ok(Local::NONE)
}

fn builtins<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    Ok(cx.function_builtins(args.at(0)).unwrap_or(Local::NONE))
}

/// The setter of attributes that CPython calls read-only in these words.
pub(super) fn read_only<'f>(cx: &mut Context<'f>, _: Args<'f>) -> Res<'f> {
    Err(read_only_error(cx))
}

/// AttributeError: readonly attribute
fn read_only_error<'f>(cx: &mut Context<'f>) -> Error<'f> {
    cx.raise(ClassId::AttributeError, format_args!("readonly attribute"))
}
