//! The one task runner: `cargo xtask help` lists the tasks.

fn main() {}
