//! `repr` of values of built-in types, by their layout, written into a text.

use super::{Special, write_repr};
use crate::builtins::protocol::text::int;
use crate::object::{ClassId, Kind};
use crate::text::{Full, Sink, float, repr as quoting};
use crate::vm::context::{Context, Local, Out, Res};
use crate::vm::native::NativeDef;

/// Writes what the answerer that was found says; never called for a script's method.
pub(super) fn write_by<'f>(
    cx: &mut Context<'f>,
    how: Special,
    obj: Local<'f>,
    out: &mut Out,
) -> Res<'f, ()> {
    if how == Special::Default {
        write_default(cx, obj, out)
    } else {
        write(cx, obj, out)
    }
}

/// Writes the representation that the built-in type of the value's layout gives.
pub(super) fn write<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some(kind) = cx.kind(obj) else {
        return immediate(cx, obj, out);
    };
    match kind {
        Kind::Str => {
            let bytes = cx.str_bytes(obj).unwrap_or_default();
            let written = quoting::write_str(bytes, out);
            cx.fits(written)
        }
        Kind::Int64 | Kind::Big => int::write_decimal(cx, obj, out),
        Kind::List => guarded(cx, obj, "[...]", out, |cx, out| {
            items(cx, obj, "[", "]", out)
        }),
        Kind::Tuple => guarded(cx, obj, "(...)", out, |cx, out| {
            let close = if cx.tuple_len(obj) == 1 { ",)" } else { ")" };
            items(cx, obj, "(", close, out)
        }),
        Kind::Dict => guarded(cx, obj, "{...}", out, |cx, out| {
            entries(cx, obj, "{", "}", Show::Both, out)
        }),
        Kind::DictView => view(cx, obj, out),
        Kind::Range => range(cx, obj, out),
        Kind::Slice => slice(cx, obj, out),
        Kind::Exception => exception(cx, obj, out),
        Kind::Type => type_object(cx, obj, out),
        Kind::Module => module(cx, obj, out),
        Kind::Function => named(cx, obj, "<function ", out),
        Kind::Generator => named(cx, obj, "<generator object ", out),
        Kind::Code => code(cx, obj, out),
        Kind::Native => native(cx, obj, out),
        Kind::Method => method(cx, obj, out),
        Kind::Cell => cell(cx, obj, out),
        Kind::ClassMethod => wrapper(cx, obj, "<classmethod(", out),
        Kind::StaticMethod => wrapper(cx, obj, "<staticmethod(", out),
        Kind::Super => super_object(cx, obj, out),
        Kind::Singleton => singleton(cx, obj, out),
        _ => write_default(cx, obj, out),
    }
}

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

fn immediate<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    if let Some(value) = cx.as_float(obj) {
        let written = float::write_repr(value, out);
        return cx.fits(written);
    }
    let text: &[u8] = if cx.same(obj, Local::TRUE) {
        b"True"
    } else if cx.same(obj, Local::FALSE) {
        b"False"
    } else if cx.is_none(obj) {
        b"None"
    } else {
        return int::write_decimal(cx, obj, out);
    };
    cx.put(out, text)
}

/// Writes a container by `body`, or `again` if it is being written already.
fn guarded<'f>(
    cx: &mut Context<'f>,
    obj: Local<'f>,
    again: &str,
    out: &mut Out,
    body: impl FnOnce(&mut Context<'f>, &mut Out) -> Res<'f, ()>,
) -> Res<'f, ()> {
    if !cx.enter_repr(obj) {
        return cx.put(out, again.as_bytes());
    }
    let result = cx.nested(" while getting the repr of an object", |cx| body(cx, out));
    cx.leave_repr(obj);
    result
}

