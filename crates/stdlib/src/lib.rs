//! Standard modules of MiniScript, one feature each.
//!
//! They are written on `miniscript-ext` and use nothing that other authors could
//! not use. [`install`] adds those that are compiled in to a VM.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod convert;
mod frozen;
mod settings;
#[cfg(any(
    feature = "array",
    feature = "binascii",
    feature = "codecs",
    feature = "hashlib",
    feature = "random",
    feature = "struct",
    feature = "sys",
    feature = "time",
    feature = "unicodedata"
))]
mod support;

/// Native modules: the feature that each hangs on, and its file.
macro_rules! natives {
    ($($feature:literal $module:ident),* $(,)?) => {
        $(#[cfg(feature = $feature)] mod $module;)*

        /// What is compiled in.
        const MODULES: &[fn(&Settings) -> Module] = &[
            $(#[cfg(feature = $feature)] $module::module,)*
        ];
    };
}

natives! {
    "abc" abc,
    "binascii" binascii,
    "cmath" cmath,
    "atexit" atexit,
    "array" arrays,
    "codecs" codecs,
    "errno" errno,
    "collections" collections,
    "hashlib" hashing,
    "gc" gc,
    "io" io,
    "bisect" bisect,
    "functools" functools,
    "heapq" heapq,
    "itertools" itertools,
    "posix" posix,
    "json" json,
    "math" math,
    "random" random,
    "struct" packing,
    "re" re,
    "operator" operator,
    "sys" sys,
    "tasks" tasks,
    "time" time,
    "unicodedata" unicode,
    "traceback" traceback,
    "weakref" weakref,
}

pub use settings::{Entropy, Settings, Stream};

use miniscript_core::syntax::UnicodeData;
use miniscript_core::{Refusal, Vm};
use miniscript_ext::Module;

/// What the compiler knows of names and forms of characters.
#[cfg(feature = "unicodedata")]
const UNICODE: Option<UnicodeData> = Some(unicode::COMPILER);
#[cfg(not(feature = "unicodedata"))]
const UNICODE: Option<UnicodeData> = None;

/// The modules that are compiled in.
pub fn modules(settings: &Settings) -> impl Iterator<Item = Module> {
    MODULES.iter().map(move |module| module(settings))
}

/// Adds the modules that are compiled in to a VM.
///
/// # Errors
/// A module that the VM refuses.
pub fn install(vm: &mut Vm, settings: &Settings) -> Result<(), Refusal> {
    for module in modules(settings) {
        vm.add_standard(module.build())?;
    }
    if let Some(data) = UNICODE {
        vm.set_unicode(data);
    }
    vm.add_frozen(frozen::MODULES);
    Ok(())
}
