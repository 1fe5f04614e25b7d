//! The result of a run over the corpus, and how it is told.

use std::collections::BTreeMap;
use std::fmt;
use std::time::Duration;

/// A program that did not do what it must.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The program's name, `topic/stem`.
    pub name: String,
    /// What differs, some lines.
    pub details: String,
}

/// The result of a whole run: every failure, not only the first.
#[derive(Clone, Debug)]
pub struct Report {
    /// What was run: the language, or what it was compared with.
    pub title: String,
    /// The names of the programs that passed.
    pub passed: Vec<String>,
    /// The programs that failed, by name.
    pub failed: Vec<Failure>,
    /// The programs that failed exactly as the list of known failures says.
    pub known: Vec<String>,
    /// Wall time of the run.
    pub elapsed: Duration,
}

impl Report {
    /// Whether nothing failed.
    pub fn is_success(&self) -> bool {
        self.failed.is_empty()
    }

    /// The one line with the counts.
    pub fn summary(&self) -> String {
        format!(
            "{}: {} passed, {} failed, {} known failures ({:.1} s)",
            self.title,
            self.passed.len(),
            self.failed.len(),
            self.known.len(),
            self.elapsed.as_secs_f64()
        )
    }

    /// Shows the summary on the real stderr and, where something failed, panics with everything.
    ///
    /// # Panics
    /// When a program failed.
    pub fn check(&self) {
        crate::skip::note(&self.summary());
        assert!(self.is_success(), "\n{self}");
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for failure in &self.failed {
            writeln!(f, "=== {}\n{}", failure.name, failure.details)?;
        }
        let mut topics: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        let topic = |name: &'_ str| name.split_once('/').map_or(0, |(topic, _)| topic.len());
        for name in &self.passed {
            topics.entry(&name[..topic(name)]).or_default().0 += 1;
        }
        for failure in &self.failed {
            topics
                .entry(&failure.name[..topic(&failure.name)])
                .or_default()
                .1 += 1;
        }
        if !self.failed.is_empty() {
            writeln!(f, "=== by topic: passed, failed")?;
            for (topic, (passed, failed)) in topics {
                let topic = if topic.is_empty() { "-" } else { topic };
                writeln!(f, "{topic:<16} {passed:>4} {failed:>4}")?;
            }
        }
        writeln!(f, "{}", self.summary())
    }
}
