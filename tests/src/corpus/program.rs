//! Which programs there are: the languages of the corpus, its folders and its files.

use std::fs;
use std::path::{Path, PathBuf};

/// One of the two languages of the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// `tests/corpus/lang`: Python programs in one folder per topic.
    Lang,
    /// `tests/corpus/joy`: Joy programs in one folder.
    Joy,
}

impl Language {
    /// The name of the language's folder, also its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Language::Lang => "lang",
            Language::Joy => "joy",
        }
    }

    /// The ending of the language's programs, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Language::Lang => "py",
            Language::Joy => "joy",
        }
    }

    /// The folder that holds the language's programs.
    pub fn folder(self) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("corpus")
            .join(self.name())
    }
}

/// A program of the corpus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Program {
    /// The language it is written in.
    pub language: Language,
    /// `topic/stem`, or `stem` alone where a language has no topics; unique in its language.
    pub name: String,
    /// The absolute path of its source.
    pub path: PathBuf,
    /// The arguments it is run with, from a first line `# args: ...`.
    pub arguments: Vec<String>,
}

impl Program {
    /// The topic: the folder below the language's, empty for a language without topics.
    pub fn topic(&self) -> &str {
        self.name.split_once('/').map_or("", |(topic, _)| topic)
    }

    /// The folder that holds the source.
    pub fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// Where the expected outcome is stored.
    pub fn expectation(&self) -> PathBuf {
        self.path.with_extension("expect")
    }
}

/// Finds the programs of a language whose name contains `filter`, sorted by name.
///
/// # Errors
/// A sentence naming the folder or file that could not be read, or that nothing matched.
pub fn find(language: Language, filter: &str) -> Result<Vec<Program>, String> {
    let folder = language.folder();
    let mut programs = Vec::new();
    match language {
        Language::Joy => collect(language, &folder, "", &mut programs)?,
        Language::Lang => {
            for entry in entries(&folder)? {
                if entry.is_dir() {
                    let topic = format!("{}/", stem(&entry));
                    collect(language, &entry, &topic, &mut programs)?;
                }
            }
        }
    }
    programs.retain(|program| program.name.contains(filter));
    programs.sort_by(|a, b| a.name.cmp(&b.name));
    if programs.is_empty() {
        return Err(format!(
            "no program in {} matches '{filter}'",
            folder.display()
        ));
    }
    Ok(programs)
}

fn collect(
    language: Language,
    folder: &Path,
    prefix: &str,
    programs: &mut Vec<Program>,
) -> Result<(), String> {
    for path in entries(folder)? {
        let stem = stem(&path);
        let matches = path
            .extension()
            .is_some_and(|ending| ending == language.extension());
        if !matches || !path.is_file() || stem.starts_with("mod_") {
            continue;
        }
        let source =
            fs::read(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        let name = format!("{prefix}{stem}");
        programs.push(Program {
            language,
            name,
            path,
            arguments: arguments(&source),
        });
    }
    Ok(())
}

/// The arguments a program asks for. Bytes, because a program may be invalid UTF-8 on purpose.
fn arguments(source: &[u8]) -> Vec<String> {
    let first = source
        .split(|byte| *byte == b'\n')
        .next()
        .unwrap_or_default();
    std::str::from_utf8(first)
        .ok()
        .and_then(|line| line.strip_prefix("# args:"))
        .map(|rest| rest.split_whitespace().map(str::to_owned).collect())
        .unwrap_or_default()
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let fail = |error| format!("cannot list {}: {error}", folder.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        paths.push(entry.map_err(fail)?.path());
    }
    paths.sort();
    Ok(paths)
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_come_from_the_first_line_only() {
        assert_eq!(arguments(b"# args: a -b  c\nprint(1)\n"), ["a", "-b", "c"]);
        assert!(arguments(b"print(1)\n# args: a\n").is_empty());
        assert!(arguments(b"\xff\n").is_empty());
    }

    #[test]
    fn every_program_has_an_expectation_and_every_expectation_a_program() {
        for language in [Language::Lang, Language::Joy] {
            let programs = find(language, "").expect("the corpus is there");
            for program in &programs {
                assert!(
                    program.expectation().is_file(),
                    "{} has no .expect file",
                    program.name
                );
                for other in entries(program.folder()).expect("its folder is there") {
                    let orphan = other.extension().is_some_and(|ending| ending == "expect")
                        && !other.with_extension(language.extension()).is_file();
                    assert!(!orphan, "{} belongs to no program", other.display());
                }
            }
        }
    }
}
