//! Modules from folders: a package, a plugin, or a `.py` file in each.

use crate::plugins::Plugins;
use miniscript_core::{Found, ModuleSource};
use std::fs;
use std::path::{Path, PathBuf};

/// Looks for modules in a list of folders, in order.
#[derive(Default)]
pub struct FileSource {
    folders: Vec<PathBuf>,
    plugins: Plugins,
}

impl FileSource {
    /// Searches these folders.
    pub fn new(folders: Vec<PathBuf>) -> FileSource {
        FileSource {
            folders,
            plugins: Plugins::default(),
        }
    }

    /// Loads shared libraries through the VM's loader.
    pub(crate) fn with_plugins(mut self, plugins: Plugins) -> FileSource {
        self.plugins = plugins;
        self
    }

    fn in_folder(&self, folder: &Path, name: &str) -> Result<Option<Found>, String> {
        // No module is named so: a separator would leave the folder.
        if name.is_empty() || name.contains(['/', '\\', '\0']) {
            return Ok(None);
        }
        // Tracebacks and `__file__` name files from the root.
        let folder = &match folder.as_os_str().is_empty() {
            true => std::env::current_dir().unwrap_or_default(),
            false => folder.to_path_buf(),
        };
        let package = folder.join(name);
        let init = package.join("__init__.py");
        if init.is_file() {
            return source(&init, Some(&package)).map(Some);
        }
        if let Some(module) = self.plugins.find(name, folder)? {
            return Ok(Some(Found::Native(Box::new(module))));
        }
        let file = folder.join(format!("{name}.py"));
        if file.is_file() {
            source(&file, None).map(Some)
        } else {
            Ok(None)
        }
    }
}

fn source(file: &Path, package: Option<&Path>) -> Result<Found, String> {
    let text =
        fs::read(file).map_err(|error| format!("cannot read '{}': {error}", file.display()))?;
    Ok(Found::Source {
        text,
        filename: file.display().to_string(),
        package: package.map(|folder| folder.display().to_string()),
    })
}

impl ModuleSource for FileSource {
    fn find(&mut self, name: &str, folders: Option<&str>) -> Result<Option<Found>, String> {
        if let Some(folder) = folders {
            return self.in_folder(Path::new(folder), name);
        }
        for folder in self.folders.clone() {
            if let Some(found) = self.in_folder(&folder, name)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn text(&mut self, filename: &str) -> Option<Vec<u8>> {
        fs::read(filename).ok()
    }
}