/// The items of a list or tuple, which may change meanwhile.
fn items<'f>(
    cx: &mut Context<'f>,
    obj: Local<'f>,
    open: &str,
    close: &str,
    out: &mut Out,
) -> Res<'f, ()> {
    cx.put(out, open.as_bytes())?;
    for i in 0.. {
        cx.charge(1)?;
        let more = cx.scope(|cx| {
            let Some(item) = cx.seq_get(obj, i) else {
                return Ok(false);
            };
            if i > 0 {
                cx.put(out, b", ")?;
            }
            write_repr(cx, item, out)?;
            Ok(true)
        })?;
        if !more {
            break;
        }
    }
    cx.put(out, close.as_bytes())
}

/// What is shown of a dict's entries.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Show {
    Both,
    Keys,
    Values,
    /// As tuples.
    Items,
}

fn entries<'f>(
    cx: &mut Context<'f>,
    dict: Local<'f>,
    open: &str,
    close: &str,
    show: Show,
    out: &mut Out,
) -> Res<'f, ()> {
    cx.put(out, open.as_bytes())?;
    let mut at = 0;
    let mut first = true;
    loop {
        cx.charge(1)?;
        let next = cx.scope(|cx| {
            let Some((index, key, value)) = cx.dict_next(dict, at) else {
                return Ok(None);
            };
            if !first {
                cx.put(out, b", ")?;
            }
            if show == Show::Items {
                cx.put(out, b"(")?;
            }
            if show != Show::Values {
                write_repr(cx, key, out)?;
            }
            match show {
                Show::Both => cx.put(out, b": ")?,
                Show::Items => cx.put(out, b", ")?,
                _ => {}
            }
            if show != Show::Keys {
                write_repr(cx, value, out)?;
            }
            if show == Show::Items {
                cx.put(out, b")")?;
            }
            Ok(Some(index + 1))
        })?;
        let Some(next) = next else { break };
        at = next;
        first = false;
    }
    cx.put(out, close.as_bytes())
}

fn view<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some((dict, _)) = cx.pair_parts(obj) else {
        return write_default(cx, obj, out);
    };
    let class = cx.class(obj);
    guarded(cx, obj, "...", out, |cx, out| match class {
        ClassId::DictKeys => entries(cx, dict, "dict_keys([", "])", Show::Keys, out),
        ClassId::DictValues => entries(cx, dict, "dict_values([", "])", Show::Values, out),
        ClassId::DictItems => entries(cx, dict, "dict_items([", "])", Show::Items, out),
        _ => {
            cx.put(out, b"mappingproxy(")?;
            write_repr(cx, dict, out)?;
            cx.put(out, b")")
        }
    })
}

fn range<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some((start, stop, step)) = cx.range_parts(obj) else {
        return write_default(cx, obj, out);
    };
    let written = (|| {
        out.write(b"range(")?;
        crate::text::int::write_i64(start, out)?;
        out.write(b", ")?;
        crate::text::int::write_i64(stop, out)?;
        if step != 1 {
            out.write(b", ")?;
            crate::text::int::write_i64(step, out)?;
        }
        out.write(b")")
    })();
    cx.fits(written)
}

fn slice<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some((start, stop, step)) = cx.slice_parts(obj) else {
        return write_default(cx, obj, out);
    };
    cx.nested(" while getting the repr of an object", |cx| {
        cx.put(out, b"slice(")?;
        write_repr(cx, start, out)?;
        cx.put(out, b", ")?;
        write_repr(cx, stop, out)?;
        cx.put(out, b", ")?;
        write_repr(cx, step, out)?;
        cx.put(out, b")")
    })
}

fn exception<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let name = cx.type_name(obj);
    cx.put(out, name.as_bytes())?;
    let args = cx.exception_args(obj);
    cx.nested(" while getting the repr of an object", |cx| {
        match cx.tuple_get(args, 0) {
            Some(only) if cx.tuple_len(args) == 1 => {
                cx.put(out, b"(")?;
                write_repr(cx, only, out)?;
                cx.put(out, b")")
            }
            _ => write_repr(cx, args, out),
        }
    })
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

fn type_object<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    cx.put(out, b"<class '")?;
    type_path(cx, obj, out)?;
    cx.put(out, b"'>")
}

