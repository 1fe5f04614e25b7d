//! Generated programs, run by CPython 3.11 and by this engine, and compared.
//!
//! One process runs many programs (`driver.py` of the generator), which makes thousands of them
//! a matter of seconds. Called by the test `generated` with a fixed range of seeds and by the
//! executable `progen` with any. What differs is made small before it is shown.

use std::collections::HashMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use miniscript_progen::{DRIVER, PRELUDE, Program, bytes_of_seed, shrink};

use crate::corpus::{Exit, Outcome, diff};

/// Programs of one process.
const BATCH: u64 = 100;
/// What a batch may take.
const PATIENCE: Duration = Duration::from_secs(120);
/// What a single program may take.
const SHORT: Duration = Duration::from_secs(10);
/// Attempts to make a program smaller.
const ATTEMPTS: usize = 400;
/// Programs that are made smaller; of the others only the seed is shown.
const SHRUNK: usize = 3;

/// A program that does something else here than under CPython.
#[derive(Clone, Debug)]
pub struct Difference {
    /// The seed.
    pub seed: u64,
    /// The small program without the prelude, and how the outputs differ.
    pub report: String,
}

/// The two interpreters and a folder for programs.
pub struct Pair {
    oracle: PathBuf,
    engine: PathBuf,
    folder: PathBuf,
}

impl Pair {
    /// Programs are written into a new folder among the system's temporary ones.
    ///
    /// # Errors
    /// A sentence when it cannot be made.
    pub fn new(oracle: &Path, engine: &Path) -> Result<Pair, String> {
        let folder = std::env::temp_dir().join(format!("miniscript-progen-{}", std::process::id()));
        let fail = |error| format!("{}: {error}", folder.display());
        fs::create_dir_all(&folder).map_err(fail)?;
        // Both must see the same name, whatever the system's folder is a link to.
        let folder = folder.canonicalize().map_err(fail)?;
        fs::write(folder.join("driver.py"), DRIVER).map_err(fail)?;
        Ok(Pair {
            oracle: oracle.to_owned(),
            engine: engine.to_owned(),
            folder,
        })
    }

