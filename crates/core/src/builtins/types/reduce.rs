//! How objects are taken apart: `__reduce__`, `__reduce_ex__` and `__getstate__` of
//! `object`, and `__reduce__` of the built-in types that have their own. What `copy` and
//! pickling stand on; the functions that put objects together are in `copyreg`.

use super::reduce_iter;
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Args, Context, Error, Local, Res};
use crate::vm::native::NativeDef;

pub(super) const REDUCE: NativeDef = NativeDef::method("__reduce__", "(self, /)", reduce);
pub(super) const REDUCE_EX: NativeDef =
    NativeDef::method("__reduce_ex__", "(self, protocol, /)", reduce_ex);
pub(super) const GETSTATE: NativeDef = NativeDef::method("__getstate__", "(self, /)", getstate);
pub(super) const SIZEOF: NativeDef = NativeDef::method("__sizeof__", "(self, /)", sizeof);

static BY_NAME: &[NativeDef] = &[NativeDef::method("__reduce__", "(self, /)", by_name)];
static OF_COLLECTION: &[NativeDef] = &[NativeDef::whole_method(
    "__reduce__",
    "(self, /)",
    collection,
)];
static OF_ARRAY: &[NativeDef] = &[
    NativeDef::whole_method("__reduce__", "(self, /)", array),
    NativeDef::whole_method("__reduce_ex__", "(self, proto=0, /)", array_ex),
];
static OF_RANGE: &[NativeDef] = &[NativeDef::method("__reduce__", "(self, /)", parts)];
static OF_METHOD: &[NativeDef] = &[NativeDef::method("__reduce__", "(self, /)", method)];
static OF_NATIVE: &[NativeDef] = &[NativeDef::method("__reduce__", "(self, /)", native)];
static OF_ALIAS: &[NativeDef] = &[NativeDef::method("__reduce__", "(self, /)", alias)];
static OF_EXCEPTION: &[NativeDef] = &[
    NativeDef::method("__reduce__", "(self, /)", exception),
    NativeDef::method("__setstate__", "(self, state, /)", set_exception_state),
];
static OF_OS_ERROR: &[NativeDef] = &[NativeDef::method("__reduce__", "(self, /)", os_error)];
static OF_IMPORT_ERROR: &[NativeDef] =
    &[NativeDef::method("__reduce__", "(self, /)", import_error)];

/// Methods of a built-in type besides those of its description.
pub(crate) fn methods_of(class: ClassId) -> &'static [NativeDef] {
    match class {
        ClassId::EllipsisType | ClassId::NotImplementedType => BY_NAME,
        ClassId::Set | ClassId::FrozenSet => OF_COLLECTION,
        ClassId::ByteArray => OF_ARRAY,
        ClassId::Range | ClassId::Slice => OF_RANGE,
        ClassId::Method => OF_METHOD,
        ClassId::Native
        | ClassId::MethodDescriptor
        | ClassId::SlotWrapper
        | ClassId::ClassMethodDescriptor
        | ClassId::MethodWrapper => OF_NATIVE,
        ClassId::GenericAlias => OF_ALIAS,
        ClassId::BaseException => OF_EXCEPTION,
        ClassId::OSError => OF_OS_ERROR,
        ClassId::ImportError => OF_IMPORT_ERROR,
        _ => reduce_iter::methods_of(class),
    }
}

/// A value's type.
pub(super) fn type_of<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Local<'f> {
    let class = cx.class(value);
    cx.class_object(class)
}

/// A built-in function or type.
pub(super) fn builtin<'f>(cx: &mut Context<'f>, name: &str) -> Res<'f> {
    let found = match cx.builtins_dict() {
        Some(builtins) => cx.dict_get_str(builtins, name)?,
        None => None,
    };
    Ok(found.unwrap_or(Local::NONE))
}

/// Whether an object finds the method of `object` under a name.
fn is_default<'f>(cx: &mut Context<'f>, object: Local<'f>, name: &str) -> bool {
    let class = type_of(cx, object);
    let Some(found) = cx.type_lookup(class, name) else {
        return false;
    };
    let owner = cx.native_owner(found);
    owner.and_then(|owner| cx.class_id(owner)) == Some(ClassId::Object)
}

fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    common(cx, args.at(0), 0)
}

fn reduce_ex<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let object = args.at(0);
    let protocol = super::traceback::int_of(cx, args.at(1))?;
    if !is_default(cx, object, "__reduce__")
        && let Some(method) = cx.find_attribute(object, "__reduce__")?
    {
        return cx.call(method, &[]);
    }
    common(cx, object, protocol)
}

