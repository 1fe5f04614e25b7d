//! The interactive interpreters on a pseudo terminal: prompts, blocks, errors, Ctrl-C.
#![cfg(unix)]

mod common;

use common::{Folder, JOY, MINISCRIPT};
use nix::pty::openpty;
use nix::sys::signal::{Signal, kill};
use nix::sys::termios::{LocalFlags, OutputFlags, SetArg, tcgetattr, tcsetattr};
use nix::unistd::Pid;
use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// An interpreter on a terminal without echo.
struct Dialogue {
    child: Child,
    master: File,
    answers: Receiver<Vec<u8>>,
    unread: String,
    _folder: Folder,
}

impl Dialogue {
    fn with(name: &str, executable: &str, args: &[&str]) -> Dialogue {
        let folder = Folder::new(name);
        let pty = openpty(None, None).expect("a pseudo terminal");
        let mut mode = tcgetattr(&pty.slave).expect("its mode");
        mode.local_flags.remove(LocalFlags::ECHO);
        mode.output_flags.remove(OutputFlags::ONLCR);
        tcsetattr(&pty.slave, SetArg::TCSANOW, &mode).expect("its mode is set");
        let slave = || Stdio::from(pty.slave.try_clone().expect("the terminal"));
        let child = folder
            .command(executable)
            .args(args)
            // A terminal that no editor works on: the lines are read as they are.
            .env("TERM", "dumb")
            .stdin(slave())
            .stdout(slave())
            .stderr(slave())
            .spawn()
            .expect("the interpreter starts");
        drop(pty.slave);
        let master = File::from(pty.master);
        let mut reader = master.try_clone().expect("the master");
        let (sender, answers) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The end is an error on Linux.
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        Dialogue {
            child,
            master,
            answers,
            unread: String::new(),
            _folder: folder,
        }
    }

    fn python(name: &str) -> Dialogue {
        let mut dialogue = Dialogue::with(name, MINISCRIPT, &["-q"]);
        dialogue.expect(">>> ");
        dialogue
    }

    /// Waits for a text that ends what has been shown: all that came before it, and it.
    #[track_caller]
    fn shown(&mut self, end: &str) -> String {
        let limit = Instant::now() + Duration::from_secs(60);
        while !self.unread.ends_with(end) {
            let left = limit.saturating_duration_since(Instant::now());
            match self.answers.recv_timeout(left) {
                Ok(bytes) => self.unread.push_str(&String::from_utf8_lossy(&bytes)),
                Err(_) => panic!("no {end:?} in {:?}", self.unread),
            }
        }
        std::mem::take(&mut self.unread)
    }

    #[track_caller]
    fn expect(&mut self, text: &str) {
        assert_eq!(self.shown(text), text);
    }

    fn send(&mut self, text: impl AsRef<[u8]>) {
        self.master
            .write_all(text.as_ref())
            .expect("the line is sent");
    }

    /// Types a line: what is shown up to the next prompt.
    #[track_caller]
    fn answer(&mut self, line: &str, expected: &str) {
        self.send(format!("{line}\n"));
        self.expect(expected);
    }

    fn interrupt(&self) {
        let id = Pid::from_raw(i32::try_from(self.child.id()).expect("an id"));
        kill(id, Signal::SIGINT).expect("the signal is sent");
    }

    #[track_caller]
    fn ends(mut self, code: i32) {
        let status = self.child.wait().expect("the end");
        assert_eq!(common::code(status), code);
    }
}

