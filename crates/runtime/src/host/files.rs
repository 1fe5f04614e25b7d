//! Modules from folders: a package, a plugin, a `.py` file or a compiled `.msb` file in each; a
//! folder without `__init__` is a part of a namespace package.
//! Source beside bytecode wins.

use crate::plugins::Plugins;
use miniscript_core::compile::image;
use miniscript_core::{Found, ModuleSource};
use std::fs;
use std::path::{Component, Path, PathBuf};

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
        let folder = &match folder.is_relative() {
            true => std::env::current_dir().unwrap_or_default().join(folder),
            false => folder.to_path_buf(),
        };
        let package = folder.join(name);
        let init = package.join("__init__.py");
        if init.is_file() {
            return source(&init, Some(&package)).map(Some);
        }
        let init = package.join("__init__.msb");
        if init.is_file() {
            return compiled(&init, Some(&package)).map(Some);
        }
        if let Some(module) = self.plugins.find(name, folder)? {
            return Ok(Some(Found::Native(Box::new(module))));
        }
        let file = folder.join(format!("{name}.py"));
        if file.is_file() {
            return source(&file, None).map(Some);
        }
        let file = folder.join(format!("{name}.msb"));
        if file.is_file() {
            return compiled(&file, None).map(Some);
        }
        if package.is_dir() {
            return Ok(Some(Found::Namespace(vec![package.display().to_string()])));
        }
        Ok(None)
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

fn compiled(file: &Path, package: Option<&Path>) -> Result<Found, String> {
    let name = file.display();
    let bytes = fs::read(file).map_err(|error| format!("cannot read '{name}': {error}"))?;
    let stored =
        image::filename(&bytes).map_err(|error| format!("cannot load '{name}': {error}"))?;
    Ok(Found::Compiled {
        image: bytes,
        filename: name.to_string(),
        source: source_name(file, &stored),
        package: package.map(|folder| folder.display().to_string()),
    })
}

/// What tracebacks call the source of a compiled file: what the image says, which is relative to
/// the folder that the image lies in.
pub(crate) fn source_name(image: &Path, stored: &str) -> String {
    if stored.is_empty() || stored.starts_with('<') || Path::new(stored).is_absolute() {
        return stored.to_owned();
    }
    let mut path = image.parent().unwrap_or(Path::new("")).to_path_buf();
    for part in Path::new(stored).components() {
        match part {
            Component::ParentDir if path.file_name().is_some() => {
                path.pop();
            }
            Component::CurDir => {}
            part => path.push(part),
        }
    }
    path.display().to_string()
}

impl ModuleSource for FileSource {
    fn find(&mut self, name: &str, folders: Option<&str>) -> Result<Option<Found>, String> {
        if let Some(folder) = folders {
            return self.in_folder(Path::new(folder), name);
        }
        let mut portions = Vec::new();
        for folder in &self.folders {
            match self.in_folder(folder, name)? {
                Some(Found::Namespace(more)) => portions.extend(more),
                Some(found) => return Ok(Some(found)),
                None => {}
            }
        }
        Ok((!portions.is_empty()).then_some(Found::Namespace(portions)))
    }

    fn searches_path(&self) -> bool {
        true
    }

    fn text(&mut self, filename: &str) -> Option<Vec<u8>> {
        fs::read(filename).ok()
    }
}
