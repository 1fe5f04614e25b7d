//! `sys.excepthook`, `sys.unraisablehook` and `sys.displayhook`, where a script has
//! replaced them: who shows what nobody has caught asks here first.

use crate::object::ClassId;
use crate::vm::context::{Context, Local, Res};
use alloc::format;

/// A hook of `sys` that is not the one it began with.
fn replaced<'f>(cx: &mut Context<'f>, name: &str) -> Res<'f, Option<Local<'f>>> {
    let Some(namespace) = cx.sys_namespace()? else {
        return Ok(None);
    };
    let original = cx.dict_get_str(namespace, &format!("__{name}__"))?;
    let hook = cx.dict_get_str(namespace, name)?;
    Ok(hook.filter(|&hook| original.is_some_and(|original| !cx.same(hook, original))))
}

/// The hook of `sys` that it began with, where `sys.stderr` is not what it began with: what
/// the hook shows goes there.
fn diverted<'f>(cx: &mut Context<'f>, name: &str) -> Res<'f, Option<Local<'f>>> {
    let Some(namespace) = cx.sys_namespace()? else {
        return Ok(None);
    };
    let Some(stream) = cx.dict_get_str(namespace, "stderr")? else {
        return Ok(None);
    };
    let original = cx.dict_get_str(namespace, "__stderr__")?;
    if original.is_some_and(|original| cx.same(stream, original)) {
        return Ok(None);
    }
    cx.dict_get_str(namespace, name)
}

/// Class, exception and traceback.
fn parts<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> [Local<'f>; 3] {
    let class = cx.class(exception);
    let class = cx.class_object(class);
    let traceback = cx
        .exception_links(exception)
        .map_or(Local::NONE, |(_, _, traceback, _)| traceback);
    [class, exception, traceback]
}

/// What a script's hook makes of an exception that has ended the program.
pub(crate) enum Shown<'f> {
    /// There is none: it is shown as always.
    Not,
    /// It has shown it.
    Done,
    /// It has failed with this exception, and both are to be shown.
    Failed(Local<'f>),
    /// It has raised SystemExit.
    Exit(Local<'f>),
}

/// An exception has ended the program: notes it in `sys.last_value` and calls
/// `sys.excepthook`.
pub(crate) fn uncaught<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Shown<'f> {
    match show(cx, exception) {
        Ok(true) => Shown::Done,
        Ok(false) => Shown::Not,
        Err(error) => {
            let ended = cx.error_is(&error, ClassId::SystemExit);
            let error = cx.exception(error);
            if ended {
                Shown::Exit(error)
            } else {
                Shown::Failed(error)
            }
        }
    }
}

fn show<'f>(cx: &mut Context<'f>, exception: Local<'f>) -> Res<'f, bool> {
    let Some(namespace) = cx.sys_namespace()? else {
        return Ok(false);
    };
    let parts = parts(cx, exception);
    for (name, part) in ["last_type", "last_value", "last_traceback"]
        .into_iter()
        .zip(parts)
    {
        cx.dict_set_str(namespace, name, part)?;
    }
    let hook = match replaced(cx, "excepthook")? {
        None => diverted(cx, "excepthook")?,
        hook => hook,
    };
    match hook {
        Some(hook) => {
            cx.call(hook, &parts)?;
            Ok(true)
        }
        None => Ok(false),
    }
}

/// An exception that nobody can handle: whether `sys.unraisablehook` has shown it.
pub(crate) fn unraisable<'f>(
    cx: &mut Context<'f>,
    exception: Local<'f>,
    place: &str,
    blamed: Local<'f>,
) -> Res<'f, bool> {
    let Some(hook) = (match replaced(cx, "unraisablehook")? {
        None => diverted(cx, "unraisablehook")?,
        hook => hook,
    }) else {
        return Ok(false);
    };
    let [class, exception, traceback] = parts(cx, exception);
    let message = if place == "in" {
        Local::NONE
    } else {
        cx.str(&format!("Exception ignored {place}"))?
    };
    let class_of_args = cx.module_value("_sysinfo", "UnraisableHookArgs")?;
    let fields = cx.tuple(&[class, exception, traceback, message, blamed])?;
    let args = cx.call(class_of_args, &[fields])?;
    cx.call(hook, &[args])?;
    Ok(true)
}

/// Whether `sys.displayhook` has shown the value of an expression: the script's, or the
/// first one where `sys.stdout` is an object by now.
pub(crate) fn display<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, bool> {
    let Some(namespace) = cx.sys_namespace()? else {
        return Ok(false);
    };
    let Some(original) = cx.dict_get_str(namespace, "__displayhook__")? else {
        return Ok(false);
    };
    let Some(hook) = cx.dict_get_str(namespace, "displayhook")? else {
        return Err(cx.raise(ClassId::RuntimeError, format_args!("lost sys.displayhook")));
    };
    let plain = cx.same(hook, original)
        && cx.dict_get_str(namespace, "stdout")?.is_none()
        && cx.dict_get_str(namespace, "__stdout__")?.is_none();
    if plain {
        return Ok(false);
    }
    cx.call(hook, &[value])?;
    Ok(true)
}
