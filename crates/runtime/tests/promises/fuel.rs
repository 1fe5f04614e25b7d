//! Fuel ends whatever does not end by itself, and the VM can be used again.

use crate::support::{machine, raised, run, show};
use miniscript_runtime::{Limits, Vm};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

const ENDLESS: &[&str] = &[
    "while True: pass",
    "i = 0\nwhile True: i += 1",
    "for i in range(10**12): pass",
    "def f():\n    try: f()\n    except RecursionError: pass\nwhile True: f()",
    "def f(n):\n    if n == 0: return\n    f(n - 1); f(n - 1)\nf(60)",
    "sum(range(10**12))",
    "max(range(10**12))",
    "any(x < 0 for x in range(10**12))",
    "all(range(1, 10**12))",
    "10**12 + 1 in iter(range(10**12))",
    "-1 in map(abs, range(10**12))",
    "list(filter(None, [0] * 1000 * 1000)) or sum(range(10**12))",
    "for x in iter(lambda: 1, 2): pass",
    "def g():\n    while True: yield\nfor x in g(): pass",
    "def g():\n    while True: yield 0\nsum(g())",
    "class A:\n    def __getattr__(self, n): return getattr(self, n)\nwhile True:\n    try: A().x\n    except RecursionError: pass\n",
    "while True:\n    try:\n        while True: pass\n    except: pass\n",
    "while True:\n    try:\n        while True: pass\n    finally: continue\n",
    "def f():\n    while True:\n        try:\n            while True: pass\n        finally: return f()\nf()",
    "class S:\n    def __enter__(self): pass\n    def __exit__(self, *a): return True\nwhile True:\n    with S():\n        while True: pass\n",
    "class R:\n    def __repr__(self):\n        while True: pass\nrepr(R())",
    "sorted([3, 2, 1], key=lambda x: [0 for _ in range(10**9)] and x)",
    "a = list(range(10000))\nwhile True: sorted(a, key=lambda x: -x)",
    "a = [i * 7919 % 10007 for i in range(10000)]\nwhile True: a[::-1].sort()",
    "a = 'x' * 10**5\nwhile True: a.replace('x', 'yy')",
    "a = 'x' * 10**6\nwhile True: a.count('xy')",
    "a = [0] * 10**6\nwhile True: a.count(1)",
    "a = [0] * 10**6\nwhile True: 1 in a",
    "a = [0] * 10**6\nb = [0] * 10**6\nwhile True: a == b",
    "a = list(range(10**5))\nwhile True: a.copy()",
    "a = tuple(range(10**5))\nwhile True: hash(a)",
    "a = list(range(10**5))\nwhile True: repr(a)",
    "a = list(range(10**5))\nwhile True: a.reverse()",
    "a = dict.fromkeys(range(10**5))\nwhile True: a.copy()",
    "a = ['x'] * 10**5\nwhile True: ''.join(a)",
    "a = 'x ' * 10**5\nwhile True: a.split()",
    "a = 'x ' * 10**5\nwhile True: a.upper()",
    "x = 3 ** 5000\nwhile True: x * x",
    "x = 3 ** 50000\nwhile True: x * x % 7",
    "x = 7 ** 20000\nwhile True: str(x) if 0 else hex(x)",
    "pow(3, 10**5000, 10**4000 + 1)",
    "x = 10 ** 100000\nwhile True: x // 7",
    "print(*([''] * 10**5), end='') or sum(range(10**12))",
    "def f():\n    try: f()\n    finally: f()\nf()",
    "while True: f'{5:1000000}'",
    "while True: '{:>1000000}'.format(1), '%1000000d' % 1",
    "a = 'x' * 10**6\nwhile True: a + a",
    "a = 'x' * 10**6\nwhile True: ''.join([a, a]), f'{a}{a}', '%s' % a",
    "a = 'x' * 10**6\nwhile True: repr(a)",
    "a, b = 'x' * 10**6, 'x' * 10**6\nwhile True: a == b, a < b",
    "a, b = ['x' * 10**6], ['x' * 10**6]\nwhile True: a == b",
    "a = [1] * 10**6\nwhile True: tuple(a)",
    "a = [1] * 10**6\nwhile True: a[1:1] = [1]; del a[1:2]",
    "a = 1 << 10**7\nwhile True: hash(a)",
    "a = 1 << 10**7\nwhile True: a > 5, a.bit_length()",
    "import gc\na = [[] for i in range(10**5)]\nwhile True: gc.collect()",
    "import nothing_of_this_name",
];

