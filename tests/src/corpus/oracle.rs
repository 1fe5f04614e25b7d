//! The oracle: a CPython 3.11 of this machine.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::{KnownFailures, Language, Report, Suite};

/// A `python3` that is known to be version 3.11.
#[derive(Clone, Debug)]
pub struct Oracle {
    path: PathBuf,
}

impl Oracle {
    /// Finds it: `PYTHON` when set, otherwise `python3`, otherwise `python3.11`.
    ///
    /// # Errors
    /// A sentence that says what was found instead.
    pub fn find() -> Result<Oracle, String> {
        let chosen = std::env::var("PYTHON").ok().filter(|name| !name.is_empty());
        let candidates = match &chosen {
            Some(name) => vec![name.as_str()],
            None => vec!["python3", "python3.11"],
        };
        let mut found = Vec::new();
        for name in candidates {
            match Oracle::examine(name) {
                Ok(path) => return Ok(Oracle { path }),
                Err(error) => found.push(format!("{name}: {error}")),
            }
        }
        Err(format!("CPython 3.11 is needed ({})", found.join("; ")))
    }

    /// The interpreter itself, not a wrapper script in front of it.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Compares the stored outcomes of `lang` with what this interpreter does today.
    ///
    /// # Errors
    /// As [`Suite::run`].
    pub fn compare(&self) -> Result<Report, String> {
        // The reference has no failures that may be known.
        Suite::new(Language::Lang)
            .title("lang, stored outcomes against CPython")
            .executable(&self.path)
            .known_failures(KnownFailures::default())
            .run()
    }

    fn examine(name: &str) -> Result<PathBuf, String> {
        let output = Command::new(name)
            .args(["-I", "-c", QUESTION])
            .stdin(Stdio::null())
            .output()
            .map_err(|error| error.to_string())?;
        let answer = String::from_utf8_lossy(&output.stdout);
        let mut lines = answer.lines();
        match (lines.next(), lines.next()) {
            (Some("cpython 3.11"), Some(path)) => Ok(PathBuf::from(path)),
            (Some(version), _) => Err(format!("it is {version}")),
            _ => Err("it does not answer".to_owned()),
        }
    }
}

const QUESTION: &str = "import sys; v = sys.version_info; \
                        print(sys.implementation.name, f'{v[0]}.{v[1]}'); print(sys.executable)";
