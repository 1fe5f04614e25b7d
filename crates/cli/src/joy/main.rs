//! The `joy` executable: the reference implementation's command line.
#![forbid(unsafe_code)]

mod options;

use miniscript_runtime::joy::{Joy, Status};
use miniscript_runtime::{Blame, Error, Vm};
use options::{Options, Request};
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args_os()
        .map(|word| word.to_string_lossy().into_owned())
        .collect();
    match options::parse(&words) {
        Ok(Request::Help) => {
            print!("{}", options::HELP);
            ExitCode::SUCCESS
        }
        Ok(Request::Version) => {
            println!("Joy on MiniScript {}", env!("CARGO_PKG_VERSION"));
            ExitCode::SUCCESS
        }
        Ok(Request::Run(options)) => run(&options),
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> ExitCode {
    let source = match &options.file {
        Some(file) => match std::fs::read(file) {
            Ok(source) => Some(source),
            Err(_) => {
                // The reference's sentence; but a failure is told by the exit code too.
                eprintln!("failed to open the file '{file}'.");
                return ExitCode::FAILURE;
            }
        },
        None => None,
    };
    let interactive = source.is_none() && io::stdin().is_terminal();
    let mut joy = match machine(options, interactive) {
        Ok(joy) => joy,
        Err(error) => return report(&error),
    };
    let outcome = match source {
        Some(source) => joy
            .run(&source, options.file.as_deref().unwrap_or(""))
            .map(|_| ()),
        None => lines(&mut joy, interactive),
    };
    joy.vm().flush();
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => report(&error),
    }
}

fn machine(options: &Options, interactive: bool) -> Result<Joy, Error> {
    let folder = options
        .file
        .as_ref()
        .and_then(|file| Path::new(file).parent())
        .map(Path::to_path_buf);
    let mut builder = Vm::builder().folder(folder.unwrap_or_default());
    if let Some(paths) = std::env::var_os("MINISCRIPT_PLUGIN_PATH") {
        for path in std::env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty()) {
            builder = builder.folder(path);
        }
    }
    let vm = builder.build()?;
    let (handle, waker) = (vm.interrupt_handle(), vm.waker());
    // A second handler cannot be set; then Ctrl-C ends the process as usual.
    let _ = ctrlc::set_handler(move || {
        handle.interrupt();
        waker.wake_by_ref();
    });
    let mut joy = Joy::new(vm, interactive)?;
    let settings = joy.settings();
    settings.set_arguments(
        options
            .arguments
            .iter()
            .map(|word| word.clone().into_bytes()),
    );
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
fn lines(joy: &mut Joy, interactive: bool) -> Result<(), Error> {
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    loop {
        if interactive {
            let mut out = io::stdout().lock();
            let _ = out.write_all(b"joy> ").and_then(|()| out.flush());
        }
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => return Ok(()),
            Ok(_) => {}
            Err(error) => {
                eprintln!("joy: cannot read standard input: {error}");
                return Ok(());
            }
        }
        match joy.feed(&line) {
            Ok(Status::Quit) => return Ok(()),
            Ok(Status::Ready | Status::Incomplete) => joy.vm().flush(),
            Err(error) if interactive => {
                report(&error);
                joy.abandon();
            }
            Err(error) => return Err(error),
        }
    }
}

fn report(error: &Error) -> ExitCode {
    match error {
        Error::Fault(fault) if fault.blame() == Blame::Interrupt => {
            eprintln!("interrupted");
            ExitCode::from(130)
        }
        error => {
            eprintln!("joy: {error}");
            ExitCode::FAILURE
        }
    }
}
