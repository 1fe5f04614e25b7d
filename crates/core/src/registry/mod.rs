//! Native modules: the standard ones, and the embedder's in fixed-capacity tables.
#![forbid(unsafe_code)]

mod table;

pub use table::{FUNCTIONS_PER_MODULE, Frozen, Function, MODULES, Module, Refusal};
pub(crate) use table::{Maker, Registry};

use crate::object::ClassId;
use crate::vm::context::{Context, Local, Res};
use crate::vm::import::new_module;
pub use crate::vm::native::NativeClosure;
use alloc::sync::Arc;

/// Fills a module's namespace, beyond its functions.
pub type ModuleInit = Arc<dyn for<'f> Fn(&mut Context<'f>, Local<'f>) -> Res<'f, ()> + Send + Sync>;

/// Imports a native module by name, if there is one: its functions become a
/// module of the table, made once.
pub(crate) fn import<'f>(cx: &mut Context<'f>, name: &str) -> Res<'f, Option<Local<'f>>> {
    let Some(entry) = cx.with_registry(|registry| registry.find(name)) else {
        return Ok(None);
    };
    if let Some(refusal) = entry.refusal() {
        return Err(cx.raise(ClassId::ImportError, format_args!("{refusal}")));
    }
    let (module, dict) = new_module(cx, name)?;
    match fill(cx, &entry, module, dict) {
        Ok(()) => Ok(Some(module)),
        Err(error) => {
            // A module that fails is not kept.
            let modules = cx.modules();
            let key = cx.str(name)?;
            cx.dict_remove(modules, key)?;
            Err(error)
        }
    }
}

fn fill<'f>(
    cx: &mut Context<'f>,
    entry: &Module,
    module: Local<'f>,
    dict: Local<'f>,
) -> Res<'f, ()> {
    for def in entry.functions() {
        let native = cx.native_function(def, module)?;
        cx.dict_set_str(dict, &def.name, native)?;
    }
    if let Some(init) = entry.init() {
        init(cx, dict)?;
    }
    Ok(())
}
