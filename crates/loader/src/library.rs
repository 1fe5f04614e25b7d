//! Shared libraries: opened, told apart, and asked for their entry point.
//!
//! A library is opened with all its symbols bound at once (a missing one is an error
//! here, not the end of the process at its first call) and keeps its symbols to itself.
//! The path given to the system is always absolute: a bare name would be searched in
//! places that nobody meant.

use crate::abi::{InitFn, PluginDesc};
use crate::error::LoadError;
use std::path::{Path, PathBuf};

/// Which file it is, whatever path leads to it: device and inode where there are any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity(Id);

/// An open library.
pub(crate) struct Library {
    system: sys::Library,
}

const ENTRY: &[u8] = b"joy_plugin_init\0";

impl Identity {
    /// Looks the file up; it must be a regular one.
    pub(crate) fn of(path: &Path, shown: &str) -> Result<Identity, LoadError> {
        let metadata = std::fs::metadata(path).map_err(|error| {
            let cure = match error.kind() {
                std::io::ErrorKind::NotFound => {
                    "check the path: one with a slash is relative to the current folder"
                }
                _ => "check the path and its permissions",
            };
            LoadError::cannot(shown, without_number(&error), cure)
        })?;
        if !metadata.is_file() {
            return Err(LoadError::cannot(
                shown,
                "not a file",
                "name the shared library itself",
            ));
        }
        id(path, &metadata)
            .map(Identity)
            .map_err(|error| LoadError::cannot(shown, without_number(&error), "check the path"))
    }
}

impl Library {
    /// Opens the file. Its initialisers run now.
    pub(crate) fn open(path: &Path, shown: &str) -> Result<Library, LoadError> {
        let absolute: PathBuf = std::path::absolute(path)
            .map_err(|error| LoadError::cannot(shown, without_number(&error), "check the path"))?;
        match sys::open(&absolute) {
            Ok(system) => Ok(Library { system }),
            Err(error) => {
                let reason = reason(&error, &absolute);
                let cure = cure(&reason);
                Err(LoadError::cannot(shown, reason, cure))
            }
        }
    }

    /// Runs the entry point.
    pub(crate) fn describe(&self, shown: &str) -> Result<*const PluginDesc, LoadError> {
        sys::bind_host(&self.system);
        // SAFETY: a library that exports this name promises the header's type for it.
        let init = unsafe { self.system.get::<InitFn>(ENTRY) };
        let Ok(init) = init else {
            return Err(LoadError::MissingEntry {
                path: shown.to_owned(),
            });
        };
        // SAFETY: as above. The function takes nothing; what it returns is only
        // compared with NULL here.
        let description = unsafe { init() };
        if description.is_null() {
            return Err(LoadError::ReturnedNull {
                path: shown.to_owned(),
            });
        }
        Ok(description)
    }

    /// Never closes the library again; see the crate's description.
    pub(crate) fn keep(self) {
        std::mem::forget(self.system);
    }
}

/// The system's sentence without the path, which ours names already.
fn reason(error: &libloading::Error, absolute: &Path) -> String {
    let mut innermost: &dyn std::error::Error = error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    let path = absolute.to_string_lossy();
    innermost.to_string().replace(&format!("{path}: "), "")
}

/// What to do about a library that cannot be opened.
fn cure(reason: &str) -> &'static str {
    if reason.contains("undefined symbol: joy_") {
        "this program does not export the plugin interface: link it with \
         -Wl,--export-dynamic-symbol=joy_*"
    } else if reason.contains("undefined symbol") {
        "link the plugin with the library that defines it"
    } else if reason.contains("ELF") || reason.contains("too short") || reason.contains("mach-o") {
        "compile it for this system as a shared library, as `cc -shared -fPIC` does"
    } else if reason.contains("cannot open shared object file") {
        "install the library that it needs, or put it where the system finds it"
    } else {
        "compile it for this system as a shared library"
    }
}

/// An error of the system without its number.
fn without_number(error: &std::io::Error) -> String {
    let text = error.to_string();
    match text.split_once(" (os error") {
        Some((sentence, _)) => sentence.to_owned(),
        None => text,
    }
}

#[cfg(unix)]
type Id = (u64, u64);

#[cfg(unix)]
fn id(_path: &Path, metadata: &std::fs::Metadata) -> std::io::Result<Id> {
    use std::os::unix::fs::MetadataExt;
    Ok((metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
type Id = PathBuf;

#[cfg(not(unix))]
fn id(path: &Path, _metadata: &std::fs::Metadata) -> std::io::Result<Id> {
    std::fs::canonicalize(path)
}

#[cfg(unix)]
mod sys {
    //! dlopen.
    pub(super) use libloading::os::unix::Library;
    use libloading::os::unix::{RTLD_LOCAL, RTLD_NOW};
    use std::path::Path;

    pub(super) fn open(path: &Path) -> Result<Library, libloading::Error> {
        // SAFETY: the initialisers of a library run with the rights of this process;
        // whoever names the file decides that.
        unsafe { Library::open(Some(path), RTLD_NOW | RTLD_LOCAL) }
    }

    /// Plugins find the host's functions by name here.
    pub(super) fn bind_host(_library: &Library) {}
}

#[cfg(windows)]
mod sys {
    //! LoadLibraryExW.
    use crate::abi::{HOST_API, HostApi};
    use libloading::os::windows::LOAD_WITH_ALTERED_SEARCH_PATH;
    pub(super) use libloading::os::windows::Library;
    use std::path::Path;

    pub(super) fn open(path: &Path) -> Result<Library, libloading::Error> {
        // SAFETY: as on unix. With an absolute path the flag makes the plugin's own
        // folder the first place for what it needs.
        unsafe { Library::load_with_flags(path, LOAD_WITH_ALTERED_SEARCH_PATH) }
    }

    /// Plugins call the host through a pointer that they export.
    pub(super) fn bind_host(library: &Library) {
        // SAFETY: the header defines the symbol as a pointer to this table; it is
        // written before any function of the plugin runs.
        unsafe {
            if let Ok(pointer) = library.get::<*mut *const HostApi>(b"joy_host_api\0") {
                pointer.write(&raw const HOST_API);
            }
        }
    }
}
