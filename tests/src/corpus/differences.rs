//! The page of differences from CPython, `docs/differences.md`, made from the list of known ones.
//!
//! A program says in its first comment what is different, the list why: the page cannot promise
//! what no program shows, nor keep what no longer holds. `bless` writes it, a test compares it.

use std::fs;
use std::path::PathBuf;

use super::{KnownFailures, Language};

const HEAD: &str = "\
# Where MiniScript differs from CPython 3.11

Written by `cargo xtask bless` from the programs that are known to behave differently
(`tests/corpus/lang/known_failures.txt`, at most 10); change it there. A listed program that
agrees with CPython fails the tests, and so does one that differs in another way.

";

const TAIL: &str = "\
## What no program can show

- `id()` gives numbers that differ from CPython's, as they differ from run to run there.
- Hash values of `str` and `bytes` are not CPython's (which draws them anew for each process);
  those of numbers are.
- `time.sleep()` parks only the task that calls it: beneath a coroutine that is the whole event
  loop, as in CPython, but other tasks of the host and other threads go on.
- Packages with C code for CPython cannot be imported: an extension is written against
  `joy/plugin.h` or in Rust.
- A compiled program (`.msb`) is not CPython's `.pyc`.
";

/// Where the page is.
pub fn page() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../docs/differences.md"
    ))
}

/// The text that the page must have.
///
/// # Errors
/// A sentence naming the list or the program that could not be read, or that has no first comment.
pub fn differences() -> Result<String, String> {
    let mut text = HEAD.to_owned();
    for entry in KnownFailures::load(Language::Lang)?.iter() {
        let path = Language::Lang
            .folder()
            .join(&entry.name)
            .with_extension("py");
        let source =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let title: Vec<&str> = source
            .lines()
            .map_while(|line| line.strip_prefix('#'))
            .map(str::trim)
            .collect();
        if title.is_empty() {
            return Err(format!(
                "{}: a first comment must say what it shows",
                entry.name
            ));
        }
        text += &format!(
            "## {}\n\n{}.\n\nShown by [{name}](../tests/corpus/lang/{name}.py).\n\n",
            title.join(" ").trim_end_matches('.'),
            capital(entry.reason.trim_end_matches('.')),
            name = entry.name,
        );
    }
    Ok(text + TAIL)
}

fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).collect(),
        None => String::new(),
    }
}
