//! Runs the programs of a language with one executable, side by side on all cores, and compares.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::{
    Failure, KnownFailures, Language, Limits, Outcome, Program, Report, diff, find, locate, run,
};

/// A run over the corpus: what is run, with which executable, within which limits.
#[derive(Clone, Debug)]
pub struct Suite {
    language: Language,
    title: String,
    executable: Option<PathBuf>,
    filter: String,
    limits: Limits,
    known: Option<KnownFailures>,
    environment: Vec<(String, String)>,
    left_out: Vec<String>,
}

impl Suite {
    /// All programs of `language`, with the executable that [`locate`] finds, and what these
    /// variables say: `MINISCRIPT_CORPUS` (only programs whose `topic/name` contains it) and
    /// `MINISCRIPT_CORPUS_SECONDS` (the time limit of one program).
    pub fn new(language: Language) -> Suite {
        let mut limits = Limits::default();
        let seconds = std::env::var("MINISCRIPT_CORPUS_SECONDS");
        if let Some(seconds) = seconds.ok().and_then(|text| text.parse().ok()) {
            limits.time = Duration::from_secs(seconds);
        }
        Suite {
            language,
            title: language.name().to_owned(),
            executable: None,
            filter: std::env::var("MINISCRIPT_CORPUS").unwrap_or_default(),
            limits,
            known: None,
            environment: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// Leaves programs out: those that go by the clock, or need what this way of running has not.
    pub fn without<N: Into<String>>(mut self, names: impl IntoIterator<Item = N>) -> Suite {
        self.left_out = names.into_iter().map(Into::into).collect();
        self
    }

    /// Calls the run `title` in its report.
    pub fn title(mut self, title: &str) -> Suite {
        title.clone_into(&mut self.title);
        self
    }

    /// Runs another executable.
    pub fn executable(mut self, path: &Path) -> Suite {
        self.executable = Some(path.to_owned());
        self
    }

    /// Runs only programs whose `topic/name` contains `filter`.
    pub fn filter(mut self, filter: &str) -> Suite {
        filter.clone_into(&mut self.filter);
        self
    }

    /// Uses other limits.
    pub fn limits(mut self, limits: Limits) -> Suite {
        self.limits = limits;
        self
    }

    /// Uses this list of known failures and not the one beside the programs.
    pub fn known_failures(mut self, known: KnownFailures) -> Suite {
        self.known = Some(known);
        self
    }

    /// Adds a variable to the environment of every program.
    pub fn env(mut self, name: &str, value: &str) -> Suite {
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Runs all programs and compares each with its stored outcome.
    ///
    /// # Errors
    /// A sentence when there is nothing to run or nothing to run it with. A program that fails is
    /// no error but an entry of the report.
    pub fn run(&self) -> Result<Report, String> {
        let start = Instant::now();
        let mut programs = find(self.language, &self.filter)?;
        programs.retain(|program| !self.left_out.contains(&program.name));
        let executable = match &self.executable {
            Some(path) => path.clone(),
            None => locate(self.language)?,
        };
        let known = match &self.known {
            Some(known) => known.clone(),
            None => KnownFailures::load(self.language)?,
        };
        let environment: Vec<(&str, &str)> = self
            .environment
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        let lines = if self.filter.is_empty() {
            SHOWN_LINES
        } else {
            usize::MAX
        };
        let verdicts = in_parallel(&programs, |program| {
            let got = run(&executable, program, self.limits, &environment);
            judge(program, got, &known, lines)
        });

        let mut report = Report {
            title: self.title.clone(),
            passed: Vec::new(),
            failed: Vec::new(),
            known: Vec::new(),
            elapsed: Duration::ZERO,
        };
        for (program, verdict) in programs.iter().zip(verdicts) {
            let name = program.name.clone();
            match verdict {
                Verdict::Passed => report.passed.push(name),
                Verdict::Known => report.known.push(name),
                Verdict::Failed(details) => report.failed.push(Failure { name, details }),
            }
        }
        if self.filter.is_empty() {
            for entry in known.iter() {
                let left_out = self.left_out.contains(&entry.name);
                if !left_out && !programs.iter().any(|program| program.name == entry.name) {
                    let details = "a known failure that is no program".to_owned();
                    report.failed.push(Failure {
                        name: entry.name.clone(),
                        details,
                    });
                }
            }
        }
        report.elapsed = start.elapsed();
        Ok(report)
    }
}

enum Verdict {
    Passed,
    Known,
    Failed(String),
}

/// Compares what a program did with what it must do and with what is known to be wrong.
fn judge(
    program: &Program,
    got: Result<Outcome, String>,
    known: &KnownFailures,
    lines: usize,
) -> Verdict {
    let expected = fs::read_to_string(program.expectation())
        .map_err(|error| format!("cannot read {}: {error}", program.expectation().display()))
        .and_then(|text| Outcome::parse(&text));
    let (expected, got) = match (expected, got) {
        (Ok(expected), Ok(got)) => (expected, got),
        (Err(error), _) | (_, Err(error)) => return Verdict::Failed(error),
    };
    match (known.find(&program.name), got == expected) {
        (None, true) => Verdict::Passed,
        (None, false) => {
            let difference = diff(&expected, &got, lines);
            Verdict::Failed(format!(
                "{difference}\n(digest of this outcome: {})",
                got.digest()
            ))
        }
        (Some(_), true) => {
            Verdict::Failed("it passes: take it off the list of known failures".to_owned())
        }
        (Some(entry), false) if entry.digest == got.digest() => Verdict::Known,
        (Some(entry), false) => Verdict::Failed(format!(
            "a known failure ({}) fails in another way, digest {} and not {}\n{}",
            entry.reason,
            got.digest(),
            entry.digest,
            diff(&expected, &got, lines)
        )),
    }
}

/// Does `work` for every program on as many threads as there are cores; results keep the order.
pub(super) fn in_parallel<T: Send>(
    programs: &[Program],
    work: impl Fn(&Program) -> T + Sync,
) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let results: Mutex<Vec<(usize, T)>> = Mutex::new(Vec::with_capacity(programs.len()));
    let threads = thread::available_parallelism()
        .map_or(2, usize::from)
        .min(programs.len().max(1));
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some((index, program)) = {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    programs.get(index).map(|program| (index, program))
                } {
                    let result = work(program);
                    if let Ok(mut results) = results.lock() {
                        results.push((index, result));
                    }
                }
            });
        }
    });
    let mut results = results
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    results.sort_by_key(|(index, _)| *index);
    results.into_iter().map(|(_, result)| result).collect()
}

/// Lines of difference shown per program in a run over everything.
const SHOWN_LINES: usize = 24;
