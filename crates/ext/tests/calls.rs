//! Natives that call back, panic, wait; tasks that are cancelled beneath them.

use miniscript_core::Vm;
use miniscript_ext::*;
use miniscript_tests::machine::Machine;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicUsize, Ordering};
use std::time::Duration;

fn apply<'f>(cx: &mut Context<'f>, f: Callable<'f>, s: &'f str) -> Res<'f> {
    let result = f.call(cx, (s, 1.5))?;
    // What was lent stays valid across calls.
    let text = cx.str(s)?;
    cx.tuple(&[result, text])
}

fn total<'f>(cx: &mut Context<'f>, f: Callable<'f>, n: i64) -> Res<'f, i64> {
    let mut sum = 0;
    for i in 0..n {
        sum += cx.scope(|cx| {
            let f = Callable::try_from((&mut **cx, f.into()))?;
            f.call_to::<i64>(cx, (i,))
        })?;
    }
    Ok(sum)
}

fn nap<'f>(cx: &mut Context<'f>, ms: u64, result: Local<'f>) -> Res<'f> {
    cx.sleep(Duration::from_millis(ms))?;
    Ok(result)
}

fn module() -> Module {
    Module::new("m")
        .function("apply", apply)
        .function("total", total)
        .function("nap", nap)
        .function(
            "doze",
            closure!(|cx, ms: u64| cx.pending_sleep(Duration::from_millis(ms))),
        )
        .function("ready", |n: i64| pending(async move { n * 2 }))
        .function("refused", |s: String| {
            pending(async move { s.parse::<i64>() })
        })
        .function("rotten", || {
            pending(async {
                if true {
                    panic!("in the future")
                }
            })
        })
        .function(
            "waited",
            closure!(|cx, n: i64| {
                let n = cx.wait(async move { n + 1 })?;
                cx.int(n)
            }),
        )
        .function(
            "never",
            closure!(|cx| {
                cx.wait(core::future::pending::<()>())?;
                Ok(Local::NONE)
            }),
        )
        .function("boom", |s: &str| {
            assert!(s.is_empty(), "boom {s}");
        })
        .function("divide", |a: i64, b: i64| a / b)
        .function(
            "with_panic",
            closure!(|cx, f: Callable| {
                f.call(cx, ())?;
                panic!("after the call")
            }),
        )
}

#[test]
fn natives_call_back() {
    let mut m = Machine::with(module());
    for (script, expected) in [
        (
            "print(m.apply(lambda s, x: s * 2 + str(x), 'ab'))",
            "('abab1.5', 'ab')",
        ),
        ("print(m.total(lambda i: i * i, 1000))", "332833500"),
        (
            "def f(n): return n if n == 0 else m.total(lambda i: f(n - 1) + 1, 1)\nprint(f(20))",
            "20",
        ),
        (
            "print(sorted([3, 1, 2], key=lambda x: m.nap(5, -x)))",
            "[3, 2, 1]",
        ),
        (
            "print(m.ready(21), m.waited(1), [m.ready(i) for i in range(3)])",
            "42 2 [0, 2, 4]",
        ),
        (
            "print(list(map(m.ready, [1, 2])), m.total(m.ready, 3))",
            "[2, 4] 6",
        ),
    ] {
        m.check(&format!("import m\n{script}"), expected);
    }
    m.check_error(
        "import m\nm.apply(lambda: 1, 'x')",
        "TypeError: <lambda>() takes 0 positional arguments but 2 were given",
    );
    m.check_error(
        "import m\nm.total(lambda i: 'x', 1)",
        "TypeError: the callback must return int, not str",
    );
    m.check_error(
        "import m\nm.apply(3, 'x')",
        "TypeError: apply() argument 1 must be callable, not int",
    );
    m.check_error(
        "import m\nm.refused('x')",
        "ValueError: invalid digit found in string",
    );
    m.check_error(
        "import m\ndef f(n): return m.total(f, 1)\nf(0)",
        "RecursionError: maximum recursion depth exceeded",
    );
}

#[test]
fn natives_call_back_under_constant_collection() {
    let mut m = Machine::with(module());
    m.vm.set_stress(true);
    m.check("import m\nprint(m.apply(lambda s, x: s * 2 + str(x), 'ab'), m.total(lambda i: len([i] * 3), 20))", "('abab1.5', 'ab') 60");
}

