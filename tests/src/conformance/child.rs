//! Runs one test file in child processes and reads what the harness tells.
//!
//! A child that ends before its tests do has crashed in the test it named last; one that says
//! nothing for too long hangs in it. Either way that test has failed, and another child goes on
//! behind it.

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// A test that says nothing for so long hangs.
const PATIENCE: Duration = Duration::from_secs(20);

/// How a test ended.
#[derive(Clone, Debug)]
pub(super) enum Ended {
    Passed,
    /// With the harness's reason.
    Skipped(String),
    /// With the exception, or what happened to the process.
    Failed(String),
}

/// What runs the files.
pub(super) struct Engine {
    pub(super) executable: PathBuf,
    pub(super) harness: PathBuf,
    pub(super) installed: PathBuf,
    pub(super) only: String,
    pub(super) trace: bool,
}

/// What one child got through.
#[derive(Default)]
struct Pass {
    tests: Vec<(String, Ended)>,
    /// The test that was running when the child ended.
    open: Option<String>,
    finished: bool,
    counted: bool,
    hung: bool,
}

impl Engine {
    /// The tests of a file, in order.
    ///
    /// # Errors
    /// A sentence when the executable cannot be started.
    pub(super) fn run(&self, module: &str) -> Result<Vec<(String, Ended)>, String> {
        let mut all: Vec<(String, Ended)> = Vec::new();
        loop {
            let (pass, status, stderr) = self.child(module, all.len())?;
            let before = all.len();
            all.extend(pass.tests);
            if pass.finished {
                return Ok(all);
            }
            let what = match pass.hung {
                true => format!("no end within {} seconds", PATIENCE.as_secs()),
                false => format!("the process ended with {status}: {}", last_line(&stderr)),
            };
            if self.trace {
                println!("{stderr}");
            }
            match pass.open {
                Some(name) => all.push((name, Ended::Failed(what))),
                None if !pass.counted => {
                    all.push(("import".to_owned(), Ended::Failed(what)));
                    return Ok(all);
                }
                None if all.len() == before => {
                    all.push(("between tests".to_owned(), Ended::Failed(what)));
                    return Ok(all);
                }
                None => {}
            }
            if !self.only.is_empty() {
                return Ok(all);
            }
        }
    }

    fn child(&self, module: &str, done: usize) -> Result<(Pass, String, String), String> {
        let fail = |error| format!("cannot run {}: {error}", self.executable.display());
        let scratch = std::env::temp_dir();
        let mut child = Command::new(&self.executable)
            .arg(self.harness.join("run_file.py"))
            .arg(&self.installed)
            .arg(module)
            .arg(done.to_string())
            .arg(&self.only)
            .env_remove("MINISCRIPT_PLUGIN_PATH")
            .current_dir(scratch)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(fail)?;
        let (sender, lines) = mpsc::channel();
        let stdout = child.stdout.take();
        thread::spawn(move || {
            for line in stdout
                .into_iter()
                .flat_map(|pipe| BufReader::new(pipe).split(b'\n'))
            {
                let Ok(line) = line else { break };
                if sender
                    .send(String::from_utf8_lossy(&line).into_owned())
                    .is_err()
                {
                    break;
                }
            }
        });
        let stderr = child.stderr.take().map(|mut pipe| {
            thread::spawn(move || {
                let mut bytes = Vec::new();
                let _ = pipe.read_to_end(&mut bytes);
                String::from_utf8_lossy(&bytes).into_owned()
            })
        });
        let mut pass = Pass::default();
        loop {
            match lines.recv_timeout(PATIENCE) {
                Ok(line) => pass.take(&line, self.trace),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    pass.hung = true;
                    child.kill().map_err(fail)?;
                    break;
                }
            }
        }
        let status = child.wait().map_err(fail)?;
        let stderr = stderr
            .and_then(|reader| reader.join().ok())
            .unwrap_or_default();
        Ok((pass, status.to_string(), stderr))
    }
}

impl Pass {
    fn take(&mut self, line: &str, trace: bool) {
        // What a test prints without a line's end stands before our mark.
        let Some((_, ours)) = line.split_once("@@") else {
            return;
        };
        let (word, rest) = ours.split_once(' ').unwrap_or((ours, ""));
        let ended = match word {
            "count" => {
                self.counted = true;
                return;
            }
            "start" => {
                self.open = Some(rest.to_owned());
                return;
            }
            "trace" => {
                if trace {
                    println!("    {rest}");
                }
                return;
            }
            "end" => {
                self.finished = true;
                return;
            }
            "pass" => Ended::Passed,
            "skip" => Ended::Skipped(rest.to_owned()),
            "fail" => Ended::Failed(rest.to_owned()),
            _ => return,
        };
        if let Some(name) = self.open.take() {
            self.tests.push((name, ended));
        }
    }
}

/// The last line of what a process wrote.
fn last_line(text: &str) -> &str {
    text.trim_end().rsplit('\n').next().unwrap_or("")
}
