//! Runs one program with one executable, in the program's folder, within a time limit.
//!
//! The environment is the caller's less what changes output: interpreter settings are removed,
//! colour is off, text is UTF-8. Stdin is empty. Both streams are drained by threads of their own,
//! so a program that fills a pipe cannot hang the run.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{Exit, Language, Outcome, Program, normalise, without_hints};

/// What a program may use up.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Wall time after which the program is killed.
    pub time: Duration,
    /// Bytes kept of each stream; the rest is read and dropped.
    pub output: usize,
}

impl Default for Limits {
    /// 20 seconds (debug builds on a loaded machine) and 4 MiB.
    fn default() -> Limits {
        Limits {
            time: Duration::from_secs(20),
            output: 4 << 20,
        }
    }
}

/// Runs `program` with `executable`; `environment` is added last.
///
/// # Errors
/// A sentence naming the executable when it cannot be started or awaited.
pub fn run(
    executable: &Path,
    program: &Program,
    limits: Limits,
    environment: &[(&str, &str)],
) -> Result<Outcome, String> {
    let fail = |what: &str, error| format!("cannot {what} {}: {error}", executable.display());
    let mut command = Command::new(executable);
    for (name, _) in std::env::vars_os() {
        let name = name.to_string_lossy().into_owned();
        if name.starts_with("PYTHON") || name == "MINISCRIPT_PLUGIN_PATH" {
            command.env_remove(name);
        }
    }
    command
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PYTHONNOUSERSITE", "1")
        .env("PYTHONUTF8", "1")
        .env("NO_COLOR", "1")
        .envs(environment.iter().copied())
        .current_dir(program.folder())
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    match program.language {
        Language::Lang => command.arg(&program.path),
        // Joy looks for libraries in HOME and reports the name it was given.
        Language::Joy => command
            .env("HOME", program.folder())
            .arg(program.path.file_name().unwrap_or_default()),
    };
    command.args(&program.arguments);

    let mut child = command.spawn().map_err(|error| fail("start", error))?;
    let stdout = child.stdout.take().map(|pipe| drain(pipe, limits.output));
    let stderr = child.stderr.take().map(|pipe| drain(pipe, limits.output));
    let exit = wait(&mut child, limits.time).map_err(|error| fail("wait for", error))?;
    let text = |reader: Option<thread::JoinHandle<Vec<u8>>>| {
        let bytes = reader
            .and_then(|reader| reader.join().ok())
            .unwrap_or_default();
        normalise(&printable(&bytes), program.folder())
    };
    Ok(Outcome {
        exit,
        stdout: text(stdout),
        stderr: match program.language {
            Language::Lang => without_hints(&text(stderr)),
            Language::Joy => text(stderr),
        },
    })
}

fn drain(mut pipe: impl Read + Send + 'static, limit: usize) -> thread::JoinHandle<Vec<u8>> {
    thread::spawn(move || {
        let mut kept = Vec::new();
        let mut buffer = [0; 8192];
        while let Ok(count) = pipe.read(&mut buffer) {
            if count == 0 {
                break;
            }
            let room = limit.saturating_sub(kept.len()).min(count);
            kept.extend_from_slice(&buffer[..room]);
        }
        kept
    })
}

fn wait(child: &mut Child, limit: Duration) -> std::io::Result<Exit> {
    let start = Instant::now();
    let mut pause = Duration::from_micros(500);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(exit(status));
        }
        if start.elapsed() >= limit {
            child.kill()?;
            child.wait()?;
            return Ok(Exit::Timeout);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(10));
    }
}

#[cfg(unix)]
fn exit(status: ExitStatus) -> Exit {
    use std::os::unix::process::ExitStatusExt;
    match (status.code(), status.signal()) {
        (Some(code), _) => Exit::Code(code),
        (None, signal) => Exit::Signal(signal.unwrap_or(0)),
    }
}

#[cfg(not(unix))]
fn exit(status: ExitStatus) -> Exit {
    Exit::Code(status.code().unwrap_or(-1))
}

/// The text of a stream; bytes that are no UTF-8 become `\xNN` so that no difference is lost.
fn printable(bytes: &[u8]) -> String {
    let mut text = String::new();
    for part in bytes.utf8_chunks() {
        text.push_str(part.valid());
        for byte in part.invalid() {
            text.push_str(&format!("\\x{byte:02x}"));
        }
    }
    text
}
