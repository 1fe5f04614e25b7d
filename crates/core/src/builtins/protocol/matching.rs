//! What patterns of `match` statements ask of their subjects.
//!
//! Called by the opcodes of the same names. A pattern that does not match is None, a
//! match a tuple of the values that the parts of the pattern are matched with.

use super::repr;
use crate::builtins::functions::reflect;
use crate::object::{ClassId, Kind};
use crate::vm::context::{Context, Local, Res};

/// What a mapping has under the keys of a tuple.
pub(crate) fn match_keys<'f>(cx: &mut Context<'f>, subject: Local<'f>, keys: Local<'f>) -> Res<'f> {
    let count = cx.tuple_len(keys);
    let values = cx.list_with_capacity(count)?;
    let seen = cx.dict()?;
    let plain = cx.is(subject, Kind::Dict);
    let mut get = None;
    let missing = cx.new_bare_object()?;
    if !plain {
        let name = cx.name("get")?;
        get = Some(cx.get_attr(subject, name)?);
    }
    for at in 0..count {
        cx.charge(1)?;
        let found = cx.scope(|cx| {
            let Some(key) = cx.tuple_get(keys, at) else {
                return Ok(false);
            };
            if cx.dict_get(seen, key)?.is_some() {
                let key = repr(cx, key)?;
                let mut text = cx.text();
                text.push_str("mapping pattern checks duplicate key (");
                text.push(cx.str_bytes(key).unwrap_or_default());
                text.push_str(")");
                return Err(cx.raise_bytes(ClassId::ValueError, text.bytes()));
            }
            cx.dict_set(seen, key, Local::TRUE)?;
            let value = match get {
                Some(get) => Some(cx.call(get, &[key, missing])?),
                None => cx.dict_get(subject, key)?,
            };
            match value {
                Some(value) if !cx.same(value, missing) => {
                    cx.list_push(values, value)?;
                    Ok(true)
                }
                _ => Ok(false),
            }
        })?;
        if !found {
            return Ok(Local::NONE);
        }
    }
    cx.tuple_from_list(values)
}

/// The attributes that a class pattern looks at: `count` from `__match_args__`, then
/// those of a tuple of names.
pub(crate) fn match_class<'f>(
    cx: &mut Context<'f>,
    subject: Local<'f>,
    class: Local<'f>,
    names: Local<'f>,
    count: usize,
) -> Res<'f> {
    if !cx.is(class, Kind::Type) {
        return Err(cx.type_error(format_args!("called match pattern must be a type")));
    }
    if !reflect::is_instance(cx, subject, class)? {
        return Ok(Local::NONE);
    }
    let values = cx.list_with_capacity(count + cx.tuple_len(names))?;
    let seen = cx.dict()?;
    if count > 0 && !positional(cx, subject, class, count, values, seen)? {
        return Ok(Local::NONE);
    }
    for at in 0..cx.tuple_len(names) {
        let found = cx.scope(|cx| match cx.tuple_get(names, at) {
            Some(name) => attribute(cx, subject, class, name, values, seen),
            None => Ok(false),
        })?;
        if !found {
            return Ok(Local::NONE);
        }
    }
    cx.tuple_from_list(values)
}

/// The values for the positional parts of a class pattern.
fn positional<'f>(
    cx: &mut Context<'f>,
    subject: Local<'f>,
    class: Local<'f>,
    count: usize,
    values: Local<'f>,
    seen: Local<'f>,
) -> Res<'f, bool> {
    let name = cx.name("__match_args__")?;
    let owner = cx.name_of_type(class);
    let (mut itself, mut allowed) = (false, 0);
    let args = match cx.find_attr(class, name)? {
        Some(args) => {
            if !cx.is(args, Kind::Tuple) {
                let found = cx.type_name(args);
                return Err(cx.type_error(format_args!(
                    "{owner}.__match_args__ must be a tuple (got {found})"
                )));
            }
            allowed = cx.tuple_len(args);
            args
        }
        None => {
            itself = cx.matches_itself(class);
            allowed += usize::from(itself);
            Local::NONE
        }
    };
    if allowed < count {
        let plural = if allowed == 1 { "" } else { "s" };
        return Err(cx.type_error(format_args!(
            "{owner}() accepts {allowed} positional sub-pattern{plural} ({count} given)"
        )));
    }
    if itself {
        cx.list_push(values, subject)?;
        return Ok(true);
    }
    for at in 0..count {
        let found = cx.scope(|cx| {
            let Some(name) = cx.tuple_get(args, at) else {
                return Ok(false);
            };
            if !cx.is(name, Kind::Str) {
                let found = cx.type_name(name);
                return Err(cx.type_error(format_args!(
                    "__match_args__ elements must be strings (got {found})"
                )));
            }
            attribute(cx, subject, class, name, values, seen)
        })?;
        if !found {
            return Ok(false);
        }
    }
    Ok(true)
}

/// One attribute, appended to the values; false if there is none.
fn attribute<'f>(
    cx: &mut Context<'f>,
    subject: Local<'f>,
    class: Local<'f>,
    name: Local<'f>,
    values: Local<'f>,
    seen: Local<'f>,
) -> Res<'f, bool> {
    if cx.dict_get(seen, name)?.is_some() {
        let shown = repr(cx, name)?;
        let mut text = cx.text();
        text.push_str(cx.name_of_type(class));
        text.push_str("() got multiple sub-patterns for attribute ");
        text.push(cx.str_bytes(shown).unwrap_or_default());
        return Err(cx.raise_bytes(ClassId::TypeError, text.bytes()));
    }
    cx.dict_set(seen, name, Local::TRUE)?;
    match cx.find_attr(subject, name)? {
        Some(value) => {
            cx.list_push(values, value)?;
            Ok(true)
        }
        None => Ok(false),
    }
}
