//! Text of any value: `repr`, `str`, `ascii` and `format`.
//!
//! Values of built-in types are written straight into the text under construction
//! (`represent`), also inside containers; script classes are asked through
//! `__repr__`, `__str__` and `__format__`. What a built-in type's own method of that
//! name does is decided by the layout of the value ([`repr_of_kind`] and so on), so
//! those methods never look themselves up again.

mod error;
mod fields;
mod int;
mod join;
mod objects;
mod percent;
mod represent;
mod spec;

pub(crate) use error::encode_error;
pub(crate) use fields::{Values, format_fields};
pub(crate) use join::join;
pub(crate) use percent::{percent, percent_bytes};

use crate::builtins::types::mapping_proxy;
use crate::object::{ClassId, Kind, StrObj};
use crate::text as pure;
use crate::vm::context::{Args, Context, Error, Local, Out, Res};

/// `repr(obj)`, as a str proper.
pub(crate) fn repr<'f>(cx: &mut Context<'f>, obj: Local<'f>) -> Res<'f> {
    let text = whole_repr(cx, obj)?;
    Ok(cx.plain(text))
}

/// `str(obj)`, as a str proper.
pub(crate) fn str<'f>(cx: &mut Context<'f>, obj: Local<'f>) -> Res<'f> {
    let text = whole_str(cx, obj)?;
    Ok(cx.plain(text))
}

/// `repr(obj)`: what a script's method gives may be of a class derived from str.
pub(crate) fn whole_repr<'f>(cx: &mut Context<'f>, obj: Local<'f>) -> Res<'f> {
    let name = cx.names().repr;
    match special(cx, obj, name) {
        Special::Script => ask_repr(cx, obj),
        how => {
            let mut out = cx.out();
            represent::write_by(cx, how, obj, &mut out)?;
            cx.finish_out(&out)
        }
    }
}

/// `str(obj)`: what a script's method gives may be of a class derived from str.
pub(crate) fn whole_str<'f>(cx: &mut Context<'f>, obj: Local<'f>) -> Res<'f> {
    if cx.is(obj, Kind::Str) {
        return Ok(obj);
    }
    let name = cx.names().str;
    match special(cx, obj, name) {
        Special::Script => {
            let text = cx.nested(" while getting the str of an object", |cx| {
                ask(cx, obj, name, &[])
            })?;
            if cx.str_bytes(text).is_none() {
                let found = cx.type_name(text);
                return Err(
                    cx.type_error(format_args!("__str__ returned non-string (type {found})"))
                );
            }
            Ok(text)
        }
        Special::Default => whole_repr(cx, obj),
        Special::Kind => str_of_kind(cx, obj),
    }
}

/// `ascii(obj)`.
pub(crate) fn ascii<'f>(cx: &mut Context<'f>, obj: Local<'f>) -> Res<'f> {
    let text = whole_repr(cx, obj)?;
    let bytes = cx.str_bytes(text).unwrap_or_default();
    cx.charge(bytes.len() / 64)?;
    if bytes.is_ascii() {
        return Ok(text);
    }
    let mut out = cx.out();
    let written = pure::repr::escape_non_ascii(bytes, &mut out);
    cx.fits(written)?;
    cx.finish_out(&out)
}

/// `format(obj, spec)`: also what a field of an f-string does.
pub(crate) fn format<'f>(cx: &mut Context<'f>, obj: Local<'f>, spec: Local<'f>) -> Res<'f> {
    let Some(spec_bytes) = cx.str_bytes(spec) else {
        return Err(bad_argument(cx, "format() argument 2", spec));
    };
    if spec_bytes.is_empty() && is_plain(cx, obj) {
        return str(cx, obj);
    }
    let name = cx.names().format;
    match special(cx, obj, name) {
        Special::Script => {
            let text = ask(cx, obj, name, &[spec])?;
            let text = cx.plain(text);
            if !cx.is(text, Kind::Str) {
                let found = cx.type_name(text);
                return Err(
                    cx.type_error(format_args!("__format__ must return a str, not {found}"))
                );
            }
            Ok(text)
        }
        _ => format_of_kind(cx, obj, spec),
    }
}

