//! From syntax tree to chunk: scopes, code generation, the opcode table, the verifier, images.
//!
//! [`compile`] is the front door; chunks from outside come through [`image`], which has
//! `verify` look at them before a VM links one. The tree is walked twice: `scope` decides where
//! every name lives, `codegen` emits. Errors are those of CPython's symbol table and compiler.
//! Without the feature `compiler` only chunks, the opcode table, the verifier and the reader of
//! images are there.

pub(crate) mod chunk;
#[cfg(feature = "compiler")]
mod codegen;
#[cfg(feature = "compiler")]
mod disasm;
mod effect;
mod extent;
mod flow;
pub mod image;
#[cfg(feature = "compiler")]
mod names;
pub(crate) mod opcode;
pub(crate) mod part;
pub(crate) mod positions;
#[cfg(feature = "compiler")]
mod scope;
#[cfg(feature = "compiler")]
mod source;
#[cfg(all(test, feature = "compiler"))]
mod tests;
pub(crate) mod verify;

pub use chunk::Chunk;
#[cfg(feature = "compiler")]
pub use source::{Options, compile, compile_with};
