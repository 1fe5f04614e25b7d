//! The loader with real shared libraries, compiled by the machine's C compiler.

mod broken;
mod compile;
mod exceptions;
mod geometry;
mod header;
mod joy;
mod probe;
mod search;
mod specification;
mod symbols;
mod vm;
