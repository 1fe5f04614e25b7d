//! Hints for names, modules, keys and places that are not there.

use super::Hint;
use super::words::{self, look};
use crate::builtins::traceback::Nearest;
use crate::builtins::types::exception::fields;
use crate::object::Kind;
use crate::vm::context::{Context, Local, Res};
use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

/// More keys than this are not searched.
const MAX_KEYS: usize = 1000;

/// The word of `words` that is nearest to `wanted`, if one is near.
pub(super) fn nearest(wanted: &str, words: &[&'static str]) -> Option<&'static str> {
    if wanted.len() < 2 || wanted.len() > 12 {
        return None;
    }
    // Letters that are swapped count as one mistake here.
    let swapped = words.iter().find(|word| is_swapped(word, wanted));
    if let Some(word) = swapped {
        return Some(word);
    }
    if wanted.len() < 3 {
        return None;
    }
    let mut nearest = Nearest::new(wanted);
    for (at, word) in words.iter().enumerate() {
        nearest.offer(at, word.as_bytes());
    }
    nearest.found.and_then(|at| words.get(at).copied())
}

/// Whether two neighbouring letters of one are the other's in turn.
fn is_swapped(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let Some(at) = a.iter().zip(b).position(|(a, b)| a != b) else {
        return false;
    };
    a.len() == b.len()
        && a.get(at) == b.get(at + 1)
        && a.get(at + 1) == b.get(at)
        && a.get(at + 2..) == b.get(at + 2..)
}

/// NameError: a module that is not imported, a name of another language, a local one
/// that is assigned later.
pub(super) fn undefined<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    text: &str,
) -> Res<'f, Option<Hint>> {
    if text.starts_with("cannot access local variable") {
        let name = text.split('\'').nth(1).unwrap_or_default();
        return Ok(Some(Cow::Owned(format!(
            "'{name}' is assigned in this function, so it is local: assign it before, or say 'global {name}'"
        ))));
    }
    if text.starts_with("cannot access free variable") {
        let name = text.split('\'').nth(1).unwrap_or_default();
        return Ok(Some(Cow::Owned(format!(
            "the function around must assign '{name}' before this one is called"
        ))));
    }
    let name = fields::name::read(cx, exception);
    let Some(name) = cx.as_str(name) else {
        return Ok(None);
    };
    if let Some(text) = look(words::NAMES, name) {
        return Ok(Some(Cow::Borrowed(text)));
    }
    if knows_module(cx, name) {
        return Ok(Some(Cow::Owned(format!(
            "'{name}' is a module: 'import {name}' at the top makes it known"
        ))));
    }
    Ok(None)
}

/// Whether `import` would find a module without looking at files.
fn knows_module(cx: &mut Context<'_>, name: &str) -> bool {
    cx.with_registry(|registry| {
        registry.find(name).is_some() || registry.find_frozen(name).is_some()
    })
}

/// ImportError: the nearest module, or the nearest name in a module.
pub(super) fn import<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    text: &str,
) -> Res<'f, Option<Hint>> {
    if text.starts_with("attempted relative import with no known parent") {
        return Ok(Some(Cow::Borrowed(
            "a file within a package runs as a module: -m package.module",
        )));
    }
    if text.contains("partially initialized module") {
        return Ok(Some(Cow::Borrowed(
            "two modules import each other: import within a function, or put what both need into a third",
        )));
    }
    let module = fields::name::read(cx, exception);
    let Some(module) = cx.as_str(module) else {
        return Ok(None);
    };
    if text.starts_with("No module named") {
        let near: Option<String> = cx.with_registry(|registry| {
            let mut nearest = Nearest::new(module);
            let names: alloc::vec::Vec<&str> = registry.known().collect();
            for (at, name) in names.iter().enumerate() {
                nearest.offer(at, name.as_bytes());
            }
            nearest
                .found
                .and_then(|at| names.get(at))
                .map(|name| String::from(*name))
        });
        return Ok(Some(match near {
            Some(name) => Cow::Owned(format!("did you mean the module '{name}'?")),
            None => Cow::Borrowed(
                "modules are searched in the folders of sys.path and among the standard ones",
            ),
        }));
    }
    let wanted = text.split('\'').nth(1).unwrap_or_default();
    let modules = cx.modules();
    let Some(object) = cx.dict_get_str(modules, module)? else {
        return Ok(None);
    };
    let Some(names) = cx.own_dict(object)? else {
        return Ok(None);
    };
    Ok(nearest_key(cx, names, wanted)?
        .map(|name| Cow::Owned(format!("'{module}' has the name '{name}'"))))
}

