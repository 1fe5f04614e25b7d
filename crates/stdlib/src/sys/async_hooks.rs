//! What event loops want to be told of asynchronous generators: `sys.set_asyncgen_hooks`.

use crate::support::Given;
use miniscript_ext::{Context, Function, Local, Res, closure};

/// `set_asyncgen_hooks`.
pub(super) fn setter() -> Function {
    Function::new(
        "set_asyncgen_hooks(firstiter=<unrepresentable>, finalizer=<unrepresentable>)",
        closure!(|cx, firstiter: Given, finalizer: Given| set(cx, firstiter, finalizer)),
    )
    .doc("Set what is called when an asynchronous generator begins and when one is collected.")
}

fn set<'f>(
    cx: &mut Context<'f>,
    first: Option<Local<'f>>,
    finalizer: Option<Local<'f>>,
) -> Res<'f> {
    let places = [(finalizer, 1, "finalizer"), (first, 0, "firstiter")];
    for (hook, place, name) in places {
        let Some(hook) = hook else {
            continue;
        };
        if !cx.is_none(hook) && !cx.is_callable(hook) {
            let found = cx.type_name(hook);
            return Err(cx.type_error(format_args!("callable {name} expected, got {found}")));
        }
        let [first, last] = cx.generator_hooks();
        cx.set_generator_hooks(match place {
            0 => [hook, last],
            _ => [first, hook],
        });
    }
    Ok(Local::NONE)
}

/// The hooks, as a tuple with names.
pub(super) fn get<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let hooks = cx.generator_hooks();
    let hooks = cx.tuple(&hooks)?;
    let class = cx.module_value("_sysinfo", "asyncgen_hooks")?;
    cx.call(class, &[hooks])
}
