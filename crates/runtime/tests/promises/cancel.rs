//! Tasks parked beneath natives are ended by ordinary errors, and Rust's destructors run.

use crate::support::{builder, describe, kind, run, show, spawn, started};
use miniscript_runtime::ext::{Callable, Context, Res};
use miniscript_runtime::{Limits, Vm};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Counts those of a test that are alive.
struct Guard(Arc<AtomicI64>);

impl Guard {
    fn new(count: &Arc<AtomicI64>) -> Guard {
        count.fetch_add(1, Ordering::Relaxed);
        Guard(count.clone())
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Calls back until that succeeds, whatever it raises.
fn stubborn<'f>(cx: &mut Context<'f>, function: Callable<'f>) -> Res<'f> {
    loop {
        if let Ok(value) = cx.scope_local(|scope| function.call(scope, ())) {
            return Ok(value);
        }
    }
}

fn with_guards() -> (Vm, Arc<AtomicI64>) {
    let count = Arc::new(AtomicI64::new(0));
    let counted = count.clone();
    let module = miniscript_runtime::ext::Module::new("guards")
        .function(
            "hold",
            miniscript_runtime::ext::with::<(Callable,)>(move |cx, (function,)| {
                let _guard = Guard::new(&counted);
                function.call(cx, ())
            }),
        )
        .function("stubborn", stubborn);
    let (builder, _) = builder(Limits::default());
    let mut vm = started(builder.module(module));
    run(
        &mut vm,
        "import guards\nlog = []\n\
         def forever(): host.sleep(10**6)\n\
         def nap(): host.nap(10**6)\n\
         def brief(): host.sleep(0.001)\n\
         def held():\n    try: guards.hold(lambda: guards.hold(forever))\n    finally: log.append('finally')\n\
         def napping(): guards.hold(nap)\n\
         def plain():\n    try: host.sleep(10**6)\n    except BaseException as error:\n        log.append(type(error).__name__)\n        raise\n\
         def caught():\n    try: guards.hold(forever)\n    except BaseException as error: return type(error).__name__\n\
         def stubborn(): guards.stubborn(forever)\n",
    );
    (vm, count)
}

/// Lets every task run until it waits.
fn settle(vm: &mut Vm) {
    let brief = spawn(vm, "brief");
    vm.finish(brief).expect("a short wait");
}

#[test]
fn cancelling_beneath_a_rust_native_is_an_ordinary_error() {
    let (mut vm, count) = with_guards();
    let tasks = ["held", "napping", "plain"].map(|name| spawn(&mut vm, name));
    let caught = spawn(&mut vm, "caught");
    settle(&mut vm);
    assert_eq!(count.load(Ordering::Relaxed), 4);
    for task in tasks {
        assert!(vm.cancel(&task));
        let error = vm.finish(task).map(|_| ()).expect_err("cancelled");
        assert_eq!(kind(&error), "CancelledError");
    }
    assert!(vm.cancel(&caught));
    let root = vm.finish(caught).expect("it has caught the error");
    assert_eq!(
        crate::support::show_root(&mut vm, &root),
        "'CancelledError'"
    );
    assert_eq!(count.load(Ordering::Relaxed), 0);
    assert_eq!(show(&mut vm, "log"), "['finally', 'CancelledError']");
}

#[test]
fn a_task_cancelled_before_it_starts_does_not_start() {
    let (mut vm, count) = with_guards();
    let task = spawn(&mut vm, "held");
    assert!(vm.cancel(&task));
    let error = vm.finish(task).map(|_| ()).expect_err("cancelled");
    assert_eq!(kind(&error), "CancelledError");
    assert_eq!(count.load(Ordering::Relaxed), 0);
}

#[test]
fn dropping_the_vm_runs_destructors_under_parked_tasks() {
    let (mut vm, count) = with_guards();
    for name in ["held", "napping", "plain", "caught", "held", "forever"] {
        spawn(&mut vm, name);
    }
    settle(&mut vm);
    // One that has not started.
    spawn(&mut vm, "held");
    assert_eq!(count.load(Ordering::Relaxed), 6);
    drop(vm);
    assert_eq!(count.load(Ordering::Relaxed), 0);
}

#[test]
fn a_native_that_refuses_to_end_is_leaked() {
    let (mut vm, count) = with_guards();
    spawn(&mut vm, "stubborn");
    spawn(&mut vm, "held");
    settle(&mut vm);
    drop(vm);
    assert_eq!(count.load(Ordering::Relaxed), 0);
}

#[test]
fn a_future_that_is_dropped_with_its_task_lets_go() {
    let count = Arc::new(AtomicI64::new(0));
    let counted = count.clone();
    let module = miniscript_runtime::ext::Module::new("futures").function("never", move || {
        let guard = Guard::new(&counted);
        miniscript_runtime::ext::pending(async move {
            std::future::pending::<()>().await;
            drop(guard);
        })
    });
    let (builder, _) = builder(Limits::default());
    let mut vm = started(builder.module(module));
    run(
        &mut vm,
        "import futures\ndef f(): futures.never()\ndef brief(): host.sleep(0.1)\n",
    );
    let (first, _second) = (spawn(&mut vm, "f"), spawn(&mut vm, "f"));
    settle(&mut vm);
    assert_eq!(count.load(Ordering::Relaxed), 2);
    vm.cancel(&first);
    let error = vm.finish(first).map(|_| ()).expect_err("cancelled");
    assert!(describe(&error).contains("CancelledError"));
    assert_eq!(count.load(Ordering::Relaxed), 1);
    drop(vm);
    assert_eq!(count.load(Ordering::Relaxed), 0);
}