fn common<'f>(cx: &mut Context<'f>, object: Local<'f>, protocol: i64) -> Res<'f> {
    if protocol >= 2 {
        return for_new(cx, object);
    }
    let function = cx.module_value("copyreg", "_reduce_ex")?;
    let protocol = cx.int(protocol)?;
    cx.call(function, &[object, protocol])
}

#[cold]
fn refused<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Error<'f> {
    let name = cx.type_name(object);
    cx.type_error(format_args!("cannot pickle '{name}' object"))
}

/// What `__new__` is to get besides the class: a tuple and perhaps a dict.
fn new_arguments<'f>(
    cx: &mut Context<'f>,
    object: Local<'f>,
) -> Res<'f, Option<(Local<'f>, Option<Local<'f>>)>> {
    if let Some(method) = special(cx, object, "__getnewargs_ex__")? {
        let both = cx.call(method, &[])?;
        if !cx.is(both, Kind::Tuple) {
            let found = cx.type_name(both);
            return Err(cx.type_error(format_args!(
                "__getnewargs_ex__ should return a tuple, not '{found}'"
            )));
        }
        let len = cx.tuple_len(both);
        let (Some(args), Some(kwargs), 2) = (cx.tuple_get(both, 0), cx.tuple_get(both, 1), len)
        else {
            return Err(cx.value_error(format_args!(
                "__getnewargs_ex__ should return a tuple of length 2, not {len}"
            )));
        };
        for (which, what, value, kind) in [
            ("first", "tuple", args, Kind::Tuple),
            ("second", "dict", kwargs, Kind::Dict),
        ] {
            if !cx.is(value, kind) {
                let found = cx.type_name(value);
                return Err(cx.type_error(format_args!(
                    "{which} item of the tuple returned by __getnewargs_ex__ must be a {what}, not '{found}'"
                )));
            }
        }
        return Ok(Some((args, Some(kwargs))));
    }
    let Some(method) = special(cx, object, "__getnewargs__")? else {
        return Ok(None);
    };
    let args = cx.call(method, &[])?;
    if !cx.is(args, Kind::Tuple) {
        let found = cx.type_name(args);
        return Err(cx.type_error(format_args!(
            "__getnewargs__ should return a tuple, not '{found}'"
        )));
    }
    Ok(Some((args, None)))
}

/// A method that the class of an object has, bound to it.
fn special<'f>(cx: &mut Context<'f>, object: Local<'f>, name: &str) -> Res<'f, Option<Local<'f>>> {
    let class = type_of(cx, object);
    match cx.type_lookup(class, name) {
        Some(method) => crate::vm::attr::bind_special(cx, method, object).map(Some),
        None => Ok(None),
    }
}

/// Protocol 2 and later: what `cls.__new__` gets, and the state.
fn for_new<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f> {
    let class = type_of(cx, object);
    let sized = matches!(cx.class(object), ClassId::Code | ClassId::Frame);
    if !cx.is_script_type(class) && !cx.has_constructor(class) && !sized {
        return Err(refused(cx, object));
    }
    let given = new_arguments(cx, object)?;
    let plain = cx.plain(object);
    let (is_list, is_dict) = (cx.is(plain, Kind::List), cx.is(plain, Kind::Dict));
    let required = given.is_none() && !is_list && !is_dict;
    let (function, arguments) = match given {
        Some((args, Some(kwargs))) if cx.dict_len(kwargs) > 0 => {
            let function = cx.module_value("copyreg", "__newobj_ex__")?;
            (function, cx.tuple(&[class, args, kwargs])?)
        }
        given => {
            let list = cx.list(&[class])?;
            if let Some((args, _)) = given {
                for at in 0..cx.tuple_len(args) {
                    if let Some(arg) = cx.tuple_get(args, at) {
                        cx.list_push(list, arg)?;
                    }
                }
            }
            let function = cx.module_value("copyreg", "__newobj__")?;
            (function, cx.tuple_from_list(list)?)
        }
    };
    let state = state_of(cx, object, required)?;
    let items = match is_list {
        true => protocol::iter(cx, object)?,
        false => Local::NONE,
    };
    let pairs = if is_dict {
        let pairs = cx.call_method(object, "items", &[])?;
        protocol::iter(cx, pairs)?
    } else {
        Local::NONE
    };
    cx.tuple(&[function, arguments, state, items, pairs])
}

/// What `__getstate__` says.
fn state_of<'f>(cx: &mut Context<'f>, object: Local<'f>, required: bool) -> Res<'f> {
    if is_default(cx, object, "__getstate__") {
        return default_state(cx, object, required);
    }
    cx.call_method(object, "__getstate__", &[])
}

