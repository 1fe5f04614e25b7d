//! Generators for files that are committed: each has one module and leaves the tree unchanged
//! when nothing in its source changed.

pub(crate) mod unicode;