/// `format(obj, spec)` at the end of a text.
pub(crate) fn write_format<'f>(
    cx: &mut Context<'f>,
    obj: Local<'f>,
    spec: &[u8],
    out: &mut Out,
) -> Res<'f, ()> {
    if is_plain(cx, obj)
        && (spec.is_empty()
            || cx.is(obj, Kind::Str)
            || cx.is_int(obj)
            || cx.as_float(obj).is_some())
    {
        return if spec.is_empty() {
            write_str(cx, obj, out)
        } else {
            spec::write(cx, obj, spec, out)
        };
    }
    cx.scope(|cx| {
        let spec = cx.wtf8(spec)?;
        let text = format(cx, obj, spec)?;
        let bytes = cx.str_bytes(text).unwrap_or_default();
        cx.put(out, bytes)
    })
}

/// `repr(obj)` at the end of a text.
pub(crate) fn write_repr<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let name = cx.names().repr;
    match special(cx, obj, name) {
        Special::Script => cx.scope(|cx| {
            let text = ask_repr(cx, obj)?;
            let bytes = cx.str_bytes(text).unwrap_or_default();
            cx.put(out, bytes)
        }),
        how => represent::write_by(cx, how, obj, out),
    }
}

/// `str(obj)` at the end of a text.
pub(crate) fn write_str<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    if !cx.is_derived(obj)
        && let Some(bytes) = cx.str_bytes(obj)
    {
        return cx.put(out, bytes);
    }
    if is_plain(cx, obj) {
        return represent::write(cx, obj, out);
    }
    cx.scope(|cx| {
        let text = str(cx, obj)?;
        let bytes = cx.str_bytes(text).unwrap_or_default();
        cx.put(out, bytes)
    })
}

/// CPython's TypeError for an argument that must be a str.
#[cold]
pub(crate) fn bad_argument<'f>(cx: &mut Context<'f>, what: &str, found: Local<'f>) -> Error<'f> {
    let found = if cx.is_none(found) {
        "None"
    } else {
        cx.type_name(found)
    };
    cx.type_error(format_args!("{what} must be str, not {found}"))
}

/// Whether the value's text needs no script and no other object: str, int, float, bool, None.
pub(crate) fn is_plain<'f>(cx: &Context<'f>, obj: Local<'f>) -> bool {
    matches!(
        cx.kind(obj),
        None | Some(Kind::Str | Kind::Int64 | Kind::Big)
    )
}

/// Which method answers for a value.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Special {
    /// One that a script (or the host's type) defines.
    Script,
    /// That of `object`.
    Default,
    /// That of the built-in type whose layout the value has.
    Kind,
}

/// Finds who answers for `obj` under the name of a special method.
fn special<'f>(cx: &mut Context<'f>, obj: Local<'f>, name: *mut StrObj) -> Special {
    let kind = match cx.kind(obj) {
        None => return Special::Kind,
        Some(kind) => kind,
    };
    // Objects of the built-in types themselves are known by their layout.
    let asked = matches!(
        kind,
        Kind::Instance | Kind::Derived | Kind::Exception | Kind::User | Kind::Type
    ) || kind == Kind::Module && cx.class(obj) != ClassId::Module;
    if !asked {
        return Special::Kind;
    }
    let Some(method) = cx.type_attr(obj, name) else {
        return if kind.has_shape() {
            Special::Default
        } else {
            Special::Kind
        };
    };
    let Some(native) = cx.native_parts(method) else {
        return Special::Script;
    };
    // One method of a built-in type may stand under the name of another.
    if !cx.is_named(name, native.name) {
        return Special::Script;
    }
    let owner = native.owner.and_then(|owner| cx.class_id(owner));
    match owner {
        Some(ClassId::Object) if kind.has_shape() || kind == Kind::User => Special::Default,
        // What exceptions say as their text is told by their classes.
        Some(ClassId::BaseException) if name == cx.names().str => Special::Script,
        Some(ClassId::Object | ClassId::Type | ClassId::BaseException) => Special::Kind,
        _ => Special::Script,
    }
}

