//! The command line of `joy`.

/// What `--help` prints.
pub(crate) const HELP: &str = "\
usage: joy [option] ... [file [argument] ...]

  file      run the Joy program in the file; without one, standard input line by line

options:
  -a N   autoput: 0 none, 1 the top, 2 the whole stack (a later setautoput is ignored)
  -e N   echo of the source: 0 none, 1 lines, 2 after a tab, 3 with numbers
  -u N   undefined words: 0 do nothing, 1 are errors (a later setundeferror is ignored)
  -w     no warnings
  -h, --help      show this help and exit
  -v, --version   show the version and exit

environment:
  MINISCRIPT_PLUGIN_PATH   folders that plugin-load searches, besides the program's
";

/// What is to be run.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Options {
    pub(crate) file: Option<String>,
    /// `argv`: the file's name first.
    pub(crate) arguments: Vec<String>,
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
pub(crate) fn parse(words: &[String]) -> Result<Request, String> {
    let mut options = Options {
        warnings: true,
        ..Options::default()
    };
    let mut rest = words.get(1..).unwrap_or(&[]).iter();
    while let Some(word) = rest.next() {
        let letter = word.strip_prefix('-').and_then(|text| text.chars().next());
        match (word.as_str(), letter) {
            ("-h" | "--help", _) => return Ok(Request::Help),
            ("-v" | "--version", _) => return Ok(Request::Version),
            ("-w", _) => options.warnings = false,
            (_, Some(letter @ ('a' | 'e' | 'u'))) => {
                let attached = word[2..].to_owned();
                let text = if attached.is_empty() {
                    rest.next().cloned().unwrap_or_default()
                } else {
                    attached
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
            (_, Some(_)) => {
                return Err(format!(
                    "joy: there is no option {word}\nTry `joy --help' for the options."
                ));
            }
            (file, None) => {
                options.file = Some(file.to_owned());
                let name = file.rsplit('/').next().unwrap_or(file);
                options.arguments.push(name.to_owned());
                options.arguments.extend(rest.by_ref().cloned());
            }
        }
    }
    Ok(Request::Run(options))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Request {
        let words: Vec<String> = line.split(' ').map(str::to_owned).collect();
        parse(&words).unwrap_or(Request::Help)
    }

    #[test]
    fn the_file_ends_the_options() {
        let Request::Run(options) = parsed("joy -a 2 -u1 dir/a.joy -x y") else {
            panic!("help")
        };
        assert_eq!(options.file.as_deref(), Some("dir/a.joy"));
        assert_eq!(options.arguments, ["a.joy", "-x", "y"]);
        assert_eq!(
            (options.autoput, options.undeferror, options.echo),
            (Some(2), Some(1), None)
        );
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let words: Vec<String> = ["joy", "-q"].map(str::to_owned).to_vec();
        assert!(parse(&words).is_err());
    }
}
