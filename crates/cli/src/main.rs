//! The `miniscript` executable: `python3`'s command line where they overlap.
#![forbid(unsafe_code)]

mod compile;
mod end;
mod lines;
mod options;
mod program;
mod repl;
mod site;
mod source;
mod terminal;
mod testing;

use end::End;
use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let end = match options::parse(&words) {
        Ok(options::Request::Help) => say(options::HELP),
        Ok(options::Request::Version) => {
            let version = env!("CARGO_PKG_VERSION");
            say(&format!("MiniScript {version} (Python 3.11)\n"))
        }
        Ok(options::Request::Run(run)) => program::run(run),
        Ok(options::Request::Compile(job)) => compile::run(&job),
        Err(message) => {
            let _ = writeln!(io::stderr(), "{message}");
            End::Code(2)
        }
    };
    end.exit_code()
}

/// Prints what was asked for; an output that is closed or full is an error.
fn say(text: &str) -> End {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    End::Code(if written.is_ok() { 0 } else { 120 })
}
