//! Why a plugin was not loaded: the four messages of the specification's loader, each
//! followed by what to do.
#![forbid(unsafe_code)]

use crate::abi::API_VERSION;
use core::fmt;

/// Why a plugin was not loaded. Shown, it names the file and the cure.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LoadError {
    /// The library cannot be opened, or what it describes is refused.
    CannotLoad {
        /// The file as it was asked for.
        path: String,
        /// What is wrong.
        reason: String,
        /// What to do.
        cure: String,
    },
    /// The library exports no entry point.
    MissingEntry {
        /// The file as it was asked for.
        path: String,
    },
    /// The entry point returned NULL.
    ReturnedNull {
        /// The file as it was asked for.
        path: String,
    },
    /// The plugin is written to a version of the interface that this host has not.
    Version {
        /// The file as it was asked for.
        path: String,
        /// The plugin's version.
        got: i32,
    },
}

impl LoadError {
    pub(crate) fn cannot(path: &str, reason: impl Into<String>, cure: impl Into<String>) -> Self {
        LoadError::CannotLoad {
            path: path.to_owned(),
            reason: reason.into(),
            cure: cure.into(),
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LoadError::CannotLoad { path, reason, cure } => {
                write!(f, "plugin: cannot load '{path}': {reason}; {cure}")
            }
            LoadError::MissingEntry { path } => write!(
                f,
                "plugin: '{path}' missing joy_plugin_init; define it as JOY_PLUGIN_ENTRY of \
                 joy/plugin.h does, with C linkage and default visibility"
            ),
            LoadError::ReturnedNull { path } => write!(
                f,
                "plugin: '{path}' init returned NULL; it refused to start, its documentation \
                 should say what it needs"
            ),
            LoadError::Version { path, got } => write!(
                f,
                "plugin: '{path}' API version mismatch (got {got}, want {API_VERSION}); {}",
                if *got > API_VERSION {
                    "it is newer than this program: update the program"
                } else {
                    "compile it again with this program's joy/plugin.h"
                }
            ),
        }
    }
}

impl std::error::Error for LoadError {}
