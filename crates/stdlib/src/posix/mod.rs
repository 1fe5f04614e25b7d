//! `posix`: the natives beneath `os`, `open()` and `errno`, over the embedder's
//! [`System`](miniscript_core::system::System).
//!
//! Without a system every function that needs one raises an OSError that says so. What
//! is looked at or changed by its path sees what the script has written: files with
//! unwritten text are flushed first, since none is closed by a count of references.

mod errors;
mod files;
mod paths;
mod process;
mod tree;

pub(crate) use errors::{NAMES, message};

use crate::settings::Settings;
use errors::fail;
use miniscript_core::system::{Answer, Errno, System};
use miniscript_ext::{Context, Exception, Local, Module, Res};
use paths::{Path, path};

pub(crate) fn module(_: &Settings) -> Module {
    process::functions(tree::functions(files::functions(Module::new("posix"))))
}

/// Asks the system.
fn ask<'f, T>(cx: &mut Context<'f>, body: impl FnOnce(&mut dyn System) -> Answer<T>) -> Res<'f, T> {
    match cx.with_system(body) {
        Some(Ok(value)) => Ok(value),
        Some(Err(number)) => Err(fail(cx, number, &[])),
        None => Err(errors::without_system(cx)),
    }
}

/// Asks the system about paths, which an error names.
fn ask_for<'f, T>(
    cx: &mut Context<'f>,
    paths: &[&Path<'f>],
    body: impl FnOnce(&mut dyn System) -> Answer<T>,
) -> Res<'f, T> {
    settle(cx)?;
    match cx.with_system(body) {
        Some(Ok(value)) => Ok(value),
        Some(Err(number)) => {
            let first = paths.first().map(|path| path.given);
            let second = paths.get(1).map(|path| path.given);
            let names: &[Local<'f>] = match (first, second) {
                (Some(first), Some(second)) => &[first, second],
                (Some(first), None) => &[first],
                _ => &[],
            };
            Err(fail(cx, number, names))
        }
        None => Err(errors::without_system(cx)),
    }
}

/// Writes out what open files of the VM have kept back.
fn settle<'f>(cx: &mut Context<'f>) -> Res<'f, ()> {
    let modules = cx.modules();
    let Some(module) = cx.dict_get_str(modules, "_iocore")? else {
        return Ok(());
    };
    let dict = cx.module_dict(module);
    let Some(dirty) = cx.dict_get_str(dict, "dirty")? else {
        return Ok(());
    };
    if cx.dict_len(dirty) > 0 {
        cx.scope(|cx| {
            let files = cx.import("_io_files")?;
            cx.call_method(files, "_clean", &[])?;
            Ok(())
        })?;
    }
    Ok(())
}

/// An int that fits C's `int`.
fn small<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i32> {
    let found = cx.type_name(value);
    let Some(int) = cx.to_index(value)? else {
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    };
    match cx.as_int(int) {
        Some(int) if i32::try_from(int).is_ok() => Ok(i32::try_from(int).unwrap_or(0)),
        Some(int) => Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!(
                "signed integer is {} than {}",
                if int < 0 { "less" } else { "greater" },
                if int < 0 { "minimum" } else { "maximum" }
            ),
        )),
        None => Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C int"),
        )),
    }
}

/// An int that fits 64 bits.
fn wide<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i64> {
    let found = cx.type_name(value);
    let Some(int) = cx.to_index(value)? else {
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    };
    match cx.as_int(int) {
        Some(int) => Ok(int),
        None => Err(cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C long"),
        )),
    }
}

/// The number that says that an argument makes no sense.
const INVALID: Errno = Errno::INVALID;
