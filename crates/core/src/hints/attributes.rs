//! Hints for attributes that are not there.

use super::Hint;
use super::words::ATTRIBUTES;
use crate::builtins::types::exception::fields;
use crate::object::Kind;
use crate::vm::context::{Context, Local, Res};
use alloc::borrow::Cow;
use alloc::format;

/// AttributeError.
pub(super) fn missing<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    text: &str,
) -> Res<'f, Option<Hint>> {
    if text.contains("partially initialized module") {
        return Ok(Some(Cow::Borrowed(
            "the module imports itself, or one that imports it: is a file of yours called like it?",
        )));
    }
    let name = fields::name::read(cx, exception);
    let (Some(name), Some(object)) = (cx.as_str(name), cx.own_field(exception, "obj")) else {
        return Ok(None);
    };
    if cx.is_none(object) {
        return Ok(Some(Cow::Borrowed(
            "the value is None: what changes an object in place (sort, append) and a function without 'return' give None",
        )));
    }
    if cx.is(object, Kind::Module) {
        return of_module(cx, object, name);
    }
    let owner = cx.type_name(object);
    Ok(look_up(owner, name))
}

fn look_up(owner: &str, name: &str) -> Option<Hint> {
    let found = ATTRIBUTES.iter().find(|(ty, attribute, _)| {
        let fits = *attribute == name || *attribute == "*" && !name.starts_with("__");
        (*ty == owner && fits) || (*ty == "*" && *attribute == name)
    })?;
    Some(match found.2.split_once("NAME") {
        Some((before, after)) => Cow::Owned(format!("{before}{name}{after}")),
        None => Cow::Borrowed(found.2),
    })
}

/// A module without the name: is it one's own file that hides a standard one?
fn of_module<'f>(cx: &mut Context<'f>, module: Local<'f>, name: &str) -> Res<'f, Option<Hint>> {
    let Some(namespace) = cx.own_dict(module)? else {
        return Ok(None);
    };
    let (Some(own), Some(file)) = (
        cx.dict_get_str(namespace, "__name__")?,
        cx.dict_get_str(namespace, "__file__")?,
    ) else {
        return Ok(None);
    };
    let (Some(own), Some(file)) = (cx.as_str(own), cx.as_str(file)) else {
        return Ok(None);
    };
    let full = format!("{own}.{name}");
    let hidden = cx.with_registry(|registry| {
        registry.find(own).is_some() || registry.find_frozen(own).is_some()
    });
    if hidden && !file.starts_with('<') {
        return Ok(Some(Cow::Owned(format!(
            "your file '{file}' hides the standard module '{own}': call it otherwise"
        ))));
    }
    let package = cx.dict_get_str(namespace, "__path__")?.is_some();
    Ok(package.then(|| {
        Cow::Owned(format!(
            "a module of a package is imported by its full name: import {full}"
        ))
    }))
}
