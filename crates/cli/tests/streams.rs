//! Output that is closed, full or cut off, and Ctrl-C: exit codes and messages of `python3`.
#![cfg(unix)]

mod common;

use common::Folder;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use std::io::{BufRead, BufReader, Read};
use std::process::Stdio;

const IGNORED: &str =
    "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n";
const PIPE: &str = "BrokenPipeError: [Errno 32] Broken pipe\n";
const FULL: &str = "OSError: [Errno 28] No space left on device\n";
const TRACEBACK: &str =
    "Traceback (most recent call last):\n  File \"<string>\", line 1, in <module>\n";

/// Runs a line whose reader has gone: the exit code and stderr.
fn cut_off(folder: &Folder, program: &str) -> (String, String) {
    folder.file("p.py", program);
    let ended = folder.shell(
        "(sleep 0.2; $MS p.py; echo $? > code) 2> err | true; \
         while ! [ -s code ]; do sleep 0.05; done; cat code; cat err >&2",
    );
    (ended.out.trim_end().to_owned(), ended.err)
}

#[test]
fn a_reader_that_has_gone_is_a_broken_pipe() {
    let folder = Folder::new("pipe");
    let (code, err) = cut_off(&folder, "print(1)\n");
    assert_eq!((code.as_str(), err), ("120", format!("{IGNORED}{PIPE}")));
    let (code, err) = cut_off(&folder, "for i in range(100000): print(i)\n");
    assert_eq!(code, "1");
    assert!(err.starts_with("Traceback") && err.ends_with(PIPE), "{err}");
    let text =
        "try:\n  for i in range(100000): print(i)\nexcept BrokenPipeError as e: exit(e.errno)\n";
    let (code, err) = cut_off(&folder, text);
    assert_eq!((code.as_str(), err.as_str()), ("32", ""));
    let ended = folder.shell("$MS -c 'for i in range(100000): print(i)' 2> err | head -1; cat err");
    assert!(
        ended.out.starts_with("0\n") && ended.out.ends_with(PIPE),
        "{ended:?}"
    );
    folder
        .shell("($JOY --help; echo $? >&2) >&-")
        .is(0, "", "0\n");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let folder = Folder::new("full");
    let run = |code: &str| {
        folder.file("c", code);
        folder.shell("$MS -c \"$(cat c)\" > /dev/full; echo $?")
    };
    let lost = format!("{IGNORED}{FULL}");
    run("print(1)").is(0, "120\n", &lost);
    run("print(1); exit(3)").is(0, "120\n", &lost);
    run("print('a' * 100000)").is(0, "1\n", &format!("{TRACEBACK}{FULL}"));
    run("print(1, flush=True)").is(0, "120\n", &format!("{TRACEBACK}{FULL}{lost}"));
    let error = "ZeroDivisionError: division by zero\n";
    run("print(1); 1/0").is(0, "120\n", &format!("{TRACEBACK}{error}{lost}"));
    run("pass").is(0, "0\n", "");
    folder
        .shell("$MS --version > /dev/full; echo $?")
        .is(0, "120\n", "");
    let ended = folder.shell("echo '1.' | $JOY > /dev/full; echo $?");
    assert!(
        ended.out == "1\n" && ended.err.contains("No space left"),
        "{ended:?}"
    );
}

#[test]
fn closed_streams_do_no_harm() {
    let folder = Folder::new("closed");
    let quiet = |line: &str, out: &str| folder.shell(line).is(0, out, "");
    quiet("$MS -c 'print(1)' >&-; echo $?", "0\n");
    quiet("$MS -c '1/0' 2>&-; echo $?", "1\n");
    quiet("$MS -c 'print(1)' >&- 2>&- <&-; echo $?", "0\n");
    quiet("$MS <&-; echo $?", "0\n");
    quiet("$MS - <&-; echo $?", "0\n");
    quiet("$JOY <&- >&-; echo $?", "0\n");
    quiet("$MS -c '1/0' 2>/dev/full; echo $?", "1\n");
}

#[test]
fn output_comes_before_the_error() {
    let folder = Folder::new("order");
    let ended = folder.shell("$MS -c 'print(1); 1/0' 2>&1");
    assert!(ended.out.starts_with("1\nTraceback"), "{ended:?}");
}

#[test]
fn control_c_reaches_loops_and_sleeps() {
    let folder = Folder::new("ctrlc");
    for wait in [
        "while True: pass",
        "import time; time.sleep(60)",
        "import asyncio; asyncio.run(asyncio.sleep(60))",
        "sorted([3, 1], key=spin)",
    ] {
        let text = format!(
            "def spin(x):\n  while True: pass\nprint('go', flush=True)\n{wait}\nprint('on')\n"
        );
        folder.file("w.py", text);
        let mut child = folder
            .command(common::MINISCRIPT)
            .arg("w.py")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("miniscript starts");
        let mut out = BufReader::new(child.stdout.take().expect("stdout"));
        let mut line = String::new();
        out.read_line(&mut line).expect("a line");
        let id = Pid::from_raw(i32::try_from(child.id()).expect("an id"));
        kill(id, Signal::SIGINT).expect("the signal is sent");
        let status = child.wait().expect("the end");
        let (mut rest, mut err) = (String::new(), String::new());
        out.read_to_string(&mut rest).expect("stdout");
        let mut stderr = child.stderr.take().expect("stderr");
        stderr.read_to_string(&mut err).expect("stderr");
        // It dies of the signal, as python3 does; a shell shows 130.
        assert_eq!(
            (common::code(status), rest.as_str()),
            (-2, ""),
            "{wait}: {err}"
        );
        assert!(
            err.starts_with("Traceback") && err.ends_with("\nKeyboardInterrupt\n"),
            "{err}"
        );
    }
    folder
        .shell("$MS -c 'raise KeyboardInterrupt' 2>/dev/null; echo $?")
        .is(0, "130\n", "");
}

/// As in the background of a shell without job control.
#[test]
fn an_ignored_control_c_stays_ignored() {
    let folder = Folder::new("ignored");
    folder
        .shell("trap '' INT; (sleep 0.2; kill -INT $$) & exec $MS -c 'import time; time.sleep(0.5); print(1)'")
        .is(0, "1\n", "");
}
