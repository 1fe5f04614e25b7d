//! The command line.

/// What `--help` prints.
pub(crate) const HELP: &str = "\
usage: miniscript [option] ... [-c cmd | -m mod | file | -] [arg] ...

  file    run the Python program in the file
  -       run the program that is read from standard input
  -c cmd  run the program passed as a string
  -m mod  run a module or package by its name
  (none)  start the interactive interpreter, or read standard input

options:
  -h, --help      show this help and exit
  -V, --version   show the version and exit
  -q              do not show the version when the interactive interpreter starts

  arg ...         arguments of the program, in sys.argv

environment:
  MINISCRIPT_PLUGIN_PATH   folders to import modules and plugins from, besides the program's

exit codes: 0 on success, 1 after an uncaught exception, 2 for a wrong command line,
130 after Ctrl-C, otherwise what the program gives to sys.exit().
";

/// Where the program comes from.
#[derive(Debug, PartialEq)]
pub(crate) enum Source {
    /// `-c`.
    Command(String),
    /// `-m`.
    Module(String),
    /// A file's path.
    File(String),
    /// `-`, or input that is no terminal.
    Stdin,
    /// No program at all: a REPL on a terminal.
    Interactive,
}

/// What is to be run.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) source: Source,
    /// `sys.argv`, the program's own name first.
    pub(crate) argv: Vec<String>,
    pub(crate) quiet: bool,
}

/// What the command line asks for.
#[derive(Debug)]
pub(crate) enum Request {
    Help,
    Version,
    Run(Run),
}

/// Reads the command line; `Err` is what to print before exit code 2.
pub(crate) fn parse(words: &[String]) -> Result<Request, String> {
    let mut rest = words.get(1..).unwrap_or(&[]).iter();
    let mut quiet = false;
    let run = |source, first: &str, rest: std::slice::Iter<'_, String>, quiet| {
        let mut argv = vec![first.to_owned()];
        argv.extend(rest.cloned());
        Ok(Request::Run(Run {
            source,
            argv,
            quiet,
        }))
    };
    while let Some(word) = rest.next() {
        match word.as_str() {
            "-h" | "--help" | "-?" => return Ok(Request::Help),
            "-V" | "--version" => return Ok(Request::Version),
            "-q" => quiet = true,
            "-" => return run(Source::Stdin, "-", rest, quiet),
            "-c" => {
                let Some(code) = rest.next() else {
                    return Err(missing("-c"));
                };
                return run(Source::Command(code.clone()), "-c", rest, quiet);
            }
            "-m" => {
                let Some(name) = rest.next() else {
                    return Err(missing("-m"));
                };
                return run(Source::Module(name.clone()), "-m", rest, quiet);
            }
            "--" => {
                return match rest.next() {
                    Some(file) => run(Source::File(file.clone()), file, rest, quiet),
                    None => run(Source::Interactive, "", rest, quiet),
                };
            }
            option if option.starts_with('-') => {
                return Err(format!(
                    "unknown option {option}\nusage: miniscript [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `miniscript -h' for more information."
                ));
            }
            file => return run(Source::File(file.to_owned()), file, rest, quiet),
        }
    }
    run(Source::Interactive, "", rest, quiet)
}

fn missing(option: &str) -> String {
    format!(
        "Argument expected for the {option} option\nusage: miniscript [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `miniscript -h' for more information."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> (Source, Vec<String>) {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        match parse(&words) {
            Ok(Request::Run(run)) => (run.source, run.argv),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn arguments_go_to_the_program() {
        assert_eq!(
            parsed("m a.py -x 1"),
            (
                Source::File("a.py".into()),
                vec!["a.py".into(), "-x".into(), "1".into()]
            )
        );
        assert_eq!(
            parsed("m -c pass -c"),
            (
                Source::Command("pass".into()),
                vec!["-c".into(), "-c".into()]
            )
        );
        assert_eq!(
            parsed("m -m mod a"),
            (Source::Module("mod".into()), vec!["-m".into(), "a".into()])
        );
        assert_eq!(parsed("m -"), (Source::Stdin, vec!["-".into()]));
        assert_eq!(parsed("m"), (Source::Interactive, vec!["".into()]));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let words = |line: &str| line.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert!(parse(&words("m -c")).is_err());
        assert!(parse(&words("m --nonsense")).is_err());
    }
}
