//! `repr` of values of built-in types, by their layout, written into a text.

use super::objects::{self, write_default};
use super::{Special, int, write_repr};
use crate::builtins::protocol;
use crate::builtins::types::{generic_alias, mapping_proxy, union_type, weakref};
use crate::object::{ClassId, Kind};
use crate::text::{Sink, float, repr as quoting};
use crate::vm::context::{Context, Local, Out, Res};

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
        Kind::Bytes => {
            let bytes = cx.as_bytes(obj).unwrap_or_default();
            cx.charge(bytes.len() / 16)?;
            let written = quoting::write_bytes(bytes, out);
            cx.fits(written)
        }
        Kind::ByteArray => {
            let written = (|| {
                out.write(b"bytearray(")?;
                quoting::write_bytearray(cx.buffer(obj).unwrap_or_default(), out)?;
                out.write(b")")
            })();
            cx.fits(written)
        }
        Kind::MemoryView => {
            let released = cx.view(obj).is_none();
            cx.put(
                out,
                if released {
                    &b"<released memory"[..]
                } else {
                    b"<memory"
                },
            )?;
            objects::at_address(cx, obj, out)
        }
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
        Kind::Set => set(cx, obj, out),
        Kind::Range => range(cx, obj, out),
        Kind::Slice => slice(cx, obj, out),
        Kind::Exception => exception(cx, obj, out),
        Kind::Type => objects::type_object(cx, obj, out),
        Kind::Module => objects::module(cx, obj, out),
        Kind::Function => objects::named(cx, obj, "<function ", out),
        Kind::Generator => {
            let start = match cx.class(obj) {
                ClassId::Coroutine => "<coroutine object ",
                ClassId::AsyncGenerator => "<async_generator object ",
                _ => "<generator object ",
            };
            objects::named(cx, obj, start, out)
        }
        Kind::Code => objects::code(cx, obj, out),
        Kind::Native => objects::native(cx, obj, out),
        Kind::Method => objects::method(cx, obj, out),
        Kind::Cell => objects::cell(cx, obj, out),
        Kind::ClassMethod => objects::wrapper(cx, obj, "<classmethod(", out),
        Kind::StaticMethod => objects::wrapper(cx, obj, "<staticmethod(", out),
        Kind::Super => objects::super_object(cx, obj, out),
        Kind::Singleton => objects::singleton(cx, obj, out),
        Kind::Record if cx.as_complex(obj).is_some() => {
            let (real, imaginary) = cx.as_complex(obj).unwrap_or_default();
            let written = float::complex::write_repr(real, imaginary, out);
            cx.fits(written)
        }
        Kind::Record if cx.class(obj) == ClassId::GenericAlias => {
            guarded(cx, obj, "...", out, |cx, out| {
                generic_alias::write_repr(cx, obj, out)
            })
        }
        Kind::Record if cx.class(obj) == ClassId::MappingProxy => {
            guarded(cx, obj, "mappingproxy(...)", out, |cx, out| {
                let mapping = mapping_proxy::mapping_of(cx, obj);
                cx.put(out, b"mappingproxy(")?;
                write_repr(cx, mapping, out)?;
                cx.put(out, b")")
            })
        }
        Kind::Record if matches!(cx.class(obj), ClassId::MemberDescriptor | ClassId::Frame) => {
            let name = cx.names().repr;
            let text = cx.call_special(obj, name, &[])?.unwrap_or(Local::NONE);
            cx.put(out, cx.str_bytes(text).unwrap_or_default())
        }
        Kind::Record if cx.class(obj) == ClassId::UnionType => {
            guarded(cx, obj, "...", out, |cx, out| {
                union_type::write_repr(cx, obj, out)
            })
        }
        Kind::WeakRef => {
            let text = weakref::represent(cx, obj)?;
            cx.put(out, text.bytes())
        }
        _ => write_default(cx, obj, out),
    }
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
        _ => Ok(()),
    })
}

/// A set, or an instance of a class derived from one, which is named.
pub(super) fn set<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let (plain, name) = (cx.plain(obj), cx.type_name(obj));
    if !cx.enter_repr(plain) {
        cx.put(out, name.as_bytes())?;
        return cx.put(out, b"(...)");
    }
    let result = cx.nested(" while getting the repr of an object", |cx| {
        let exact = cx.class(obj) == ClassId::Set;
        if !exact || cx.set_len(plain) == 0 {
            cx.put(out, name.as_bytes())?;
            cx.put(out, b"(")?;
        }
        if cx.set_len(plain) == 0 {
            return cx.put(out, b")");
        }
        // What an element's `__repr__` does to the set does not matter any more.
        let list = protocol::list_of(cx, obj)?;
        items(cx, list, "{", if exact { "}" } else { "})" }, out)
    });
    cx.leave_repr(plain);
    result
}

fn range<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some((start, stop, step)) = cx.range_parts(obj) else {
        return long_range(cx, obj, out);
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

fn long_range<'f>(cx: &mut Context<'f>, obj: Local<'f>, out: &mut Out) -> Res<'f, ()> {
    let Some(parts) = cx.long_range_parts(obj) else {
        return write_default(cx, obj, out);
    };
    for (i, before) in ["range(", ", ", ", "].into_iter().enumerate() {
        let Some(part) = cx.tuple_get(parts, i) else {
            continue;
        };
        if i < 2 || cx.as_int(part) != Some(1) {
            cx.put(out, before.as_bytes())?;
            write_repr(cx, part, out)?;
        }
    }
    cx.put(out, b")")
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
