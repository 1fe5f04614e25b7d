//! The interactive interpreter: reads inputs of one or more lines, runs each.
//!
//! A line that is typed ends an input as `python3` has it. A text of several lines (pasted, or
//! recalled from the history) is taken as a whole: its statements run one after the other, and
//! empty lines within a block do not end it.

use crate::end::End;
use crate::lines::{Complete, Lines, Way};
use crate::program::report;
use crate::terminal::{Event, show};
use miniscript_runtime::core::syntax::{self, Body, LineIndex, Mode};
use miniscript_runtime::{Blame, Error, Vm};
use std::cell::RefCell;

/// What the next line would be to the input so far.
#[derive(Debug, PartialEq)]
enum State {
    /// It can be run.
    Complete,
    /// More lines belong to it.
    Open,
}

/// Runs until the end of the input or `exit()`.
pub(crate) fn run(vm: &mut Vm, way: &mut Way, quiet: bool) -> End {
    if !quiet {
        let version = env!("CARGO_PKG_VERSION");
        show(&format!(
            "MiniScript {version} (Python 3.11)\n\
             Type \"help\", \"copyright\", \"credits\" or \"license\" for more information.\n"
        ));
    }
    set_prompts(vm);
    let names = Names(RefCell::new(vm));
    let mut lines = Lines::open(
        way,
        Some(&names),
        "MINISCRIPT_HISTORY",
        ".miniscript_history",
    );
    let mut input = Vec::new();
    // Whether several of its lines have come at once.
    let mut pasted = false;
    loop {
        let prompt = names.prompt(input.is_empty());
        let mut line = match lines.read(&prompt) {
            Event::Line(line) => line,
            Event::End => {
                if !lines.ends_lines() {
                    show("\n");
                }
                return End::Code(0);
            }
            Event::Interrupt => {
                input.clear();
                pasted = false;
                let start = if lines.ends_lines() { "" } else { "\n" };
                show(&format!("{start}KeyboardInterrupt\n"));
                continue;
            }
        };
        let several = line.trim_ascii_end().contains(&b'\n');
        let mut blank = line.ends_with(b"\n\n") || several && line.ends_with(b"\n");
        while line.ends_with(b"\n") || line.ends_with(b"\r") {
            line.pop();
        }
        if input.is_empty() && line.trim_ascii().is_empty() {
            continue;
        }
        blank |= line.is_empty();
        pasted |= several;
        input.append(&mut line);
        input.push(b'\n');
        let mode = if pasted { Mode::Module } else { Mode::Single };
        if state(&input, blank, mode) == State::Open {
            continue;
        }
        let text = std::mem::take(&mut input);
        lines.remember(String::from_utf8_lossy(&text).trim_end());
        let parts = if pasted {
            // A text that is wrong is told as a whole.
            statements(&text).unwrap_or_else(|| vec![text])
        } else {
            vec![text]
        };
        pasted = false;
        for part in parts {
            match names.run(&part, mode) {
                Ok(()) => {}
                Err(None) => break,
                Err(Some(end)) => return end,
            }
        }
    }
}

/// The VM, as prompt, completion and inputs use it by turns.
struct Names<'v>(RefCell<&'v mut Vm>);

impl Names<'_> {
    /// Runs an input; what it raises is shown. `Err(Some(..))` is the end.
    fn run(&self, input: &[u8], mode: Mode) -> Result<(), Option<End>> {
        let mut vm = self.0.borrow_mut();
        let outcome = match mode {
            Mode::Module => vm.run_source(input, "<stdin>"),
            _ => vm.run_interactive(input, "<stdin>"),
        };
        if let Err(error) = vm.flush() {
            report(&error);
        }
        let Err(error) = outcome else {
            return Ok(());
        };
        let end = report(&error);
        match &error {
            Error::Fault(fault) if fault.blame() == Blame::Exit => Err(Some(end)),
            _ => Err(None),
        }
    }

    /// `sys.ps1` or `sys.ps2`, or what they are at first.
    fn prompt(&self, first: bool) -> String {
        let (name, usual) = if first { PROMPTS.0 } else { PROMPTS.1 };
        let mut vm = self.0.borrow_mut();
        let prompt = vm.enter(|cx| {
            let sys = cx.import("sys")?;
            let Some(prompt) = cx.find_attribute(sys, name)? else {
                return Ok(None);
            };
            let text = cx.to_str(prompt)?;
            Ok(cx.as_str(text).map(str::to_owned))
        });
        prompt.ok().flatten().unwrap_or_else(|| usual.to_owned())
    }
}

