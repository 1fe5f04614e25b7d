//! The host's files, read through semihosting: the program, its modules, the lines of tracebacks.

use alloc::ffi::CString;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use miniscript_core::{Found, ModuleSource};
use semihosting::fs::File;
use semihosting::io::Read;

/// The whole text of a file.
pub(crate) fn read(path: &str) -> Option<Vec<u8>> {
    let path = CString::new(path).ok()?;
    let mut file = File::open(&path).ok()?;
    let mut text = Vec::new();
    let mut part = [0; 4096];
    loop {
        match file.read(&mut part) {
            Ok(0) => return Some(text),
            Ok(count) => text.extend_from_slice(part.get(..count)?),
            Err(_) => return None,
        }
    }
}

/// Modules beside the program.
pub(crate) struct Folder {
    path: String,
}

impl Folder {
    pub(crate) fn new(path: &str) -> Folder {
        Folder {
            path: path.to_string(),
        }
    }
}

impl ModuleSource for Folder {
    fn find(&mut self, name: &str, folders: Option<&str>) -> Result<Option<Found>, String> {
        if name.is_empty() || name.contains(['/', '\0']) {
            return Ok(None);
        }
        let folder = folders.unwrap_or(&self.path);
        let package = format!("{folder}/{name}");
        let init = format!("{package}/__init__.py");
        if let Some(text) = read(&init) {
            return Ok(Some(Found::Source {
                text,
                filename: init,
                package: Some(package),
            }));
        }
        let filename = format!("{package}.py");
        Ok(read(&filename).map(|text| Found::Source {
            text,
            filename,
            package: None,
        }))
    }

    fn text(&mut self, filename: &str) -> Option<Vec<u8>> {
        read(filename)
    }
}
