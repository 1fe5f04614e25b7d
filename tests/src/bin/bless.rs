//! `cargo xtask bless`: writes the expected outcomes of the script corpus from CPython 3.11.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use miniscript_tests::corpus;

fn main() -> ExitCode {
    match corpus::bless() {
        Ok(blessed) => {
            for name in &blessed.written {
                println!("blessed {name}");
            }
            println!(
                "{} written, {} unchanged",
                blessed.written.len(),
                blessed.unchanged
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
