//! `_collections`: the containers that `collections` gives its own name to, native:
//! `deque`, `defaultdict`, the fields of named tuples, and the counting of `Counter`.
//! `OrderedDict` is written in the language (`_collections_ordered`).

mod defaultdict;
mod deque;
mod deque_iter;
mod deque_ops;
mod field;

use crate::settings::Settings;
use miniscript_ext::{Context, Local, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_collections")
        .doc("High performance data structures.\n- deque:        ordered collection accessible from endpoints only\n- defaultdict:  dict subclass with a default value factory\n")
        .class(&deque::DEQUE)
        .class(&defaultdict::DEFAULTDICT)
        .class(&deque_iter::FORWARD)
        .class(&deque_iter::BACKWARD)
        .class(&field::FIELD)
        .function("_count_elements(mapping, iterable, /)", count_elements)
        .init(|cx, dict| {
            let ordered = cx.import("_collections_ordered")?;
            let class = cx.attribute(ordered, "OrderedDict")?;
            cx.dict_set_str(dict, "OrderedDict", class)
        })
}

/// Counts the elements into a mapping; straight into the dict that it is, unless its
/// class has ways of its own.
fn count_elements<'f>(
    cx: &mut Context<'f>,
    mapping: Local<'f>,
    iterable: Local<'f>,
) -> Res<'f> {
    let iterator = cx.iter(iterable)?;
    let plain = is_plain_dict(cx, mapping)?;
    loop {
        cx.charge(1)?;
        let more = cx.scope(|cx| {
            let Some(element) = cx.next(iterator)? else {
                return Ok(false);
            };
            if plain {
                cx.dict_count(mapping, element)?;
            } else {
                let (zero, one) = (cx.int(0)?, cx.int(1)?);
                let count = cx.call_method(mapping, "get", &[element, zero])?;
                let count = cx.add(count, one)?;
                cx.set_item(mapping, element, count)?;
            }
            Ok(true)
        })?;
        if !more {
            return Ok(Local::NONE);
        }
    }
}

/// Whether a value is a dict, and its class looks up and stores as dicts do.
fn is_plain_dict<'f>(cx: &mut Context<'f>, mapping: Local<'f>) -> Res<'f, bool> {
    let Some(dict) = cx.hidden_type("dict") else {
        return Ok(false);
    };
    if !cx.is_instance_of(mapping, dict) {
        return Ok(false);
    }
    let own = cx.dict()?;
    for name in ["get", "__setitem__"] {
        let (found, usual) = (cx.find_on_type(mapping, name)?, cx.find_on_type(own, name)?);
        match (found, usual) {
            (Some(found), Some(usual)) if cx.same(found, usual) => {}
            _ => return Ok(false),
        }
    }
    Ok(true)
}
