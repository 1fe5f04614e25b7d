//! The `miniscript` executable: `python3`'s command line where they overlap.
#![deny(unsafe_code)]
#![cfg_attr(all(target_os = "linux", target_env = "gnu", not(test)), no_main)]

mod compile;
mod end;
mod lines;
#[cfg(all(target_os = "linux", target_env = "gnu", not(test)))]
mod linux;
mod options;
mod program;
mod repl;
#[allow(unsafe_code, reason = "handlers of signals are registered by it")]
mod signals;
mod site;
mod source;
mod terminal;
mod testing;

use end::End;
use std::ffi::OsString;
use std::io::{self, Write};

#[cfg(not(all(target_os = "linux", target_env = "gnu", not(test))))]
fn main() -> std::process::ExitCode {
    begin().code().into()
}

fn begin() -> End {
    let words: Vec<OsString> = std::env::args_os().collect();
    match options::parse(&words) {
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
    }
}

/// Prints what was asked for; an output that is closed or full is an error.
fn say(text: &str) -> End {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    End::Code(if written.is_ok() { 0 } else { 120 })
}
