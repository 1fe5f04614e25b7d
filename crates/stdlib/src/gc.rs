//! `gc`: the collector, as scripts steer it.

use crate::settings::Settings;
use miniscript_ext::{Context, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("gc")
        .doc("This module provides access to the garbage collector.")
        .function("collect(generation=2)", collect)
        .function("enable", enable)
        .function("disable", disable)
        .function("isenabled", is_enabled)
        .function("get_count", count)
}

/// CPython answers with the number of unreachable objects; here the collector does
/// not count what it frees, so it is the bytes that were freed.
fn collect<'f>(cx: &mut Context<'f>, generation: i64) -> Res<'f, usize> {
    if !(0..=2).contains(&generation) {
        return Err(cx.value_error(format_args!("invalid generation")));
    }
    let before = cx.heap_bytes();
    cx.collect();
    cx.run_finalizers()?;
    Ok(before.saturating_sub(cx.heap_bytes()))
}

fn enable<'f>(cx: &mut Context<'f>) -> Res<'f, ()> {
    cx.set_collects(true);
    Ok(())
}

fn disable<'f>(cx: &mut Context<'f>) -> Res<'f, ()> {
    cx.set_collects(false);
    Ok(())
}

fn is_enabled<'f>(cx: &mut Context<'f>) -> Res<'f, bool> {
    Ok(cx.collects())
}

/// There are no generations: all that lives is in the first.
fn count<'f>(cx: &mut Context<'f>) -> Res<'f, (usize, i64, i64)> {
    Ok((cx.heap_bytes(), 0, 0))
}
