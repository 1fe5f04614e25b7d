//! Built-in types and functions, written on the native layer: no unsafe code here.
//!
//! `protocol` holds what every type takes part in (operators, comparison, hashing,
//! items, iteration, text); `types` a file per type, each with a `TYPE`
//! description; `functions` the built-in functions; `traceback` the text
//! of uncaught exceptions; `docs` what natives say of themselves.
#![forbid(unsafe_code)]

pub(crate) mod docs;
pub(crate) mod functions;
pub(crate) mod protocol;
pub(crate) mod traceback;
pub(crate) mod types;
