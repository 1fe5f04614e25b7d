//! Whole-product tests, and what the tests of several crates share.

#![forbid(unsafe_code)]

pub mod conformance;
pub mod corpus;
pub mod generated;
pub mod images;
pub mod machine;
pub mod skip;
