//! How a call of a native function with a wrong number of arguments is refused: the words are
//! those that CPython has for the function, which depend on how it takes its arguments there.
//!
//! # Safety
//! The raw layer's contract (`heap`): the native is live.

use crate::object::*;
use crate::vm::context::{Context, Error};
use crate::vm::fiber::Fiber;
use crate::vm::native::NativeDef;
use crate::vm::native_class;

/// What CPython calls a native in error messages: `list.append`, `len`.
pub(super) unsafe fn native_name(
    cx: &Context<'_>,
    native: *mut NativeObj,
) -> (alloc::string::String, usize) {
    let def = &*(*native).def;
    let own = usize::from(def.flags & (NativeDef::METHOD | NativeDef::CLASS) != 0);
    let name = match kind_of((*native).owner) {
        Some(Kind::Type) => {
            let class = (*cx.vm()).type_name_of((*native).owner.ptr());
            // Classes of native modules bear their module's name.
            let class = short_name(class);
            let plainly = &*def.name == "__call__" && native_class::owns(native);
            if plainly || matches!(&*def.name, "__new__" | "__init__") || &*def.name == class {
                alloc::string::String::from(class)
            } else {
                alloc::format!("{class}.{}", def.name)
            }
        }
        Some(Kind::Str) => of_module(StrObj::bytes((*native).owner.ptr()), &def.name),
        Some(Kind::Module) => {
            let module = (*(*native).owner.ptr::<ModuleObj>()).name;
            of_module(StrObj::bytes(module.ptr()), &def.name)
        }
        _ => alloc::string::String::from(&*def.name),
    };
    (name, own)
}

/// `math.sqrt`; builtins go by their names alone.
fn of_module(module: &[u8], name: &str) -> alloc::string::String {
    match core::str::from_utf8(module) {
        Ok(module) if module != "builtins" => alloc::format!("{module}.{name}"),
        _ => alloc::string::String::from(name),
    }
}

/// The TypeError for a wrong number of arguments: `argc` positional ones, `named`
/// others. The wording follows the calling convention that CPython gives such a
/// signature: fixed, positional with defaults, or with names.
///
/// # Safety
/// Raw layer.
#[cold]
pub(super) unsafe fn native_arity<'f>(
    fiber: *mut Fiber,
    native: *mut NativeObj,
    argc: usize,
    named: usize,
) -> Error<'f> {
    let mut cx = Context::new(fiber);
    let def = &*(*native).def;
    let sig = def.sig;
    let (name, mut own) = native_name(&cx, native);
    if &*def.name == "__new__"
        || (*native).owner.is_ptr()
            && def.flags & (NativeDef::METHOD | NativeDef::STATIC) == 0
            && def.sig.positional > 0
            && is_kind((*native).owner, Kind::Type)
    {
        own = 1;
    }
    let required = (sig.required as usize).saturating_sub(own);
    let positional = (sig.positional as usize).saturating_sub(own);
    let slot = is_special(&def.name) && !called_plainly(&name);
    if argc < own && slot && is_kind((*native).owner, Kind::Type) {
        let class = (*cx.vm()).type_name_of((*native).owner.ptr());
        return cx.type_error(format_args!(
            "descriptor '{}' of '{class}' object needs an argument",
            def.name
        ));
    }
    if argc < own && def.flags & (NativeDef::METHOD | NativeDef::CLASS) == 0 {
        return cx.type_error(format_args!("{name}.__new__(): not enough arguments"));
    }
    if argc < own {
        return cx.type_error(format_args!("unbound method {name}() needs an argument"));
    }
    let given = argc - own;
    let short = short_name(&name);
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    let special =
        def.flags & NativeDef::METHOD != 0 && is_special(&def.name) && &*def.name != "__init__";
    if special && !sig.varargs && !called_plainly(&name) {
        // Where CPython would name the function it has an empty name.
        let lead = if positional > 1 || repeats(&name) {
            " "
        } else {
            ""
        };
        let (bound, limit) = match given < required {
            _ if required == positional => ("", positional),
            true => ("at least ", required),
            false => ("at most ", positional),
        };
        let s = plural(limit);
        return cx.type_error(format_args!(
            "{lead}expected {bound}{limit} argument{s}, got {given}"
        ));
    }
    if sig.posonly == sig.positional && sig.kwonly == 0 {
        if required == positional && !sig.varargs {
            return match positional {
                0 => cx.type_error(format_args!("{name}() takes no arguments ({given} given)")),
                1 => cx.type_error(format_args!(
                    "{name}() takes exactly one argument ({given} given)"
                )),
                n => cx.type_error(format_args!("{short} expected {n} arguments, got {given}")),
            };
        }
        let (bound, limit) = if given < required {
            ("at least", required)
        } else {
            ("at most", positional)
        };
        let s = plural(limit);
        return if name == "super" {
            cx.type_error(format_args!(
                "super() expected {bound} {limit} argument{s}, got {given}"
            ))
        } else if searches(&name) {
            cx.type_error(format_args!(
                "{short}() takes {bound} {limit} argument{s} ({given} given)"
            ))
        } else {
            cx.type_error(format_args!(
                "{short} expected {bound} {limit} argument{s}, got {given}"
            ))
        };
    }
    let total = positional + sig.kwonly as usize;
    if given + named > total {
        let maker = &*def.name == "__new__" && native_class::owns(native);
        let bound = if required < total || maker {
            "at most"
        } else {
            "exactly"
        };
        let keyword = if given == 0 { "keyword " } else { "" };
        let (s, given) = (plural(total), given + named);
        return cx.type_error(format_args!(
            "{short}() takes {bound} {total} {keyword}argument{s} ({given} given)"
        ));
    }
    if given > positional {
        if positional == 0 {
            return cx.type_error(format_args!("{short}() takes no positional arguments"));
        }
        let bound = if required < positional {
            "at most"
        } else {
            "exactly"
        };
        let s = plural(positional);
        return cx.type_error(format_args!(
            "{short}() takes {bound} {positional} positional argument{s} ({given} given)"
        ));
    }
    let least = required.min((sig.posonly as usize).saturating_sub(own));
    if given < least {
        let bound = if least < positional {
            "at least"
        } else {
            "exactly"
        };
        let s = plural(least);
        return cx.type_error(format_args!(
            "{short}() takes {bound} {least} positional argument{s} ({given} given)"
        ));
    }
    missing_native(&mut cx, def, short, given + own, own)
}

