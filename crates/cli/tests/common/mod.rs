//! Starting the executables as a user does: with files in a folder of the test's own, with
//! standard input, through a shell.
#![allow(dead_code, reason = "each test program uses a part")]

use std::ffi::OsStr;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// The `miniscript` under test.
pub(crate) const MINISCRIPT: &str = env!("CARGO_BIN_EXE_miniscript");

/// The `joy` under test.
pub(crate) const JOY: &str = env!("CARGO_BIN_EXE_joy");

/// A folder that is removed with its owner; commands run in it.
pub(crate) struct Folder(PathBuf);

/// What a command left.
#[derive(Debug, PartialEq)]
pub(crate) struct Ended {
    /// The exit code; minus the signal's number where one has ended it.
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    pub(crate) fn new(name: &str) -> Folder {
        let name = format!("miniscript-cli-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).expect("a folder for the test");
        // Tracebacks show the folder as the system names it.
        Folder(path.canonicalize().expect("the folder's path"))
    }

    /// Writes a file, and the folders it is in.
    pub(crate) fn file(&self, name: impl AsRef<OsStr>, text: impl AsRef<[u8]>) -> &Folder {
        let path = self.0.join(name.as_ref());
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        std::fs::write(path, text).expect("a file");
        self
    }

    /// The path of what is in it.
    pub(crate) fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }

    /// A command that runs here, without the environment's settings.
    pub(crate) fn command(&self, executable: &str) -> Command {
        let mut command = Command::new(executable);
        command
            .current_dir(&self.0)
            .env_remove("MINISCRIPT_PLUGIN_PATH")
            .env_remove("MINISCRIPT_GC_STRESS")
            .env_remove("PYTHONHASHSEED");
        command
    }

    /// Runs `miniscript` with arguments and nothing on standard input.
    pub(crate) fn run(&self, args: &[&str]) -> Ended {
        self.run_with(args, b"")
    }

    /// Runs `miniscript` with arguments and standard input.
    pub(crate) fn run_with(&self, args: &[&str], input: &[u8]) -> Ended {
        let mut command = self.command(MINISCRIPT);
        command.args(args);
        self.finish(command, input)
    }

    /// Runs `joy` with arguments and standard input.
    pub(crate) fn joy(&self, args: &[&str], input: &[u8]) -> Ended {
        let mut command = self.command(JOY);
        command.args(args);
        self.finish(command, input)
    }

    /// Runs a program's text from a file; the folder is cut from stderr.
    pub(crate) fn program(&self, text: impl AsRef<[u8]>) -> Ended {
        self.file("t.py", text);
        let mut ended = self.run(&["t.py"]);
        ended.err = ended.err.replace(&self.path(""), "");
        ended
    }

    /// Runs a line of the shell, in which `$MS` and `$JOY` name the executables.
    pub(crate) fn shell(&self, line: &str) -> Ended {
        let mut command = self.command("sh");
        command
            .args(["-c", line])
            .env("MS", MINISCRIPT)
            .env("JOY", JOY);
        self.finish(command, b"")
    }

    pub(crate) fn finish(&self, mut command: Command, input: &[u8]) -> Ended {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the executable starts");
        let mut stdin = child.stdin.take().expect("standard input");
        let input = input.to_vec();
        let writer = std::thread::spawn(move || {
            // A program that ends early closes the pipe.
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().expect("the executable ends");
        writer.join().expect("the writer");
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        Ended {
            code: code(output.status),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The exit code, or minus the number of the signal.
pub(crate) fn code(status: std::process::ExitStatus) -> i32 {
    #[cfg(unix)]
    if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
        return -signal;
    }
    status.code().unwrap_or(i32::MIN)
}

impl Ended {
    /// Checks all of it.
    #[track_caller]
    pub(crate) fn is(&self, code: i32, out: &str, err: &str) {
        let expected = Ended {
            code,
            out: out.to_owned(),
            err: err.to_owned(),
        };
        assert_eq!(self, &expected);
    }
}
