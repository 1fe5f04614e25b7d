//! `cargo xtask bless [--new] [PART...]`: writes the expected outcomes of the script corpus from
//! CPython 3.11; of all programs, of those whose name contains a part, or of new ones.

#![forbid(unsafe_code)]

use std::process::ExitCode;

use miniscript_tests::corpus;

/// Writes the page of differences, which is made of the list of known failures.
fn written_page() -> ExitCode {
    let written = corpus::differences().and_then(|text| {
        let path = corpus::page();
        std::fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn main() -> ExitCode {
    let mut parts: Vec<String> = std::env::args().skip(1).collect();
    let count = parts.len();
    parts.retain(|part| part != "--new");
    match corpus::bless(&parts, parts.len() < count) {
        Ok(blessed) => {
            for name in &blessed.written {
                println!("blessed {name}");
            }
            println!(
                "{} written, {} unchanged",
                blessed.written.len(),
                blessed.unchanged
            );
            written_page()
        }
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}
