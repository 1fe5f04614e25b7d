//! `_abc`: what of abstract base classes only the engine can do.

use crate::settings::Settings;
use miniscript_ext::{Context, Local, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_abc")
        .doc("The engine's part of abstract base classes.")
        .function("_mark_collection(cls, subclass, /)", mark_collection)
}

/// A class registered with a sequence or mapping is one for patterns.
fn mark_collection<'f>(cx: &mut Context<'f>, class: Local<'f>, subclass: Local<'f>) -> Res<'f, ()> {
    cx.mark_collection(class, subclass)
}
