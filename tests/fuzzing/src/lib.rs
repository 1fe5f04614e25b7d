//! What each fuzz target does with its bytes; the crate in `fuzz/` only hands them over.
//!
//! It stands in the workspace so that it is built and tested with everything else: the test
//! `replay` gives every target its seeds, whole and damaged. A target panics when it has found
//! something; what an input may use is bounded by the limits of a VM, so that hanging is a finding
//! too.

#![forbid(unsafe_code)]

mod compiler;
mod generated;
mod machine;
mod scripts;
mod seeds;

/// A fuzz target.
pub struct Target {
    /// Its name, that of `fuzz/fuzz_targets/NAME.rs`.
    pub name: &'static str,
    /// What it does with an input.
    pub run: fn(&[u8]),
    /// Inputs to begin with.
    pub seeds: fn() -> Vec<Vec<u8>>,
}

/// Every target.
pub const TARGETS: &[Target] = &[
    Target {
        name: "lexer",
        run: compiler::lexer,
        seeds: seeds::sources,
    },
    Target {
        name: "parser",
        run: compiler::parser,
        seeds: seeds::sources,
    },
    Target {
        name: "compiler",
        run: compiler::compiler,
        seeds: seeds::sources,
    },
    Target {
        name: "image",
        run: compiler::image,
        seeds: seeds::images,
    },
    Target {
        name: "regex",
        run: scripts::regex,
        seeds: seeds::patterns,
    },
    Target {
        name: "format",
        run: scripts::format,
        seeds: seeds::formats,
    },
    Target {
        name: "data",
        run: scripts::data,
        seeds: seeds::data,
    },
    Target {
        name: "program",
        run: generated::program,
        seeds: seeds::choices,
    },
];

/// The target of that name.
pub fn target(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// Gives a target one input.
///
/// # Panics
/// When the target has found something, or there is none of that name.
pub fn run(name: &str, bytes: &[u8]) {
    let target = target(name).unwrap_or_else(|| panic!("there is no fuzz target {name}"));
    (target.run)(bytes);
}
