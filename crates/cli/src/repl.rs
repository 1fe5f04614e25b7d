//! The interactive interpreter: reads inputs of one or more lines, runs each.

use crate::program::report;
use miniscript_runtime::core::syntax::{self, Mode};
use miniscript_runtime::{Blame, Error, Vm};
use std::io::{self, BufRead, Write};

/// What the next line would be to the input so far.
enum State {
    /// It can be run.
    Complete,
    /// More lines belong to it.
    Open,
}

/// Runs until the end of the input or `exit()`: the exit code.
pub(crate) fn run(vm: &mut Vm, quiet: bool) -> i32 {
    if !quiet {
        println!("MiniScript {} (Python 3.11)", env!("CARGO_PKG_VERSION"));
        println!("Type an expression or a statement; end with Ctrl-D.");
    }
    let mut lines = io::stdin().lock().lines();
    let mut input = String::new();
    loop {
        prompt(if input.is_empty() { ">>> " } else { "... " });
        let Some(Ok(line)) = lines.next() else {
            println!();
            return 0;
        };
        let blank = line.trim().is_empty();
        if input.is_empty() && blank {
            continue;
        }
        input.push_str(&line);
        input.push('\n');
        if let State::Open = state(&input, blank) {
            continue;
        }
        let outcome = vm.run_interactive(&input, "<stdin>");
        vm.flush();
        input.clear();
        if let Err(error) = outcome {
            if let Error::Fault(fault) = &error
                && fault.blame() == Blame::Exit
            {
                return report(&error);
            }
            report(&error);
        }
    }
}

/// Whether the input can be run: a block ends with an empty line.
fn state(input: &str, blank: bool) -> State {
    match syntax::parse(input.as_bytes(), Mode::Single, &syntax::Options::default()) {
        Ok(tree) if tree.may_continue() && !blank => State::Open,
        Ok(_) => State::Complete,
        Err(error) if error.incomplete && !blank => State::Open,
        Err(error) if error.incomplete && error.message.contains("was never closed") => State::Open,
        Err(_) => State::Complete,
    }
}

fn prompt(text: &str) {
    let mut out = io::stdout().lock();
    let _ = write!(out, "{text}");
    let _ = out.flush();
}