fn module<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let name = text_attr(cx, obj, "__name__")?;
    let file = text_attr(cx, obj, "__file__")?;
    cx.put(out, b"<module ")?;
    let written = quoting::write_str(name.unwrap_or(b"?"), out);
    cx.fits(written)?;
    match file {
        None => cx.put(out, b" (built-in)>"),
        Some(file) => {
            cx.put(out, b" from ")?;
            let written = quoting::write_str(file, out);
            cx.fits(written)?;
            cx.put(out, b">")
        }
    }
}

/// `<function f at 0x...>`: the qualified name may have been assigned.
fn named<'f>(cx: &mut Context<'f>, obj: Local<'f>, open: &str, out: &mut Out) -> Res<'f, ()> {
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

fn code<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
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

fn native<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some(parts) = cx.native_parts(obj) else {
        return write_default(cx, obj, out);
    };
    let owner = parts
        .owner
        .filter(|&owner| cx.is(owner, Kind::Type))
        .map(|owner| cx.name_of_type(owner));
    let special = parts.name.starts_with("__") && parts.flags & NativeDef::METHOD != 0;
    let name = parts.name.as_bytes();
    match (parts.this.filter(|&this| !cx.is(this, Kind::Module)), owner) {
        (Some(this), _) => {
            cx.put(
                out,
                if special {
                    &b"<method-wrapper '"[..]
                } else {
                    b"<built-in method "
                },
            )?;
            cx.put(out, name)?;
            cx.put(out, if special { &b"' of "[..] } else { b" of " })?;
            let class = cx.type_name(this);
            cx.put(out, class.as_bytes())?;
            cx.put(out, b" object")?;
            at_address(cx, this, out)
        }
        (None, Some(owner)) if parts.flags & NativeDef::METHOD != 0 => {
            cx.put(
                out,
                if special {
                    &b"<slot wrapper '"[..]
                } else {
                    b"<method '"
                },
            )?;
            cx.put(out, name)?;
            cx.put(out, b"' of '")?;
            cx.put(out, owner.as_bytes())?;
            cx.put(out, b"' objects>")
        }
        _ => {
            cx.put(out, b"<built-in function ")?;
            cx.put(out, name)?;
            cx.put(out, b">")
        }
    }
}

fn method<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some((function, this)) = cx.pair_parts(obj) else {
        return write_default(cx, obj, out);
    };
    if let Some(parts) = cx.native_parts(function) {
        // A built-in method that was bound without a copy of its own.
        let special = parts.name.starts_with("__");
        cx.put(
            out,
            if special {
                &b"<method-wrapper '"[..]
            } else {
                b"<built-in method "
            },
        )?;
        cx.put(out, parts.name.as_bytes())?;
        cx.put(out, if special { &b"' of "[..] } else { b" of " })?;
        let class = cx.type_name(this);
        cx.put(out, class.as_bytes())?;
        cx.put(out, b" object")?;
        return at_address(cx, this, out);
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

fn cell<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
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

fn wrapper<'f>(cx: &mut Context<'f>, obj: Local<'f>, open: &str, out: &mut Out) -> Res<'f, ()> {
    let Some((function, _)) = cx.pair_parts(obj) else {
        return write_default(cx, obj, out);
    };
    cx.put(out, open.as_bytes())?;
    cx.nested(" while getting the repr of an object", |cx| {
        write_repr(cx, function, out)
    })?;
    cx.put(out, b")>")
}

fn super_object<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some((ty, this)) = cx.pair_parts(obj) else {
        return write_default(cx, obj, out);
    };
    let name = cx.name_of_type(ty);
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

fn singleton<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    match cx.class(obj) {
        ClassId::EllipsisType => cx.put(out, b"Ellipsis"),
        ClassId::NotImplementedType => cx.put(out, b"NotImplemented"),
        _ => write_default(cx, obj, out),
    }
}

fn at_address<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
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
