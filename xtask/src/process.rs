//! Starting other programs: the workspace's folders, cargo, and output with a time limit.
//!
//! Every child runs in the workspace root and without `LD_LIBRARY_PATH`, which `cargo run` sets
//! for xtask itself and which would lead another compiler or interpreter to the wrong libraries.

use std::ffi::OsStr;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use crate::cli::{Failure, Outcome};

/// The folder of the workspace's Cargo.toml.
pub(crate) fn root() -> PathBuf {
    let manifest =
        std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&manifest)
        .parent()
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The folder that cargo builds into; xtask itself was built there.
pub(crate) fn target_dir() -> PathBuf {
    if let Some(dir) = std::env::var_os("CARGO_TARGET_DIR") {
        return root().join(dir);
    }
    let beside = std::env::current_exe()
        .ok()
        .and_then(|exe| Some(exe.parent()?.parent()?.to_path_buf()));
    beside
        .filter(|dir| dir.join("CACHEDIR.TAG").exists())
        .unwrap_or_else(|| root().join("target"))
}

/// The folder inside the target folder where a profile's executables lie.
pub(crate) fn profile_dir(profile: &str) -> PathBuf {
    target_dir().join(if profile == "dev" { "debug" } else { profile })
}

/// The file name of an executable here: `miniscript` or `miniscript.exe`.
pub(crate) fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// Whether a continuous-integration run asked for strictness: nothing may be skipped.
pub(crate) fn in_ci() -> bool {
    std::env::var_os("CI")
        .is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}

/// A program, to be run in the workspace root.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).env_remove("LD_LIBRARY_PATH");
    command
}

/// The cargo that runs xtask.
pub(crate) fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Builds everything that tests start, and the tests themselves.
///
/// Always the whole workspace: chosen packages would have fewer features, and the engine would be
/// compiled once for each choice.
///
/// # Errors
/// When it does not build.
pub(crate) fn build_tests() -> Outcome {
    run(cargo().args(["test", "--quiet", "--workspace", "--no-run"]))
}

/// A program of the package of tests, built as by [`build_tests`].
///
/// # Errors
/// When it does not build.
pub(crate) fn tool(name: &str) -> Result<Command, Failure> {
    build_tests()?;
    Ok(program(profile_dir("dev").join(executable(name))))
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program())
        .file_name()
        .unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words
        .map(|word| word.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs a command with the terminal as its output.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub(crate) fn run(command: &mut Command) -> Outcome {
    let status = command
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    succeeded(command, status)
}

/// Runs a command and returns its standard output; its errors go to the terminal.
///
/// # Errors
/// When it cannot be started or does not succeed.
pub(crate) fn output(command: &mut Command) -> Result<String, Failure> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| cannot_start(command, &error))?;
    succeeded(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a program that ran to its end (or to its time limit) left.
pub(crate) struct Captured {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    /// The exit code, or `None` when a signal or the time limit ended it.
    pub(crate) code: Option<i32>,
    pub(crate) timed_out: bool,
    pub(crate) elapsed: Duration,
}

/// Runs a command with both streams caught, ended after `limit`.
///
/// # Errors
/// The operating system's error when it cannot be started.
pub(crate) fn capture(command: &mut Command, limit: Duration) -> std::io::Result<Captured> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let stdout = reader(child.stdout.take());
    let stderr = reader(child.stderr.take());
    let (status, timed_out) = wait(&mut child, start, limit)?;
    let elapsed = start.elapsed();
    let text = |thread: std::thread::JoinHandle<Vec<u8>>| {
        let bytes = thread.join().unwrap_or_default();
        String::from_utf8_lossy(&bytes).replace("\r\n", "\n")
    };
    Ok(Captured {
        stdout: text(stdout),
        stderr: text(stderr),
        code: status.code(),
        timed_out,
        elapsed,
    })
}

fn wait(child: &mut Child, start: Instant, limit: Duration) -> std::io::Result<(ExitStatus, bool)> {
    let mut pause = Duration::from_micros(200);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok((status, false));
        }
        if start.elapsed() >= limit {
            child.kill()?;
            return Ok((child.wait()?, true));
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

fn reader(pipe: Option<impl Read + Send + 'static>) -> std::thread::JoinHandle<Vec<u8>> {
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What was read before an error is still worth showing.
            let _ = pipe.read_to_end(&mut bytes);
        }
        bytes
    })
}

/// The failure of a command that could not be started.
pub(crate) fn cannot_start(command: &Command, error: &std::io::Error) -> Failure {
    format!("cannot start `{}`: {error}", shown(command)).into()
}

fn succeeded(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` failed ({status})", shown(command)).into())
    }
}

/// The first folder of `PATH` that holds the program, as a full path.
pub(crate) fn which(name: &str) -> Option<PathBuf> {
    every(name).into_iter().next()
}

/// Every place of `PATH` that holds the program, in order.
pub(crate) fn every(name: &str) -> Vec<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|dir| dir.join(executable(name)))
        .filter(|file| file.is_file())
        .collect()
}
