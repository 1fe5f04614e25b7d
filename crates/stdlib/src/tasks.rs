//! `_thread_tasks`: what threads, event loops and contexts are made of. A thread is a task on the one host thread:
//! it gives way only where it waits, so no lock is needed between two waits.

use crate::settings::Settings;
use core::time::Duration;
use miniscript_ext::{Context, Local, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("_thread_tasks")
        .doc("Tasks of the virtual machine, as threads.")
        .function("start(function, arguments, /)", start)
        .function("get_ident()", ident)
        .function("park(seconds, /)", park)
        .function("unpark(ident, /)", unpark)
        .function("own()", own)
}

fn start<'f>(cx: &mut Context<'f>, function: Local<'f>, arguments: Local<'f>) -> Res<'f, u64> {
    cx.spawn(function, arguments)
}

fn ident<'f>(cx: &mut Context<'f>) -> Res<'f, u64> {
    Ok(cx.task_ident())
}

/// Waits to be unparked: None waits for ever; True unless the time ran out.
fn park<'f>(cx: &mut Context<'f>, seconds: Option<f64>) -> Res<'f> {
    let limit = seconds.map(|seconds| Duration::try_from_secs_f64(seconds.max(0.0)).unwrap_or(Duration::MAX));
    cx.pending_park(limit)
}

fn unpark<'f>(cx: &mut Context<'f>, ident: u64) -> Res<'f, bool> {
    Ok(cx.unpark(ident))
}

/// The running thread's own dict.
fn own<'f>(cx: &mut Context<'f>) -> Res<'f> {
    cx.task_locals()
}
