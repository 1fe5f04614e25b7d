//! `__future__`: the names that `from __future__ import` binds, written in the language.

use crate::settings::Settings;
use miniscript_ext::Module;

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("__future__").init(|cx, namespace| {
        let source = include_str!("../py/__future__.py");
        cx.run_source(source, "__future__.py", namespace)
    })
}
