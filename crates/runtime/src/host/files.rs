//! Modules from folders: a package, a plugin, or a `.py` file in each.

use miniscript_core::{Found, ModuleSource};
use std::fs;
use std::path::{Path, PathBuf};

/// Opens the plugin at a path and registers it: its module's name, or what is wrong.
type LoadPlugin = Box<dyn FnMut(&Path) -> Result<String, String> + Send>;

/// Looks for modules in a list of folders, in order.
#[derive(Default)]
pub struct FileSource {
    folders: Vec<PathBuf>,
    plugins: Option<LoadPlugin>,
}

impl FileSource {
    /// Searches these folders.
    pub fn new(folders: Vec<PathBuf>) -> FileSource {
        FileSource {
            folders,
            plugins: None,
        }
    }

    /// Loads shared libraries through `load`, which registers the plugin and
    /// returns the name of its module.
    pub fn with_plugins(mut self, load: LoadPlugin) -> FileSource {
        self.plugins = Some(load);
        self
    }

    fn in_folder(&mut self, folder: &Path, name: &str) -> Result<Option<Found>, String> {
        let package = folder.join(name);
        let init = package.join("__init__.py");
        if init.is_file() {
            return source(&init, Some(&package)).map(Some);
        }
        if let Some(load) = &mut self.plugins
            && let Some(library) = plugin(folder, name)
        {
            return load(&library).map(|module| Some(Found::Registered(module)));
        }
        let file = folder.join(format!("{name}.py"));
        if file.is_file() {
            source(&file, None).map(Some)
        } else {
            Ok(None)
        }
    }
}

/// The shared library of a module in a folder, the one for this system first.
fn plugin(folder: &Path, name: &str) -> Option<PathBuf> {
    let ending = std::env::consts::DLL_EXTENSION;
    let tag = format!("{}-{}", std::env::consts::ARCH, std::env::consts::OS);
    [
        format!("{name}.{tag}.{ending}"),
        format!("{name}.{ending}"),
        format!("lib{name}.{ending}"),
    ]
    .into_iter()
    .map(|file| folder.join(file))
    .find(|path| path.is_file())
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
