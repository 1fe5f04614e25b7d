//! The command line.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::slice::Iter;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
usage: miniscript [option] ... [-c cmd | -m mod | file | -] [arg] ...
       miniscript compile file [-o output]

  file    run the Python program in the file, as source or compiled (.msb)
  -       run the program that is read from standard input
  -c cmd  run the program passed as a string
  -m mod  run a module or package by its name
  (none)  start the interactive interpreter, or read standard input

  compile file [-o output]
          compile the program or module to bytecode, by default beside the source with the
          ending .msb; it runs and is imported as the source is, which wins if it lies beside it

options:
  -h, --help      show this help and exit
  -V, --version   show the version and exit
  -q              do not show the version when the interactive interpreter starts

  arg ...         arguments of the program, in sys.argv

environment:
  MINISCRIPT_HISTORY       file of the interactive interpreter's history (empty: none;
                           ~/.miniscript_history if it is not set)
  MINISCRIPT_PLUGIN_PATH   folders to import modules and plugins from, besides the program's
  PYTHONHASHSEED           a number: hashes of text are the same at each run

exit codes: 0 on success, 1 after an uncaught exception, 2 for a wrong command line,
120 if the output cannot be written, 130 after Ctrl-C (on Unix the process dies of the
signal, which shells show as 130), otherwise what the program gives to sys.exit().
";

/// Where the program comes from.
#[derive(Debug, PartialEq)]
pub(crate) enum Source {
    /// `-c`.
    Command(String),
    /// `-m`.
    Module(String),
    /// A file's path.
    File(OsString),
    /// `-`.
    Stdin,
    /// No program at all: a REPL on a terminal, otherwise what standard input holds.
    Interactive,
}

/// What is to be run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) source: Source,
    /// `sys.argv`, the program's own name first.
    pub(crate) argv: Vec<OsString>,
    pub(crate) quiet: bool,
}

/// What is to be compiled.
#[derive(Debug, PartialEq)]
pub(crate) struct Job {
    pub(crate) source: PathBuf,
    pub(crate) output: PathBuf,
}

/// What the command line asks for.
#[derive(Debug)]
pub(crate) enum Request {
    Help,
    Version,
    Run(Run),
    Compile(Job),
}

/// Reads the command line; `Err` is what to print before exit code 2.
pub(crate) fn parse(words: &[OsString]) -> Result<Request, String> {
    let mut rest = words.get(1..).unwrap_or(&[]).iter();
    if words.get(1).is_some_and(|word| word == "compile") {
        return job(words.get(2..).unwrap_or(&[]));
    }
    let mut quiet = false;
    while let Some(word) = rest.next() {
        if word == "-" {
            return Ok(run(Source::Stdin, word, rest, quiet));
        }
        if word == "--" {
            return Ok(match rest.next() {
                Some(file) => run(Source::File(file.clone()), file, rest, quiet),
                None => run(Source::Interactive, OsStr::new(""), rest, quiet),
            });
        }
        if !word.as_encoded_bytes().starts_with(b"-") {
            return Ok(run(Source::File(word.clone()), word, rest, quiet));
        }
        let Some(option) = word.to_str() else {
            return Err(usage(&format!("unknown option {}", word.display())));
        };
        match option {
            "--help" => return Ok(Request::Help),
            "--version" => return Ok(Request::Version),
            _ if option.starts_with("--") => {
                return Err(usage(&format!("unknown option {option}")));
            }
            _ => {}
        }
        for (at, letter) in option.char_indices().skip(1) {
            match letter {
                'h' | '?' => return Ok(Request::Help),
                'V' => return Ok(Request::Version),
                'q' => quiet = true,
                'c' | 'm' => {
                    // The rest of the word, or the next one.
                    let attached = option.get(at + 1..).unwrap_or("");
                    let value = match attached {
                        "" => rest.next().map(OsString::as_os_str),
                        text => Some(OsStr::new(text)),
                    };
                    let source = program(letter, value)?;
                    let name = if letter == 'c' { "-c" } else { "-m" };
                    return Ok(run(source, OsStr::new(name), rest, quiet));
                }
                _ => return Err(usage(&format!("Unknown option: -{letter}"))),
            }
        }
    }
    Ok(run(Source::Interactive, OsStr::new(""), rest, quiet))
}

