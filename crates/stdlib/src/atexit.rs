//! `_atexit`: the call of a function at the end, whose error ends nothing.

use crate::settings::Settings;
use miniscript_ext::{Context, Local, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_atexit").function("run(func, args, kwargs, /)", run)
}

fn run<'f>(
    cx: &mut Context<'f>,
    function: Local<'f>,
    args: Local<'f>,
    kwargs: Local<'f>,
) -> Res<'f, ()> {
    match cx.call_ex(function, args, Some(kwargs)) {
        Ok(_) => Ok(()),
        Err(error) => cx.show_ignored("in atexit callback", function, error),
    }
}
