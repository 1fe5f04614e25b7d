//! `_sre`: the engine behind `re`, with CPython 3.11's syntax, results and errors.
//!
//! `parse` makes a tree of a pattern, `compile` and `optimize` a program of that, and
//! `machine` runs it: these know nothing of the VM. `pattern`, `matched` and `scanner`
//! are the classes that scripts see, `replace` is `sub`. What is not hot is written in
//! the language, in `re.py`.

mod charset;
mod compile;
mod escape;
mod fold;
mod group;
mod machine;
mod matched;
mod optimize;
mod parse;
mod pattern;
mod program;
mod replace;
mod scanner;
mod set;
mod source;
mod subject;
mod template;
#[cfg(test)]
mod tests;
mod text;
mod tree;

use crate::settings::Settings;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use miniscript_ext::Module;

/// What a pattern holds.
struct Compiled {
    program: program::Program,
    /// Of the last match, for the next.
    memory: machine::Memory,
    /// Numbers of the named groups.
    names: BTreeMap<Vec<u32>, u32>,
}

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_sre")
        .constant("MAGIC", 20_220_615_i64)
        .constant("CODESIZE", 4_i64)
        .constant("MAXREPEAT", i64::from(tree::UNLIMITED))
        .constant("MAXGROUPS", group::MAX_GROUPS as i64)
        .function("compile(pattern, flags, warn)", pattern::compile)
        .function("ascii_iscased(character, /)", |code: i64| {
            pattern::is_cased(fold::Fold::Ascii, code)
        })
        .function("unicode_iscased(character, /)", |code: i64| {
            pattern::is_cased(fold::Fold::Unicode, code)
        })
        .function("ascii_tolower(character, /)", |code: i64| {
            pattern::to_lower(fold::Fold::Ascii, code)
        })
        .function("unicode_tolower(character, /)", |code: i64| {
            pattern::to_lower(fold::Fold::Unicode, code)
        })
        .class(&pattern::CLASS)
        .class(&matched::CLASS)
        .class(&scanner::CLASS)
}