/// The TypeError for a parameter, the one at `place`, that nothing was passed for.
fn missing_native<'f>(
    cx: &mut Context<'f>,
    def: &NativeDef,
    name: &str,
    place: usize,
    own: usize,
) -> Error<'f> {
    let parameter = def.parameter_names().nth(place).unwrap_or("?");
    // CPython has a quick way of its own to call this type.
    if name == "enumerate" {
        return cx.type_error(format_args!(
            "{name}() missing required argument '{parameter}'"
        ));
    }
    let position = (place + 1).saturating_sub(own);
    cx.type_error(format_args!(
        "{name}() missing required argument '{parameter}' (pos {position})"
    ))
}

/// The last part of a native's name.
pub(super) fn short_name(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

pub(super) fn is_special(name: &str) -> bool {
    name.len() > 4 && name.starts_with("__") && name.ends_with("__")
}

/// Special methods that are no slots in CPython.
pub(super) fn called_plainly(name: &str) -> bool {
    matches!(
        name,
        "list.__getitem__"
            | "dict.__getitem__"
            | "dict.__contains__"
            | "set.__contains__"
            | "frozenset.__contains__"
    ) || matches!(
        short_name(name),
        "__reversed__"
            | "__missing__"
            | "__setstate__"
            | "__reduce__"
            | "__reduce_ex__"
            | "__sizeof__"
            | "__copy__"
            | "__deepcopy__"
            | "__length_hint__"
            | "__format__"
            | "__round__"
            | "__trunc__"
            | "__floor__"
            | "__ceil__"
            | "__dir__"
            | "__instancecheck__"
            | "__subclasscheck__"
    )
}

/// The multiplications that repeat a sequence.
fn repeats(name: &str) -> bool {
    let numbers = ["int", "float", "complex", "bool"];
    name.split_once('.').is_some_and(|(class, method)| {
        matches!(method, "__mul__" | "__rmul__" | "__imul__") && !numbers.contains(&class)
    })
}

/// The methods whose arguments CPython reads by a format of the old kind.
fn searches(name: &str) -> bool {
    let Some(("str" | "bytes" | "bytearray", method)) = name.split_once('.') else {
        return false;
    };
    matches!(
        method,
        "count" | "find" | "index" | "rfind" | "rindex" | "startswith" | "endswith"
    )
}
