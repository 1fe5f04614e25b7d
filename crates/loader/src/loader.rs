//! The plugins of one VM: found, loaded once, remembered.

use crate::descriptor;
use crate::error::LoadError;
use crate::library::{Identity, Library};
use crate::plugin::Plugin;
use crate::search;
use miniscript_core::Module;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Loads plugins for one VM. Clones are the same loader.
#[derive(Clone, Default)]
pub struct Loader {
    shared: Arc<Mutex<Shared>>,
}

#[derive(Default)]
struct Shared {
    folders: Vec<PathBuf>,
    plugins: Vec<Arc<Plugin>>,
}

/// What [`Loader::load`] gives.
pub struct Loaded {
    /// The plugin.
    pub plugin: Arc<Plugin>,
    /// Whether it was loaded now, not before.
    pub fresh: bool,
}

impl Loader {
    /// A loader that searches these folders for names without a slash.
    pub fn new(folders: Vec<PathBuf>) -> Loader {
        let loader = Loader::default();
        loader.lock().folders = folders;
        loader
    }

    /// Loads a plugin by path (with a slash; relative to the current folder) or by name
    /// (`geometry`, `libgeometry.so`), which is searched in the folders.
    ///
    /// The same file again, whatever path leads to it, is the plugin that is there.
    ///
    /// # Errors
    /// When the file is refused; nothing is changed then.
    pub fn load(&self, path: &str) -> Result<Loaded, LoadError> {
        if path.contains('/') || std::path::is_separator('\\') && path.contains('\\') {
            return self.load_file(Path::new(path));
        }
        let folders = self.lock().folders.clone();
        let found = search::find(path, &folders).or_else(|| exact(path, &folders));
        match found {
            Some(file) => self.load_file(&file),
            None => Err(LoadError::cannot(
                path,
                not_found(path, &folders),
                "a file of the current folder is './NAME', other folders are named in MINISCRIPT_PLUGIN_PATH",
            )),
        }
    }

    /// Loads a plugin from this file.
    ///
    /// # Errors
    /// As [`Loader::load`].
    pub fn load_file(&self, path: &Path) -> Result<Loaded, LoadError> {
        let shown = path.to_string_lossy();
        let identity = Identity::of(path, &shown)?;
        // Held while the plugin's entry point runs: it runs once, also where threads
        // share a loader against the rules.
        let mut shared = self.lock();
        let known = |plugin: &&Arc<Plugin>| *plugin.identity() == identity;
        if let Some(plugin) = shared.plugins.iter().find(known) {
            return Ok(Loaded {
                plugin: plugin.clone(),
                fresh: false,
            });
        }
        let library = Library::open(path, &shown)?;
        let pointer = library.describe(&shown)?;
        // SAFETY: the library is open, its entry point returned the pointer, and it is
        // not NULL.
        let description = unsafe { descriptor::read(pointer, &shown) }?;
        let module = descriptor::script_name(&description.name);
        let rival = shared
            .plugins
            .iter()
            .find(|plugin| plugin.module_name() == module);
        if let Some(rival) = rival {
            return Err(LoadError::cannot(
                &shown,
                format!(
                    "a plugin named '{}' is loaded from '{}'",
                    rival.name(),
                    rival.path().display()
                ),
                "load only one of them, or give one another name",
            ));
        }
        // From here on its functions may be called.
        library.keep();
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let plugin = Arc::new(Plugin::new(description, path, identity));
        shared.plugins.push(plugin.clone());
        Ok(Loaded {
            plugin,
            fresh: true,
        })
    }

    /// For `import NAME`: the plugin of one folder as a module to be registered, `None`
    /// if there is no file for it.
    ///
    /// # Errors
    /// When there is one, but it is refused or calls itself otherwise: the text of an
    /// ImportError.
    pub fn import_from(&self, name: &str, folder: &Path) -> Result<Option<Module>, LoadError> {
        let Some(file) = search::find_in(name, folder) else {
            return Ok(None);
        };
        let plugin = self.load_file(&file)?.plugin;
        if plugin.module_name() != name {
            return Err(LoadError::cannot(
                &file.to_string_lossy(),
                format!("it calls itself '{}'", plugin.name()),
                "rename the file, or load it by its path with plugins.load",
            ));
        }
        Ok(Some(plugin.module()))
    }

    /// Replaces the folders that names are searched in.
    pub fn set_folders(&self, folders: Vec<PathBuf>) {
        self.lock().folders = folders;
    }

    /// What is loaded, in the order of loading.
    pub fn plugins(&self) -> Vec<Arc<Plugin>> {
        self.lock().plugins.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        // Nothing is left half done by a panic here.
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Loader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<String> = self
            .plugins()
            .iter()
            .map(|plugin| plugin.name().to_owned())
            .collect();
        f.debug_tuple("Loader").field(&names).finish()
    }
}

/// A file of exactly this name in one of the folders.
fn exact(name: &str, folders: &[PathBuf]) -> Option<PathBuf> {
    let suffix = Path::new(name).extension()?.to_str()?;
    if !search::suffixes().contains(&suffix) {
        return None;
    }
    folders
        .iter()
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
}

fn not_found(name: &str, folders: &[PathBuf]) -> String {
    if folders.is_empty() {
        return String::from("no folder is searched for plugins");
    }
    let names: Vec<_> = folders
        .iter()
        .map(|folder| format!("'{}'", folder.display()))
        .collect();
    format!("no plugin '{name}' in {}", names.join(", "))
}
