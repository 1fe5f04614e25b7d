//! Running a program: its text, the machine it runs on, and what to say about its end.

use crate::end::End;
use crate::lines::{Watch, Way};
use crate::options::{Run, Source};
use crate::source::{self, Refusal, Text};
use crate::{repl, signals, site, testing};
use miniscript_runtime::core::compile::image::is_image;
use miniscript_runtime::host::Access;
use miniscript_runtime::{Blame, Builder, Error, Vm};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;

/// Runs what the command line asks for.
pub(crate) fn run(run: Run) -> End {
    let text = match text(&run.source) {
        Ok(text) => text,
        Err(refusal) => {
            let _ = writeln!(io::stderr(), "miniscript: {}", refusal.message);
            return End::Code(refusal.code);
        }
    };
    // Without text, and not a module's, lines are typed.
    let mut way = None;
    if text.is_none() && !matches!(run.source, Source::Module(_)) {
        match Way::find() {
            Ok(found) => way = Some(found),
            Err(error) => {
                let _ = writeln!(io::stderr(), "miniscript: can't read the terminal: {error}");
                return End::Code(1);
            }
        }
    }
    let watch = way.as_ref().map(Way::watch);
    let folder = text.as_ref().map(|text| text.folder.clone());
    let seed = match hash_seed() {
        Ok(seed) => seed,
        Err(message) => {
            let _ = writeln!(io::stderr(), "miniscript: {message}");
            return End::Code(1);
        }
    };
    let mut vm = match machine(&run, folder.unwrap_or_default(), watch, seed) {
        Ok(vm) => vm,
        Err(error) => return report(&error),
    };
    let outcome = match (&run.source, text, &mut way) {
        (Source::File(_), Some(text), _) if is_image(&text.bytes) => {
            match vm.run_main_image(&text.bytes, &text.filename) {
                Err(Error::Image(error)) => {
                    let name = &text.filename;
                    let _ = writeln!(io::stderr(), "miniscript: can't run file '{name}': {error}");
                    return close(&mut vm, End::Code(1));
                }
                outcome => outcome,
            }
        }
        (_, Some(text), _) => vm.run_main(&text.bytes, &text.filename),
        (Source::Module(name), ..) => vm.run_module(name),
        (_, None, Some(way)) => {
            let end = repl::run(&mut vm, way, run.quiet);
            return close(&mut vm, end);
        }
        (_, None, None) => Ok(()),
    };
    // Output comes before the error; what cannot be written is told behind it.
    let _ = vm.flush();
    let end = outcome.map_or_else(|error| report(&error), |()| End::Code(0));
    close(&mut vm, end)
}

/// The program's text; `None` for a module and for what is typed.
fn text(source: &Source) -> Result<Option<Text>, Refusal> {
    match source {
        Source::File(path) => source::from_file(path).map(Some),
        Source::Command(code) => Ok(Some(Text {
            bytes: format!("{code}\n").into_bytes(),
            filename: "<string>".to_owned(),
            folder: PathBuf::new(),
        })),
        Source::Module(_) => Ok(None),
        Source::Interactive | Source::Stdin if io::stdin().is_terminal() => Ok(None),
        Source::Interactive | Source::Stdin => source::from_stdin().map(Some),
    }
}

/// Writes out what is left; as in CPython, an output that refuses it decides the code.
fn close(vm: &mut Vm, end: End) -> End {
    if let Err(error) = vm.finalize() {
        report(&error);
    }
    match vm.flush() {
        Err(Error::Fault(fault)) if fault.blame() == Blame::Script => {
            let stream = "<_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>";
            let _ = writeln!(io::stderr(), "Exception ignored in: {stream}\n{fault}");
            match end {
                End::Code(_) => End::Code(120),
                End::Interrupted => end,
            }
        }
        _ => end,
    }
}

/// Says on stderr why a program has ended.
pub(crate) fn report(error: &Error) -> End {
    let mut stderr = io::stderr().lock();
    let Error::Fault(fault) = error else {
        let _ = writeln!(stderr, "miniscript: {error}");
        return End::Code(1);
    };
    let _ = match fault.blame() {
        Blame::Script | Blame::Interrupt | Blame::Exit => {
            write!(stderr, "{}", fault.explained())
        }
        _ => writeln!(stderr, "miniscript: {fault}"),
    };
    match fault.blame() {
        Blame::Exit => End::Code(fault.exit_code().unwrap_or(1)),
        Blame::Interrupt => End::Interrupted,
        _ => End::Code(1),
    }
}

/// The number in `PYTHONHASHSEED`: with one, hashes of text are the same at each run.
fn hash_seed() -> Result<Option<u64>, &'static str> {
    let Some(text) = std::env::var_os("PYTHONHASHSEED") else {
        return Ok(None);
    };
    match text.to_str() {
        Some("" | "random") => Ok(None),
        text => match text.and_then(|text| text.parse::<u32>().ok()) {
            Some(seed) => Ok(Some(seed.into())),
            None => Err("PYTHONHASHSEED must be \"random\" or an integer in range [0; 4294967295]"),
        },
    }
}

fn machine(
    run: &Run,
    folder: PathBuf,
    watch: Option<Watch>,
    seed: Option<u64>,
) -> Result<Vm, Error> {
    let mut builder: Builder = Vm::builder()
        .argv(run.argv.clone())
        .folder(folder)
        .files(Access::all());
    if let Some(paths) = std::env::var_os("MINISCRIPT_PLUGIN_PATH") {
        for path in std::env::split_paths(&paths).filter(|path| !path.as_os_str().is_empty()) {
            builder = builder.folder(path);
        }
    }
    if let Some(seed) = seed {
        builder = builder.entropy([seed; 3]);
    }
    let mut vm = signals::build(testing::settings(builder), watch)?;
    site::install(&mut vm)?;
    testing::prepare(&mut vm);
    Ok(vm)
}