#[test]
fn panics_become_exceptions() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let mut m = Machine::with(module());
    for (script, expected) in [
        ("m.boom('x')", "native function 'boom' panicked: boom x"),
        (
            "m.divide(1, 0)",
            "native function 'divide' panicked: attempt to divide by zero",
        ),
        (
            "m.with_panic(lambda: 1)",
            "native function 'with_panic' panicked: after the call",
        ),
        (
            "m.with_panic(lambda: m.boom('y'))",
            "native function 'boom' panicked: boom y",
        ),
        ("m.rotten()", "native future panicked: in the future"),
    ] {
        m.check(
            &format!(
                "import m\ntry: {script}\nexcept RuntimeError as e: print(e)\nprint(m.divide(6, 3))"
            ),
            &format!("{expected}\n2"),
        );
    }
    std::panic::set_hook(hook);
}

/// Two tasks run the same native over one shared counter; each wait lets the other in.
#[test]
fn two_tasks_in_one_native_see_each_others_writes() {
    let shared = Arc::new(AtomicI64::new(0));
    let inside = shared.clone();
    let module = Module::new("m").function(
        "step",
        closure!(move |cx, log: Local, name: &str| {
            for _ in 0..3 {
                let seen = inside.fetch_add(1, Ordering::Relaxed);
                let text = cx.str(&format!("{name}{seen}:{}", cx.list_len(log)))?;
                cx.list_push(log, text)?;
                cx.sleep(Duration::from_millis(10))?;
            }
            cx.int(cx.list_len(log) as i64)
        }),
    );
    let mut m = Machine::with(module);
    m.run("import m\nlog = []\ndef run(name): return m.step(log, name)")
        .unwrap();
    let (run, a, b) = (
        m.global("__main__", "run"),
        name(&mut m.vm, "a"),
        name(&mut m.vm, "b"),
    );
    let first = m.vm.spawn(&run, &[&a]).unwrap();
    let second = m.vm.spawn(&run, &[&b]).unwrap();
    m.vm.finish(first).unwrap();
    m.vm.finish(second).unwrap();
    let log = m.global("__main__", "log");
    let text = m.vm.enter(|cx| {
        let log = cx.load(&log).unwrap();
        let text = cx.to_repr(log)?;
        Ok(String::from(cx.as_str(text).unwrap()))
    });
    assert_eq!(
        text.unwrap(),
        "['a0:0', 'b1:1', 'a2:2', 'b3:3', 'a4:4', 'b5:5']"
    );
    assert_eq!(m.clock.time(), Duration::from_millis(30));
}

fn name(vm: &mut Vm, text: &str) -> Root {
    vm.enter(|cx| {
        let text = cx.str(text)?;
        cx.keep(text)
    })
    .unwrap()
}

/// Counts how often it was dropped.
struct Guard(Arc<AtomicUsize>);

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

fn guarded(drops: &Arc<AtomicUsize>) -> Module {
    let drops = drops.clone();
    Module::new("m").function(
        "hold",
        closure!(move |cx, f: Callable| {
            let _guard = Guard(drops.clone());
            let result = f.call(cx, ())?;
            cx.sleep(Duration::from_secs(3600))?;
            Ok(result)
        }),
    )
}

#[test]
fn cancelling_beneath_a_native_is_an_ordinary_error() {
    let drops = Arc::new(AtomicUsize::new(0));
    let mut m = Machine::with(guarded(&drops));
    m.run("import m\nlog = []\ndef run():\n  try: m.hold(lambda: m.hold(lambda: 1))\n  except BaseException as e: log.append(type(e).__name__); raise").unwrap();
    let run = m.global("__main__", "run");
    let task = m.vm.spawn(&run, &[]).unwrap();
    // A task that ends at once lets the other one come to its wait.
    let other = m.start("pass");
    m.vm.finish(other).unwrap();
    assert_eq!(drops.load(Ordering::Relaxed), 0);
    assert!(m.vm.cancel(&task));
    let fault = m.vm.finish(task).err().unwrap();
    assert_eq!(fault.type_name(), "CancelledError");
    assert_eq!(drops.load(Ordering::Relaxed), 2);
}

#[test]
fn dropping_the_vm_runs_destructors_beneath_natives() {
    let drops = Arc::new(AtomicUsize::new(0));
    let mut m = Machine::with(guarded(&drops));
    m.run("import m\ndef run():\n  while True:\n    try: m.hold(lambda: m.hold(lambda: 1))\n    except Exception: pass").unwrap();
    let run = m.global("__main__", "run");
    for _ in 0..3 {
        let task = m.vm.spawn(&run, &[]).unwrap();
        m.vm.detach(task);
    }
    let other = m.start("pass");
    m.vm.finish(other).unwrap();
    drop(m);
    assert_eq!(drops.load(Ordering::Relaxed), 6);
}