impl Complete for Names<'_> {
    fn complete(&self, before: &str) -> (usize, Vec<String>) {
        let Ok(mut vm) = self.0.try_borrow_mut() else {
            return (before.len(), Vec::new());
        };
        // What fails while completing (a broken `__dir__`) completes nothing.
        let found = vm.enter(|cx| {
            let completer = cx.import("rlcompleter")?;
            let function = cx.attribute(completer, "_line_matches")?;
            let line = cx.str(before)?;
            let modules = cx.modules();
            let names = match cx.dict_get_str(modules, "__main__")? {
                Some(main) => cx.module_dict(main),
                None => cx.dict()?,
            };
            let modules = cx.module_names()?;
            let result = cx.call(function, &[line, names, modules])?;
            let start = cx.seq_get(result, 0).and_then(|start| cx.as_int(start));
            let mut words = Vec::new();
            if let Some(list) = cx.seq_get(result, 1) {
                for at in 0..cx.list_len(list) {
                    let word = cx.list_get(list, at);
                    if let Some(word) = word.and_then(|word| cx.as_str(word)) {
                        words.push(word.to_owned());
                    }
                }
            }
            Ok((start.unwrap_or(0), words))
        });
        let Ok((start, words)) = found else {
            return (before.len(), Vec::new());
        };
        // The script counts characters.
        let start = usize::try_from(start).unwrap_or(0);
        let start = before
            .char_indices()
            .nth(start)
            .map_or(before.len(), |(at, _)| at);
        (start, words)
    }
}

/// The attributes of `sys` that hold the prompts, and what they are at first.
const PROMPTS: ((&str, &str), (&str, &str)) = (("ps1", ">>> "), ("ps2", "... "));

fn set_prompts(vm: &mut Vm) {
    // A build without `sys` has fixed prompts.
    let _ = vm.enter(|cx| {
        let sys = cx.import("sys")?;
        for (name, text) in [PROMPTS.0, PROMPTS.1] {
            let text = cx.str(text)?;
            cx.set_attribute(sys, name, text)?;
        }
        Ok(())
    });
}

/// Whether the input can be run: a block ends with an empty line, brackets and long
/// strings do not.
fn state(input: &[u8], blank: bool, mode: Mode) -> State {
    match syntax::parse(input, mode, &syntax::Options::default()) {
        Ok(_) if mode == Mode::Module => {
            // Its last statement is asked like one that is typed.
            match statements(input).and_then(|mut all| all.pop()) {
                Some(last) => state(&last, blank, Mode::Single),
                None => State::Complete,
            }
        }
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

/// The statements of a text, with the lines before each; `None` if it is wrong.
fn statements(text: &[u8]) -> Option<Vec<Vec<u8>>> {
    let tree = syntax::parse(text, Mode::Module, &syntax::Options::default()).ok()?;
    let lines = LineIndex::new(text).ok()?;
    let Body::Module(body) = tree.body() else {
        return None;
    };
    let all: Vec<&[u8]> = text.split_inclusive(|&byte| byte == b'\n').collect();
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut next = 0;
    for &id in tree.stmts(body) {
        let span = tree.stmt(id).span;
        let last = lines.position(span.end.saturating_sub(1)).line as usize;
        if last <= next {
            // Another one in the same line.
            continue;
        }
        let part: Vec<u8> = all.get(next..last).unwrap_or_default().concat();
        let is_blank = |line: &&[u8]| line.trim_ascii().is_empty();
        let skipped = part
            .split_inclusive(|&byte| byte == b'\n')
            .take_while(is_blank);
        let skipped: usize = skipped.map(<[u8]>::len).sum();
        parts.push(part.get(skipped..).unwrap_or_default().to_vec());
        next = last;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::{Mode, State, state, statements};

    #[test]
    fn inputs_end_where_python_ends_them() {
        let open = |text: &str| {
            let blank = text.ends_with("\n\n");
            state(text.as_bytes(), blank, Mode::Single) == State::Open
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

    #[test]
    fn pasted_texts_are_cut_into_statements() {
        let parts = |text: &str| {
            let parts = statements(text.as_bytes()).unwrap_or_default();
            let texts = parts
                .iter()
                .map(|part| String::from_utf8_lossy(part).into_owned());
            texts.collect::<Vec<_>>()
        };
        assert_eq!(
            parts("a = 1; b = 2\n\n@f\ndef g():\n    x\n\n    y\n# z\n\ng()\n"),
            [
                "a = 1; b = 2\n",
                "@f\ndef g():\n    x\n\n    y\n",
                "# z\n\ng()\n"
            ]
        );
        assert_eq!(parts("x = (\n"), [""; 0]);
        assert_eq!(parts("'''a\nb'''\nc"), ["'''a\nb'''\n", "c"]);
    }
}
