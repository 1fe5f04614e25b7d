//! Reading what a plugin's entry point returned. The pointers come from foreign code:
//! the version is read before anything whose place depends on it, scans have an end,
//! and every string is copied.

use crate::abi::{API_VERSION, PluginDesc, PluginFn};
use crate::error::LoadError;
use core::ffi::{c_char, c_int};
use miniscript_core::FUNCTIONS_PER_MODULE;

/// A descriptor, copied and checked.
pub(crate) struct Description {
    pub(crate) name: String,
    pub(crate) version: String,
    pub(crate) builtins: Vec<Builtin>,
}

/// One function of it.
pub(crate) struct Builtin {
    pub(crate) name: String,
    pub(crate) func: PluginFn,
    pub(crate) effect: Option<String>,
    pub(crate) doc: String,
}

/// Bytes of a name, of a version and of a stack effect: more is no such thing.
const LONGEST_NAME: usize = 255;
/// Bytes of a description; what is longer is cut.
const LONGEST_DOC: usize = 16 << 10;

/// Copies and checks a descriptor.
///
/// # Safety
/// `pointer` is not NULL and leads to a `JoyPluginDesc` of the version that it names,
/// or to something of which at least the first int can be read.
pub(crate) unsafe fn read(
    pointer: *const PluginDesc,
    path: &str,
) -> Result<Description, LoadError> {
    let refuse = |reason: String, cure: &str| LoadError::cannot(path, reason, cure);
    let odd_address = || {
        refuse(
            "its description lies at an odd address".into(),
            "return a pointer to a JoyPluginDesc",
        )
    };
    if !pointer.cast::<c_int>().is_aligned() {
        return Err(odd_address());
    }
    // SAFETY: the caller's promise: the version stands first in every version.
    let got = unsafe { pointer.cast::<c_int>().read() };
    if !(1..=API_VERSION).contains(&got) {
        return Err(LoadError::Version {
            path: path.to_owned(),
            got,
        });
    }
    if !pointer.is_aligned() {
        return Err(odd_address());
    }
    // SAFETY: version 1 has this layout.
    let (name, version, builtins) =
        unsafe { ((*pointer).name, (*pointer).version, (*pointer).builtins) };
    // SAFETY: strings of the descriptor are NULL or end in NUL, see `text`.
    let name = unsafe { text(name, LONGEST_NAME) };
    let Some(name) = name.filter(|name| is_module_name(name)) else {
        return Err(refuse(
            "its name is missing or is not a name".into(),
            "use letters, digits, '_' and '-', a letter first",
        ));
    };
    // SAFETY: as above.
    let version = unsafe { text(version, LONGEST_NAME) }.unwrap_or_else(|| String::from("0"));
    if builtins.is_null() {
        return Err(refuse(
            "its list of functions is NULL".into(),
            "end an empty list with { NULL, NULL, NULL, NULL } too",
        ));
    }
    if !builtins.is_aligned() {
        return Err(odd_address());
    }
    let mut description = Description {
        name,
        version,
        builtins: Vec::new(),
    };
    for at in 0.. {
        // SAFETY: the array ends with an entry whose name is NULL; the loop does not
        // go on behind it, nor behind the limit.
        let entry = unsafe { &*builtins.add(at) };
        if entry.name.is_null() {
            break;
        }
        if at >= FUNCTIONS_PER_MODULE {
            return Err(refuse(
                format!("it has more than {FUNCTIONS_PER_MODULE} functions"),
                "split it into several plugins, or end its list with { NULL, NULL, NULL, NULL }",
            ));
        }
        // SAFETY: as above.
        let name = unsafe { text(entry.name, LONGEST_NAME) };
        let Some(name) = name.filter(|name| is_word(name)) else {
            return Err(refuse(
                format!("the name of its function {} is not a word", at + 1),
                "a word has no blanks, brackets or quotes and does not start with a digit",
            ));
        };
        let Some(func) = entry.func else {
            return Err(refuse(
                format!("its function '{name}' is NULL"),
                "give it a function, or take it out of the list",
            ));
        };
        let same =
            |other: &&Builtin| other.name == name || script_name(&other.name) == script_name(&name);
        if let Some(other) = description.builtins.iter().find(same) {
            return Err(refuse(
                format!("its functions '{}' and '{name}' have one name", other.name),
                "give them different names ('-' and '_' are the same to MiniScript)",
            ));
        }
        // SAFETY: as above.
        let (effect, doc) = unsafe {
            (
                text(entry.stack_effect, LONGEST_NAME),
                text_cut(entry.doc, LONGEST_DOC),
            )
        };
        description.builtins.push(Builtin {
            name,
            func,
            effect,
            doc,
        });
    }
    Ok(description)
}

/// The name in MiniScript of a word of Joy.
pub(crate) fn script_name(word: &str) -> String {
    word.replace('-', "_")
}

/// Whether MiniScript could write the name.
pub(crate) fn is_script_name(name: &str) -> bool {
    miniscript_core::text::unicode::case::is_identifier(name.as_bytes())
}

fn is_module_name(name: &str) -> bool {
    is_script_name(&script_name(name))
}

/// Whether Joy's reader takes the text for one word.
fn is_word(name: &str) -> bool {
    let starts_number = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let special = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(
                c,
                '[' | ']' | '{' | '}' | '(' | ')' | '"' | '\'' | ';' | '.' | '#'
            )
    };
    !name.is_empty()
        && !name.contains(special)
        && !starts_number(name.strip_prefix('-').unwrap_or(name))
}

/// A string of the descriptor; `None` if it is NULL, too long, or not UTF-8.
///
/// # Safety
/// `pointer` is NULL or leads to bytes that can be read up to the first NUL.
unsafe fn text(pointer: *const c_char, longest: usize) -> Option<String> {
    // SAFETY: the caller's promise.
    let bytes = unsafe { bytes(pointer, longest + 1) }?;
    if bytes.len() > longest {
        return None;
    }
    String::from_utf8(bytes).ok()
}

/// The same for text that nothing depends on.
///
/// # Safety
/// As for [`text`].
unsafe fn text_cut(pointer: *const c_char, longest: usize) -> String {
    // SAFETY: the caller's promise.
    let bytes = unsafe { bytes(pointer, longest) }.unwrap_or_default();
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Copies a string up to its NUL, `most` bytes of it.
///
/// # Safety
/// As for [`text`].
pub(crate) unsafe fn bytes(pointer: *const c_char, most: usize) -> Option<Vec<u8>> {
    if pointer.is_null() {
        return None;
    }
    let mut copy = Vec::new();
    while copy.len() < most {
        // SAFETY: no NUL was met before this byte.
        match unsafe { pointer.cast::<u8>().add(copy.len()).read() } {
            0 => break,
            byte => copy.push(byte),
        }
    }
    Some(copy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_joy() {
        for word in [
            "hypot", "my-func", "null?", "+", "<=", "-", "->x", "größe", "a1",
        ] {
            assert!(is_word(word), "{word}");
        }
        for word in [
            "",
            "two words",
            "[",
            "a]",
            "x;",
            "1st",
            "-1",
            "a.b",
            "\"",
            "tab\t",
            "#",
        ] {
            assert!(!is_word(word), "{word}");
        }
        assert!(is_module_name("example_math") && is_module_name("my-plugin"));
        assert!(!is_module_name("9lives") && !is_module_name("a b") && !is_module_name(""));
    }
}
