//! The command line: the table of tasks, help, and what happens to a mistyped word.
//!
//! [`TASKS`] is the only list of tasks; help, dispatch and suggestions are made from it. A task
//! returns a [`Failure`], whose kind decides the exit code.

use std::process::ExitCode;

use crate::{bench, bless, ci, codegen, conformance, coverage, demo, fuzz, qemu, size, test, tidy};

/// One word of `cargo xtask`.
pub(crate) struct Task {
    pub(crate) name: &'static str,
    /// The options, as help shows them after the name.
    pub(crate) options: &'static str,
    /// One line, in the imperative.
    pub(crate) summary: &'static str,
    pub(crate) run: fn(&Options) -> Outcome,
}

/// Every task, in the order in which help lists them.
pub(crate) const TASKS: &[Task] = &[
    Task {
        name: "demo",
        options: "[--profile NAME]",
        summary: "build everything and run examples/ against a loopback server, checking each answer",
        run: demo::run,
    },
    Task {
        name: "test",
        options: "[--no-demo]",
        summary: "run every test of the workspace, doctests and the demo included",
        run: test::run,
    },
    Task {
        name: "tidy",
        options: "",
        summary: "check formatting, clippy, file length, docs, unsafe code, gates and packaging",
        run: tidy::run,
    },
    Task {
        name: "ci",
        options: "[--from STAGE]",
        summary: "run what .ci/run runs: tidy, test, benches as tests, cross builds, sanitizer",
        run: ci::run,
    },
    Task {
        name: "bench",
        options: "[MODE] [--only NAME] [--rounds N]",
        summary: "compare speed and memory with CPython 3.11, Lua 5.4 and LuaJIT; count instructions",
        run: bench::run,
    },
    Task {
        name: "qemu",
        options: "[--only TEXT | --pauses]",
        summary: "run the corpus on a Cortex-M4 in QEMU, whose words have 32 bits",
        run: qemu::run,
    },
    Task {
        name: "size",
        options: "[--top N]",
        summary: "link a firmware image for a Cortex-M4, check that all is in it, print its size",
        run: size::run,
    },
    Task {
        name: "bless",
        options: "[--new] [PART...]",
        summary: "rewrite the expected output from CPython 3.11; review the diff",
        run: bless::run,
    },
    Task {
        name: "conformance",
        options: "[--only TEXT] [FILE...]",
        summary: "run CPython's own test files and rewrite docs/conformance.md",
        run: conformance::run,
    },
    Task {
        name: "coverage",
        options: "[--language] [--lines] [--all]",
        summary: "measure what the tests reach: names of the language, lines of code",
        run: coverage::run,
    },
    Task {
        name: "fuzz",
        options: "[--only NAME] [--seconds N]",
        summary: "run the fuzz targets, 10 minutes each (wants nightly and cargo-fuzz)",
        run: fuzz::run,
    },
    Task {
        name: "codegen",
        options: "unicode",
        summary: "rewrite the generated tables from CPython 3.11's data; review the diff",
        run: codegen::run,
    },
];

const EXAMPLES: &[(&str, &str)] = &[
    ("cargo xtask demo", "see the product work, end to end"),
    ("cargo xtask test", "before a commit"),
    ("cargo xtask bench --only fib", "one program, seven rounds"),
    (
        "cargo xtask bench --check",
        "instructions against the baseline; other modes: --quick --growth --bless --again",
    ),
    (
        "cargo xtask bench --write",
        "the whole comparison, into docs/performance.md",
    ),
    ("cargo xtask ci --from cross", "go on where CI stopped"),
];

const EXIT_CODES: &[(&str, &str)] = &[
    ("0", "all is well"),
    (
        "1",
        "the task ran and found something wrong, which it printed",
    ),
    ("2", "the command line was not understood"),
];

/// What a task returns.
pub(crate) type Outcome = Result<(), Failure>;

/// Why a task did not succeed; the text is for the person at the terminal.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The task ran and found something wrong (exit code 1).
    Found(String),
    /// The command line was not understood (exit code 2).
    Usage(String),
}

impl Failure {
    /// The sentence to print.
    pub(crate) fn message(&self) -> &str {
        match self {
            Self::Found(text) | Self::Usage(text) => text,
        }
    }
}

impl From<String> for Failure {
    fn from(text: String) -> Self {
        Self::Found(text)
    }
}

impl From<&str> for Failure {
    fn from(text: &str) -> Self {
        Self::Found(text.to_owned())
    }
}

/// Finds the task named by the first word and runs it.
pub(crate) fn dispatch(words: &[String]) -> ExitCode {
    let (name, rest) = match words.split_first() {
        None => ("help", words),
        Some((name, rest)) => (name.as_str(), rest),
    };
    if matches!(name, "help" | "--help" | "-h") || rest.iter().any(|w| w == "--help" || w == "-h") {
        print!("{}", help());
        return ExitCode::SUCCESS;
    }
    let outcome = match TASKS.iter().find(|task| task.name == name) {
        Some(task) => (task.run)(&Options::new(task, rest)),
        None => Err(Failure::Usage(unknown(name))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask {name}: {}", failure.message());
            ExitCode::from(if matches!(failure, Failure::Usage(_)) {
                2
            } else {
                1
            })
        }
    }
}

/// The words after the task's name, taken one by one; a word nobody asked for is a usage error.
pub(crate) struct Options<'a> {
    task: &'a Task,
    words: &'a [String],
}

impl<'a> Options<'a> {
    pub(crate) fn new(task: &'a Task, words: &'a [String]) -> Self {
        Self { task, words }
    }

