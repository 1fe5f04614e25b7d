//! The `joy` executable: the reference implementation's command line.
#![deny(unsafe_code)]
#![cfg_attr(all(target_os = "linux", target_env = "gnu", not(test)), no_main)]

#[path = "../end.rs"]
mod end;
#[path = "../lines.rs"]
mod lines;
#[cfg(all(target_os = "linux", target_env = "gnu", not(test)))]
#[path = "../linux/mod.rs"]
mod linux;
mod options;
#[allow(unsafe_code, reason = "handlers of signals are registered by it")]
#[path = "../signals.rs"]
mod signals;
#[path = "../terminal.rs"]
mod terminal;
#[path = "../testing.rs"]
mod testing;

use end::End;
use lines::{Lines, Watch, Way};
use miniscript_runtime::joy::{Joy, Status};
use miniscript_runtime::{Blame, Error, Vm};
use options::{Options, Request};
use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufRead, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use terminal::{Event, show};

#[cfg(not(all(target_os = "linux", target_env = "gnu", not(test))))]
fn main() -> std::process::ExitCode {
    begin().code().into()
}

fn begin() -> End {
    let words: Vec<OsString> = std::env::args_os().collect();
    match options::parse(&words) {
        Ok(Request::Help) => say(options::HELP),
        Ok(Request::Version) => say(&format!(
            "Joy on MiniScript {}\n",
            env!("CARGO_PKG_VERSION")
        )),
        Ok(Request::Run(options)) => run(&options),
        Err(message) => {
            let _ = writeln!(io::stderr(), "{message}");
            End::Code(2)
        }
    }
}

/// Prints what was asked for; an output that is closed or full is an error.
fn say(text: &str) -> End {
    let mut out = io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    End::Code(if written.is_ok() { 0 } else { 1 })
}

fn complain(text: &str) -> End {
    let _ = writeln!(io::stderr(), "{text}");
    End::Code(1)
}

fn run(options: &Options) -> End {
    let source = match &options.file {
        Some(file) => match read(Path::new(file)) {
            Ok(source) => Some(source),
            Err(message) => return complain(&message),
        },
        None => None,
    };
    let mut way = None;
    if source.is_none() && io::stdin().is_terminal() {
        match Way::find() {
            Ok(found) => way = Some(found),
            Err(error) => return complain(&format!("joy: cannot read the terminal: {error}")),
        }
    }
    let watch = way.as_ref().map(Way::watch);
    let mut joy = match machine(options, watch) {
        Ok(joy) => joy,
        Err(error) => return report(&error),
    };
    let outcome = match (source, &mut way) {
        (Some(source), _) => joy.run(&source, &name(options)).map(|_| ()),
        (None, Some(way)) => dialogue(&mut joy, way),
        (None, None) => lines(&mut joy),
    };
    let written = joy.vm().flush();
    match outcome.and(written) {
        Ok(()) => End::Code(0),
        Err(error) => report(&error),
    }
}

fn name(options: &Options) -> String {
    let file = options.file.as_deref().unwrap_or_default();
    file.to_string_lossy().into_owned()
}

/// A program's largest size: nobody writes more, and a device file never ends.
const MAX_SOURCE: u64 = 64 << 20;

/// A file's text, or why there is none: the reference's sentence, with the cause.
fn read(path: &Path) -> Result<Vec<u8>, String> {
    let name = path.display();
    let refuse = |error: io::Error| {
        let text = error.to_string();
        let cause = text.split(" (os error").next().unwrap_or(&text);
        format!("failed to open the file '{name}': {cause}.")
    };
    let mut source = Vec::new();
    let file = File::open(path).map_err(refuse)?;
    file.take(MAX_SOURCE + 1)
        .read_to_end(&mut source)
        .map_err(refuse)?;
    if source.len() as u64 > MAX_SOURCE {
        let limit = MAX_SOURCE >> 20;
        return Err(format!("the file '{name}' is larger than {limit} MiB."));
    }
    let line = |at: usize| 1 + source[..at].iter().filter(|&&byte| byte == b'\n').count();
    if let Err(error) = std::str::from_utf8(&source) {
        let at = error.valid_up_to();
        return Err(format!(
            "the file '{name}' is not UTF-8: byte {:#04x} on line {}.",
            source[at],
            line(at)
        ));
    }
    if let Some(at) = source.iter().position(|&byte| byte == 0) {
        return Err(format!(
            "the file '{name}' is no text: a null byte on line {}.",
            line(at)
        ));
    }
    Ok(source)
}

fn machine(options: &Options, watch: Option<Watch>) -> Result<Joy, Error> {
    let folder = options
        .file
        .as_ref()
        .and_then(|file| Path::new(file).parent());
    let mut builder = Vm::builder().folder(folder.map(PathBuf::from).unwrap_or_default());
    if let Some(paths) = std::env::var_os("MINISCRIPT_PLUGIN_PATH") {
        for path in std::env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty()) {
            builder = builder.folder(path);
        }
    }
    let interactive = watch.is_some();
    let mut vm = signals::build(testing::settings(builder), watch)?;
    testing::prepare(&mut vm);
    let mut joy = Joy::new(vm, interactive)?;
    let settings = joy.settings();
    let words = options.arguments.iter();
    settings.set_arguments(words.map(|word| word.as_encoded_bytes().to_vec()));
    if let Some(mode) = options.autoput {
        settings.fix_autoput(mode);
    }
    if let Some(mode) = options.undeferror {
        settings.fix_undeferror(mode);
    }
    if let Some(mode) = options.echo {
        settings.set_echo(mode);
    }
    settings.set_warnings(options.warnings);
    Ok(joy)
}

/// Runs standard input line by line, so that answers come as they are asked for.
fn lines(joy: &mut Joy) -> Result<(), Error> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        // A line without an end is cut: it would fill the memory.
        match input.by_ref().take(MAX_SOURCE).read_until(b'\n', &mut line) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) => {
                complain(&format!("joy: cannot read standard input: {error}"));
                return Ok(());
            }
        }
        if let Status::Quit = joy.feed(&line)? {
            return Ok(());
        }
        joy.vm().flush()?;
    }
}

/// Runs what is typed; an error ends the line, not the dialogue.
fn dialogue(joy: &mut Joy, way: &mut Way) -> Result<(), Error> {
    let mut lines = Lines::open(way, None, "JOY_HISTORY", ".joy_history");
    loop {
        let mut line = match lines.read("joy> ") {
            Event::Line(line) => line,
            Event::End => {
                if !lines.ends_lines() {
                    show("\n");
                }
                return Ok(());
            }
            Event::Interrupt => {
                joy.abandon();
                if !lines.ends_lines() {
                    show("\n");
                }
                continue;
            }
        };
        if lines.ends_lines() {
            lines.remember(&String::from_utf8_lossy(&line));
            line.push(b'\n');
        }
        match joy.feed(&line) {
            Ok(Status::Quit) => return Ok(()),
            Ok(Status::Ready | Status::Incomplete) => joy.vm().flush()?,
            Err(error) => {
                joy.vm().flush()?;
                report(&error);
                joy.abandon();
            }
        }
    }
}

fn report(error: &Error) -> End {
    match error {
        Error::Fault(fault) if fault.blame() == Blame::Interrupt => {
            complain("interrupted");
            End::Interrupted
        }
        error => complain(&format!("joy: {error}")),
    }
}
