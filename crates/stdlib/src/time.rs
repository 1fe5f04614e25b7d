//! `time`: clocks and sleeping. `sleep` parks only the task that calls it.

use crate::settings::Settings;
use core::time::Duration;
use miniscript_core::Worker;
use miniscript_ext::{Context, Exception, Local, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    Module::new("time")
        .doc("This module provides various functions to manipulate time values.")
        .function("time", time)
        .function("time_ns", time_ns)
        .function("monotonic", seconds)
        .function("monotonic_ns", nanoseconds)
        .function("perf_counter", seconds)
        .function("perf_counter_ns", nanoseconds)
        .function("process_time", process_time)
        .function("process_time_ns", process_time_ns)
        .function("thread_time", thread_time)
        .function("thread_time_ns", thread_time_ns)
        .function("sleep", sleep)
}

fn calendar<'f>(cx: &mut Context<'f>) -> Res<'f, Duration> {
    match cx.calendar() {
        Some(time) => Ok(time),
        None => Err(cx.raise_kind(
            Exception::OSError,
            format_args!("the host has no calendar clock"),
        )),
    }
}

fn time<'f>(cx: &mut Context<'f>) -> Res<'f, f64> {
    calendar(cx).map(|time| time.as_secs_f64())
}

fn time_ns<'f>(cx: &mut Context<'f>) -> Res<'f, u128> {
    calendar(cx).map(|time| time.as_nanos())
}

fn seconds<'f>(cx: &mut Context<'f>) -> Res<'f, f64> {
    Ok(cx.now().as_secs_f64())
}

fn nanoseconds<'f>(cx: &mut Context<'f>) -> Res<'f, u128> {
    Ok(cx.now().as_nanos())
}

fn worked<'f>(cx: &mut Context<'f>, by: Worker) -> Res<'f, Duration> {
    match cx.worked(by) {
        Some(time) => Ok(time),
        None => Err(cx.raise_kind(
            Exception::RuntimeError,
            format_args!(
                "the processor time used is not available or its value cannot be represented"
            ),
        )),
    }
}

fn process_time<'f>(cx: &mut Context<'f>) -> Res<'f, f64> {
    worked(cx, Worker::Process).map(|time| time.as_secs_f64())
}

fn process_time_ns<'f>(cx: &mut Context<'f>) -> Res<'f, u128> {
    worked(cx, Worker::Process).map(|time| time.as_nanos())
}

fn thread_time<'f>(cx: &mut Context<'f>) -> Res<'f, f64> {
    worked(cx, Worker::Thread).map(|time| time.as_secs_f64())
}

fn thread_time_ns<'f>(cx: &mut Context<'f>) -> Res<'f, u128> {
    worked(cx, Worker::Thread).map(|time| time.as_nanos())
}

/// The longest time that CPython can sleep, in seconds.
const LONGEST: f64 = 9_223_372_036.854_775;

fn sleep<'f>(cx: &mut Context<'f>, seconds: Local<'f>) -> Res<'f> {
    let (duration, too_long) = match cx.as_float(seconds) {
        Some(seconds) if seconds.is_nan() => {
            return Err(cx.value_error(format_args!("Invalid value NaN (not a number)")));
        }
        Some(seconds) => (seconds, "timestamp out of range for platform time_t"),
        None => match cx.to_index(seconds)? {
            Some(int) => (
                match cx.as_int(int) {
                    Some(int) => int as f64,
                    None => f64::INFINITY,
                },
                "timestamp too large to convert to C _PyTime_t",
            ),
            None => {
                let found = cx.type_name(seconds);
                return Err(cx.type_error(format_args!(
                    "'{found}' object cannot be interpreted as an integer"
                )));
            }
        },
    };
    if duration < 0.0 {
        return Err(cx.value_error(format_args!("sleep length must be non-negative")));
    }
    if duration > LONGEST {
        return Err(cx.raise_kind(Exception::OverflowError, format_args!("{too_long}")));
    }
    // What is left of a nanosecond counts as a whole one, as in CPython.
    let mut whole = Duration::from_secs_f64(duration);
    if whole.as_secs_f64() < duration {
        whole = whole.saturating_add(Duration::from_nanos(1));
    }
    cx.pending_sleep(whole)
}
