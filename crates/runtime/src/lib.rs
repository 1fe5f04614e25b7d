//! The one crate an embedder of MiniScript adds.
