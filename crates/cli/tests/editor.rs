//! The line editor of both dialogues on a pseudo terminal: keys, history, completion, paste.
#![cfg(all(unix, feature = "repl"))]

mod common;

use common::{Folder, JOY, MINISCRIPT};
use nix::pty::openpty;
use std::fs::File;
use std::io::{Read, Write};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};

/// An interpreter on a terminal that understands control sequences.
struct Session {
    child: Child,
    master: File,
    answers: Receiver<Vec<u8>>,
    unread: String,
}

impl Session {
    fn open(folder: &Folder, executable: &str, args: &[&str]) -> Session {
        let pty = openpty(None, None).expect("a pseudo terminal");
        let slave = || Stdio::from(pty.slave.try_clone().expect("the terminal"));
        let mut command = folder.command(executable);
        command
            .args(args)
            .env("TERM", "xterm")
            .env("MINISCRIPT_HISTORY", folder.path("history"))
            .env("JOY_HISTORY", "")
            .stdin(slave())
            .stdout(slave())
            .stderr(slave());
        let child = command.spawn().expect("the interpreter starts");
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
        Session {
            child,
            master,
            answers,
            unread: String::new(),
        }
    }

    fn python(folder: &Folder) -> Session {
        let mut session = Session::open(folder, MINISCRIPT, &["-q"]);
        session.until(">>> ");
        session
    }

    /// Waits until `end` has been shown: all up to it, without control sequences and without
    /// its own last end of line, which stands before the next prompt.
    #[track_caller]
    fn until(&mut self, end: &str) -> String {
        let limit = Instant::now() + Duration::from_secs(60);
        loop {
            let plain = without_controls(&self.unread);
            if let Some(at) = plain.find(end) {
                // What follows belongs to the next question, and is kept as it is.
                let taken = end.trim_end_matches('\n').len();
                let (shown, rest) = plain.split_at(at + taken);
                self.unread = rest.to_owned();
                return shown.to_owned();
            }
            let left = limit.saturating_duration_since(Instant::now());
            match self.answers.recv_timeout(left) {
                Ok(bytes) => self.unread.push_str(&String::from_utf8_lossy(&bytes)),
                Err(_) => panic!("no {end:?} in {plain:?}"),
            }
        }
    }

    fn send(&mut self, keys: &str) {
        self.master
            .write_all(keys.as_bytes())
            .expect("keys are sent");
    }

    /// Types keys and waits for an answer and the next prompt.
    #[track_caller]
    fn answer(&mut self, keys: &str, expected: &str) {
        self.send(keys);
        self.until(expected);
        self.until("\n>>> ");
    }

    #[track_caller]
    fn ends(mut self, code: i32) {
        let status = self.child.wait().expect("the end");
        assert_eq!(common::code(status), code);
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The text without control sequences; a redrawn line stands behind its first form.
fn without_controls(text: &str) -> String {
    let mut plain = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            if chars.next() == Some('[') {
                for c in chars.by_ref() {
                    if c.is_ascii_alphabetic() {
                        break;
                    }
                }
            }
        } else if c != '\r' && c != '\u{7}' {
            plain.push(c);
        }
    }
    plain
}

#[test]
fn lines_are_edited_and_remembered() {
    let folder = Folder::new("editor-history");
    let mut it = Session::python(&folder);
    it.answer("1+1\r", "\n2\n");
    // Back three characters, and a digit before them.
    it.answer("2+3\u{1b}[D\u{1b}[D\u{1b}[D4\r", "\n45\n");
    it.answer("_\r", "\n45\n");
    it.answer("\u{1b}[A\u{1b}[A\u{1b}[A\r", "\n2\n");
    it.send("def f(x):\r");
    it.until("\n... ");
    it.send("    return x * 7\r\r");
    it.until("\n>>> ");
    it.answer("f(6)\r", "\n42\n");
    it.send("\u{4}");
    it.ends(0);
    // Another session recalls the block as a whole; it is run when it is complete.
    let mut it = Session::python(&folder);
    it.send("\u{1b}[A\u{1b}[A");
    it.until("    return x * 7");
    it.send("\r");
    it.until("\n... ");
    it.send("\r");
    it.until("\n>>> ");
    it.answer("f(2)\r", "\n14\n");
    it.send("exit(3)\r");
    it.ends(3);
}

