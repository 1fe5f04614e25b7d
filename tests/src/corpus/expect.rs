//! What a program did, and the text form of it that stands beside the program.
//!
//! ```text
//! exit: 1
//! --- stdout
//! the lines of stdout
//! --- stderr (no final newline)
//! the lines of stderr
//! --- end
//! ```
//! An empty stream has no section. A line that starts with `--- ` or with a backslash carries one
//! backslash more, so that every outcome has exactly one form and can be read back.

use std::fmt;
use std::str::FromStr;

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It left with this code.
    Code(i32),
    /// A signal ended it.
    Signal(i32),
    /// It ran longer than the limit and was killed.
    Timeout,
}

impl fmt::Display for Exit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Exit::Code(code) => write!(f, "{code}"),
            Exit::Signal(signal) => write!(f, "signal {signal}"),
            Exit::Timeout => f.write_str("timeout"),
        }
    }
}

impl FromStr for Exit {
    type Err = String;

    fn from_str(text: &str) -> Result<Exit, String> {
        let number = |digits: &str| {
            digits
                .parse()
                .map_err(|_| format!("no exit code: '{text}'"))
        };
        match text.strip_prefix("signal ") {
            Some(signal) => number(signal).map(Exit::Signal),
            None if text == "timeout" => Ok(Exit::Timeout),
            None => number(text).map(Exit::Code),
        }
    }
}

/// What a program did: its exit and both streams, normalised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How it ended.
    pub exit: Exit,
    /// What it wrote to stdout.
    pub stdout: String,
    /// What it wrote to stderr.
    pub stderr: String,
}

impl Outcome {
    /// Reads the text form.
    ///
    /// # Errors
    /// A sentence naming the line that is out of form.
    pub fn parse(text: &str) -> Result<Outcome, String> {
        // Not `lines()`, which would swallow a carriage return.
        let mut lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
        let exit = lines
            .next()
            .and_then(|line| line.strip_prefix("exit: "))
            .ok_or("the first line must be 'exit: CODE'")?
            .parse()?;
        let mut outcome = Outcome {
            exit,
            stdout: String::new(),
            stderr: String::new(),
        };
        let mut section: Option<(&mut String, bool)> = None;
        for line in lines {
            let Some(header) = line.strip_prefix("--- ") else {
                let (text, _) = section
                    .as_mut()
                    .ok_or("a line stands before the sections")?;
                text.push_str(line.strip_prefix('\\').unwrap_or(line));
                text.push('\n');
                continue;
            };
            if let Some((text, true)) = section.take() {
                text.pop();
            }
            let (name, open) = match header.strip_suffix(NO_NEWLINE) {
                Some(name) => (name, true),
                None => (header, false),
            };
            section = match name {
                "stdout" => Some((&mut outcome.stdout, open)),
                "stderr" => Some((&mut outcome.stderr, open)),
                "end" => return Ok(outcome),
                _ => return Err(format!("no section is called '{name}'")),
            };
        }
        Err("the last line must be '--- end'".to_owned())
    }

    /// A short fingerprint of the whole outcome: FNV-1a over its text form.
    pub fn digest(&self) -> String {
        let hash = self
            .to_string()
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
            });
        format!("{hash:016x}")
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "exit: {}", self.exit)?;
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if text.is_empty() {
                continue;
            }
            let (body, mark) = match text.strip_suffix('\n') {
                Some(body) => (body, ""),
                None => (text.as_str(), NO_NEWLINE),
            };
            writeln!(f, "--- {name}{mark}")?;
            for line in body.split('\n') {
                let escape = if line.starts_with("--- ") || line.starts_with('\\') {
                    "\\"
                } else {
                    ""
                };
                writeln!(f, "{escape}{line}")?;
            }
        }
        writeln!(f, "--- end")
    }
}

const NO_NEWLINE: &str = " (no final newline)";

#[cfg(test)]
mod tests {
    use super::*;

    fn check(stdout: &str, stderr: &str, exit: Exit) {
        let outcome = Outcome {
            exit,
            stdout: stdout.to_owned(),
            stderr: stderr.to_owned(),
        };
        assert_eq!(Outcome::parse(&outcome.to_string()), Ok(outcome));
    }

    #[test]
    fn the_text_form_can_be_read_back() {
        check("", "", Exit::Code(0));
        check("a\n", "b\n", Exit::Code(1));
        check("a", "b\n\n", Exit::Code(120));
        check("\n", "\n\n", Exit::Signal(11));
        check("a\r\n\r", "b\r\n", Exit::Code(0));
        check("--- end\n\\x\n---\n", "", Exit::Timeout);
    }

    #[test]
    fn a_damaged_form_is_refused() {
        for text in [
            "",
            "exit: x\n--- end\n",
            "exit: 0\nstray\n--- end\n",
            "exit: 0\n--- stdout\n",
        ] {
            assert!(Outcome::parse(text).is_err(), "{text:?} was accepted");
        }
    }
}
