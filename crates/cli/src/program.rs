//! Running a program: finding its text, running it, and what to say about its end.

use crate::options::{Run, Source};
use crate::repl;
use miniscript_runtime::{Blame, Builder, Error, Vm};
use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

/// Runs what the command line asks for: the exit code.
pub(crate) fn run(run: Run) -> i32 {
    let interactive = run.source == Source::Interactive && io::stdin().is_terminal();
    let (text, filename, folder) = match &run.source {
        Source::File(path) => match read_file(path) {
            Ok(text) => (text, path.clone(), parent(Path::new(path))),
            Err(message) => {
                eprintln!("miniscript: {message}");
                return 2;
            }
        },
        Source::Command(code) => {
            let mut text = code.clone().into_bytes();
            text.push(b'\n');
            (text, "<string>".to_owned(), PathBuf::new())
        }
        Source::Module(_) => (Vec::new(), String::new(), PathBuf::new()),
        Source::Stdin | Source::Interactive if !interactive => {
            let mut text = Vec::new();
            if let Err(error) = io::stdin().lock().read_to_end(&mut text) {
                eprintln!("miniscript: can't read standard input: {error}");
                return 2;
            }
            (text, "<stdin>".to_owned(), PathBuf::new())
        }
        _ => (Vec::new(), String::new(), PathBuf::new()),
    };
    let mut vm = match machine(&run, folder) {
        Ok(vm) => vm,
        Err(error) => {
            eprintln!("miniscript: {error}");
            return 1;
        }
    };
    let outcome = match &run.source {
        Source::Module(name) => vm.run_module(name),
        _ if interactive => {
            let code = repl::run(&mut vm, run.quiet);
            vm.flush();
            return code;
        }
        // What is given as a string is no file: no `__file__`.
        Source::Command(_) => vm.run_source(&text, &filename),
        _ => vm.run_main(&text, &filename),
    };
    vm.flush();
    outcome.map_or_else(|error| report(&error), |()| 0)
}

/// Says on stderr why a program has ended: the exit code.
pub(crate) fn report(error: &Error) -> i32 {
    let mut stderr = io::stderr().lock();
    match error {
        Error::Fault(fault) => {
            let _ = match fault.blame() {
                Blame::Script | Blame::Interrupt | Blame::Exit => {
                    write!(stderr, "{}", fault.traceback())
                }
                _ => writeln!(stderr, "miniscript: {fault}"),
            };
            match fault.blame() {
                Blame::Exit => fault.exit_code().unwrap_or(1),
                Blame::Interrupt => 130,
                _ => 1,
            }
        }
        error => {
            let _ = writeln!(stderr, "miniscript: {error}");
            1
        }
    }
}

fn machine(run: &Run, folder: PathBuf) -> Result<Vm, Error> {
    let mut builder: Builder = Vm::builder().argv(run.argv.clone()).folder(folder);
    if let Some(paths) = std::env::var_os("MINISCRIPT_PLUGIN_PATH") {
        for path in std::env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty()) {
            builder = builder.folder(path);
        }
    }
    let mut vm = builder.build()?;
    // For the project's own tests: a collector that leaves no mistake unpunished.
    match std::env::var("MINISCRIPT_GC_STRESS").as_deref() {
        Ok("always") => vm.core_mut().set_stress(true),
        Ok("steps") => vm.core_mut().set_hostile_pace(),
        _ => {}
    }
    let (handle, waker) = (vm.interrupt_handle(), vm.waker());
    // A second handler cannot be set; then Ctrl-C ends the process as usual.
    let _ = ctrlc::set_handler(move || {
        handle.interrupt();
        waker.wake_by_ref();
    });
    Ok(vm)
}

fn parent(path: &Path) -> PathBuf {
    path.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// A program's largest size: nobody writes more, and a device file never ends.
const MAX_SOURCE: u64 = 64 << 20;

fn read_file(path: &str) -> Result<Vec<u8>, String> {
    let refuse = |error: &io::Error| {
        let (number, text) = describe(error);
        format!("can't open file '{path}': [Errno {number}] {text}")
    };
    let file = File::open(path).map_err(|error| refuse(&error))?;
    let metadata = file.metadata().map_err(|error| refuse(&error))?;
    if metadata.is_dir() {
        return Err(format!("can't find '__main__' module in '{path}'"));
    }
    let mut text = Vec::new();
    file.take(MAX_SOURCE + 1)
        .read_to_end(&mut text)
        .map_err(|error| refuse(&error))?;
    if text.len() as u64 > MAX_SOURCE {
        return Err(format!(
            "can't run file '{path}': it is larger than {} MiB",
            MAX_SOURCE >> 20
        ));
    }
    Ok(text)
}

/// The error's number and text as C names them.
fn describe(error: &io::Error) -> (i32, String) {
    let text = error.to_string();
    let plain = text.split(" (os error").next().unwrap_or(&text).to_owned();
    (error.raw_os_error().unwrap_or(0), plain)
}