/// Reads the words behind `compile`.
fn job(words: &[OsString]) -> Result<Request, String> {
    let (mut source, mut output) = (None, None);
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        let text = word.to_string_lossy();
        let place = match &*text {
            "-h" | "--help" => return Ok(Request::Help),
            "-o" => match rest.next() {
                Some(word) if output.is_none() => {
                    output = Some(PathBuf::from(word));
                    continue;
                }
                Some(_) => return Err(usage("There is more than one -o option")),
                None => return Err(usage("Argument expected for the -o option")),
            },
            "--" => rest.next(),
            option if option.starts_with('-') => {
                return Err(usage(&format!("Unknown option: {option}")));
            }
            _ => Some(word),
        };
        if let Some(place) = place
            && source.replace(PathBuf::from(place)).is_some()
        {
            return Err(usage("One file is compiled at a time"));
        }
    }
    let Some(source) = source else {
        return Err(usage("A file to compile is expected"));
    };
    let output = output.unwrap_or_else(|| match source.extension() {
        Some(ending) if ending == "py" => source.with_extension("msb"),
        _ => {
            let mut name = source.clone().into_os_string();
            name.push(".msb");
            PathBuf::from(name)
        }
    });
    Ok(Request::Compile(Job { source, output }))
}

fn run(source: Source, first: &OsStr, rest: Iter<'_, OsString>, quiet: bool) -> Request {
    let mut argv = vec![first.to_owned()];
    argv.extend(rest.cloned());
    Request::Run(Run {
        source,
        argv,
        quiet,
    })
}

/// What `-c` and `-m` name.
fn program(letter: char, value: Option<&OsStr>) -> Result<Source, String> {
    let Some(value) = value else {
        return Err(usage(&format!(
            "Argument expected for the -{letter} option"
        )));
    };
    let Some(text) = value.to_str() else {
        return Err(usage(&format!(
            "The argument of the -{letter} option is not UTF-8"
        )));
    };
    Ok(match letter {
        'c' => Source::Command(text.to_owned()),
        _ => Source::Module(text.to_owned()),
    })
}

fn usage(message: &str) -> String {
    format!(
        "{message}\nusage: miniscript [option] ... [-c cmd | -m mod | file | -] [arg] ...\n       miniscript compile file [-o output]\nTry `miniscript -h' for more information."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> (Source, Vec<OsString>) {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        match parse(&words) {
            Ok(Request::Run(run)) => (run.source, run.argv),
            other => panic!("{other:?}"),
        }
    }

    fn argv(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[test]
    fn arguments_go_to_the_program() {
        let file = Source::File("a.py".into());
        assert_eq!(parsed("m a.py -x 1"), (file, argv(&["a.py", "-x", "1"])));
        let pass = || Source::Command("pass".into());
        assert_eq!(parsed("m -c pass -c"), (pass(), argv(&["-c", "-c"])));
        assert_eq!(parsed("m -qcpass x"), (pass(), argv(&["-c", "x"])));
        let module = || Source::Module("mod".into());
        assert_eq!(parsed("m -m mod a"), (module(), argv(&["-m", "a"])));
        assert_eq!(parsed("m -mmod"), (module(), argv(&["-m"])));
        assert_eq!(parsed("m -"), (Source::Stdin, argv(&["-"])));
        assert_eq!(parsed("m"), (Source::Interactive, argv(&[""])));
        let file = Source::File("-x".into());
        assert_eq!(parsed("m -- -x -y"), (file, argv(&["-x", "-y"])));
    }

    #[test]
    fn compiled_files_lie_beside_their_sources() {
        let compiled = |line: &str| {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            match parse(&words) {
                Ok(Request::Compile(job)) => (job.source, job.output),
                other => panic!("{other:?}"),
            }
        };
        let pair = |source: &str, output: &str| (PathBuf::from(source), PathBuf::from(output));
        assert_eq!(compiled("m compile a.py"), pair("a.py", "a.msb"));
        assert_eq!(
            compiled("m compile d/a.b.py"),
            pair("d/a.b.py", "d/a.b.msb")
        );
        assert_eq!(compiled("m compile tool"), pair("tool", "tool.msb"));
        assert_eq!(compiled("m compile -o x a.py"), pair("a.py", "x"));
        assert_eq!(compiled("m compile a.py -o b.msb"), pair("a.py", "b.msb"));
        assert_eq!(compiled("m compile -- -o"), pair("-o", "-o.msb"));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "m compile",
            "m compile -o x",
            "m compile a.py -o",
            "m compile a.py b.py",
            "m compile -O a.py",
            "m -c",
            "m -m",
            "m --nonsense",
            "m -Z",
            "m -qZ a.py",
        ] {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert!(parse(&words).is_err(), "{line}");
        }
    }
}
