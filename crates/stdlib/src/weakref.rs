//! `_weakref`, what `weakref` is made of: references that do not keep their object alive.

use crate::settings::Settings;
use miniscript_ext::{Context, Local, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_weakref")
        .doc("Weak reference support for Python.")
        .init(|cx, dict| {
            if let Some(class) = cx.hidden_type("ReferenceType") {
                cx.dict_set_str(dict, "ref", class)?;
                cx.dict_set_str(dict, "ReferenceType", class)?;
            }
            Ok(())
        })
        .function("getweakrefcount(object, /)", count)
        .function("getweakrefs(object, /)", references)
}

fn count<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f, usize> {
    let list = cx.weak_references(object)?;
    Ok(cx.list_len(list))
}

fn references<'f>(cx: &mut Context<'f>, object: Local<'f>) -> Res<'f> {
    cx.weak_references(object)
}
