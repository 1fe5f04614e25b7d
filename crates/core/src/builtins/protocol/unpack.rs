//! Unpacking: `a, b = x`, `a, *b = x`, `[*x]`, `f(*x)`, and `f(**x)`.

use super::iterate::{drain, for_each, has_iter, iter, next};
use crate::builtins::protocol;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Context, Error, Local, Res};

/// A new list of exactly `count` items.
pub(crate) fn unpack<'f>(cx: &mut Context<'f>, iterable: Local<'f>, count: usize) -> Res<'f> {
    let list = cx.list_with_capacity(count)?;
    if matches!(cx.kind(iterable), Some(Kind::List | Kind::Tuple)) && cx.seq_len(iterable) == count
    {
        cx.list_extend_from(list, iterable)?;
        return Ok(list);
    }
    let iterator = begin(cx, iterable)?;
    take(cx, iterator, list, count, None)?;
    if cx.scope(|cx| Ok(next(cx, iterator)?.is_some()))? {
        return Err(cx.value_error(format_args!("too many values to unpack (expected {count})")));
    }
    Ok(list)
}

/// A new list: `before` items, a list of what lies between, `after` items.
pub(crate) fn unpack_star<'f>(
    cx: &mut Context<'f>,
    iterable: Local<'f>,
    before: usize,
    after: usize,
) -> Res<'f> {
    let list = cx.list_with_capacity(before + after + 1)?;
    let iterator = begin(cx, iterable)?;
    take(cx, iterator, list, before, Some(before + after))?;
    let middle = cx.list(&[])?;
    drain(cx, iterator, |cx, item| {
        cx.list_push(middle, item)?;
        Ok(true)
    })?;
    let len = cx.list_len(middle);
    let Some(kept) = len.checked_sub(after) else {
        let (wanted, got) = (before + after, before + len);
        return Err(cx.value_error(format_args!(
            "not enough values to unpack (expected at least {wanted}, got {got})"
        )));
    };
    let behind = cx.list_from_range(middle, kept as i64, 1, after)?;
    cx.list_remove(middle, kept, after);
    cx.list_push(list, middle)?;
    cx.list_extend_from(list, behind)?;
    Ok(list)
}

fn begin<'f>(cx: &mut Context<'f>, iterable: Local<'f>) -> Res<'f> {
    iter(cx, iterable).map_err(|error| {
        if !cx.error_is(&error, ClassId::TypeError) || has_iter(cx, iterable) {
            return error;
        }
        let name = cx.type_name(iterable);
        cx.type_error(format_args!("cannot unpack non-iterable {name} object"))
    })
}

/// Moves `count` items into the list; `at_least`: how many a starred target needs.
fn take<'f>(
    cx: &mut Context<'f>,
    iterator: Local<'f>,
    list: Local<'f>,
    count: usize,
    at_least: Option<usize>,
) -> Res<'f, ()> {
    for got in 0..count {
        let found = cx.scope(|cx| match next(cx, iterator)? {
            Some(item) => cx.list_push(list, item).map(|()| true),
            None => Ok(false),
        })?;
        if !found {
            return Err(match at_least {
                Some(wanted) => cx.value_error(format_args!(
                    "not enough values to unpack (expected at least {wanted}, got {got})"
                )),
                None => cx.value_error(format_args!(
                    "not enough values to unpack (expected {count}, got {got})"
                )),
            });
        }
    }
    Ok(())
}

/// `*iterable` in a display, or beside other positional arguments.
pub(crate) fn extend_display<'f>(
    cx: &mut Context<'f>,
    list: Local<'f>,
    iterable: Local<'f>,
) -> Res<'f, ()> {
    protocol::extend_list(cx, list, iterable).map_err(|error| {
        if !cx.error_is(&error, ClassId::TypeError) || has_iter(cx, iterable) {
            return error;
        }
        let name = cx.type_name(iterable);
        cx.type_error(format_args!(
            "Value after * must be an iterable, not {name}"
        ))
    })
}

/// `*iterable` as the positional arguments of a call of `callee`.
pub(crate) fn extend_args<'f>(
    cx: &mut Context<'f>,
    list: Local<'f>,
    iterable: Local<'f>,
    callee: Local<'f>,
) -> Res<'f, ()> {
    match protocol::extend_list(cx, list, iterable) {
        Err(error) if cx.error_is(&error, ClassId::TypeError) && !has_iter(cx, iterable) => {
            let name = cx.type_name(iterable);
            Err(callee_error(
                cx,
                callee,
                format_args!(" argument after * must be an iterable, not {name}"),
                None,
            ))
        }
        result => result,
    }
}

/// `**other` in a display: `dict.update`, but only for mappings.
pub(crate) fn dict_update<'f>(
    cx: &mut Context<'f>,
    dict: Local<'f>,
    other: Local<'f>,
) -> Res<'f, ()> {
    match merge_mapping(cx, dict, other, false) {
        Err(error) if cx.error_is(&error, ClassId::AttributeError) => {
            let name = cx.type_name(other);
            Err(cx.type_error(format_args!("'{name}' object is not a mapping")))
        }
        result => result,
    }
}

