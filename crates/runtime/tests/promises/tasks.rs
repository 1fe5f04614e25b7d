//! Tasks are cheap, and wait wherever they are.

use crate::support::{builder, int, machine, run, show, show_root, spawn, started};
use miniscript_runtime::ext::{Callable, Context, Local, Res};
use miniscript_runtime::{Limits, Vm};
use std::time::Duration;

const TASKS: usize = 100_000;

/// Set in the process that measures itself.
const CHILD: &str = "MINISCRIPT_PROMISES_CHILD";

/// The most memory this process has held, in bytes.
fn peak() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: usize = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib << 10)
}

/// In a process of its own, whose peak memory is this test's.
#[test]
fn a_hundred_thousand_tasks_sleep_on_four_stacks_in_200_mib() {
    if std::env::var_os(CHILD).is_none() {
        let program = std::env::current_exe().expect("this program");
        let status = std::process::Command::new(program)
            .args(["--exact", "--nocapture"])
            .arg("tasks::a_hundred_thousand_tasks_sleep_on_four_stacks_in_200_mib")
            .env(CHILD, "1")
            .status()
            .expect("this program runs");
        assert!(status.success());
        return;
    }
    let before = peak();
    let (builder, time) = builder(Limits::default());
    let mut vm = started(builder);
    run(
        &mut vm,
        "import time\nended = 0\ndef sleeper():\n    global ended\n    time.sleep(1)\n    ended += 1\n",
    );
    let empty = vm.core_mut().heap_bytes();
    let sleeper = vm.eval_root("sleeper", ()).expect("a function");
    let tasks: Vec<_> = (0..TASKS)
        .map(|_| vm.spawn(&sleeper, &[]).expect("a task"))
        .collect();
    let counted = vm.core_mut().heap_bytes() - empty;
    vm.run().expect("all tasks end");
    assert_eq!(int(&mut vm, "ended"), TASKS as i64);
    let stacks = vm.core_mut().most_native_stacks();
    let elapsed = time.elapsed();
    println!(
        "{TASKS} tasks: {stacks} native stacks, {} bytes counted for each, peak {:?} KiB of which {:?} KiB before, virtual time {elapsed:?}",
        counted / TASKS,
        peak().map(|bytes| bytes >> 10),
        before.map(|bytes| bytes >> 10)
    );
    assert!(stacks <= 4, "{stacks} native stacks");
    assert!(elapsed >= Duration::from_secs(1) && elapsed < Duration::from_millis(1100));
    match peak() {
        Some(bytes) => assert!(bytes < 200 << 20, "{bytes} bytes"),
        None => assert!(counted < 200 << 20, "{counted} bytes"),
    }
    for task in tasks {
        vm.finish(task).expect("its result");
    }
    vm.core_mut().collect();
    assert!(
        vm.core_mut().heap_bytes() < empty + (1 << 20),
        "tasks leave nothing"
    );
}

/// A ticker goes on while `expression` waits somewhere deep in natives.
fn ticks_during(setup: &str, expression: &str) -> Vm {
    let mut vm = machine(Limits::default());
    run(&mut vm, setup);
    run(
        &mut vm,
        &format!(
            "ticks = 0\n\
             def ticker():\n    global ticks\n    for _ in range(100):\n        host.sleep(0.01)\n        ticks += 1\n\
             def waiter():\n    before = ticks\n    value = {expression}\n    return value, ticks - before\n"
        ),
    );
    let waiter = spawn(&mut vm, "waiter");
    let ticker = spawn(&mut vm, "ticker");
    let result = vm.finish(waiter).expect("the waiter ends");
    let text = show_root(&mut vm, &result);
    let ticks: i64 = text
        .rsplit(", ")
        .next()
        .and_then(|last| last.trim_end_matches(')').parse().ok())
        .expect("a count");
    println!("{expression}: {text}");
    assert!((20..=31).contains(&ticks), "{text}");
    vm.finish(ticker).expect("the ticker ends");
    vm
}

#[test]
fn a_ticker_goes_on_while_a_sort_key_waits() {
    let mut vm = ticks_during(
        "def key(x):\n    host.sleep(0.1)\n    return -x\n",
        "sorted([1, 3, 2], key=key)",
    );
    assert!(vm.core_mut().most_native_stacks() >= 2);
}