fn getstate<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    default_state(cx, args.at(0), false)
}

/// The attributes, or with slots a pair. `required`: nothing else says what the object is.
fn default_state<'f>(cx: &mut Context<'f>, object: Local<'f>, required: bool) -> Res<'f> {
    let class = type_of(cx, object);
    let solid = cx.solid_class(class);
    if required
        && matches!(
            solid,
            Some(ClassId::MemoryView | ClassId::Code | ClassId::Frame)
        )
    {
        let name = cx.type_name(object);
        return Err(cx.type_error(format_args!("cannot pickle {name} objects")));
    }
    let mut state = Local::NONE;
    if cx.has_own_dict(object)
        && let Some(dict) = cx.own_dict(object)?
        && cx.dict_len(dict) > 0
    {
        state = dict;
    }
    if required && !matches!(solid, Some(ClassId::Object | ClassId::NoneType)) {
        return Err(refused(cx, object));
    }
    if !cx.is_script_type(class) {
        return Ok(state);
    }
    let function = cx.module_value("copyreg", "_slotnames")?;
    let names = cx.call(function, &[class])?;
    if !cx.is(names, Kind::List) || cx.list_len(names) == 0 {
        return Ok(state);
    }
    let slots = cx.dict()?;
    for at in 0..cx.list_len(names) {
        cx.charge(1)?;
        let name = cx.list_get(names, at).map(|name| cx.plain(name));
        let Some(name) = name.filter(|&name| cx.is(name, Kind::Str)) else {
            continue;
        };
        if let Some(value) = cx.find_attr(object, name)? {
            cx.dict_set(slots, name, value)?;
        }
    }
    if cx.dict_len(slots) == 0 {
        return Ok(state);
    }
    cx.tuple(&[state, slots])
}

/// About how many bytes an object takes, as CPython would count them.
fn sizeof<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let object = cx.plain(args.at(0));
    let size = match cx.kind(object) {
        Some(Kind::Str) => {
            let bytes = cx.str_bytes(object).map_or(0, <[u8]>::len);
            let wide = if cx.str_is_ascii(object) { 49 } else { 73 };
            bytes.saturating_add(wide)
        }
        Some(Kind::Tuple) => 24 + 8 * cx.tuple_len(object),
        Some(Kind::List) => 40 + 8 * cx.list_len(object),
        Some(Kind::Dict) => match cx.dict_len(object) {
            0 => 48,
            len => 168 + 24 * len,
        },
        Some(Kind::Set) => 200 + 16 * cx.set_len(object),
        Some(Kind::Bytes) => 33 + cx.as_bytes(object).map_or(0, <[u8]>::len),
        Some(Kind::Type) => 1064,
        Some(Kind::Function) => 144,
        None if cx.as_float(object).is_some() => 24,
        _ if cx.is_int(object) => match cx.int_value(object) {
            Some(crate::object::IntValue::Big(big)) => 24 + 4 * (big.bits() as usize).div_ceil(30),
            Some(crate::object::IntValue::Word(word)) => {
                let bits = 64 - word.unsigned_abs().leading_zeros() as usize;
                24 + 4 * bits.div_ceil(30)
            }
            None => 24,
        },
        _ if cx.has_own_dict(object) => 40,
        _ => 16,
    };
    cx.size(size)
}

fn by_name<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    match cx.class(args.at(0)) {
        ClassId::EllipsisType => cx.name("Ellipsis"),
        _ => cx.name("NotImplemented"),
    }
}

fn collection<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = type_of(cx, args.at(0));
    let items = protocol::list_of(cx, args.at(0))?;
    let items = cx.tuple(&[items])?;
    let state = state_of(cx, args.at(0), false)?;
    cx.tuple(&[class, items, state])
}

fn array<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    array_by(cx, args.at(0), 0)
}

fn array_ex<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let protocol = match args.get(cx, 1) {
        Some(protocol) => super::traceback::int_of(cx, protocol)?,
        None => 0,
    };
    array_by(cx, args.at(0), protocol)
}

fn array_by<'f>(cx: &mut Context<'f>, array: Local<'f>, protocol: i64) -> Res<'f> {
    let class = type_of(cx, array);
    let state = state_of(cx, array, false)?;
    let plain = cx.plain(array);
    let bytes = builtin(cx, "bytes")?;
    let content = cx.call(bytes, &[plain])?;
    let given = if protocol >= 3 {
        match cx.as_bytes(content).is_some_and(|bytes| !bytes.is_empty()) {
            true => cx.tuple(&[content])?,
            false => cx.tuple(&[])?,
        }
    } else {
        let encoding = cx.str("latin-1")?;
        let text = cx.call_method(content, "decode", &[encoding])?;
        match cx.str_bytes(text).is_some_and(|text| !text.is_empty()) {
            true => cx.tuple(&[text, encoding])?,
            false => cx.tuple(&[])?,
        }
    };
    cx.tuple(&[class, given, state])
}

