//! Whose a symbol is: from a demangled name to the path of the item that its code belongs to.
//!
//! An implementation belongs to the crate of the type that has it; where that is the library's or
//! a built-in type, to the trait's, since one of the two must be its author's. Code that destroys a
//! value belongs to the value's type.

/// Crates that come with the compiler.
const LIBRARY: &[&str] = &["core", "alloc", "std"];
/// What the library calls the code that destroys a value.
const DESTROYERS: &[&str] = &["core::ptr::drop_in_place", "core::ptr::drop_glue"];

/// Whether a path begins in a crate that comes with the compiler.
pub(super) fn is_library(path: &str) -> bool {
    LIBRARY.contains(&path.split("::").next().unwrap_or(path))
}

/// The path, such as `miniscript_core::vm::dispatch::execute`; none for names that have no crate:
/// C symbols, built-in types.
pub(super) fn owner(name: &str) -> Option<String> {
    let name = undecorated(name);
    if let Some(inner) = name.strip_prefix('<') {
        let inside = inner.get(..closing(inner)?)?;
        let Some((of, by)) = around_as(inside) else {
            return owner(inside);
        };
        let of = owner(of);
        return match &of {
            Some(path) if !is_library(path) => of,
            _ => match owner(by) {
                Some(path) if !is_library(&path) => Some(path),
                other => of.or(other),
            },
        };
    }
    for destroyer in DESTROYERS {
        let parameter = name
            .strip_prefix(destroyer)
            .map(|rest| rest.trim_start_matches("::"))
            .and_then(|rest| rest.strip_prefix('<'));
        if let Some(own) = parameter.and_then(owner)
            && !is_library(&own)
        {
            return Some(own);
        }
    }
    let path = plain(name);
    path.contains("::").then_some(path)
}

/// Without what stands before a type's name.
fn undecorated(name: &str) -> &str {
    const BEFORE: &[&str] = &["&", "(", "[", "mut ", "dyn ", "*const ", "*mut "];
    let mut name = name;
    while let Some(rest) = BEFORE.iter().find_map(|before| name.strip_prefix(before)) {
        name = rest;
    }
    name
}

/// Where the bracket closes that was open before the text.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut last = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '<' => depth += 1,
            // The end of an arrow is no bracket.
            '>' if last == '-' => {}
            '>' if depth == 0 => return Some(at),
            '>' => depth -= 1,
            _ => {}
        }
        last = c;
    }
    None
}

/// The type and the trait of `Type as Trait`, where that stands outside of all brackets.
fn around_as(inside: &str) -> Option<(&str, &str)> {
    let mut from = 0;
    while let Some(found) = inside.get(from..)?.find(" as ") {
        let at = from + found;
        let before = inside.get(..at)?;
        if balanced(before) {
            return Some((before, inside.get(at + " as ".len()..)?));
        }
        from = at + 1;
    }
    None
}

fn balanced(text: &str) -> bool {
    let arrows = text.matches("->").count();
    text.matches('<').count() + arrows == text.matches('>').count()
}

/// The segments at the beginning, up to parameters, a closure or a legacy hash.
fn plain(name: &str) -> String {
    let mut segments: Vec<&str> = Vec::new();
    for part in name.split("::") {
        let end = part
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .unwrap_or(part.len());
        let word = part.get(..end).unwrap_or("");
        if !word.is_empty() {
            segments.push(word);
        }
        // A crate's name may carry its hash, `core[0f1e]::fmt`, which ends nothing.
        let rest = part.get(end..).unwrap_or("");
        if word.is_empty() || !(rest.is_empty() || rest.starts_with('[') && rest.ends_with(']')) {
            break;
        }
    }
    segments.join("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_owners() {
        for (name, expected) in [
            (
                "miniscript_core::vm::dispatch::execute",
                "miniscript_core::vm::dispatch::execute",
            ),
            (
                "<miniscript_core::heap::Heap>::alloc_big::<miniscript_core::object::seq::TupleObj>",
                "miniscript_core::heap::Heap",
            ),
            (
                "<miniscript_core::heap::Heap as core::fmt::Debug>::fmt",
                "miniscript_core::heap::Heap",
            ),
            // An implementation for a type of the library is its trait's.
            (
                "<f64 as miniscript_ext::arg::FromArg>::from_args",
                "miniscript_ext::arg::FromArg",
            ),
            (
                "<alloc::vec::Vec<u8> as hashbrown::Equivalent<str>>::equivalent",
                "hashbrown::Equivalent",
            ),
            // Both are the library's: the type's.
            (
                "<&mut alloc::vec::Vec<u8> as core::fmt::Write>::write_str",
                "alloc::vec::Vec",
            ),
            (
                "<f64 as core::str::traits::FromStr>::from_str",
                "core::str::traits::FromStr",
            ),
            // Nested, with an arrow and an `as` inside of parameters.
            (
                "<<miniscript_core::task::Scheduler>::idle::{closure#0} as core::ops::FnOnce<(i64,)>>::call_once",
                "miniscript_core::task::Scheduler",
            ),
            (
                "<miniscript_ext::With<(&str,), fn(i64) -> <u8 as a::B>::C> as other::IntoNative>::into_native",
                "miniscript_ext::With",
            ),
            // Destructors are their type's.
            (
                "core::ptr::drop_in_place::<miniscript_core::task::wait::Wait>",
                "miniscript_core::task::wait::Wait",
            ),
            (
                "core::ptr::drop_in_place<&mut httparse::Header>",
                "httparse::Header",
            ),
            (
                "core::ptr::drop_in_place::<alloc::vec::Vec<miniscript_core::task::Slot>>",
                "core::ptr::drop_in_place",
            ),
            // Closures, crate hashes, the older mangling.
            (
                "miniscript_joy::words::time::WORDS::{closure#3}",
                "miniscript_joy::words::time::WORDS",
            ),
            ("core[5f1e22]::fmt::pad", "core::fmt::pad"),
            (
                "core::fmt::Formatter::pad::h0123456789abcdef",
                "core::fmt::Formatter::pad::h0123456789abcdef",
            ),
        ] {
            assert_eq!(owner(name).as_deref(), Some(expected), "{name}");
        }
        for name in [
            "memcpy",
            "OUTLINED_FUNCTION_12",
            ".Lanon.84b7.10",
            "<[u32]>::copy_within",
            "<",
            "",
        ] {
            assert_eq!(owner(name), None, "{name}");
        }
    }
}