    /// Runs the programs of these seeds on all cores; what differs, in the order of the seeds.
    ///
    /// # Errors
    /// A sentence when an interpreter cannot be started.
    pub fn compare(&self, seeds: Range<u64>) -> Result<Vec<Difference>, String> {
        let next = AtomicU64::new(seeds.start);
        let found: Mutex<Result<Vec<u64>, String>> = Mutex::new(Ok(Vec::new()));
        let threads = thread::available_parallelism().map_or(2, usize::from);
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(|| {
                    loop {
                        let start = next.fetch_add(BATCH, Ordering::Relaxed);
                        let end = start.saturating_add(BATCH).min(seeds.end);
                        if start >= end {
                            return;
                        }
                        let batch = self.batch(start..end);
                        if let Ok(mut found) = found.lock() {
                            match (batch, &mut *found) {
                                (Ok(seeds), Ok(all)) => all.extend(seeds),
                                (Err(error), found) => *found = Err(error),
                                _ => {}
                            }
                        }
                    }
                });
            }
        });
        let mut found = found
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner)?;
        found.sort_unstable();
        let mut differences = Vec::new();
        for (number, seed) in found.into_iter().enumerate() {
            let report = match number < SHRUNK {
                true => self.explain(seed)?,
                false => String::from("(not made smaller)"),
            };
            differences.push(Difference { seed, report });
        }
        Ok(differences)
    }

    /// The seeds of a batch whose programs differ.
    fn batch(&self, seeds: Range<u64>) -> Result<Vec<u64>, String> {
        let named: Vec<(u64, String)> = seeds.map(|seed| (seed, format!("p{seed}.py"))).collect();
        for (seed, name) in &named {
            let path = self.folder.join(name);
            fs::write(&path, Program::from_seed(*seed).text)
                .map_err(|error| format!("{}: {error}", path.display()))?;
        }
        let names: Vec<&str> = named.iter().map(|(_, name)| name.as_str()).collect();
        let expected = self.outputs(&self.oracle, &names, PATIENCE)?;
        let got = self.outputs(&self.engine, &names, PATIENCE)?;
        let differing = named
            .iter()
            .filter(|(_, name)| expected.get(name) != got.get(name));
        let mut seeds = Vec::new();
        for (seed, name) in differing {
            // A process that has died took the programs behind with it: each once more, alone.
            if self.differs(name)? {
                seeds.push(*seed);
            }
        }
        for name in names {
            let _ = fs::remove_file(self.folder.join(name));
        }
        Ok(seeds)
    }

    fn differs(&self, name: &str) -> Result<bool, String> {
        let expected = self.outputs(&self.oracle, &[name], SHORT)?;
        Ok(expected != self.outputs(&self.engine, &[name], SHORT)?)
    }

    /// Makes the program of a seed smaller and shows it with both outputs.
    fn explain(&self, seed: u64) -> Result<String, String> {
        let name = "small.py";
        let path = self.folder.join(name);
        let mut trouble = None;
        let write = |program: &Program| {
            fs::write(&path, &program.text).map_err(|error| format!("{}: {error}", path.display()))
        };
        let bytes = shrink(
            &bytes_of_seed(seed),
            ATTEMPTS,
            &mut |program| match write(program).and_then(|()| self.differs(name)) {
                Ok(differs) => differs,
                Err(error) => {
                    trouble = Some(error);
                    false
                }
            },
        );
        if let Some(error) = trouble {
            return Err(error);
        }
        let program = Program::from_bytes(&bytes);
        write(&program)?;
        let of = |executable: &Path| -> Result<Outcome, String> {
            let mut outputs = self.outputs(executable, &[name], SHORT)?;
            Ok(Outcome {
                exit: Exit::Code(0),
                stdout: outputs
                    .remove(name)
                    .unwrap_or_else(|| "(it crashed)\n".to_owned()),
                stderr: String::new(),
            })
        };
        let difference = diff(&of(&self.oracle)?, &of(&self.engine)?, 40);
        let lines = PRELUDE.lines().count();
        Ok(format!(
            "{}\n(behind a prelude of {lines} lines)\n{difference}",
            program.body()
        ))
    }

    /// What each program has printed; of one that crashed, and those behind it, nothing.
    fn outputs(
        &self,
        executable: &Path,
        names: &[&str],
        patience: Duration,
    ) -> Result<HashMap<String, String>, String> {
        let fail = |error| format!("cannot run {}: {error}", executable.display());
        let log = self
            .folder
            .join(format!("{}.{:?}.out", names[0], thread::current().id()));
        let file = fs::File::create(&log).map_err(fail)?;
        let mut command = Command::new(executable);
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("PYTHON") {
                command.env_remove(name);
            }
        }
        let mut child = command
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .env("PYTHONUTF8", "1")
            .env("NO_COLOR", "1")
            .current_dir(&self.folder)
            .arg("driver.py")
            .args(names)
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(Stdio::null())
            .spawn()
            .map_err(fail)?;
        let start = Instant::now();
        while child.try_wait().map_err(fail)?.is_none() {
            if start.elapsed() > patience {
                child.kill().and_then(|()| child.wait()).map_err(fail)?;
            }
            thread::sleep(Duration::from_millis(3));
        }
        let text = fs::read(&log).map_err(fail)?;
        let _ = fs::remove_file(&log);
        Ok(split(&String::from_utf8_lossy(&text)))
    }
}

impl Drop for Pair {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The parts of a driver's output, by program.
fn split(text: &str) -> HashMap<String, String> {
    let mut parts = HashMap::new();
    let mut rest = text;
    while let Some((part, behind)) = rest.split_once("\n=== ") {
        let (name, behind) = behind.split_once('\n').unwrap_or((behind, ""));
        parts.insert(name.to_owned(), part.to_owned());
        rest = behind;
    }
    parts
}
