//! Standard modules of MiniScript, one feature each.
//!
//! They are written on `miniscript-ext` and use nothing that other authors could
//! not use. [`install`] adds those that are compiled in to a VM.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;

mod frozen;
#[cfg(feature = "gc")]
mod gc;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "math")]
mod math;
mod settings;
#[cfg(feature = "sys")]
mod sys;
#[cfg(feature = "time")]
mod time;
#[cfg(feature = "weakref")]
mod weakref;

pub use settings::{Settings, Stream};

use miniscript_core::{Refusal, Vm};
use miniscript_ext::Module;

/// What is compiled in.
const MODULES: &[fn(&Settings) -> Module] = &[
    #[cfg(feature = "gc")]
    gc::module,
    #[cfg(feature = "json")]
    json::module,
    #[cfg(feature = "math")]
    math::module,
    #[cfg(feature = "sys")]
    sys::module,
    #[cfg(feature = "time")]
    time::module,
    #[cfg(feature = "weakref")]
    weakref::module,
];

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
    vm.add_frozen(frozen::MODULES);
    Ok(())
}
