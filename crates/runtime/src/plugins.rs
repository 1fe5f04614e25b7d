//! The builder's plugins: a loader that belongs to the VM.

use miniscript_core::Module;
use miniscript_loader::Loader;
use std::path::{Path, PathBuf};

/// The loader of one VM.
#[derive(Debug, Clone, Default)]
pub(crate) struct Plugins {
    loader: Loader,
}

impl Plugins {
    /// Searches these folders for names without a slash.
    pub(crate) fn new(folders: Vec<PathBuf>) -> Plugins {
        Plugins {
            loader: Loader::new(folders),
        }
    }

    /// The plugin `name` of one folder, to be registered.
    pub(crate) fn find(&self, name: &str, folder: &Path) -> Result<Option<Module>, String> {
        self.loader
            .import_from(name, folder)
            .map_err(|error| error.to_string())
    }

    /// `import plugins`.
    pub(crate) fn module(&self) -> Option<Module> {
        Some(self.loader.plugins_module())
    }

    /// The loader itself.
    #[cfg_attr(
        not(feature = "joy"),
        expect(dead_code, reason = "only Joy loads by path")
    )]
    pub(crate) fn loader(&self) -> &Loader {
        &self.loader
    }
}
