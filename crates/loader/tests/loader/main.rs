//! The loader with real shared libraries, compiled by the machine's C compiler.

mod broken;
mod compile;
mod geometry;
mod joy;
mod probe;
mod search;
mod specification;
mod vm;
