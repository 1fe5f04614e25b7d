//! Expressions about numbers, order and hashes against what CPython 3.11 gives.
//!
//! `num_rows.txt` holds an expression and, behind a tab, the `repr` of its value or
//! the exception with its message, as `python3` writes them.

use super::{Context, Local, Res};
use crate::builtins::protocol;
use crate::limits::Limits;
use crate::syntax::Mode;
use crate::vm::boot::{Setup, boot};
use crate::vm::host::Host;
use crate::vm::import::{compile_source, new_module, run_chunk};
use alloc::string::String;
use alloc::vec::Vec;
use core::task::Waker;

/// Runs `body` in a new VM.
fn with_vm(limits: Limits, body: impl for<'f> FnOnce(&mut Context<'f>)) {
    let setup = Setup {
        limits,
        host: Host::new(),
        entropy: [1, 2, 3],
        waker: Waker::noop().clone(),
    };
    let vm = boot(setup).unwrap();
    // SAFETY: the host's fiber is the running one, and lives as long as the VM.
    let mut cx = unsafe { Context::new(vm.current) };
    body(&mut cx);
    drop(vm);
}

fn evaluate<'f>(cx: &mut Context<'f>, source: &str) -> Res<'f> {
    let chunk = compile_source(cx, source.as_bytes(), "<test>", Mode::Eval)?;
    let (_, globals) = new_module(cx, "test")?;
    run_chunk(cx, &chunk, globals)
}

fn shown<'f>(cx: &mut Context<'f>, value: Local<'f>) -> String {
    match protocol::repr(cx, value) {
        Ok(text) => String::from_utf8_lossy(cx.str_bytes(text).unwrap()).into_owned(),
        Err(_) => String::from("no repr"),
    }
}

fn answer<'f>(cx: &mut Context<'f>, source: &str) -> String {
    match evaluate(cx, source) {
        Ok(value) => shown(cx, value),
        Err(error) => {
            let exception = cx.exception(error);
            let args = cx.exception_args(exception);
            let message = match cx.tuple_len(args) {
                0 => String::new(),
                1 => {
                    let message = cx.tuple_get(args, 0).unwrap();
                    cx.as_str(message)
                        .map_or_else(|| shown(cx, message), String::from)
                }
                _ => shown(cx, args),
            };
            alloc::format!("{}: {message}", cx.type_name(exception))
        }
    }
}

#[test]
fn expressions_are_those_of_cpython() {
    let mut wrong = Vec::new();
    with_vm(Limits::default(), |cx| {
        for row in include_str!("num_rows.txt").lines() {
            let (source, expected) = row.split_once('\t').unwrap();
            let found = cx
                .scope(|cx| Ok(answer(cx, source)))
                .unwrap_or_else(|_| String::from("failed"));
            if found != expected {
                wrong.push(alloc::format!(
                    "{source}\n  expected {expected}\n  found    {found}"
                ));
            }
        }
    });
    assert!(
        wrong.is_empty(),
        "{} rows:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn what_memory_cannot_hold_is_refused_before_it_is_computed() {
    let limits = Limits {
        memory: 8 << 20,
        ..Limits::default()
    };
    with_vm(limits, |cx| {
        for source in [
            "2 ** 10**12",
            "3 ** 10**9",
            "1 << 10**10",
            "'ab' * 10**8",
            "[1] * 10**8",
            "(1,) * 10**8",
            "7 ** (7 ** 30)",
        ] {
            assert_eq!(answer(cx, source), "MemoryError: ", "{source}");
        }
        assert_eq!(answer(cx, "1 + 1"), "2");
    });
}

#[test]
fn big_work_is_paid_with_fuel() {
    let limits = Limits {
        fuel: Some(1_000_000),
        ..Limits::default()
    };
    with_vm(limits, |cx| {
        assert!(evaluate(cx, "3 ** 10**8").is_err());
    });
}