    /// The words as they are, for a task that passes them on.
    pub(crate) fn raw(&self) -> &'a [String] {
        self.words
    }

    /// Reads the words by what the task accepts.
    ///
    /// # Errors
    /// A usage failure for an unknown option or one without its value.
    pub(crate) fn parse(&self, flags: &[&str], valued: &[&str]) -> Result<Parsed, Failure> {
        let mut parsed = Parsed {
            flags: Vec::new(),
            values: Vec::new(),
        };
        let mut words = self.words.iter();
        while let Some(word) = words.next() {
            let (name, inline) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (word.as_str(), None),
            };
            if flags.contains(&name) && inline.is_none() {
                parsed.flags.push(name.to_owned());
            } else if valued.contains(&name) {
                let value = inline.or_else(|| words.next().cloned());
                let Some(value) = value else {
                    return Err(Failure::Usage(format!(
                        "{name} needs a value: {}",
                        self.usage()
                    )));
                };
                parsed.values.push((name.to_owned(), value));
            } else {
                return Err(Failure::Usage(format!(
                    "'{word}' is not understood: {}",
                    self.usage()
                )));
            }
        }
        Ok(parsed)
    }

    fn usage(&self) -> String {
        format!("cargo xtask {} {}", self.task.name, self.task.options)
            .trim_end()
            .to_owned()
    }
}

/// The options of one call.
pub(crate) struct Parsed {
    flags: Vec<String>,
    values: Vec<(String, String)>,
}

impl Parsed {
    /// Whether the flag was given.
    pub(crate) fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|given| given == flag)
    }

    /// The last value given to the option.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.values
            .iter()
            .rev()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value.as_str())
    }

    /// The last value given to the option, as a number above zero.
    ///
    /// # Errors
    /// A usage failure when it is not one.
    pub(crate) fn count(&self, name: &str) -> Result<Option<usize>, Failure> {
        match self.value(name) {
            None => Ok(None),
            Some(text) => match text.parse() {
                Ok(count) if count > 0 => Ok(Some(count)),
                _ => Err(Failure::Usage(format!(
                    "{name} needs a number above 0, not '{text}'"
                ))),
            },
        }
    }
}

fn help() -> String {
    let usage: Vec<String> = TASKS
        .iter()
        .map(|task| format!("{} {}", task.name, task.options))
        .collect();
    let rows = TASKS
        .iter()
        .zip(&usage)
        .map(|(task, usage)| (usage.trim_end(), task.summary));
    format!(
        "The task runner of MiniScript.\n\nUsage: cargo xtask TASK [OPTIONS]\n\nTasks:\n{}\nExamples:\n{}\nExit codes:\n{}",
        aligned(rows.collect()),
        aligned(EXAMPLES.to_vec()),
        aligned(EXIT_CODES.to_vec()),
    )
}

fn aligned(rows: Vec<(&str, &str)>) -> String {
    let width = rows.iter().map(|(left, _)| left.len()).max().unwrap_or(0);
    rows.iter()
        .map(|(left, right)| format!("  {left:width$}  {right}\n"))
        .collect()
}

fn unknown(name: &str) -> String {
    let nearest = TASKS
        .iter()
        .map(|task| (distance(name, task.name), task.name))
        .min()
        .filter(|(distance, nearest)| *distance <= nearest.len().div_ceil(2));
    match nearest {
        Some((_, nearest)) => format!(
            "there is no task '{name}'; did you mean '{nearest}'? (cargo xtask help lists them)"
        ),
        None => format!("there is no task '{name}' (cargo xtask help lists them)"),
    }
}

/// Edit distance: how many letters to insert, remove or replace.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut next = vec![i + 1];
        for (j, b) in to.iter().enumerate() {
            let replaced = row[j] + usize::from(a != *b);
            next.push(replaced.min(row[j + 1] + 1).min(next[j] + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_nearest_task_is_named() {
        for (typed, meant) in [
            ("tset", "test"),
            ("dem", "demo"),
            ("benhc", "bench"),
            ("tidi", "tidy"),
        ] {
            assert!(
                unknown(typed).contains(&format!("'{meant}'?")),
                "{}",
                unknown(typed)
            );
        }
        assert!(!unknown("elephant").contains("did you mean"));
    }

    #[test]
    fn help_has_one_line_per_task_and_stays_narrow() {
        let help = help();
        for task in TASKS {
            assert_eq!(
                help.lines()
                    .filter(|line| line.ends_with(task.summary))
                    .count(),
                1,
                "{}",
                task.name
            );
        }
        assert!(help.lines().all(|line| line.len() <= 130), "{help}");
    }

    #[test]
    fn options_are_parsed_or_refused() {
        let task = TASKS
            .iter()
            .find(|task| task.name == "bench")
            .expect("bench is a task");
        let given = words("--quick --rounds 3 --only=fib");
        let parsed = Options::new(task, &given)
            .parse(&["--quick"], &["--rounds", "--only"])
            .expect("valid");
        assert!(parsed.has("--quick"));
        assert_eq!(parsed.count("--rounds").expect("a number"), Some(3));
        assert_eq!(parsed.value("--only"), Some("fib"));
        for bad in ["--slow", "--rounds", "--quick=1"] {
            let given = words(bad);
            let refused = Options::new(task, &given).parse(&["--quick"], &["--rounds", "--only"]);
            assert!(matches!(refused, Err(Failure::Usage(_))), "{bad}");
        }
    }
}
