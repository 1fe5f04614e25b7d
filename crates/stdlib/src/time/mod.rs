//! `time`: clocks, sleeping, and moments as calendars show them.
//!
//! `sleep` parks only the task that calls it. Local time is the host's
//! ([`Clock::local`](miniscript_core::Clock::local)); UTC where the host says nothing.
//! `struct_time` and `strptime` are written in the language (`_structtime`, `_strptime`).

mod calendar;
mod civil;
mod clocks;
mod format;

use crate::settings::Settings;
use core::time::Duration;
use miniscript_ext::{Context, Exception, Local, Module, Res};

pub(crate) fn module(_: &Settings) -> Module {
    calendar::functions(clocks::functions(
        Module::new("time")
            .doc("This module provides various functions to manipulate time values.")
            .function("sleep", sleep),
    ))
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

/// An int that fits C's `int`.
fn c_int<'f>(cx: &mut Context<'f>, value: Local<'f>) -> Res<'f, i32> {
    let Some(int) = cx.to_index(value)? else {
        let found = cx.type_name(value);
        return Err(cx.type_error(format_args!(
            "'{found}' object cannot be interpreted as an integer"
        )));
    };
    let int = cx.as_int(int);
    if let Some(small) = int.and_then(|int| i32::try_from(int).ok()) {
        return Ok(small);
    }
    Err(match int {
        None => cx.raise_kind(
            Exception::OverflowError,
            format_args!("Python int too large to convert to C long"),
        ),
        Some(int) => cx.raise_kind(
            Exception::OverflowError,
            format_args!(
                "signed integer is {} than {}",
                if int < 0 { "less" } else { "greater" },
                if int < 0 { "minimum" } else { "maximum" },
            ),
        ),
    })
}