/// The nearest key of a dict.
fn nearest_key<'f>(cx: &mut Context<'f>, dict: Local<'f>, wanted: &str) -> Res<'f, Option<String>> {
    if cx.dict_len(dict) > MAX_KEYS {
        return Ok(None);
    }
    let mut best: Option<String> = None;
    let mut nearest = Nearest::new(wanted);
    let mut at = 0;
    loop {
        cx.charge(1)?;
        let next = cx.scope(|cx| {
            let Some((index, key, _)) = cx.dict_next(dict, at) else {
                return Ok(None);
            };
            if let Some(key) = cx.as_str(key) {
                nearest.offer(index, key.as_bytes());
                if is_swapped(key, wanted) {
                    nearest.found = Some(index);
                    nearest.distance = 0;
                }
                if nearest.found == Some(index) {
                    best = Some(String::from(key));
                }
            }
            Ok(Some(index + 1))
        })?;
        match next {
            Some(next) => at = next,
            None => return Ok(best),
        }
    }
}

/// KeyError: the nearest key of the dict, or how to ask for one.
pub(super) fn key<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, Option<Hint>> {
    let args = cx.exception_args(exception);
    let Some(key) = cx.tuple_get(args, 0) else {
        return Ok(None);
    };
    let dict = cx
        .culprit(exception)
        .filter(|&dict| cx.is(dict, Kind::Dict));
    let Some(dict) = dict else {
        return Ok(None);
    };
    if cx.dict_len(dict) == 0 {
        return Ok(Some(Cow::Borrowed("the dict is empty")));
    }
    if let Some(wanted) = cx.as_str(key) {
        if let Some(name) = nearest_key(cx, dict, wanted)? {
            return Ok(Some(Cow::Owned(format!("the dict has the key '{name}'"))));
        }
        if let Ok(number) = wanted.parse::<i64>() {
            let number = cx.int(number)?;
            if cx.dict_get(dict, number)?.is_some() {
                return Ok(Some(Cow::Owned(format!(
                    "the dict has the number {wanted} as a key, not the text"
                ))));
            }
        }
    } else if let Some(number) = cx.as_int(key) {
        let text = cx.str(&format!("{number}"))?;
        if cx.dict_get(dict, text)?.is_some() {
            return Ok(Some(Cow::Owned(format!(
                "the dict has the text '{number}' as a key, not the number"
            ))));
        }
    }
    Ok(Some(Cow::Borrowed(
        "get(key) gives None, and get(key, default) the default, where a key is missing",
    )))
}

/// IndexError: how long the sequence is.
pub(super) fn index<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    text: &str,
) -> Res<'f, Option<Hint>> {
    let what = text.split(' ').next().unwrap_or("sequence");
    let what = if matches!(what, "list" | "tuple" | "string") {
        what
    } else {
        "sequence"
    };
    if text.starts_with("pop from empty") {
        return Ok(Some(Cow::Borrowed(
            "ask for its length first: 'if x:' is false for an empty one",
        )));
    }
    let Some(object) = cx.culprit(exception) else {
        return Ok(None);
    };
    let length = match cx.kind(object) {
        Some(Kind::List | Kind::Tuple) => cx.seq_len(object),
        Some(Kind::Str) => cx.str_len(object).unwrap_or(0),
        _ => return Ok(None),
    };
    Ok(Some(match length {
        0 => Cow::Owned(format!("the {what} is empty")),
        1 => Cow::Owned(format!("the {what} has 1 item: its only place is 0")),
        _ => Cow::Owned(format!(
            "the {what} has {length} items: its places are 0 to {}",
            length - 1
        )),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_typed_wrongly_are_found() {
        let near = |word| nearest(word, words::KEYWORDS);
        assert_eq!(near("whlie"), Some("while"));
        assert_eq!(near("fro"), Some("for"));
        assert_eq!(near("retrun"), Some("return"));
        assert_eq!(near("ni"), Some("in"));
        assert_eq!(near("xyzzy"), None);
    }
}
