//! The command line of `joy`.

use std::ffi::{OsStr, OsString};
use std::path::Path;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
usage: joy [option] ... [file [argument] ...]

  file      run the Joy program in the file; without one (or with -), standard input
            line by line, with a prompt on a terminal

options:
  -a N   autoput: 0 none, 1 the top, 2 the whole stack (a later setautoput is ignored)
  -e N   echo of the source: 0 none, 1 lines, 2 after a tab, 3 with numbers
  -u N   undefined words: 0 do nothing, 1 are errors (a later setundeferror is ignored)
  -w     no warnings
  -h, --help      show this help and exit
  -v, --version   show the version and exit

exit codes: 0 at the end of the program (its errors are messages), 1 if it cannot be read
or its output cannot be written, 2 for a wrong command line, 130 after Ctrl-C.

environment:
  JOY_HISTORY              file of the history of what is typed (empty: none;
                           ~/.joy_history if it is not set)
  MINISCRIPT_PLUGIN_PATH   folders that plugin-load searches, besides the program's
";

/// What is to be run.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) file: Option<OsString>,
    /// `argv`: the file's name first.
    pub(crate) arguments: Vec<OsString>,
    pub(crate) autoput: Option<i64>,
    pub(crate) echo: Option<i64>,
    pub(crate) undeferror: Option<i64>,
    pub(crate) warnings: bool,
}

/// What the command line asks for.
#[derive(Debug, PartialEq)]
pub(crate) enum Request {
    Help,
    Version,
    Run(Options),
}

/// Reads the command line; `Err` is what to print before exit code 2.
pub(crate) fn parse(words: &[OsString]) -> Result<Request, String> {
    let mut options = Options {
        warnings: true,
        ..Options::default()
    };
    let mut rest = words.get(1..).unwrap_or(&[]).iter();
    let file = loop {
        let Some(word) = rest.next() else {
            return Ok(Request::Run(options));
        };
        // A lone `-` is standard input, as without a file.
        if word == "-" {
            return Ok(Request::Run(options));
        }
        if word == "--" {
            match rest.next() {
                Some(file) => break file,
                None => return Ok(Request::Run(options)),
            }
        }
        if !word.as_encoded_bytes().starts_with(b"-") {
            break word;
        }
        let option = word.to_str().unwrap_or("");
        match (option, option.chars().nth(1)) {
            ("-h" | "--help", _) => return Ok(Request::Help),
            ("-v" | "--version", _) => return Ok(Request::Version),
            ("-w", _) => options.warnings = false,
            (_, Some(letter @ ('a' | 'e' | 'u'))) => {
                let text = match option.get(2..) {
                    None | Some("") => rest.next().and_then(|word| word.to_str()).unwrap_or(""),
                    Some(attached) => attached,
                };
                let number = text.parse().map_err(|_| {
                    format!("joy: the option -{letter} takes a number, as in -{letter} 1")
                })?;
                *match letter {
                    'a' => &mut options.autoput,
                    'e' => &mut options.echo,
                    _ => &mut options.undeferror,
                } = Some(number);
            }
            _ => {
                return Err(format!(
                    "joy: there is no option {}\nTry `joy --help' for the options.",
                    word.display()
                ));
            }
        }
    };
    let name = Path::new(file).file_name().unwrap_or(OsStr::new(file));
    options.arguments.push(name.to_owned());
    options.arguments.extend(rest.cloned());
    options.file = Some(file.clone());
    Ok(Request::Run(options))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Request {
        let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
        parse(&words).unwrap_or(Request::Help)
    }

    #[test]
    fn the_file_ends_the_options() {
        let Request::Run(options) = parsed("joy -a 2 -u1 dir/a.joy -x y") else {
            panic!("help")
        };
        assert_eq!(options.file.as_deref(), Some(OsStr::new("dir/a.joy")));
        assert_eq!(options.arguments, ["a.joy", "-x", "y"]);
        assert_eq!(
            (options.autoput, options.undeferror, options.echo),
            (Some(2), Some(1), None)
        );
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in ["joy -q", "joy -a", "joy -ax", "joy --nonsense a.joy"] {
            let words: Vec<OsString> = line.split(' ').map(OsString::from).collect();
            assert!(parse(&words).is_err(), "{line}");
        }
    }
}
