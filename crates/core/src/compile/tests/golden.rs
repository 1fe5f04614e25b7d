//! Golden disassemblies: `golden/NAME.py` becomes `golden/NAME.txt`.
//!
//! `UPDATE_GOLDEN=1` writes the texts anew; a change in them is to be read like a change of code.

extern crate std;

use super::text;
use std::path::Path;
use std::{env, fs};

const NAMES: &[&str] = &[
    "assert",
    "augmented",
    "calls",
    "class",
    "class-reads-captured-names-by-name-first",
    "closure",
    "comparison-values",
    "comprehensions",
    "conditional-operators",
    "continue-through-with",
    "defaults-and-annotations",
    "del-makes-a-check",
    "dict-displays",
    "except-star",
    "f-strings",
    "finally-and-return",
    "folding",
    "for-loop",
    "generator",
    "globals",
    "imports",
    "match",
    "maybe-unbound",
    "nan-safe-conditions",
    "nested-ifs",
    "private-names",
    "raise",
    "starred-bases",
    "subscripts",
    "try-except-else",
    "unpacking",
    "walrus",
    "while-loop",
    "with",
    "yield-in-a-try",
];

#[test]
fn snippets_become_the_stored_code() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/compile/tests/golden");
    let update = env::var_os("UPDATE_GOLDEN").is_some();
    for name in NAMES {
        let source = fs::read_to_string(folder.join(name).with_extension("py")).unwrap();
        let found = text(&source);
        let file = folder.join(name).with_extension("txt");
        if update {
            fs::write(&file, &found).unwrap();
        }
        let stored = fs::read_to_string(&file).unwrap();
        assert_eq!(found, stored, "{name}");
    }
}
