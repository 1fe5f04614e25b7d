//! Whole-product tests: the script corpus, the demo and the promises of the engine.

#![forbid(unsafe_code)]

pub mod corpus;
pub mod skip;