#[test]
fn names_and_attributes_are_completed() {
    let folder = Folder::new("editor-completion");
    let mut it = Session::python(&folder);
    it.answer("values = [3, 1]\r", "");
    it.answer("val\t.app\t7)\r", "");
    it.answer("values\r", "[3, 1, 7]");
    it.answer("isinst\tvalues, list)\r", "\nTrue\n");
    it.send("class A:\r");
    it.until("\n... ");
    it.send("    @property\r    def loud(self): print('called')\r    quiet = 5\r\r");
    it.until("\n>>> ");
    it.answer("a = A()\r", "");
    // Neither listing nor passing through calls a property.
    it.send("a.lo\t.re\t\u{15}");
    it.send("a.qu\t\r");
    let shown = it.until("\n5\n");
    assert!(!shown.contains("called"), "{shown:?}");
    it.until("\n>>> ");
    it.send("if 1:\r\tprint('indented')\r\r");
    it.until("\nindented\n");
    it.until("\n>>> ");
    it.send("\u{4}");
    it.ends(0);
}

#[test]
fn pasted_blocks_are_taken_as_a_whole() {
    let folder = Folder::new("editor-paste");
    let mut it = Session::python(&folder);
    let text = "def g():\n    a = 1\n\n    return a + 10\n\n\nfor i in range(2):\n    print(g() + i)\nprint('end')";
    it.send(&format!("\u{1b}[200~{text}\u{1b}[201~\r"));
    it.until("\n11\n12\nend\n");
    it.until("\n>>> ");
    // The first error ends it.
    it.send("\u{1b}[200~print('one')\n1 / 0\nprint('two')\u{1b}[201~\r");
    let shown = it.until("ZeroDivisionError: division by zero\n");
    assert!(
        shown.contains("\none\n") && !shown.contains("\ntwo\n"),
        "{shown:?}"
    );
    it.until("\n>>> ");
    // A text that does not parse runs nothing.
    it.send("\u{1b}[200~print('three')\nif x\n    y\u{1b}[201~\r");
    let shown = it.until("SyntaxError: expected ':'\n");
    assert!(!shown.contains("\nthree\n"), "{shown:?}");
    it.until("\n>>> ");
    it.send("\u{4}");
    it.ends(0);
}

#[test]
fn control_c_and_prompts() {
    let folder = Folder::new("editor-interrupt");
    let mut it = Session::python(&folder);
    it.answer("garbage(\u{3}", "KeyboardInterrupt\n");
    it.send("if 1:\r");
    it.until("\n... ");
    it.answer("\u{3}", "KeyboardInterrupt\n");
    it.send("import sys; sys.ps1 = 'py>>> '; sys.ps2\r");
    it.until("\n'... '\npy>>> ");
    it.send("help\r");
    it.until("Type help() for interactive help, or help(object) for help about object.\n");
    it.until("\npy>>> ");
    it.send("copyright\r");
    it.until("Copyright (c)");
    it.send("license()\r");
    it.until("MIT License");
    it.send("quit\r");
    it.until("Use quit() or Ctrl-D (i.e. EOF) to exit\n");
    it.send("quit()\r");
    it.ends(0);
}

#[test]
fn joys_lines_are_edited_and_remembered() {
    let folder = Folder::new("editor-joy");
    let mut it = Session::open(&folder, JOY, &[]);
    it.until("joy> ");
    it.send("1 2 +.\r");
    it.until("\n3\n");
    it.until("joy> ");
    it.send("\u{1b}[A\u{1}10 20 \r");
    it.until("\n3\n");
    it.until("joy> ");
    it.send("\u{3}");
    it.until("joy> ");
    it.send("\u{4}");
    it.ends(0);
}
