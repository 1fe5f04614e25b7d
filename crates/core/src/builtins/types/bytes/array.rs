//! What only a bytearray can do: change.

use super::{Content, content, names, no_encoding, not_without_text, of_buffer};
use crate::builtins::protocol;
use crate::object::ClassId;
use crate::text::Sink;
use crate::vm::context::{Args, Context, Local, Res};

pub(super) fn new<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = cx.bytearray(&[])?;
    fill(cx, array, args)?;
    Ok(array)
}

pub(super) fn init<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    fill(cx, args.at(0), args)?;
    Ok(Local::NONE)
}

/// Makes the constructor's arguments the data of a bytearray.
fn fill<'f>(cx: &mut Context<'f>, array: Local<'f>, args: Args<'f>) -> Res<'f, ()> {
    let [encoding, errors] = names(cx, args, 2, "bytearray")?;
    if !cx.array_mut(array).is_empty() {
        // It is emptied first, which a view forbids.
        cx.array_resizable(array)?;
    }
    let data = match args.get(cx, 1) {
        None => {
            not_without_text(cx, encoding, errors)?;
            cx.bytes(&[])?
        }
        Some(source) if cx.str_bytes(source).is_some() => {
            if encoding.is_none() {
                return Err(no_encoding(cx));
            }
            protocol::encode(cx, source, encoding, errors)?
        }
        Some(source) => {
            not_without_text(cx, encoding, errors)?;
            match content(cx, source)? {
                Content::Zeros(count) => cx.bytes_filled(count, false, |_| {})?,
                Content::Same => of_buffer(cx, source)?,
                Content::Items => {
                    let out = protocol::bytes_of_items(cx, source, "byte", "bytearray")?;
                    cx.finish_bytes(&out, false)?
                }
            }
        }
    };
    let data = cx.as_bytes(data).unwrap_or_default();
    let len = cx.array_mut(array).len();
    cx.array_splice(array, 0, len, data)
}

/// With the name of the object's own class.
pub(super) fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let name = cx.type_name(args.at(0));
    let name = name.rsplit('.').next().unwrap_or(name);
    let mut out = cx.out();
    let written = (|| {
        out.write_str(name)?;
        out.write(b"(")?;
        crate::text::repr::write_bytearray(cx.buffer(args.at(0)).unwrap_or_default(), &mut out)?;
        out.write(b")")
    })();
    cx.fits(written)?;
    cx.finish_out(&out)
}

/// CPython's count of bytes allocated; here that of those used, and one.
pub(super) fn alloc<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = cx.array_mut(args.at(0)).len();
    cx.size(if len == 0 { 0 } else { len + 1 })
}

pub(super) fn sizeof<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = cx.array_mut(args.at(0)).len();
    cx.size(if len == 0 { 56 } else { len + 57 })
}

pub(super) fn setitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::array_set_item(cx, args.at(0), args.at(1), args.at(2))?;
    Ok(Local::NONE)
}

pub(super) fn delitem<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::array_del_item(cx, args.at(0), args.at(1))?;
    Ok(Local::NONE)
}

pub(super) fn iadd<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    protocol::bytes_concat(cx, args.at(0), args.at(1), true)
}

pub(super) fn imul<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let count = protocol::index(cx, args.at(1))?;
    match cx.as_int(count) {
        Some(count) => protocol::bytes_repeat(cx, args.at(0), count, true),
        None => Err(protocol::cannot_fit(cx, count)),
    }
}

pub(super) fn append<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let byte = protocol::byte_of(cx, args.at(1), "byte")?;
    let len = cx.array_mut(args.at(0)).len();
    cx.array_splice(args.at(0), len, 0, &[byte])?;
    Ok(Local::NONE)
}

pub(super) fn clear<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = cx.array_mut(args.at(0)).len();
    cx.array_splice(args.at(0), 0, len, &[])?;
    Ok(Local::NONE)
}

pub(super) fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let data = super::own(cx, args)?;
    cx.charge(data.len() / 64)?;
    cx.bytearray(data)
}

pub(super) fn extend<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let (array, source) = (args.at(0), args.at(1));
    let added = if cx.is_bytes_like(source) {
        if cx.buffer(source).is_none() {
            let found = cx.type_name(source);
            return Err(cx.type_error(format_args!("can't set bytearray slice from {found}")));
        }
        of_buffer(cx, source)?
    } else {
        let source = match protocol::iter(cx, source) {
            Ok(iterator) => iterator,
            Err(error) if cx.error_is(&error, ClassId::TypeError) => {
                let found = cx.type_name(source);
                return Err(cx.type_error(format_args!("can't extend bytearray with {found}")));
            }
            Err(error) => return Err(error),
        };
        let out = protocol::bytes_of_items(cx, source, "byte", "bytearray")?;
        cx.finish_bytes(&out, false)?
    };
    let added = cx.as_bytes(added).unwrap_or_default();
    cx.charge(added.len() / 64)?;
    let len = cx.array_mut(array).len();
    cx.array_splice(array, len, 0, added)?;
    Ok(Local::NONE)
}

pub(super) fn insert<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = args.at(0);
    let index = protocol::index_i64(cx, args.at(1))?;
    let byte = protocol::byte_of(cx, args.at(2), "byte")?;
    let len = cx.array_mut(array).len();
    let at = if index < 0 {
        index.saturating_add(len as i64).max(0)
    } else {
        index
    };
    let at = usize::try_from(at).unwrap_or(len).min(len);
    cx.array_splice(array, at, 0, &[byte])?;
    Ok(Local::NONE)
}

pub(super) fn pop<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = args.at(0);
    let index = match args.get(cx, 1) {
        Some(index) => protocol::index_i64(cx, index)?,
        None => -1,
    };
    let data = cx.array_mut(array);
    if data.is_empty() {
        return Err(cx.raise(
            ClassId::IndexError,
            format_args!("pop from empty bytearray"),
        ));
    }
    let at = protocol::place(index, data.len());
    match at.and_then(|at| Some((at, data.get(at).copied()?))) {
        Some((at, byte)) => {
            cx.array_splice(array, at, 1, &[])?;
            cx.int(i64::from(byte))
        }
        None => Err(cx.raise(ClassId::IndexError, format_args!("pop index out of range"))),
    }
}

pub(super) fn remove<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = args.at(0);
    let byte = protocol::byte_of(cx, args.at(1), "byte")?;
    match memchr::memchr(byte, cx.array_mut(array)) {
        Some(at) => {
            cx.array_splice(array, at, 1, &[])?;
            Ok(Local::NONE)
        }
        None => Err(cx.value_error(format_args!("value not found in bytearray"))),
    }
}

pub(super) fn reverse<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let len = cx.array_mut(args.at(0)).len();
    cx.charge(len / 64)?;
    cx.array_mut(args.at(0)).reverse();
    Ok(Local::NONE)
}
