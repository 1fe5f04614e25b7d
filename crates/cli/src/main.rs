//! The `miniscript` executable.

fn main() {}
