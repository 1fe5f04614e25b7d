//! Standard modules of MiniScript, one feature each.
//!
//! They are written on `miniscript-ext` and use nothing that other authors could
//! not use. [`install`] adds those that are compiled in to a VM.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

#[allow(dead_code, reason = "a build with few modules needs few of these")]
mod convert;
#[allow(dead_code, reason = "a build with few modules needs few of these")]
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

/// Native modules: the feature that each hangs on, its file, and its name.
macro_rules! natives {
    ($($feature:literal $module:ident $name:literal),* $(,)?) => {
        $(#[cfg(feature = $feature)] mod $module;)*

        /// What is compiled in.
        const MODULES: &[fn(&Settings) -> Module] = &[
            $(#[cfg(feature = $feature)] $module::module,)*
        ];

        /// Their names, in the same order.
        const NAMES: &[&str] = &[$(#[cfg(feature = $feature)] $name,)*];

        /// What they say of themselves.
        const DOCS: &[&str] = &[
            $(#[cfg(all(feature = $feature, feature = "docs"))]
            include_str!(concat!("docs/", $name, ".txt")),)*
        ];
    };
}

natives! {
    "abc" abc "_abc",
    "binascii" binascii "binascii",
    "cmath" cmath "cmath",
    "atexit" atexit "_atexit",
    "array" arrays "array",
    "codecs" codecs "_codecs",
    "errno" errno "errno",
    "collections" collections "_collections",
    "hashlib" hashing "_hashlib",
    "gc" gc "gc",
    "io" io "_iocore",
    "bisect" bisect "_bisect",
    "functools" functools "_functools",
    "heapq" heapq "_heapq",
    "itertools" itertools "itertools",
    "posix" posix "posix",
    "json" json "_json",
    "math" math "math",
    "random" random "_random",
    "struct" packing "_struct",
    "re" re "_sre",
    "operator" operator "_operator",
    "sys" sys "sys",
    "tasks" tasks "_thread_tasks",
    "time" time "time",
    "unicodedata" unicode "unicodedata",
    "traceback" traceback "_traceback",
    "weakref" weakref "_weakref",
}

pub use settings::{Entropy, Settings, Stream};

use miniscript_core::Vm;
use miniscript_core::syntax::UnicodeData;
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

/// Adds the modules that are compiled in to a VM: each is made when a script imports it.
pub fn install(vm: &mut Vm, settings: &Settings) {
    let settings = settings.clone();
    vm.add_library(NAMES, move |at| {
        MODULES.get(at).map(|module| module(&settings).build())
    });
    if let Some(data) = UNICODE {
        vm.set_unicode(data);
    }
    vm.add_frozen(frozen::AT_START);
    vm.add_frozen(frozen::MODULES);
    vm.add_docs(DOCS);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_module_has_the_name_it_is_listed_under_and_would_be_accepted() {
        assert_eq!(MODULES.len(), NAMES.len());
        for (module, name) in modules(&Settings::default()).zip(NAMES) {
            assert_eq!(module.name(), *name);
            let built = module.build();
            assert!(built.refusal().is_none(), "{name}: {:?}", built.refusal());
        }
    }
}
