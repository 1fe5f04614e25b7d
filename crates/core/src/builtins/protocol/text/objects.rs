//! `repr` of what a program is made of: types, functions, methods, modules, and
//! of objects that say nothing of themselves.

use super::write_repr;
use crate::object::{ClassId, Kind};
use crate::text::{Full, Sink, repr as quoting};
use crate::vm::context::{Context, Local, Out, Res};
use crate::vm::native::NativeDef;

/// Writes what `object.__repr__` says: module, qualified name, address.
pub(super) fn write_default<'f>(
    cx: &mut Context<'f>,
    obj: Local<'f>,
    out: &mut Out,
) -> Res<'f, ()> {
    cx.put(out, b"<")?;
    let class = cx.class(obj);
    let ty = cx.class_object(class);
    type_path(cx, ty, out)?;
    cx.put(out, b" object")?;
    at_address(cx, obj, out)
}

/// An attribute that is a str, if there is such.
fn text_attr<'f>(cx: &mut Context<'f>, obj: Local<'f>, name: &str) -> Res<'f, Option<&'f [u8]>> {
    let name = cx.name(name)?;
    Ok(cx
        .find_attr(obj, name)?
        .and_then(|value| cx.str_bytes(value)))
}

/// A type's qualified name, behind its module's unless that is `builtins`.
fn type_path<'f>(cx: &mut Context<'f>, ty: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    if let Some(module) = text_attr(cx, ty, "__module__")?
        && module != b"builtins"
    {
        cx.put(out, module)?;
        cx.put(out, b".")?;
    }
    match text_attr(cx, ty, "__qualname__")? {
        Some(name) => cx.put(out, name),
        None => {
            let name = cx.name_of_type(ty);
            cx.put(out, name.as_bytes())
        }
    }
}

pub(super) fn type_object<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    cx.put(out, b"<class '")?;
    type_path(cx, obj, out)?;
    cx.put(out, b"'>")
}

pub(super) fn module<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let name = text_attr(cx, obj, "__name__")?;
    let file = text_attr(cx, obj, "__file__")?;
    let built_in = name.and_then(|name| core::str::from_utf8(name).ok());
    let built_in = built_in.is_some_and(|name| {
        matches!(name, "builtins" | "__main__")
            || cx.with_registry(|registry| registry.is_known(name))
    });
    cx.put(out, b"<module ")?;
    let written = quoting::write_str(name.unwrap_or(b"?"), out);
    cx.fits(written)?;
    match file {
        None if built_in => cx.put(out, b" (built-in)>"),
        // Made by a script.
        None => cx.put(out, b">"),
        Some(file) => {
            cx.put(out, b" from ")?;
            let written = quoting::write_str(file, out);
            cx.fits(written)?;
            cx.put(out, b">")
        }
    }
}

/// `<function f at 0x...>`: the qualified name may have been assigned.
pub(super) fn named<'f>(
    cx: &mut Context<'f>,
    obj: Local<'f>,
    open: &str,
    out: &mut Out,
) -> Res<'f, ()> {
    cx.put(out, open.as_bytes())?;
    let name = match text_attr(cx, obj, "__qualname__")? {
        Some(name) => name,
        None => cx
            .code_parts(obj)
            .map_or(&b"?"[..], |(name, _, _)| name.as_bytes()),
    };
    cx.put(out, name)?;
    at_address(cx, obj, out)
}

pub(super) fn code<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some((name, file, line)) = cx.code_parts(obj) else {
        return write_default(cx, obj, out);
    };
    // CPython shows the plain name.
    let name = name.rsplit('.').next().unwrap_or(name);
    cx.put(out, b"<code object ")?;
    cx.put(out, name.as_bytes())?;
    let address = cx.address(obj);
    let written = print(
        out,
        format_args!(" at {address:#x}, file \"{file}\", line {line}>"),
    );
    cx.fits(written)
}

