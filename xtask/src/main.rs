//! The one task runner: `cargo xtask help` lists the tasks.
//!
//! Each task is a module with a `run` function and one row in [`cli::TASKS`]; nothing else has to
//! know about it. Only the standard library is used, so that a cold `cargo xtask demo` spends its
//! time on the product. Whatever a task starts goes through [`process`], which names the command
//! in every failure.
#![forbid(unsafe_code)]

mod bench;
mod bless;
mod ci;
mod cli;
mod codegen;
mod conformance;
mod coverage;
mod demo;
mod fuzz;
mod process;
mod qemu;
mod size;
mod stages;
mod test;
mod tidy;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    cli::dispatch(&words)
}
