//! From syntax tree to chunk: scopes, code generation, the opcode table, the verifier.

pub(crate) mod chunk;
pub(crate) mod opcode;