#[test]
fn a_wait_that_can_never_end_is_told() {
    let mut m = Machine::with(module());
    let fault = m.run("import m\nm.never()").err().unwrap();
    assert_eq!(
        fault.to_string(),
        "the task waits for something that can never happen"
    );
}

#[test]
fn sleeping_tasks_need_no_native_stack() {
    let mut m = Machine::with(module());
    m.run("import m\ndone = []\ndef run(n):\n  m.doze(1000)\n  done.append(n)")
        .unwrap();
    let run = m.global("__main__", "run");
    let n =
        m.vm.enter(|cx| {
            let n = cx.int(1)?;
            cx.keep(n)
        })
        .unwrap();
    for _ in 0..5000 {
        let task = m.vm.spawn(&run, &[&n]).unwrap();
        m.vm.detach(task);
    }
    m.vm.run().unwrap();
    assert!(
        m.vm.most_native_stacks() <= 4,
        "{}",
        m.vm.most_native_stacks()
    );
    assert_eq!(m.clock.time(), Duration::from_secs(1));
}

/// What waits may be kept, dropped or asked for again: only as a native's own result it
/// means anything.
#[test]
fn a_pending_answer_is_no_value() {
    let module = Module::new("m")
        .function(
            "kept",
            closure!(|cx| {
                let answer = cx.pending(async { 1 }, |cx, n: i64| cx.int(n))?;
                cx.list(&[answer])
            }),
        )
        .function(
            "scoped",
            closure!(|cx| { cx.scope_local(|cx| cx.pending(async { 1 }, |cx, n: i64| cx.int(n))) }),
        )
        .function(
            "twice",
            closure!(|cx| {
                cx.pending(async {}, |cx, ()| {
                    cx.pending(async { 2 }, |cx, n: i64| cx.int(n))
                })
            }),
        );
    let mut m = Machine::with(module);
    m.check(
        "import m\ndef f(): return m.kept()[0]\nprint(f(), m.kept(), [m.kept()[0] for _ in 'ab'])",
        "None [None] [None, None]",
    );
    m.check(
        "import m\nprint(m.scoped(), sorted([1, 2], key=lambda x: m.scoped()))",
        "1 [1, 2]",
    );
    m.check(
        "import m\nprint(m.twice(), sorted([1, 2], key=lambda x: -x * m.twice()), list(map(lambda x: m.twice(), 'ab')))",
        "2 [2, 1] [2, 2]",
    );
    for (name, expected) in [("kept", "[None]"), ("scoped", "1"), ("twice", "2")] {
        m.run(&format!(
            "import m\ndef whole(): return m.{name}()\ndef part(): return m.kept()[0]"
        ))
        .unwrap();
        for (function, expected) in [("whole", expected), ("part", "None")] {
            let function = m.global("__main__", function);
            let task = m.vm.spawn(&function, &[]).unwrap();
            let result = m.vm.finish(task).unwrap();
            assert_eq!(repr(&mut m.vm, &result), expected);
        }
        let native = m.global("m", name);
        let task = m.vm.spawn(&native, &[]).unwrap();
        let result = m.vm.finish(task).unwrap();
        assert_eq!(repr(&mut m.vm, &result), expected);
    }
    // On the host's own stack, too.
    let twice = m.global("m", "twice");
    let result = m.vm.enter(|cx| {
        let twice = cx.load(&twice).unwrap();
        let result = cx.call(twice, &[])?;
        cx.keep(result)
    });
    let result = result.unwrap();
    assert_eq!(repr(&mut m.vm, &result), "2");
}

fn repr(vm: &mut Vm, root: &Root) -> String {
    vm.enter(|cx| {
        let value = cx.load(root).unwrap();
        let text = cx.to_repr(value)?;
        Ok(String::from(cx.as_str(text).unwrap()))
    })
    .unwrap()
}

#[test]
fn the_name_of_a_type_stays_when_a_script_gives_it_another() {
    let mut m = Machine::with(Module::new("m").function(
        "name",
        closure!(|cx, value: Local, f: Callable| {
            let name = cx.type_name(value);
            f.call(cx, ())?;
            cx.collect();
            cx.str(name)
        }),
    ));
    m.vm.set_stress(true);
    m.check(
        "import m\nclass A: pass\nA.__name__ = 'first' + 'name'\n\
         def rename(): A.__name__ = 'an' + 'other'\n\
         print(m.name(A(), rename), A.__name__)",
        "firstname another",
    );
}
