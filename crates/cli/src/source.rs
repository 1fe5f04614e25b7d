//! A program's text: from a file, from a folder's `__main__.py`, from standard input.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What is to be run.
#[derive(Default)]
pub(crate) struct Text {
    pub(crate) bytes: Vec<u8>,
    /// What tracebacks call it.
    pub(crate) filename: String,
    /// Where its imports are searched first.
    pub(crate) folder: PathBuf,
}

/// Why there is nothing to run: what to say, and the exit code.
pub(crate) struct Refusal {
    pub(crate) message: String,
    pub(crate) code: i32,
}

/// A program's largest size: nobody writes more, and a device file never ends.
const MAX_SOURCE: u64 = 64 << 20;

/// Reads the program that a path names.
pub(crate) fn from_file(path: &OsStr) -> Result<Text, Refusal> {
    let full = absolute(Path::new(path));
    let refuse = |error: &io::Error| {
        let (number, text) = describe(error);
        let name = full.display();
        Refusal {
            message: format!("can't open file '{name}': [Errno {number}] {text}"),
            code: 2,
        }
    };
    let bytes = match File::open(&full).and_then(read) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Err(too_large(&format!("file '{}'", full.display()))),
        Err(_) if full.is_dir() => return from_folder(&full),
        Err(error) => return Err(refuse(&error)),
    };
    Ok(Text {
        bytes,
        filename: full.display().to_string(),
        folder: full.parent().map(Path::to_path_buf).unwrap_or_default(),
    })
}

/// A folder is run by its `__main__.py`, or that compiled.
fn from_folder(folder: &Path) -> Result<Text, Refusal> {
    let mains = ["__main__.py", "__main__.msb"].map(|name| folder.join(name));
    let Some(main) = mains.iter().find(|main| main.is_file()) else {
        return Err(Refusal {
            message: format!("can't find '__main__' module in '{}'", folder.display()),
            code: 1,
        });
    };
    let text = from_file(main.as_os_str())?;
    Ok(Text {
        folder: folder.to_path_buf(),
        ..text
    })
}

/// Reads the program from standard input.
pub(crate) fn from_stdin() -> Result<Text, Refusal> {
    match read(io::stdin().lock()) {
        Ok(Some(bytes)) => Ok(Text {
            bytes,
            filename: "<stdin>".to_owned(),
            folder: PathBuf::new(),
        }),
        Ok(None) => Err(too_large("standard input")),
        Err(error) => Err(Refusal {
            message: format!("can't read standard input: {}", describe(&error).1),
            code: 1,
        }),
    }
}

/// All bytes; `None` if they are too many.
fn read(from: impl Read) -> io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    from.take(MAX_SOURCE + 1).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 <= MAX_SOURCE).then_some(bytes))
}

fn too_large(what: &str) -> Refusal {
    let limit = MAX_SOURCE >> 20;
    Refusal {
        message: format!("can't run {what}: it is larger than {limit} MiB"),
        code: 1,
    }
}

/// The path from the root, as CPython makes it: nothing is resolved. It stays as it is
/// where there is no current folder.
pub(crate) fn absolute(path: &Path) -> PathBuf {
    if path.is_absolute() {
        return path.to_path_buf();
    }
    match std::env::current_dir() {
        Ok(current) if path.as_os_str().is_empty() => current,
        Ok(current) => current.join(path.strip_prefix("./").unwrap_or(path)),
        Err(_) => path.to_path_buf(),
    }
}

/// The error's number and text as C names them.
pub(crate) fn describe(error: &io::Error) -> (i32, String) {
    let text = error.to_string();
    let plain = text.split(" (os error").next().unwrap_or(&text).to_owned();
    (error.raw_os_error().unwrap_or(0), plain)
}

#[cfg(all(test, unix))]
mod tests {
    use super::absolute;
    use std::path::Path;

    #[test]
    fn paths_are_joined_to_the_current_folder_and_not_resolved() {
        let current = std::env::current_dir().unwrap_or_default();
        assert_eq!(absolute(Path::new("/a/../b")), Path::new("/a/../b"));
        assert_eq!(absolute(Path::new("./a.py")), current.join("a.py"));
        assert_eq!(absolute(Path::new("../a.py")), current.join("../a.py"));
        assert_eq!(absolute(Path::new("")), current);
    }
}
