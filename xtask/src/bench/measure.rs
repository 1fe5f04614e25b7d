//! One measured run: the wall time of a whole process, what it printed, its peak of memory.
//!
//! Time is taken with nothing between this program and the engine, and without polling: the end
//! of the child's output wakes the waiter. Memory is taken in runs of their own, under GNU time,
//! because only the one who waits for a child learns what it used, and the standard library does
//! not pass that on.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::cli::Failure;
use crate::process;

/// What a run left.
pub(super) struct Run {
    pub(super) seconds: f64,
    /// Standard output, trimmed.
    pub(super) printed: String,
    /// Standard error.
    pub(super) noted: String,
}

/// Runs a command to its end.
///
/// # Errors
/// When it cannot be started, fails, or takes longer than `limit`.
pub(super) fn run(command: &mut Command, what: &str, limit: Duration) -> Result<Run, Failure> {
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| process::cannot_start(command, &error))?;
    let printed = drained(child.stdout.take());
    let noted = drained(child.stderr.take());
    let printed = printed.recv_timeout(limit);
    if printed.is_err() {
        // Whoever has ended in between needs no killing.
        let _ = child.kill();
    }
    let status = child
        .wait()
        .map_err(|error| format!("{what}: cannot be waited for: {error}"))?;
    let seconds = start.elapsed().as_secs_f64();
    let noted = noted.recv().unwrap_or_default();
    let Ok(printed) = printed else {
        return Err(format!("{what}: no end within {} s", limit.as_secs()).into());
    };
    if !status.success() {
        return Err(format!("{what}: {status}\n{noted}").into());
    }
    Ok(Run {
        seconds,
        printed: printed.trim().to_owned(),
        noted,
    })
}

/// Runs a command under GNU time for the peak of its resident memory in KiB; `None` where GNU
/// time is not installed.
///
/// # Errors
/// As [`run`].
pub(super) fn peak(
    command: &Command,
    what: &str,
    limit: Duration,
) -> Result<(Run, Option<u64>), Failure> {
    let wrapper = Path::new("/usr/bin/time");
    let found = wrapper.is_file();
    let note = process::target_dir().join("bench-memory.txt");
    let mut wrapped = process::program(if found {
        wrapper.as_os_str()
    } else {
        command.get_program()
    });
    if found {
        wrapped.args(["-f", "%M", "-o"]).arg(&note);
        wrapped.arg(command.get_program());
    }
    wrapped.args(command.get_args());
    let run = run(&mut wrapped, what, limit)?;
    let text = std::fs::read_to_string(&note).ok().filter(|_| found);
    Ok((run, text.and_then(|text| text.trim().parse().ok())))
}

/// Reads a stream to its end in a thread of its own.
fn drained(pipe: Option<impl Read + Send + 'static>) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut pipe) = pipe {
            // What was read before an error is still worth showing.
            let _ = pipe.read_to_end(&mut bytes);
        }
        // Nobody listens any more when the run took too long.
        let _ = sender.send(String::from_utf8_lossy(&bytes).into_owned());
    });
    receiver
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(text: &str, limit: Duration) -> Result<Run, Failure> {
        run(process::program("sh").args(["-c", text]), "sh", limit)
    }

    #[test]
    fn a_run_has_output_and_time() {
        let run = shell("echo out; echo note >&2", Duration::from_secs(60)).expect("it runs");
        assert_eq!((&*run.printed, &*run.noted), ("out", "note\n"));
        assert!(run.seconds > 0.0);
    }

    #[test]
    fn failures_and_endless_runs_are_told() {
        let failed = shell("echo why >&2; exit 3", Duration::from_secs(60));
        let text = failed.err().expect("it fails").message().to_owned();
        assert!(text.contains('3') && text.contains("why"), "{text}");
        let endless = shell("exec sleep 60", Duration::from_millis(50));
        let text = endless.err().expect("it is ended").message().to_owned();
        assert!(text.contains("no end"), "{text}");
    }
}
