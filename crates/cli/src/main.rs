//! The `miniscript` executable: `python3`'s command line where they overlap.
#![forbid(unsafe_code)]

mod options;
mod program;
mod repl;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args_os()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    let code = match options::parse(&words) {
        Ok(options::Request::Help) => {
            print!("{}", options::HELP);
            0
        }
        Ok(options::Request::Version) => {
            println!("MiniScript {} (Python 3.11)", env!("CARGO_PKG_VERSION"));
            0
        }
        Ok(options::Request::Run(run)) => program::run(run),
        Err(message) => {
            eprintln!("{message}");
            2
        }
    };
    // Codes are taken modulo 256, as the system does with `exit`.
    ExitCode::from((code & 0xFF) as u8)
}
