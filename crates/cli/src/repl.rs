//! The interactive interpreter: reads inputs of one or more lines, runs each.

use crate::end::End;
use crate::program::report;
use crate::terminal::{Event, Terminal, show};
use miniscript_runtime::core::syntax::{self, Mode};
use miniscript_runtime::{Blame, Error, Vm};

/// What the next line would be to the input so far.
#[derive(Debug, PartialEq)]
enum State {
    /// It can be run.
    Complete,
    /// More lines belong to it.
    Open,
}

/// Runs until the end of the input or `exit()`.
pub(crate) fn run(vm: &mut Vm, terminal: &mut Terminal, quiet: bool) -> End {
    if !quiet {
        let version = env!("CARGO_PKG_VERSION");
        show(&format!(
            "MiniScript {version} (Python 3.11)\nType an expression or a statement; end with Ctrl-D.\n"
        ));
    }
    let mut input = Vec::new();
    loop {
        let prompt = if input.is_empty() { ">>> " } else { "... " };
        let mut line = match terminal.read(prompt) {
            Event::Line(line) => line,
            Event::End => {
                show("\n");
                return End::Code(0);
            }
            Event::Interrupt => {
                input.clear();
                show("\nKeyboardInterrupt\n");
                continue;
            }
        };
        while line.ends_with(b"\n") || line.ends_with(b"\r") {
            line.pop();
        }
        if input.is_empty() && line.trim_ascii().is_empty() {
            continue;
        }
        let blank = line.is_empty();
        input.append(&mut line);
        input.push(b'\n');
        if state(&input, blank) == State::Open {
            continue;
        }
        let outcome = vm.run_interactive(&input, "<stdin>");
        input.clear();
        if let Err(error) = vm.flush() {
            report(&error);
        }
        if let Err(error) = outcome {
            let end = report(&error);
            if let Error::Fault(fault) = &error
                && fault.blame() == Blame::Exit
            {
                return end;
            }
        }
    }
}

/// Whether the input can be run: a block ends with an empty line, brackets and long
/// strings do not.
fn state(input: &[u8], blank: bool) -> State {
    match syntax::parse(input, Mode::Single, &syntax::Options::default()) {
        Ok(tree) if tree.may_continue() && !blank => State::Open,
        Ok(_) => State::Complete,
        Err(error) if error.incomplete && (!blank || is_enclosed(&error)) => State::Open,
        Err(_) => State::Complete,
    }
}

/// Whether an empty line is still inside of something.
fn is_enclosed(error: &syntax::Error) -> bool {
    error.message.contains("was never closed")
        || error.message.contains("unterminated triple-quoted")
}

#[cfg(test)]
mod tests {
    use super::{State, state};

    #[test]
    fn inputs_end_where_python_ends_them() {
        let open = |text: &str| {
            let blank = text.ends_with("\n\n");
            state(text.as_bytes(), blank) == State::Open
        };
        for text in [
            "if 1:\n",
            "if 1:\n  pass\n",
            "for i in x: i\n",
            "@f\n",
            "@f\ndef g(): pass\n",
            "(1,\n",
            "(1,\n\n",
            "'''a\n",
            "'''a\n\n",
            "x = 1 + \\\n",
            "if 1:\n  pass\n  \n",
        ] {
            assert!(open(text), "{text:?}");
        }
        for text in [
            "1\n",
            "if 1:\n  pass\n\n",
            "if 1:\n\n",
            "'a\n",
            ")\n",
            "@f\n\n",
        ] {
            assert!(!open(text), "{text:?}");
        }
    }
}
