//! `conformance/reasons.txt`: why a test fails, a line each.
//!
//! A line is `file Class.test: reason`; empty lines and lines that start with `#` are left out.
//! `Class.*` stands for the tests of a class. Each line must meet a failure.

use std::path::Path;

use super::child::Ended;
use super::{Row, Test};

/// One line of the list.
#[derive(Debug)]
struct Reason {
    file: String,
    test: String,
    text: String,
}

impl Reason {
    fn covers(&self, file: &str, test: &str) -> bool {
        self.file == file
            && match self.test.strip_suffix('*') {
                Some(start) => test.starts_with(start),
                None => self.test == test,
            }
    }
}

/// The list.
#[derive(Debug, Default)]
pub(super) struct Reasons(Vec<Reason>);

impl Reasons {
    /// Reads the list.
    ///
    /// # Errors
    /// A sentence with the line that is not understood.
    pub(super) fn read(path: &Path) -> Result<Reasons, String> {
        let text = std::fs::read_to_string(path)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        Reasons::parse(&text)
            .map_err(|line| format!("{}:{line}: no 'file test: reason'", path.display()))
    }

    fn parse(text: &str) -> Result<Reasons, usize> {
        let mut reasons = Vec::new();
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            let parts = line
                .split_once(": ")
                .and_then(|(head, text)| Some((head.split_once(' ')?, text.trim())));
            let Some(((file, test), text)) = parts.filter(|(_, text)| !text.is_empty()) else {
                return Err(at + 1);
            };
            reasons.push(Reason {
                file: file.to_owned(),
                test: test.trim().to_owned(),
                text: text.to_owned(),
            });
        }
        Ok(Reasons(reasons))
    }

    /// Why the test of the file fails, when the list says it.
    pub(super) fn find(&self, file: &str, test: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|reason| reason.covers(file, test))
            .map(|reason| reason.text.as_str())
    }

    /// What is wrong between the list and a file's outcome; `whole` when all its tests ran.
    pub(super) fn complaints(&self, row: &Row, whole: bool) -> Vec<String> {
        let mut found = Vec::new();
        for Test { name, ended } in &row.tests {
            if let Ended::Failed(what) = ended
                && self.find(row.name, name).is_none()
            {
                found.push(format!("no reason: {} {name}: {what}", row.name));
            }
        }
        for reason in self
            .0
            .iter()
            .filter(|reason| whole && reason.file == row.name)
        {
            let met = row.tests.iter().any(|test| {
                matches!(test.ended, Ended::Failed(_)) && reason.covers(row.name, &test.name)
            });
            if !met {
                found.push(format!("no failure: {} {}", reason.file, reason.test));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(ended: Ended) -> Row {
        let name = "A.test_x".to_owned();
        Row {
            name: "grammar",
            tests: vec![Test { name, ended }],
        }
    }

    #[test]
    fn a_failure_needs_a_reason_and_a_reason_a_failure() {
        let reasons = Reasons::parse("# why\n\ngrammar A.test_x: not ours\n").expect("a list");
        let failed = || row(Ended::Failed("E".to_owned()));
        assert_eq!(reasons.complaints(&failed(), true), Vec::<String>::new());
        assert_eq!(
            reasons.complaints(&row(Ended::Passed), true),
            ["no failure: grammar A.test_x"]
        );
        assert_eq!(
            reasons.complaints(&row(Ended::Passed), false),
            Vec::<String>::new()
        );
        let none = Reasons::default();
        assert_eq!(
            none.complaints(&failed(), true),
            ["no reason: grammar A.test_x: E"]
        );
    }

    #[test]
    fn a_class_is_named_by_a_star_and_a_bad_line_by_its_number() {
        let reasons = Reasons::parse("grammar A.*: whole\n").expect("a list");
        assert_eq!(reasons.find("grammar", "A.test_y"), Some("whole"));
        assert_eq!(reasons.find("grammar", "AB.test_y"), None);
        assert_eq!(Reasons::parse("ok t: r\ngrammar A.test_x\n").err(), Some(2));
    }
}
