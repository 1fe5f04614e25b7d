//! `gc`: the collector, as scripts steer it.

use crate::settings::Settings;
use alloc::vec::Vec;
use miniscript_ext::{Args, Context, Exception, IntoValue, Local, Module, Res, untyped};

/// Where the module keeps what `set_threshold()` was told.
const THRESHOLDS: &str = "_thresholds";

/// Where the module keeps how much was frozen.
const FROZEN: &str = "_frozen";

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("gc")
        .doc("This module provides access to the garbage collector.")
        .function("collect(generation=2)", collect)
        .function("enable", enable)
        .function("disable", disable)
        .function("isenabled", is_enabled)
        .function("get_count", count)
        .function("get_threshold", thresholds)
        .function("set_threshold(*thresholds)", untyped(set_thresholds))
        .function("freeze", freeze)
        .function("unfreeze", unfreeze)
        .function("get_freeze_count", frozen)
        .init(|cx, dict| {
            let garbage = cx.list(&[])?;
            cx.dict_set_str(dict, "garbage", garbage)?;
            let mut values = Vec::new();
            for value in [700, 10, 10] {
                values.push(IntoValue::into_value(value, cx)?);
            }
            let values = cx.tuple(&values)?;
            cx.dict_set_str(dict, THRESHOLDS, values)
        })
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

fn names<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let module = cx.import("gc")?;
    Ok(cx.module_dict(module))
}

fn thresholds<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let names = names(cx)?;
    Ok(cx.dict_get_str(names, THRESHOLDS)?.unwrap_or(Local::NONE))
}

/// Kept for who asks: when to collect is the heap's own decision.
fn set_thresholds<'f>(cx: &mut Context<'f>, args: Args<'f>) -> Res<'f> {
    let count = args.len();
    if !(1..=3).contains(&count) {
        let (most, s) = if count == 0 {
            ("at least 1", "")
        } else {
            ("at most 3", "s")
        };
        return Err(cx.type_error(format_args!(
            "set_threshold() takes {most} argument{s} ({count} given)"
        )));
    }
    let names = names(cx)?;
    let old = thresholds(cx)?;
    let mut all = Vec::new();
    for at in 0..3 {
        let Some(given) = args.get(cx, at) else {
            all.extend(cx.tuple_get(old, at));
            continue;
        };
        let Some(number) = cx.to_index(given)? else {
            let found = cx.type_name(given);
            return Err(cx.type_error(format_args!(
                "'{found}' object cannot be interpreted as an integer"
            )));
        };
        if cx
            .as_int(number)
            .and_then(|n| i32::try_from(n).ok())
            .is_none()
        {
            let text = match cx.as_int(number) {
                Some(..0) => "signed integer is less than minimum",
                Some(_) => "signed integer is greater than maximum",
                None => "Python int too large to convert to C long",
            };
            return Err(cx.raise_kind(Exception::OverflowError, format_args!("{text}")));
        }
        all.push(number);
    }
    let all = cx.tuple(&all)?;
    cx.dict_set_str(names, THRESHOLDS, all)?;
    Ok(Local::NONE)
}

/// What lives now may stay where it is: the collector looks at all, so only how much
/// it was is noted.
fn freeze<'f>(cx: &mut Context<'f>) -> Res<'f, ()> {
    let count = cx.heap_bytes().into_value(cx)?;
    let names = names(cx)?;
    cx.dict_set_str(names, FROZEN, count)
}

fn unfreeze<'f>(cx: &mut Context<'f>) -> Res<'f, ()> {
    let names = names(cx)?;
    cx.dict_set_str(names, FROZEN, Local::NONE)
}

fn frozen<'f>(cx: &mut Context<'f>) -> Res<'f> {
    let names = names(cx)?;
    let count = cx.dict_get_str(names, FROZEN)?;
    match count.filter(|&count| !cx.is_none(count)) {
        Some(count) => Ok(count),
        None => 0.into_value(cx),
    }
}
