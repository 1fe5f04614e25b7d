//! Arrays from and to bytes, text, lists and files; their representation and copies.

use super::edit::{push, truncate};
use super::item::{bad_code, push_code};
use super::{Array, make_plain};
use crate::support;
use alloc::vec::Vec;
use miniscript_ext::{Args, Context, Exception, Local, Res};

/// Appends the items that bytes stand for.
pub(super) fn append_bytes<'f>(
    cx: &mut Context<'f>,
    array: Array<'f>,
    source: Local<'f>,
) -> Res<'f, ()> {
    let data = support::data(cx, source)?;
    if data.len() % array.code.size() != 0 {
        return Err(cx.value_error(format_args!("bytes length not a multiple of item size")));
    }
    let len = array.len(cx);
    array.splice(cx, len, 0, data)
}

/// Appends the characters of a str.
pub(super) fn append_text<'f>(
    cx: &mut Context<'f>,
    array: Array<'f>,
    text: Local<'f>,
) -> Res<'f, ()> {
    let bytes = cx.as_wtf8(text).unwrap_or_default();
    let count = cx.str_len(text).unwrap_or(0);
    let mut out = support::reserve(cx, count.saturating_mul(4))?;
    for code in miniscript_core::text::wtf8::CodePoints::new(bytes) {
        out.extend_from_slice(&code.to_le_bytes());
    }
    let len = array.len(cx);
    array.splice(cx, len, 0, &out)
}

pub(super) fn frombytes<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    append_bytes(cx, array, args.at(1))?;
    Ok(Local::NONE)
}

pub(super) fn tobytes<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let data = cx.frozen(array.data)?.unwrap_or_default();
    cx.bytes(data)
}

pub(super) fn fromfile<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let count = crate::convert::size(cx, args.at(2))?;
    if count < 0 {
        return Err(cx.value_error(format_args!("negative count")));
    }
    let Some(wanted) = count.checked_mul(array.code.size() as i64) else {
        return Err(cx.memory_error());
    };
    let size = cx.int(wanted)?;
    let read = cx.call_method(args.at(1), "read", &[size])?;
    let Some(data) = cx.as_bytes(read) else {
        return Err(cx.type_error(format_args!("read() didn't return bytes")));
    };
    append_bytes(cx, array, read)?;
    if (data.len() as i64) != wanted {
        return Err(cx.raise_kind(
            Exception::EOFError,
            format_args!("read() didn't return enough bytes"),
        ));
    }
    Ok(Local::NONE)
}

/// What is written to a file at a time.
const BLOCK: usize = 64 * 1024;

pub(super) fn tofile<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let data = cx.frozen(array.data)?.unwrap_or_default();
    for block in data.chunks(BLOCK) {
        cx.scope(|cx| {
            let block = cx.bytes(block)?;
            cx.call_method(args.at(1), "write", &[block])?;
            Ok(())
        })?;
    }
    if data.is_empty() {
        cx.attribute(args.at(1), "write")?;
    }
    Ok(Local::NONE)
}

pub(super) fn fromlist<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let list = args.at(1);
    if !cx.is_list(list) {
        return Err(cx.type_error(format_args!("arg must be list")));
    }
    let (before, count) = (array.len(cx), cx.list_len(list));
    for at in 0..count {
        let pushed = cx.scope(|cx| {
            let Some(value) = cx.list_get(list, at) else {
                return Ok(());
            };
            push(cx, array, value)
        });
        if let Err(error) = pushed {
            truncate(cx, array, before)?;
            return Err(error);
        }
        if cx.list_len(list) != count {
            truncate(cx, array, before)?;
            return Err(cx.raise_kind(
                Exception::RuntimeError,
                format_args!("list changed size during iteration"),
            ));
        }
    }
    cx.charge(count / 4)?;
    Ok(Local::NONE)
}

pub(super) fn tolist<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    list(cx, array)
}

fn list<'f>(cx: &mut Context<'f>, array: Array<'f>) -> Res<'f> {
    let list = cx.list_with_capacity(array.len(cx))?;
    let mut at = 0;
    loop {
        let more = cx.scope(|cx| match array.get(cx, at)? {
            Some(item) => cx.list_push(list, item).map(|()| true),
            None => Ok(false),
        })?;
        if !more {
            break;
        }
        at += 1;
    }
    cx.charge(at / 8)?;
    Ok(list)
}

pub(super) fn fromunicode<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    if !cx.is_str(args.at(1)) {
        let found = cx.type_name(args.at(1));
        return Err(cx.type_error(format_args!(
            "fromunicode() argument must be str, not {found}"
        )));
    }
    if !array.code.is_text() {
        return Err(cx.value_error(format_args!(
            "fromunicode() may only be called on unicode type arrays"
        )));
    }
    append_text(cx, array, args.at(1))?;
    Ok(Local::NONE)
}

pub(super) fn tounicode<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    if !array.code.is_text() {
        return Err(cx.value_error(format_args!(
            "tounicode() may only be called on unicode type arrays"
        )));
    }
    text(cx, array)
}

fn text<'f>(cx: &mut Context<'f>, array: Array<'f>) -> Res<'f> {
    let mut out: Vec<u8> = support::reserve(cx, array.bytes(cx).len())?;
    let mut bad = None;
    for bytes in array.bytes(cx).chunks_exact(4) {
        let code = array.code.int(bytes) as u32;
        if !push_code(&mut out, code) {
            bad = Some(code);
            break;
        }
    }
    match bad {
        Some(code) => Err(bad_code(cx, code)),
        None => cx.str_from_wtf8(&out),
    }
}

pub(super) fn repr<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let name = cx.type_name(args.at(0));
    let name = name.rsplit('.').next().unwrap_or(name);
    let letter = char::from(array.code.letter());
    if array.len(cx) == 0 {
        return cx.str(&alloc::format!("{name}('{letter}')"));
    }
    let items = match array.code.is_text() {
        true => text(cx, array)?,
        false => list(cx, array)?,
    };
    let items = cx.to_repr(items)?;
    let items = cx.as_wtf8(items).unwrap_or_default();
    let mut out = support::reserve(cx, items.len().saturating_add(name.len() + 8))?;
    out.extend_from_slice(alloc::format!("{name}('{letter}', ").as_bytes());
    out.extend_from_slice(items);
    out.push(b')');
    cx.str_from_wtf8(&out)
}

pub(super) fn copy<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let data = cx.frozen(array.data)?.unwrap_or_default();
    make_plain(cx, array.code, data)
}

/// The class, what to call it with, and attributes of its own.
pub(super) fn reduce<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let letter = cx.str_from_wtf8(&[array.code.letter()])?;
    let items = match array.code.is_text() {
        true => text(cx, array)?,
        false => list(cx, array)?,
    };
    let state = cx
        .find_attribute(args.at(0), "__dict__")?
        .unwrap_or(Local::NONE);
    let class = cx.type_of(args.at(0));
    let arguments = cx.tuple(&[letter, items])?;
    cx.tuple(&[class, arguments, state])
}

/// Where the data lie (as far as scripts can tell) and how many items there are.
pub(super) fn buffer_info<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let array = Array::own(cx, args)?;
    let at = cx.identity(array.data);
    let at = cx.int(i64::try_from(at).unwrap_or(i64::MAX))?;
    let len = array.len(cx);
    let len = cx.int(len as i64)?;
    cx.tuple(&[at, len])
}