#[test]
fn fuel_ends_endless_loops() {
    for &source in ENDLESS {
        let limits = Limits {
            fuel: Some(3_000_000),
            memory: 256 << 20,
            ..Limits::default()
        };
        let mut vm = machine(limits);
        let start = std::time::Instant::now();
        let kind = raised(&mut vm, source);
        let took = start.elapsed();
        if source.starts_with("import nothing") {
            assert_eq!(kind, "ModuleNotFoundError");
            continue;
        }
        println!("{:6} ms {source:?}: {kind}", took.as_millis());
        assert!(
            kind == "FuelExhausted" || kind == "MemoryError",
            "{source}: {kind}"
        );
        assert!(took.as_secs() < 60, "{source}: {took:?}");
        vm.core_mut().set_fuel(Some(10_000_000));
        run(
            &mut vm,
            "host.set_limit(1000)\nx = a = None\nok = sum(i for i in range(1000))",
        );
        assert_eq!(show(&mut vm, "ok"), "499500");
    }
}

#[test]
fn a_host_stops_an_endless_loop_from_another_thread() {
    for source in [
        "while True: pass",
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n",
        "sum(range(10**15))",
        "while True:\n    try:\n        while True: pass\n    finally: continue\n",
    ] {
        let mut vm = machine(Limits::default());
        let handle = vm.interrupt_handle();
        let stopper = std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(50));
            handle.stop();
        });
        assert_eq!(raised(&mut vm, source), "TaskEnded", "{source}");
        stopper.join().expect("the stopper ends");
        assert_eq!(show(&mut vm, "1 + 1"), "2");
    }
}

#[test]
fn an_interrupt_is_an_exception_like_others() {
    let mut vm = machine(Limits::default());
    let handle = vm.interrupt_handle();
    let stopper = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(50));
        handle.interrupt();
    });
    run(
        &mut vm,
        "try:\n    while True: pass\nexcept KeyboardInterrupt: seen = True\n",
    );
    stopper.join().expect("the stopper ends");
    assert_eq!(show(&mut vm, "seen"), "True");
}

/// On the system's clock, where the wait would last for an hour.
#[test]
fn an_interrupt_ends_a_sleep() {
    let mut vm = Vm::builder().build().expect("a VM");
    let (handle, waker) = (vm.interrupt_handle(), vm.waker());
    let stopper = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(50));
        handle.interrupt();
        waker.wake();
    });
    run(
        &mut vm,
        "import time\nseen = []\ndef key(x):\n    try: time.sleep(3600)\n    except KeyboardInterrupt: seen.append(x)\n\
         sorted([1], key=key)\n",
    );
    stopper.join().expect("the stopper ends");
    assert_eq!(show(&mut vm, "seen"), "[1]");
}

/// A host that listens to signals makes its thread then.
#[test]
fn a_host_is_told_before_the_first_wait() {
    let told = Arc::new(AtomicU32::new(0));
    let counter = told.clone();
    let mut vm = Vm::builder()
        .before_waiting(move |waker| {
            counter.fetch_add(1, Ordering::Relaxed);
            waker.wake();
        })
        .build()
        .expect("a VM");
    run(
        &mut vm,
        "import asyncio\nasync def f(): await asyncio.sleep(0)\nasyncio.run(f())\n",
    );
    assert_eq!(told.load(Ordering::Relaxed), 0);
    run(
        &mut vm,
        "import time\nfor i in range(3): time.sleep(0.001)\n",
    );
    assert_eq!(told.load(Ordering::Relaxed), 1);
}

/// As Joy's words wait, and other hosts: on the host's own stack, without a task.
#[test]
fn an_interrupt_ends_a_wait_of_the_host_itself() {
    let mut vm = Vm::builder().build().expect("a VM");
    let (handle, waker) = (vm.interrupt_handle(), vm.waker());
    let stopper = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(50));
        handle.interrupt();
        waker.wake();
    });
    let fault = vm
        .core_mut()
        .enter(|cx| {
            let time = cx.import("time")?;
            let hour = cx.int(3600)?;
            cx.call_method(time, "sleep", &[hour]).map(|_| ())
        })
        .err();
    stopper.join().expect("the stopper ends");
    let fault = fault.expect("KeyboardInterrupt");
    assert_eq!(fault.blame(), miniscript_runtime::Blame::Interrupt);
}
