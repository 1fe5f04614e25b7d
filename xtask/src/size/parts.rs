//! The parts that the image must hold.

use super::symbols::Symbol;
use crate::cli::Outcome;

/// A part and the paths its code lies in; all of them are summed.
const PARTS: &[(&str, &[&str])] = &[
    ("lexer", &["miniscript_core::syntax::lexer"]),
    ("parser", &["miniscript_core::syntax::parser"]),
    (
        "compiler",
        &[
            "miniscript_core::compile::codegen",
            "miniscript_core::compile::scope",
        ],
    ),
    ("VM dispatch", &["miniscript_core::vm::dispatch"]),
    ("collector", &["miniscript_core::heap"]),
    ("registry", &["miniscript_core::registry"]),
    ("scheduler", &["miniscript_core::task::scheduler"]),
    ("stack switch", &["corosensei"]),
    ("interface for authors", &["miniscript_ext"]),
    ("standard modules", &["miniscript_stdlib"]),
    ("HTTP parser", &["miniscript_http::proto", "httparse"]),
    ("HTTP client", &["miniscript_http::client"]),
    ("HTTP driver", &["miniscript_http::driver"]),
    ("Joy reader", &["miniscript_joy::reader"]),
    ("Joy evaluator", &["miniscript_joy::eval"]),
    ("Joy words", &["miniscript_joy::words"]),
];
/// What an image must hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Every part.
    Whole,
    /// What runs source text.
    Compiler,
    /// What runs images.
    Engine,
}

impl Wanted {
    fn has(self, name: &str) -> bool {
        let engine = ["VM dispatch", "collector", "scheduler", "stack switch"].contains(&name);
        let compiler = ["lexer", "parser", "compiler"].contains(&name);
        match self {
            Wanted::Whole => true,
            Wanted::Compiler => engine || compiler,
            Wanted::Engine => engine,
        }
    }
}

/// Less than this is what a type's destructor leaves behind, not a part at work.
const LEAST: u64 = 128;

/// A part and the bytes of its functions.
pub(super) struct Part {
    pub(super) name: &'static str,
    pub(super) size: u64,
}

/// Sums the functions of each part.
pub(super) fn weigh(symbols: &[Symbol]) -> Vec<Part> {
    let weight = |paths: &[&str]| {
        let inside = |symbol: &&Symbol| {
            let owner = symbol.owner.as_deref().unwrap_or("");
            symbol.code && paths.iter().any(|path| is_below(owner, path))
        };
        symbols
            .iter()
            .filter(inside)
            .map(|symbol| symbol.size)
            .sum()
    };
    PARTS
        .iter()
        .map(|(name, paths)| Part {
            name,
            size: weight(paths),
        })
        .collect()
}

fn is_below(owner: &str, path: &str) -> bool {
    owner
        .strip_prefix(path)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

/// Whether all that are wanted are there.
///
/// # Errors
/// Names those that are not.
pub(super) fn check(parts: &[Part], wanted: Wanted) -> Outcome {
    let missing: Vec<&str> = parts
        .iter()
        .filter(|part| part.size < LEAST && wanted.has(part.name))
        .map(|part| part.name)
        .collect();
    if missing.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "the image lacks {}: does xtask/size-image still use it?",
            missing.join(", ")
        )
        .into())
    }
}

#[cfg(test)]
mod tests {
    use super::super::symbols::parse;
    use super::*;

    #[test]
    fn a_missing_part_fails() {
        let whole: String = PARTS
            .iter()
            .enumerate()
            .map(|(at, (_, paths))| format!("{at:08x} 00000100 t {}::f\n", paths[0]))
            .collect();
        let parts = weigh(&parse(&whole));
        assert!(parts.iter().all(|part| part.size == 0x100));
        assert!(check(&parts, Wanted::Whole).is_ok());

        // A neighbour of nearly the same name, a constant, and a destructor's worth of code.
        let less = whole
            .replace("syntax::lexer", "syntax::lexers")
            .replace(
                "00000100 t miniscript_core::registry",
                "00000100 r miniscript_core::registry",
            )
            .replace("00000100 t corosensei", "00000020 t corosensei");
        let failure = check(&weigh(&parse(&less)), Wanted::Whole).expect_err("three are missing");
        assert_eq!(
            failure.message(),
            "the image lacks lexer, registry, stack switch: does xtask/size-image still use it?"
        );
        assert!(check(&weigh(&[]), Wanted::Whole).is_err());
    }
}