#[test]
fn a_ticker_goes_on_while_eq_under_a_dict_lookup_waits() {
    ticks_during(
        "class Key:\n    def __hash__(self): return 1\n    def __eq__(self, other):\n        host.sleep(0.3)\n        return True\nd = {Key(): 'found'}\n",
        "d[Key()]",
    );
}

#[test]
fn a_ticker_goes_on_while_str_under_print_waits() {
    ticks_during(
        "class Text:\n    def __str__(self):\n        host.sleep(0.3)\n        return ''\n",
        "print(Text(), end='')",
    );
}

#[test]
fn a_ticker_goes_on_while_a_native_naps() {
    ticks_during("", "host.apply(host.nap, 0.3)");
}

/// Appends and waits in turn, always with the same Locals: what it sees after a wait.
fn share<'f>(
    cx: &mut Context<'f>,
    list: Local<'f>,
    name: &str,
    step: Callable<'f>,
) -> Res<'f, i64> {
    let mut seen_foreign = 0;
    for _ in 0..1000 {
        let before = cx.list_len(list);
        cx.scope(|scope| {
            let name = scope.str(name)?;
            scope.list_push(list, name)
        })?;
        if cx.list_len(list) != before + 1 {
            return Ok(-1);
        }
        cx.scope(|scope| step.call(scope, ()).map(|_| ()))?;
        if cx.list_len(list) > before + 1 {
            seen_foreign += 1;
        }
    }
    Ok(seen_foreign)
}

#[test]
fn two_tasks_inside_one_native_see_each_others_writes() {
    let (builder, _) = builder(Limits::default());
    let native = miniscript_runtime::ext::Module::new("shared").function("share", share);
    let mut vm = started(builder.module(native));
    run(
        &mut vm,
        "import shared\nlog = []\n\
         def step(): host.sleep(0.001)\n\
         def a(): return shared.share(log, 'a', step)\n\
         def b(): return shared.share(log, 'b', step)\n",
    );
    let (a, b) = (spawn(&mut vm, "a"), spawn(&mut vm, "b"));
    let (a, b) = (vm.finish(a).expect("a ends"), vm.finish(b).expect("b ends"));
    let (a, b) = (show_root(&mut vm, &a), show_root(&mut vm, &b));
    println!("waits after which the other's write was seen: {a} and {b} of 1000");
    assert!(a.parse::<i64>().is_ok_and(|count| count >= 998));
    assert!(b.parse::<i64>().is_ok_and(|count| count >= 998));
    assert_eq!(
        show(&mut vm, "(log.count('a'), log.count('b'))"),
        "(1000, 1000)"
    );
}

#[test]
fn the_result_of_an_ended_task_survives_collections() {
    let mut vm = machine(Limits::default());
    run(
        &mut vm,
        "def f(): return [1, ['two'], {'three': 3.5}]\ndef g(): raise ValueError(['kept'])\n",
    );
    let (f, g) = (spawn(&mut vm, "f"), spawn(&mut vm, "g"));
    vm.run().expect("both end");
    vm.core_mut().collect();
    run(&mut vm, "junk = [[i] for i in range(100000)]");
    let root = vm.finish(f).expect("f's result");
    assert_eq!(show_root(&mut vm, &root), "[1, ['two'], {'three': 3.5}]");
    let error = vm.finish(g).map(|_| ()).expect_err("g has raised");
    assert!(crate::support::describe(&error).contains("['kept']"));
}

#[test]
fn tasks_are_limited_by_memory() {
    let mut vm = machine(crate::support::memory(8 << 20));
    run(&mut vm, "def f(): host.sleep(1)\n");
    let root = vm.eval_root("f", ()).expect("a function");
    let mut tasks = Vec::new();
    let refusal = loop {
        match vm.spawn(&root, &[]) {
            Ok(task) => tasks.push(task),
            Err(error) => break error.to_string(),
        }
        assert!(tasks.len() < 100_000);
    };
    println!("{} tasks in 8 MiB: {refusal}", tasks.len());
    drop(vm);
}