/// Calls a special method that a script defines; `None` stands for a method set to None.
fn ask<'f>(cx: &mut Context<'f>, obj: Local<'f>, name: *mut StrObj, args: &[Local<'f>]) -> Res<'f> {
    match cx.call_special(obj, name, args)? {
        Some(answer) => Ok(answer),
        None => Err(cx.type_error(format_args!("'NoneType' object is not callable"))),
    }
}

fn ask_repr<'f>(cx: &mut Context<'f>, obj: Local<'f>) -> Res<'f> {
    let name = cx.names().repr;
    let text = cx.nested(" while getting the repr of an object", |cx| {
        ask(cx, obj, name, &[])
    })?;
    if cx.str_bytes(text).is_none() {
        let found = cx.type_name(text);
        return Err(cx.type_error(format_args!("__repr__ returned non-string (type {found})")));
    }
    Ok(text)
}

/// What the built-in type's own `__repr__` gives.
pub(crate) fn repr_of_kind<'f>(cx: &mut Context<'f>, obj: Local<'f>) -> Res<'f> {
    let mut out = cx.out();
    represent::write(cx, obj, &mut out)?;
    cx.finish_out(&out)
}

/// What `object.__repr__` gives.
pub(crate) fn default_repr<'f>(cx: &mut Context<'f>, obj: Local<'f>) -> Res<'f> {
    let mut out = cx.out();
    objects::write_default(cx, obj, &mut out)?;
    cx.finish_out(&out)
}

/// What the built-in type's own `__str__` gives.
pub(crate) fn str_of_kind<'f>(cx: &mut Context<'f>, obj: Local<'f>) -> Res<'f> {
    match cx.kind(obj) {
        Some(Kind::Str) => Ok(obj),
        Some(Kind::Exception) => {
            let args = cx.exception_args(obj);
            match cx.tuple_get(args, 0) {
                None => cx.wtf8(b""),
                Some(only) if cx.tuple_len(args) == 1 => str(cx, only),
                Some(_) => repr(cx, args),
            }
        }
        Some(Kind::Record) if cx.class(obj) == ClassId::MappingProxy => {
            let mapping = mapping_proxy::mapping_of(cx, obj);
            str(cx, mapping)
        }
        _ => repr(cx, obj),
    }
}

/// What the built-in type's own `__format__` gives.
pub(crate) fn format_of_kind<'f>(cx: &mut Context<'f>, obj: Local<'f>, spec: Local<'f>) -> Res<'f> {
    let Some(text) = cx.str_bytes(spec) else {
        return Err(bad_argument(cx, "__format__() argument", spec));
    };
    if text.is_empty() {
        return str(cx, obj);
    }
    let obj = cx.plain(obj);
    if cx.is(obj, Kind::Str)
        || cx.is_int(obj)
        || cx.as_float(obj).is_some()
        || cx.as_complex(obj).is_some()
    {
        let mut out = cx.out();
        spec::write(cx, obj, text, &mut out)?;
        return cx.finish_out(&out);
    }
    let found = cx.type_name(obj);
    Err(cx.type_error(format_args!(
        "unsupported format string passed to {found}.__format__"
    )))
}

/// `__repr__` of the built-in types.
pub(crate) fn repr_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    repr_of_kind(cx, args.at(0))
}

/// `__repr__` of sets, which is given instances of derived classes whole.
pub(crate) fn set_repr_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let mut out = cx.out();
    represent::set(cx, args.at(0), &mut out)?;
    cx.finish_out(&out)
}

/// `__str__` of the built-in types and of `object`.
pub(crate) fn str_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    str_of_kind(cx, args.at(0))
}

/// `__format__` of the built-in types and of `object`.
pub(crate) fn format_method<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    format_of_kind(cx, args.at(0), args.at(1))
}
