//! Clocks: of the calendar, steady ones, and those that count the processor's work.

use super::c_int;
use core::time::Duration;
use miniscript_core::Worker;
use miniscript_ext::{Context, Error, Exception, Local, Module, Res};

pub(super) fn functions(module: Module) -> Module {
    let mut module = module
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
        .function("clock_gettime", clock_gettime)
        .function("clock_gettime_ns", clock_gettime_ns)
        .function("clock_getres", clock_getres)
        .function("clock_settime", clock_settime)
        .function("clock_settime_ns", clock_settime_ns)
        .function("pthread_getcpuclockid", thread_clock);
    for (name, number) in NUMBERS {
        module = module.constant(name, number);
    }
    module
}

const REALTIME: i32 = 0;
const THREAD: i32 = 3;

/// The clocks that have numbers, as Linux counts them.
const NUMBERS: [(&str, i32); 7] = [
    ("CLOCK_REALTIME", REALTIME),
    ("CLOCK_MONOTONIC", 1),
    ("CLOCK_PROCESS_CPUTIME_ID", 2),
    ("CLOCK_THREAD_CPUTIME_ID", THREAD),
    ("CLOCK_MONOTONIC_RAW", 4),
    ("CLOCK_BOOTTIME", 7),
    ("CLOCK_TAI", 11),
];

/// An OSError by its number.
#[cold]
pub(super) fn refused<'f>(cx: &mut Context<'f>, number: i64, text: &str) -> Error<'f> {
    match (cx.int(number), cx.str(text)) {
        (Ok(number), Ok(text)) => cx.raise_args(Exception::OSError, &[number, text]),
        (Err(error), _) | (_, Err(error)) => error,
    }
}

#[cold]
fn invalid<'f>(cx: &mut Context<'f>) -> Error<'f> {
    refused(cx, 22, "Invalid argument")
}

fn clock<'f>(cx: &mut Context<'f>, number: i32) -> Res<'f, Duration> {
    match number {
        REALTIME | 11 => calendar(cx),
        1 | 4 | 7 => Ok(cx.now()),
        2 => worked(cx, Worker::Process),
        THREAD => worked(cx, Worker::Thread),
        _ => Err(invalid(cx)),
    }
}

fn clock_gettime<'f>(cx: &mut Context<'f>, number: Local<'f>) -> Res<'f, f64> {
    let number = c_int(cx, number)?;
    clock(cx, number).map(|time| time.as_secs_f64())
}

fn clock_gettime_ns<'f>(cx: &mut Context<'f>, number: Local<'f>) -> Res<'f, u128> {
    let number = c_int(cx, number)?;
    clock(cx, number).map(|time| time.as_nanos())
}

fn clock_getres<'f>(cx: &mut Context<'f>, number: Local<'f>) -> Res<'f, f64> {
    let number = c_int(cx, number)?;
    if NUMBERS.iter().any(|&(_, known)| known == number) {
        return Ok(1e-9);
    }
    Err(invalid(cx))
}

/// Scripts never set the host's clock.
fn set<'f>(cx: &mut Context<'f>, number: i32) -> Res<'f, ()> {
    Err(match number {
        REALTIME => refused(cx, 1, "Operation not permitted"),
        _ => invalid(cx),
    })
}

fn clock_settime<'f>(cx: &mut Context<'f>, number: Local<'f>, time: Local<'f>) -> Res<'f, ()> {
    let number = c_int(cx, number)?;
    if cx.as_float(time).is_none() && cx.to_index(time)?.is_none() {
        let found = cx.type_name(time);
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    }
    set(cx, number)
}

fn clock_settime_ns<'f>(cx: &mut Context<'f>, number: Local<'f>, time: Local<'f>) -> Res<'f, ()> {
    let number = c_int(cx, number)?;
    if !cx.is_int(time) {
        let found = cx.type_name(time);
        return Err(cx.type_error(format_args!("expect int, got {found}")));
    }
    set(cx, number)
}

/// All threads run on the host's one: its clock is that of each.
fn thread_clock<'f>(cx: &mut Context<'f>, thread: Local<'f>) -> Res<'f, i32> {
    if !cx.is_int(thread) {
        let found = cx.type_name(thread);
        return Err(cx.type_error(format_args!(
            "pthread_getcpuclockid() argument 1 must be int, not {found}"
        )));
    }
    Ok(THREAD)
}

pub(super) fn calendar<'f>(cx: &mut Context<'f>) -> Res<'f, Duration> {
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
