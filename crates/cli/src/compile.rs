//! `miniscript compile`: from a source file to a file of bytecode.

use crate::end::End;
use crate::options::Job;
use crate::program::report;
use crate::source::{absolute, describe, from_file};
use miniscript_runtime::{Compiled, Error, Vm};
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

/// Compiles a file.
pub(crate) fn run(job: &Job) -> End {
    let text = match from_file(job.source.as_os_str()) {
        Ok(text) => text,
        Err(refusal) => {
            let _ = writeln!(io::stderr(), "miniscript: {}", refusal.message);
            return End::Code(refusal.code);
        }
    };
    let image = match compiled(&text.bytes, &text.filename, &job.output) {
        Ok(image) => image,
        Err(error) => return report(&error),
    };
    if let Err(error) = fs::write(&job.output, image) {
        let (number, text) = describe(&error);
        let name = job.output.display();
        let _ = writeln!(
            io::stderr(),
            "miniscript: can't write file '{name}': [Errno {number}] {text}"
        );
        return End::Code(1);
    }
    End::Code(0)
}

fn compiled(source: &[u8], filename: &str, output: &Path) -> Result<Vec<u8>, Error> {
    let mut vm = Vm::builder().build()?;
    let program: Compiled = vm.compile(source, filename)?;
    let output = absolute(output);
    let folder = output.parent().unwrap_or(Path::new(""));
    program
        .with_filename(&relative(Path::new(filename), folder))
        .to_bytes()
}

/// The way from a folder to a file: no image says where on this machine it was made.
fn relative(file: &Path, folder: &Path) -> String {
    let (file, folder) = (plain(file), plain(folder));
    let mut to = file.components().peekable();
    let mut from = folder.components().peekable();
    // Different drives have no way.
    if to.peek() != from.peek() {
        return file.display().to_string();
    }
    while to.peek().is_some() && to.peek() == from.peek() {
        to.next();
        from.next();
    }
    let mut way: PathBuf = from.map(|_| Component::ParentDir).collect();
    way.extend(to);
    way.display().to_string()
}

/// The path without `.` and `..`, as far as names alone can tell.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if out.file_name().is_some() => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

#[cfg(all(test, unix))]
mod tests {
    use super::relative;
    use std::path::Path;

    #[test]
    fn the_way_to_the_source_is_relative() {
        let way = |file: &str, folder: &str| relative(Path::new(file), Path::new(folder));
        assert_eq!(way("/a/b/c.py", "/a/b"), "c.py");
        assert_eq!(way("/a/b/c.py", "/a/b/build"), "../c.py");
        assert_eq!(way("/a/b/../c.py", "/d"), "../a/c.py");
        assert_eq!(way("/a/c.py", "/a/b/.."), "c.py");
    }
}