/// `**other` in a call of `callee`: a key that is there already is a TypeError.
pub(crate) fn dict_merge<'f>(
    cx: &mut Context<'f>,
    dict: Local<'f>,
    other: Local<'f>,
    callee: Local<'f>,
) -> Res<'f, ()> {
    let Err(error) = merge_mapping(cx, dict, other, true) else {
        return Ok(());
    };
    if cx.error_is(&error, ClassId::AttributeError) {
        let name = cx.type_name(other);
        return Err(callee_error(
            cx,
            callee,
            format_args!(" argument after ** must be a mapping, not {name}"),
            None,
        ));
    }
    if cx.error_is(&error, ClassId::KeyError) {
        // The key that is there twice, as CPython passes it on.
        let exception = cx.exception(error.clone());
        let args = cx.exception_args(exception);
        if cx.tuple_len(args) == 1
            && let Some(key) = cx.tuple_get(args, 0)
        {
            if !cx.is(key, Kind::Str) {
                return Err(cx.type_error(format_args!("keywords must be strings")));
            }
            let text = format_args!(" got multiple values for keyword argument '");
            return Err(callee_error(cx, callee, text, Some(key)));
        }
    }
    Err(error)
}

/// A TypeError that begins with the callee's name; `quoted` ends it, in quotes.
fn callee_error<'f>(
    cx: &mut Context<'f>,
    callee: Local<'f>,
    text: core::fmt::Arguments<'_>,
    quoted: Option<Local<'f>>,
) -> Error<'f> {
    let mut message = cx.text();
    match callee_name(cx, callee) {
        Ok(name) => message.push(cx.str_bytes(name).unwrap_or(b"?")),
        Err(error) => return error,
    }
    let _ = core::fmt::write(&mut message, text);
    if let Some(key) = quoted {
        message.push(cx.str_bytes(key).unwrap_or(b"?"));
        message.push(b"'");
    }
    cx.raise_bytes(ClassId::TypeError, message.bytes())
}

/// `module.qualname()`, or the object's `str` if it has no qualified name.
pub(crate) fn callee_name<'f>(cx: &mut Context<'f>, callee: Local<'f>) -> Res<'f> {
    let name = cx.name("__qualname__")?;
    let Some(qualname) = cx.find_attr(callee, name)? else {
        return protocol::str(cx, callee);
    };
    let name = cx.name("__module__")?;
    let module = cx.find_attr(callee, name)?;
    let mut text = cx.text();
    if let Some(module) = module
        && !cx.is_none(module)
        && cx.as_str(module) != Some("builtins")
    {
        let module = protocol::str(cx, module)?;
        text.push(cx.str_bytes(module).unwrap_or(b"?"));
        text.push(b".");
    }
    let qualname = protocol::str(cx, qualname)?;
    text.push(cx.str_bytes(qualname).unwrap_or(b"?"));
    text.push(b"()");
    cx.finish(text)
}

/// Copies a mapping's items into a dict; `once`: KeyError for a key that is there.
pub(crate) fn merge_mapping<'f>(
    cx: &mut Context<'f>,
    dict: Local<'f>,
    other: Local<'f>,
    once: bool,
) -> Res<'f, ()> {
    if cx.is(other, Kind::Dict) {
        return merge_dict(cx, dict, other, once);
    }
    // What derives from dict is asked only if it says itself how it is walked over.
    let (plain, iter) = (cx.plain(other), cx.names().iter);
    if cx.is(plain, Kind::Dict)
        && let Some(walk) = cx.type_attr(other, iter)
        && cx.native_def(walk).is_some()
    {
        return merge_dict(cx, dict, plain, once);
    }
    let name = cx.name("keys")?;
    let method = cx.get_attr(other, name)?;
    let keys = cx.call(method, &[])?;
    if !has_iter(cx, keys) {
        let (owner, found) = (cx.type_name(other), cx.type_name(keys));
        return Err(cx.type_error(format_args!(
            "{owner}.keys() returned a non-iterable (type {found})"
        )));
    }
    let keys = protocol::list_of(cx, keys)?;
    for_each(cx, keys, |cx, key| {
        if once && cx.dict_get(dict, key)?.is_some() {
            return Err(cx.raise_with(ClassId::KeyError, &[key]));
        }
        let value = protocol::get_item(cx, other, key)?;
        cx.dict_set(dict, key, value)?;
        Ok(true)
    })
}

fn merge_dict<'f>(
    cx: &mut Context<'f>,
    dict: Local<'f>,
    other: Local<'f>,
    once: bool,
) -> Res<'f, ()> {
    if cx.same(dict, other) {
        return Ok(());
    }
    let len = cx.dict_len(other);
    cx.charge(len)?;
    let mut at = 0;
    loop {
        let next = cx.scope(|cx| {
            let Some((index, key, value)) = cx.dict_next(other, at) else {
                return Ok(None);
            };
            let hash = cx.dict_hash_at(other, index);
            if once
                && matches!(
                    cx.dict_find(dict, key, hash)?,
                    crate::vm::context::Place::At(_)
                )
            {
                return Err(cx.raise_with(ClassId::KeyError, &[key]));
            }
            cx.dict_set_hashed(dict, key, hash, value)?;
            Ok(Some(index + 1))
        })?;
        let Some(next) = next else { return Ok(()) };
        if cx.dict_len(other) != len {
            return Err(cx.raise(
                ClassId::RuntimeError,
                format_args!("dict mutated during update"),
            ));
        }
        at = next;
    }
}
