//! The compiler's front door.

use super::chunk::Chunk;
use super::{codegen, verify};
use crate::syntax::{self, At, Columns, Error, Mode, Warning};
use alloc::sync::Arc;
use alloc::vec::Vec;

/// How a source is compiled.
#[derive(Clone, Debug)]
pub struct Options {
    /// The parser's limits.
    pub syntax: syntax::Options,
    /// Names of the unit go through a namespace that is not its globals (`exec` with two dicts).
    pub namespace: bool,
    /// `__debug__`: whether assertions are checked.
    pub debug: bool,
    /// Annotations are text, as if by `from __future__ import annotations`.
    pub text_annotations: bool,
    /// Whether the chunk says where in the source each instruction comes from.
    pub positions: bool,
    /// How many instructions a unit may have in all: `finally` bodies are compiled once per way
    /// out of them, so hostile nesting multiplies.
    pub max_instructions: usize,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            syntax: syntax::Options::default(),
            namespace: false,
            debug: true,
            text_annotations: false,
            positions: true,
            max_instructions: 1 << 22,
        }
    }
}

/// Compiles `source`; `filename` is what tracebacks call it.
///
/// # Errors
/// The first error of parser, symbol table or code generator.
pub fn compile(
    source: &[u8],
    filename: &str,
    mode: Mode,
    options: &Options,
) -> Result<Arc<Chunk>, Error> {
    compile_with(source, filename, mode, options, &mut Vec::new())
}

/// The same; what the source should be warned of is added to `warnings`, also if there is an
/// error.
///
/// # Errors
/// As [`compile`].
pub fn compile_with(
    source: &[u8],
    filename: &str,
    mode: Mode,
    options: &Options,
    warnings: &mut Vec<Warning>,
) -> Result<Arc<Chunk>, Error> {
    let tree = match syntax::parse(source, mode, &options.syntax) {
        Ok(tree) => tree,
        Err(error) => {
            // What cannot be looked at once more has no warnings.
            let _ = syntax::number_tokens(source, &options.syntax, warnings);
            return Err(error);
        }
    };
    let chunk =
        codegen::generate(&tree, source, filename, mode, options, warnings).map_err(|error| {
            Error {
                // CPython's symbol table and compiler report the columns of their tree.
                columns: Columns::Bytes,
                at: At::Tree,
                ..error
            }
        })?;
    debug_assert_eq!(verify::verify(&chunk), Ok(()));
    Ok(Arc::new(chunk))
}