impl Drop for Dialogue {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn values_are_shown_and_errors_do_not_end_it() {
    let mut it = Dialogue::python("values");
    it.answer("1 + 1", "2\n>>> ");
    it.answer("_ * 21", "42\n>>> ");
    it.answer("None", ">>> ");
    it.answer("", ">>> ");
    it.answer("   ", ">>> ");
    it.answer("# only words", ">>> ");
    it.answer("'a'; None; 2", "'a'\n2\n>>> ");
    it.answer("x = 3", ">>> ");
    let error = "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\n";
    it.answer(
        "x / 0",
        &format!("{error}ZeroDivisionError: division by zero\n>>> "),
    );
    it.answer("x", "3\n>>> ");
    it.answer(
        "x = 'a",
        "  File \"<stdin>\", line 1\n    x = 'a\n        ^\n\
         hint: the string that begins in column 5 has no closing quote in its line; \
         \"\"\" holds several lines\n\
         SyntaxError: unterminated string literal (detected at line 1)\n>>> ",
    );
    it.answer(
        "raise KeyboardInterrupt",
        &format!("{error}KeyboardInterrupt\n>>> "),
    );
    it.answer("__name__", "'__main__'\n>>> ");
    it.answer("exit", "Use exit() or Ctrl-D (i.e. EOF) to exit\n>>> ");
    it.send(b"x = '\xff'\n");
    assert!(it.shown(">>> ").contains("SyntaxError"));
    it.send("\x04");
    it.expect("\n");
    it.ends(0);
}

#[test]
fn blocks_end_with_an_empty_line() {
    let mut it = Dialogue::python("blocks");
    it.answer("def f(x):", "... ");
    it.answer("    if x:", "... ");
    it.answer("        return 1", "... ");
    it.answer("    ", "... ");
    it.answer("    return 1 / x", "... ");
    it.answer("", ">>> ");
    it.answer(
        "f(0)",
        "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\n  \
         File \"<stdin>\", line 5, in f\nZeroDivisionError: division by zero\n>>> ",
    );
    it.answer("for i in range(2): i", "... ");
    it.answer("", "0\n1\n>>> ");
    it.answer("@f", "... ");
    it.answer("def g(): pass", "... ");
    it.answer("", ">>> ");
    it.answer("g", "1\n>>> ");
    it.answer("if 0: 1", "... ");
    it.answer("else: 2", "... ");
    it.answer("", "2\n>>> ");
    it.answer("(1,", "... ");
    it.answer("", "... ");
    it.answer("2)", "(1, 2)\n>>> ");
    it.answer("'''a", "... ");
    it.answer("", "... ");
    it.answer("b'''", "'a\\n\\nb'\n>>> ");
    it.answer("x = 1 + \\", "... ");
    it.answer("2", ">>> ");
    it.answer("x", "3\n>>> ");
    it.answer("class A:", "... ");
    it.send("\n");
    assert!(
        it.shown(">>> ")
            .contains("IndentationError: expected an indented block")
    );
    it.send("exit(5)\n");
    it.ends(5);
}

#[test]
fn control_c_gives_up_what_is_typed_and_what_runs() {
    let mut it = Dialogue::python("interrupts");
    it.interrupt();
    it.expect("\nKeyboardInterrupt\n>>> ");
    it.answer("if 1:", "... ");
    it.interrupt();
    it.expect("\nKeyboardInterrupt\n>>> ");
    it.answer("1", "1\n>>> ");
    it.send("import time; print('go', flush=True); time.sleep(60)\n");
    it.expect("go\n");
    it.interrupt();
    let error = "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\nKeyboardInterrupt\n>>> ";
    it.expect(error);
    it.answer("while True:", "... ");
    it.answer("    pass", "... ");
    it.send("\n");
    // It may still be read; once it runs, it is interrupted.
    thread::sleep(Duration::from_millis(500));
    it.interrupt();
    assert!(it.shown("KeyboardInterrupt\n>>> ").contains("Traceback"));
    it.answer("2", "2\n>>> ");
    it.send("raise SystemExit('bye')\n");
    it.expect("bye\n");
    it.ends(1);
}

#[test]
fn joy_answers_line_by_line() {
    let mut it = Dialogue::with("joy", JOY, &[]);
    it.expect("joy> ");
    it.answer("1 2 +.", "3\njoy> ");
    it.interrupt();
    it.expect("\njoy> ");
    it.send("1 0 /.\n");
    assert!(it.shown("joy> ").contains("non-zero divisor"));
    it.answer("\"a\".", "\"a\"\njoy> ");
    it.send("\x04");
    it.expect("\n");
    it.ends(0);
}
