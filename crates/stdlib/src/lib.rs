//! Standard modules of MiniScript, one feature each.
//!
//! They are written on `miniscript-ext` and use nothing that other authors could
//! not use. [`install`] adds those that are compiled in to a VM.
#![no_std]
#![forbid(unsafe_code)]

extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

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

pub use settings::{Settings, Stream};

use alloc::vec::Vec;
use miniscript_core::{Refusal, Vm};
use miniscript_ext::Module;

/// The modules that are compiled in.
pub fn modules(settings: &Settings) -> impl Iterator<Item = Module> {
    let mut modules = Vec::new();
    #[cfg(feature = "math")]
    modules.push(math::module());
    #[cfg(feature = "time")]
    modules.push(time::module());
    #[cfg(feature = "gc")]
    modules.push(gc::module());
    #[cfg(feature = "json")]
    modules.push(json::module());
    #[cfg(feature = "sys")]
    modules.push(sys::module(settings));
    let _ = settings;
    modules.into_iter()
}

/// Adds the modules that are compiled in to a VM.
///
/// # Errors
/// A module that the VM refuses.
pub fn install(vm: &mut Vm, settings: &Settings) -> Result<(), Refusal> {
    for module in modules(settings) {
        vm.add_standard(module.build())?;
    }
    Ok(())
}