pub(super) fn native<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some(parts) = cx.native_parts(obj) else {
        return write_default(cx, obj, out);
    };
    if let Some(this) = parts.this.filter(|&this| !cx.is(this, Kind::Module)) {
        let wrapper = cx.class(obj) == ClassId::MethodWrapper;
        return bound_native(cx, parts.name, this, wrapper, out);
    }
    let Some(owner) = parts.owner.filter(|&owner| cx.is(owner, Kind::Type)) else {
        let written = print(out, format_args!("<built-in function {}>", parts.name));
        return cx.fits(written);
    };
    let what = match parts.flags & !NativeDef::WHOLE {
        NativeDef::METHOD if cx.class(obj) == ClassId::SlotWrapper => "slot wrapper",
        NativeDef::METHOD | NativeDef::CLASS => "method",
        NativeDef::GETTER if cx.class(obj) == ClassId::MemberDescriptor => "member",
        NativeDef::GETTER => "attribute",
        // Constructors and static methods are functions of the type itself.
        flags => {
            let name = if flags == 0 { "__new__" } else { parts.name };
            return bound_native(cx, name, owner, false, out);
        }
    };
    let class = cx.name_of_type(owner);
    let written = print(
        out,
        format_args!("<{what} '{}' of '{class}' objects>", parts.name),
    );
    cx.fits(written)
}

/// A built-in method and what it is bound to.
fn bound_native<'f>(
    cx: &mut Context<'f>,
    name: &str,
    this: Local<'f>,
    wrapper: bool,
    out: &mut Out,
) -> Res<'f, ()> {
    let (class, address) = (cx.type_name(this), cx.address(this));
    let written = if wrapper {
        print(
            out,
            format_args!("<method-wrapper '{name}' of {class} object at {address:#x}>"),
        )
    } else {
        print(
            out,
            format_args!("<built-in method {name} of {class} object at {address:#x}>"),
        )
    };
    cx.fits(written)
}

pub(super) fn method<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some((function, this)) = cx.pair_parts(obj) else {
        return write_default(cx, obj, out);
    };
    if let Some(parts) = cx.native_parts(function) {
        // A built-in method that was bound without a copy of its own.
        return bound_native(cx, parts.name, this, false, out);
    }
    cx.put(out, b"<bound method ")?;
    let name = match text_attr(cx, function, "__qualname__")? {
        Some(name) => name,
        None => text_attr(cx, function, "__name__")?.unwrap_or(b"?"),
    };
    cx.put(out, name)?;
    cx.put(out, b" of ")?;
    cx.nested(" while getting the repr of an object", |cx| {
        write_repr(cx, this, out)
    })?;
    cx.put(out, b">")
}

pub(super) fn cell<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some((value, _)) = cx.pair_parts(obj) else {
        return write_default(cx, obj, out);
    };
    let (at, class, address) = (cx.address(obj), cx.type_name(value), cx.address(value));
    let written = print(
        out,
        format_args!("<cell at {at:#x}: {class} object at {address:#x}>"),
    );
    cx.fits(written)
}

pub(super) fn wrapper<'f>(
    cx: &mut Context<'f>,
    obj: Local<'f>,
    open: &str,
    out: &mut Out,
) -> Res<'f, ()> {
    let Some((function, _)) = cx.pair_parts(obj) else {
        return write_default(cx, obj, out);
    };
    cx.put(out, open.as_bytes())?;
    cx.nested(" while getting the repr of an object", |cx| {
        write_repr(cx, function, out)
    })?;
    cx.put(out, b")>")
}

pub(super) fn super_object<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some((ty, this)) = cx.pair_parts(obj) else {
        return write_default(cx, obj, out);
    };
    let name = if cx.is_none(ty) {
        "NULL"
    } else {
        cx.name_of_type(ty)
    };
    let written = if cx.is_none(this) {
        print(out, format_args!("<super: <class '{name}'>, NULL>"))
    } else {
        let class = if cx.is(this, Kind::Type) {
            cx.name_of_type(this)
        } else {
            cx.type_name(this)
        };
        print(
            out,
            format_args!("<super: <class '{name}'>, <{class} object>>"),
        )
    };
    cx.fits(written)
}

pub(super) fn singleton<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    match cx.class(obj) {
        ClassId::EllipsisType => cx.put(out, b"Ellipsis"),
        ClassId::NotImplementedType => cx.put(out, b"NotImplemented"),
        _ => write_default(cx, obj, out),
    }
}

pub(super) fn at_address<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let address = cx.address(obj);
    let written = print(out, format_args!(" at {address:#x}>"));
    cx.fits(written)
}

/// Writes formatted text.
fn print(out: &mut Out, text: core::fmt::Arguments<'_>) -> Result<(), Full> {
    struct Writer<'a>(&'a mut Out);
    impl core::fmt::Write for Writer<'_> {
        fn write_str(&mut self, text: &str) -> core::fmt::Result {
            self.0
                .write(text.as_bytes())
                .map_err(|Full| core::fmt::Error)
        }
    }
    core::fmt::Write::write_fmt(&mut Writer(out), text).map_err(|_| Full)
}