/// Start, stop and step of ranges and slices.
fn parts<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = type_of(cx, args.at(0));
    let start = cx.attribute(args.at(0), "start")?;
    let stop = cx.attribute(args.at(0), "stop")?;
    let step = cx.attribute(args.at(0), "step")?;
    let given = cx.tuple(&[start, stop, step])?;
    cx.tuple(&[class, given])
}

/// `getattr(object, name)`.
fn by_attribute<'f>(cx: &mut Context<'f>, object: Local<'f>, name: Local<'f>) -> Res<'f> {
    let function = builtin(cx, "getattr")?;
    let given = cx.tuple(&[object, name])?;
    cx.tuple(&[function, given])
}

fn method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (function, this) = cx
        .pair_parts(args.at(0))
        .unwrap_or((Local::NONE, Local::NONE));
    let name = cx.attribute(function, "__name__")?;
    by_attribute(cx, this, name)
}

/// A function of a module by its name, a method by what it is read from.
fn native<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = cx.attribute(args.at(0), "__name__")?;
    let from = cx.native_this(args.at(0)).or_else(|| {
        let owner = cx.native_owner(args.at(0));
        owner.filter(|&owner| cx.is(owner, Kind::Type))
    });
    match from.filter(|&from| !cx.is(from, Kind::Module)) {
        Some(from) => by_attribute(cx, from, name),
        None => Ok(name),
    }
}

fn alias<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let class = cx.class_object(ClassId::GenericAlias);
    let origin = cx.attribute(args.at(0), "__origin__")?;
    let arguments = cx.attribute(args.at(0), "__args__")?;
    let given = cx.tuple(&[origin, arguments])?;
    cx.tuple(&[class, given])
}

/// The dict of an exception, if there is anything in it.
fn filled_dict<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, Option<Local<'f>>> {
    let dict = cx.own_dict(exception)?;
    Ok(dict.filter(|&dict| cx.dict_len(dict) > 0))
}

fn with_state<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    args: Local<'f>,
    state: Option<Local<'f>>,
) -> Res<'f> {
    let class = type_of(cx, exception);
    match state {
        Some(state) => cx.tuple(&[class, args, state]),
        None => cx.tuple(&[class, args]),
    }
}

fn exception<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let arguments = cx.exception_args(args.at(0));
    let state = filled_dict(cx, args.at(0))?;
    with_state(cx, args.at(0), arguments, state)
}

/// The file names stand behind the arguments again.
fn os_error<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mut arguments = cx.exception_args(args.at(0));
    let file = cx.own_field(args.at(0), "filename");
    if let (Some(file), Some(number), Some(message), 2) = (
        file,
        cx.tuple_get(arguments, 0),
        cx.tuple_get(arguments, 1),
        cx.tuple_len(arguments),
    ) {
        arguments = match cx.own_field(args.at(0), "filename2") {
            Some(second) => cx.tuple(&[number, message, file, Local::NONE, second])?,
            None => cx.tuple(&[number, message, file])?,
        };
    }
    let state = filled_dict(cx, args.at(0))?;
    with_state(cx, args.at(0), arguments, state)
}

fn import_error<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let arguments = cx.exception_args(args.at(0));
    let mut state = filled_dict(cx, args.at(0))?;
    for name in ["name", "path"] {
        let Some(value) = cx
            .own_field(args.at(0), name)
            .filter(|&value| !cx.is_none(value))
        else {
            continue;
        };
        let dict = match state {
            Some(dict) => cx.dict_copy(dict)?,
            None => cx.dict()?,
        };
        cx.dict_set_str(dict, name, value)?;
        state = Some(dict);
    }
    with_state(cx, args.at(0), arguments, state)
}

fn set_exception_state<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let state = args.at(1);
    if cx.is_none(state) {
        return Ok(Local::NONE);
    }
    if !cx.is(state, Kind::Dict) {
        return Err(cx.type_error(format_args!("state is not a dictionary")));
    }
    let mut at = 0;
    while let Some((index, key, value)) = cx.dict_next(state, at) {
        at = index + 1;
        cx.charge(1)?;
        cx.set_attr(args.at(0), key, value)?;
    }
    Ok(Local::NONE)
}
