//! What natives say of themselves: `__doc__` and, where it differs from what the call protocol
//! reads, `__text_signature__`.
//!
//! The texts are files of lines, searched only when one of the two attributes is asked for: natives
//! carry nothing, and a start costs nothing. A file is divided by lines `[str]` or `[bytes bytearray]`
//! (full names of types and modules); below stand lines `name: text` or `name(signature): text`,
//! `name(?): text` where CPython shows no signature, and lines that begin with four spaces go on with
//! the text. `class(signature):` is the signature of a type's call. The section `[*]` is for special
//! methods of all types that say nothing else. Libraries add texts of theirs (`Vm::add_docs`); a
//! function that brings its docstring along (`NativeDef::doc`) needs none.

use crate::object::Kind;
use crate::vm::context::{Context, Local, Res};

/// A file, where the build has them.
macro_rules! text {
    ($name:literal) => {{
        #[cfg(feature = "docs")]
        const TEXT: &str = include_str!(concat!("docs/", $name, ".txt"));
        #[cfg(not(feature = "docs"))]
        const TEXT: &str = "";
        TEXT
    }};
}

/// The built-in functions.
const FUNCTIONS: &str = text!("functions");
/// The built-in types.
const TYPES: &str = text!("types");
/// Special methods that all types have in common.
const SLOTS: &str = text!("slots");

/// One line of a file, and those that go on with it.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    /// As it is written, with parentheses; `(?)` where there is none.
    signature: Option<&'static str>,
    first: &'static str,
    rest: &'static str,
}

impl Entry {
    /// What stands in a file for a name below a section.
    fn find(text: &'static str, section: &str, name: &str) -> Option<Entry> {
        let mut inside = false;
        let mut rest = text;
        while let Some((line, behind)) = rest.split_once('\n') {
            rest = behind;
            let line = line.trim_end();
            if let Some(names) = line.strip_prefix('[') {
                let names = names.trim_end_matches(']');
                inside = names.split(' ').any(|one| one == section);
            } else if inside && let Some(entry) = Entry::parse(line, behind, name) {
                return Some(entry);
            }
        }
        None
    }

    fn parse(line: &'static str, behind: &'static str, name: &str) -> Option<Entry> {
        let line = line.strip_prefix(name)?;
        if let Some(first) = line.strip_prefix(':') {
            return Some(Entry {
                signature: None,
                first: first.trim_start(),
                rest: behind,
            });
        }
        if !line.starts_with('(') {
            return None;
        }
        let (signature, first) = line.split_at_checked(line.find("):")? + 1)?;
        Some(Entry {
            signature: Some(signature),
            first: first.get(1..)?.trim_start(),
            rest: behind,
        })
    }

    /// The lines of the text.
    fn lines(&self) -> impl Iterator<Item = &'static str> {
        let more = self
            .rest
            .lines()
            .map_while(|line| line.strip_prefix("    "));
        core::iter::once(self.first).chain(more)
    }

    /// The signature, if it is not the native's own; `Some(None)` where there is none to show.
    pub(crate) fn signature(&self) -> Option<Option<&'static str>> {
        self.signature.map(|text| (text != "(?)").then_some(text))
    }

    /// The text; None if it is empty.
    pub(crate) fn text<'f>(&self, cx: &mut Context<'f>) -> Res<'f> {
        if self.first.is_empty() {
            return Ok(Local::NONE);
        }
        let mut text = cx.text();
        for (at, line) in self.lines().enumerate() {
            if at > 0 {
                text.push_str("\n");
            }
            text.push_str(line);
        }
        cx.finish(text)
    }
}

/// What the libraries' texts say.
fn of_library(cx: &mut Context<'_>, section: &str, name: &str) -> Option<Entry> {
    cx.with_registry(|registry| {
        let mut all = registry.docs();
        all.find_map(|text| Entry::find(text, section, name))
    })
}

/// What is said of a name of a type, and only there.
fn of_type<'f>(cx: &mut Context<'f>, ty: Local<'f>, name: &str) -> Option<Entry> {
    let class = cx.name_of_type(ty);
    if cx.is_native_class(ty) {
        of_library(cx, class, name)
    } else {
        Entry::find(TYPES, class, name)
    }
}

/// What is written of a native function, method or attribute of a type or module; of no owner, of a
/// built-in function.
pub(crate) fn of_native<'f>(
    cx: &mut Context<'f>,
    owner: Option<Local<'f>>,
    name: &str,
) -> Option<Entry> {
    let Some(owner) = owner else {
        return Entry::find(FUNCTIONS, "builtins", name);
    };
    if !cx.is(owner, Kind::Type) {
        let key = cx.name("__name__").ok()?;
        let module = cx.find_attr(owner, key).ok()??;
        let module = cx.as_str(module)?;
        return of_library(cx, module, name);
    }
    let own = of_type(cx, owner, name);
    if !name.starts_with("__") || own.is_some_and(|own| !own.first.is_empty()) {
        return own;
    }
    let shared = Entry::find(SLOTS, "*", name)?;
    Some(Entry {
        signature: own.and_then(|own| own.signature).or(shared.signature),
        ..shared
    })
}

/// What is written of calling a built-in type.
pub(crate) fn of_call<'f>(cx: &mut Context<'f>, ty: Local<'f>) -> Option<Entry> {
    of_type(cx, ty, "class")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "[a b]\nf: One.\nff(x, y=(), /): Two.\n    Three.\n[*]\n__f__(?): Four.\n";

    #[test]
    fn entries_are_found_by_section_and_whole_name() {
        let found = |section, name| {
            let entry = Entry::find(TEXT, section, name)?;
            Some((
                entry.signature(),
                entry.lines().collect::<alloc::vec::Vec<_>>(),
            ))
        };
        assert_eq!(found("a", "f"), Some((None, alloc::vec!["One."])));
        assert_eq!(found("b", "f"), found("a", "f"));
        assert_eq!(
            found("b", "ff"),
            Some((Some(Some("(x, y=(), /)")), alloc::vec!["Two.", "Three."]))
        );
        assert_eq!(
            found("*", "__f__"),
            Some((Some(None), alloc::vec!["Four."]))
        );
        for (section, name) in [
            ("a", "__f__"),
            ("*", "f"),
            ("a", ""),
            ("ab", "f"),
            ("", "f"),
        ] {
            assert_eq!(found(section, name), None);
        }
    }

    #[test]
    fn files_hold_sections_and_entries_only() {
        for text in [FUNCTIONS, TYPES, SLOTS]
            .into_iter()
            .filter(|text| !text.is_empty())
        {
            assert!(text.starts_with('[') && text.ends_with('\n'));
            for line in text.lines() {
                let known = match line.as_bytes().first() {
                    Some(b'[') => line.ends_with(']'),
                    Some(b' ') => line.starts_with("    "),
                    Some(_) => line.contains(": ") || line.ends_with(':'),
                    None => false,
                };
                assert!(known, "{line:?}");
            }
        }
    }
}
