//! Python source to a syntax tree: lexer, parser, tree and syntax errors of the Python 3.11
//! grammar.
//!
//! [`parse`] is called by the compiler's front door (`compile`, `exec`, `eval`, import, the REPL).
//! It needs no standard library, allocates fallibly and within a byte budget, recurses no deeper
//! than [`Options::max_depth`], and takes time linear in the source.
//!
//! Messages and places of errors are those of CPython 3.11's parser. What CPython's symbol table
//! and code generator refuse (`'return' outside function`) is accepted here and refused by the
//! compiler, with the same [`Error`] type.
#![forbid(unsafe_code)]

mod arena;
mod dump;
mod error;
mod ident;
mod lexer;
mod lines;
mod memory;
mod mode;
mod names;
mod number;
mod parser;
mod source;
mod token;
mod tree;
pub(crate) mod unparse;
mod warning;

#[cfg(test)]
mod tests;

pub use arena::{Body, Tree};
pub use dump::dump;
pub use error::{At, Columns, Error, ErrorKind, Location};
pub use lines::{LineIndex, Position, operator_span};
pub use mode::{Mode, Origin, UnicodeData};
pub use tree::*;
pub use warning::{Warning, WarningKind, tokens};
pub(crate) use warning::{number_ends, number_tokens};

/// The limits of a parse.
#[derive(Clone, Debug)]
pub struct Options {
    /// How deep brackets may nest; CPython's limit is 200.
    pub max_parentheses: usize,
    /// How deep expressions, statements and patterns may nest, all together. One level costs up
    /// to about 1.5 KiB of native stack in release builds.
    pub max_depth: u32,
    /// How many bytes the tree and what it is built with may take.
    pub max_bytes: usize,
    /// Keys the hash of the name table; a runtime passes entropy here.
    pub hash_key: u64,
    /// Unicode's names and forms; without them `\N{...}` is an error, and identifiers stay as
    /// they are written.
    pub unicode: Option<UnicodeData>,
    /// Whether a comment may say how the source is encoded: it cannot where the source was
    /// a string of a script.
    pub cookie: bool,
}

impl Default for Options {
    /// CPython's limits, and no byte budget.
    fn default() -> Options {
        Options {
            max_parentheses: 200,
            max_depth: 320,
            max_bytes: usize::MAX,
            hash_key: 0,
            unicode: None,
            cookie: true,
        }
    }
}

/// Parses `source`, which is UTF-8 with or without byte order mark.
///
/// # Errors
/// The first error, as CPython 3.11 reports it.
pub fn parse(source: &[u8], mode: Mode, options: &Options) -> Result<Tree, Error> {
    let start = source::check(source, options.cookie)?;
    parser::run(source, start, mode, options)
}
