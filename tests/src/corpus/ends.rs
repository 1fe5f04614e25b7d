//! Whether a program ends in its middle: an uncaught error that is not the program's last
//! statement leaves all that follows untested, in CPython too, and nobody notices.

use super::{Outcome, Program};

const TRACEBACK: &str = "Traceback (most recent call last):\n";

/// The first statement that an uncaught error kept from running, as `line N: text`.
///
/// A line is taken for a statement of the module when a letter, an underscore or `@` is its first
/// character and it does not continue the statement before it (`else`, `except`, ...).
#[must_use]
pub fn never_reached(program: &Program, source: &str, outcome: &Outcome) -> Option<String> {
    let failed = failing_line(program, outcome)?;
    source
        .lines()
        .enumerate()
        .skip(failed)
        .find(|(_, line)| starts_statement(line))
        .map(|(index, line)| format!("line {}: {line}", index + 1))
}

/// The line of the program's own text that the last traceback on stderr names first, from 1.
fn failing_line(program: &Program, outcome: &Outcome) -> Option<usize> {
    let last = outcome.stderr.rfind(TRACEBACK)? + TRACEBACK.len();
    let file = program.path.file_name()?.to_str()?;
    let entry = outcome.stderr[last..].lines().next()?;
    let place = entry.strip_suffix(", in <module>")?;
    let (path, line) = place.rsplit_once("\", line ")?;
    path.ends_with(&format!("/{file}"))
        .then(|| line.parse().ok())?
}

fn starts_statement(line: &str) -> bool {
    let word: &str = line
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .next()
        .unwrap_or_default();
    let continues = ["else", "elif", "except", "finally"].contains(&word);
    let first = line.chars().next();
    !continues && first.is_some_and(|c| c.is_alphabetic() || c == '_' || c == '@')
}

#[cfg(test)]
mod tests {
    use super::super::{Language, find};
    use super::*;

    #[test]
    fn no_program_ends_in_its_middle() {
        for program in find(Language::Lang, "").expect("the corpus is there") {
            let read = |path| std::fs::read(path).expect("its files can be read");
            let stored = String::from_utf8_lossy(&read(program.expectation())).into_owned();
            let outcome = Outcome::parse(&stored).expect("a stored outcome");
            let source = String::from_utf8_lossy(&read(program.path.clone())).into_owned();
            if let Some(rest) = never_reached(&program, &source, &outcome) {
                panic!("{} ends before {rest}", program.name);
            }
        }
    }

    #[test]
    fn only_the_module_s_own_later_statements_count() {
        let program = find(Language::Lang, "errno/caught")
            .expect("a program")
            .remove(0);
        let outcome = Outcome {
            exit: super::super::Exit::Code(1),
            stdout: String::new(),
            stderr: format!(
                "{TRACEBACK}  File \"<dir>/caught.py\", line 2, in <module>\n    f()\n"
            ),
        };
        let reached =
            |rest: &str| never_reached(&program, &format!("def f(): 1 / 0\nf(\n{rest}"), &outcome);
        assert_eq!(reached(")\n"), None);
        assert_eq!(reached(")\n# end\n    x\nelse:\n"), None);
        assert_eq!(reached(")\nx = 1\n"), Some("line 4: x = 1".to_owned()));
        assert_eq!(reached(")\n\n@f\n"), Some("line 5: @f".to_owned()));
    }
}
