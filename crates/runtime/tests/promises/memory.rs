//! The heap: collected in steps, limited, and whole after MemoryError.

use crate::support::{builder, int, machine, memory, raised, run, show, spawn, started};
use miniscript_runtime::core::Stats;
use miniscript_runtime::ext::{Context, Res};
use miniscript_runtime::{Limits, Vm};

fn stats(vm: &mut Vm) -> Stats {
    vm.core_mut().collector_stats()
}

const CHURN: &str = "def churn(n):\n    for i in range(n):\n        a = [i]\n        b = [a, i]\n        a.append(b)\n";

/// What a hundredth of the garbage weighs where nothing is collected.
fn weight_of_churn(rounds: usize) -> usize {
    let mut vm = machine(Limits::default());
    run(&mut vm, CHURN);
    vm.enter(|cx| {
        cx.set_collects(false);
        Ok(())
    })
    .expect("entered");
    let before = vm.core_mut().heap_bytes();
    run(&mut vm, &format!("churn({rounds})"));
    vm.core_mut().heap_bytes() - before
}

#[test]
fn a_hundred_megabytes_of_cyclic_garbage_fit_16_mib() {
    let weight = 100 * weight_of_churn(8000);
    println!("{weight} bytes of garbage");
    assert!(weight >= 100_000_000, "{weight} bytes");
    let mut vm = machine(memory(16 << 20));
    run(&mut vm, CHURN);
    run(&mut vm, "churn(800_000)");
    let now = stats(&mut vm);
    println!(
        "{} cycles, {} steps, longest step {} words, {} bytes at the end",
        now.cycles,
        now.steps,
        now.longest_step,
        vm.core_mut().heap_bytes()
    );
    assert!(now.cycles >= 5, "{now:?}");
    assert!(now.steps > now.cycles, "{now:?}");
}

#[test]
fn at_the_limit_there_is_a_memory_error_that_can_be_caught() {
    let mut vm = machine(memory(16 << 20));
    let fill = "keep = []\ntry:\n    while True:\n        keep.append([0] * 100)\nexcept MemoryError:\n    n = len(keep)\n    keep = None\n";
    for _ in 0..3 {
        run(&mut vm, fill);
        assert!(int(&mut vm, "n") > 10_000);
    }
    assert_eq!(
        raised(&mut vm, "keep = []\nwhile True: keep.append([0] * 100)\n"),
        "MemoryError"
    );
    run(
        &mut vm,
        "keep = None\nok = sum(len([i] * 100) for i in range(1000))\n",
    );
    assert_eq!(show(&mut vm, "ok"), "100000");
}

#[test]
fn everything_that_grows_ends_in_memory_error() {
    for source in [
        "s = 'x' * 10**12",
        "s = [0] * 10**12",
        "s = (0,) * 10**12",
        "s = 'x'\nwhile True: s += s",
        "s = 'x'\nwhile True: s = s + 'yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy'\n",
        "s = []\nwhile True: s.append(s)",
        "d = {}\ni = 0\nwhile True:\n    d[i] = i\n    i += 1\n",
        "d = {}\ni = 0\nwhile True:\n    d[str(i)] = i\n    i += 1\n",
        "x = 1\nwhile True: x = (x,)",
        "i = 0\nkeep = []\nwhile True:\n    class A: pass\n    keep.append(A)",
        "class A: pass\nwhile True:\n    class A(A): pass",
        "i = 0\nclass A: pass\na = A()\nwhile True:\n    setattr(a, 'n' + str(i), i)\n    i += 1\n",
        "keep = []\nwhile True: keep.append(lambda: 0)",
        "keep = []\ndef g(): yield\nwhile True: keep.append(g())",
        "x = 3\nwhile True: x = x * x",
        "x = 1 << 10**12",
        "x = 10 ** 10 ** 8",
        "list(range(10**12))",
        "sorted(range(10**12))",
        "'%1000000000000d' % 5",
        "f'{5:1000000000}'",
        "format(5, '1000000000')",
        "'a'.center(10**12)",
        "'a'.zfill(10**12)",
        "'ab'.replace('', 'x' * 10**6).replace('x', 'y' * 10**6)",
        "(['x' * 10**6] * 10**6).__repr__()",
        "''.join(['x' * 10**6] * 10**6)",
        "('x' * 10**6).join(['y'] * 10**6)",
        "str([['x' * 10**6] * 1000] * 1000)",
        "' '.join(map(str, range(10**12)))",
        "{i: i for i in range(10**12)}",
        "tuple(range(10**12))",
        "[*range(10**12)]",
        "print(*range(10**12))",
        "dict(zip(range(10**12), range(10**12)))",
        "def f(*a): pass\nf(*range(10**12))",
        "max(*range(10**12))",
        "a = []\na += range(10**12)",
        "a = []\na.extend(range(10**12))",
        "a = [1]\nwhile True: a *= 2",
        "a = [1]\nwhile True: a[:0] = a",
        "'x'.expandtabs(10**12) + '\\t'.expandtabs(10**10)",
        "'x'.ljust(10**10)",
        "int('9' * 4000) ** 10**9",
    ] {
        let mut vm = machine(memory(16 << 20));
        let kind = raised(&mut vm, source);
        assert!(
            ["MemoryError", "OverflowError", "ValueError"].contains(&&*kind),
            "{source}: {kind}"
        );
        let start = if kind == "MemoryError" {
            ""
        } else {
            kind.as_str()
        };
        println!("{source:?} {start}");
        run(
            &mut vm,
            "keep = a = x = d = s = None\nok = [i for i in range(1000)]",
        );
        assert_eq!(show(&mut vm, "len(ok)"), "1000");
    }
}

/// Classes and the shapes of instances are collected as everything else is.
#[test]
fn classes_and_shapes_without_end_leave_nothing() {
    for source in [
        "class A:\n        def m(self): return super().__repr__()\n    A().m()",
        "type('T' + str(i), (Base,), {'x': i})()",
        "a = Bag()\n    setattr(a, 'n' + str(i), i)",
        "Base.x = i\n    Base()\n    del Base.x",
        "Base.m = lambda self: 1\n    assert Base().m() == 1",
        "class E(Exception): pass\n    try: raise E(i)\n    except E as e: pass",
        "class M(type): pass\n    class A(metaclass=M): pass",
        "class L(list): pass\n    x = L([i])\n    x.n = i",
    ] {
        let mut vm = machine(memory(4 << 20));
        run(
            &mut vm,
            &format!(
                "class Base:\n    def __init__(self): self.a = 1\nclass Bag: pass\ndef go(n):\n  \
                 for i in range(n):\n    {source}\ngo(20000)"
            ),
        );
        run(&mut vm, "import gc; gc.collect()");
        let before = vm.core_mut().heap_bytes();
        run(&mut vm, "go(40000)\ngc.collect()");
        let after = vm.core_mut().heap_bytes();
        assert!(
            after <= before + (64 << 10),
            "{source}: {before} bytes, then {after}"
        );
        run(
            &mut vm,
            "b = Base(); b.late = 2\nn = len(Base.__subclasses__())",
        );
        assert_eq!(show(&mut vm, "(b.a, b.late)"), "(1, 2)", "{source}");
        assert!(int(&mut vm, "n") <= 1, "{source}");
    }
}

#[test]
fn endless_recursion_ends_in_an_error_below_the_limit() {
    for source in [
        "def f(n): return f(n + 1)\nf(0)",
        "class A:\n    def __init__(self): self.a = A()\nA()",
        "class A:\n    def __add__(self, o): return self + o\nA() + 1",
        "def g(n):\n    for x in g(n + 1): yield x\nfor x in g(0): pass",
        "class A:\n    def __getattr__(self, name): return self.other\nA().x",
        "def f(a, b=1, *c, **d): return f(a, b, *c, **d)\nf(0)",
        "f = lambda: f()\nf()",
        "class A:\n    def __getitem__(self, i): return self[i]\nA()[0]",
        "class A:\n    def __iter__(self): return iter(self)\nfor x in A(): pass",
    ] {
        for bytes in [4 << 20, 16 << 20] {
            let mut vm = machine(memory(bytes));
            run(&mut vm, "host.set_limit(10**9)");
            let kind = raised(&mut vm, source);
            assert!(
                ["MemoryError", "RecursionError"].contains(&&*kind),
                "{source}: {kind}"
            );
            run(
                &mut vm,
                "host.set_limit(1000)\ndef f(n): return n and f(n - 1)\nok = f(500)",
            );
            assert!(vm.core_mut().heap_bytes() <= bytes);
        }
    }
}

fn litter<'f>(cx: &mut Context<'f>, rounds: i64) -> Res<'f, i64> {
    let mut sum = 0;
    for round in 0..rounds {
        sum += cx.scope(|scope| {
            let text = scope.str("a text of some length, to be thrown away at once")?;
            let list = scope.list(&[text, text, text])?;
            scope.list_push(list, list)?;
            Ok(scope.list_len(list) as i64)
        })?;
        if round % 1000 == 0 {
            cx.charge(1000)?;
        }
    }
    Ok(sum)
}

#[test]
fn a_native_that_makes_garbage_in_a_loop_survives() {
    let (builder, _) = builder(memory(4 << 20));
    let native = miniscript_runtime::ext::Module::new("native").function("litter", litter);
    let mut vm = started(builder.module(native));
    run(&mut vm, "import native\nsum = native.litter(500_000)");
    assert_eq!(show(&mut vm, "sum"), "2000000");
    println!("{:?}", stats(&mut vm));
}

#[test]
fn heap_bytes_fall_after_del_and_a_collection() {
    let mut vm = machine(Limits::default());
    vm.core_mut().collect();
    let before = vm.core_mut().heap_bytes();
    run(&mut vm, "x = [[i] for i in range(100_000)]");
    vm.core_mut().collect();
    let full = vm.core_mut().heap_bytes();
    run(&mut vm, "del x\nhost.collect()\nleft = host.heap_bytes()");
    let after = int(&mut vm, "left") as usize;
    println!("{before} bytes, {full} with the list, {after} after `del`");
    assert!(full > before + 4_000_000);
    assert!(after < before + 100_000);
    // In a function the dead register is no root either.
    run(
        &mut vm,
        "def f():\n    x = [[i] for i in range(100_000)]\n    a = host.heap_bytes()\n    del x\n    host.collect()\n    return a - host.heap_bytes()\n",
    );
    assert!(int(&mut vm, "f()") > 4_000_000);
}

#[test]
fn a_million_objects_are_collected_in_a_hundred_steps() {
    for source in [
        "x = [(i,) for i in range(1_000_000)]",
        "x = [i * 0.5 for i in range(1000)]\nx = [[i] for i in range(1_000_000)]",
        "x = [str(i) for i in range(1_000_000)]",
        "x = {i: [i] for i in range(1_000_000)}",
        "x = None\nfor i in range(1_000_000): x = (i, x)",
    ] {
        let mut vm = machine(Limits::default());
        run(&mut vm, source);
        vm.core_mut().collect();
        let now = stats(&mut vm);
        println!(
            "{source:?}: {} steps, longest {} words; while it was made {}",
            now.steps_of_cycle, now.longest_of_cycle, now.longest_step
        );
        assert!(now.steps_of_cycle >= 100, "{source}: {now:?}");
        assert!(now.longest_of_cycle < 20_000, "{source}: {now:?}");
    }
}

#[test]
fn no_step_goes_over_all_of_a_long_object_that_is_written_to() {
    for source in [
        "x = [None] * 1_000_000\nfor i in range(1_000_000): x[i] = [i]",
        "x = []\nfor i in range(1_000_000): x.append([i])",
        "x = [None] * 1_000_000\nfor i in range(500_000):\n    x.pop()\n    y = [i]",
        "x = [None] * 1_000_000\nfor i in range(300_000):\n    x.insert(len(x) - 9, [i])\n    del x[-5]",
        "x = {i: None for i in range(1_000_000)}\nfor i in range(1_000_000): x[i] = [i]",
        "x = {}\nfor i in range(1_000_000): x[i] = [i]",
    ] {
        let mut vm = machine(Limits::default());
        run(&mut vm, source);
        let now = stats(&mut vm);
        println!("{source:?}: longest {} words", now.longest_step);
        assert!(now.cycles >= 2, "{source}: {now:?}");
        assert!(now.longest_step < 20_000, "{source}: {now:?}");
    }
}

#[test]
fn long_lists_that_were_replaced_go_although_nothing_is_allocated() {
    let mut vm = machine(Limits::default());
    run(
        &mut vm,
        "def fill(size):\n    flags = [True] * size\n    for i in range(size): flags[i] = False\n    return host.heap_bytes()\n",
    );
    // Eight bytes an item: one list is live, and its predecessor is gone.
    for turn in 0..5 {
        let bytes = int(&mut vm, &format!("fill({})", 1_000_000 + turn));
        assert!(bytes < 12_000_000, "{bytes} bytes in turn {turn}");
    }
}

#[test]
fn a_long_list_gets_the_room_of_the_one_before() {
    let mut vm = machine(Limits::default());
    run(
        &mut vm,
        "def fill(size):\n    flags = [True] * size\n    taken = host.heap_bytes()\n    for i in range(size): flags[i] = False\n    return taken\n",
    );
    for turn in 0..5 {
        let bytes = int(&mut vm, &format!("fill({})", 1_000_000 + turn));
        assert!(bytes < 12_000_000, "{bytes} bytes in turn {turn}");
    }
    // Whoever has switched the collector off has it not run for that either.
    run(&mut vm, "import gc\ngc.disable()");
    assert!(int(&mut vm, "fill(1_000_000)") > 12_000_000);
}

#[test]
fn what_a_dead_object_with_a_finalizer_holds_is_gone_over_in_steps() {
    let mut vm = machine(Limits::default());
    run(
        &mut vm,
        "class A:\n    def __del__(self):\n        global told\n        told = len(self.x), self.x[-1]\n\
         told = None\na = A()\na.x = [(i,) for i in range(1_000_000)]\na = None\n\
         while told is None: x = [[] for i in range(100)]\n",
    );
    let now = stats(&mut vm);
    println!("longest {} words", now.longest_step);
    assert_eq!(show(&mut vm, "told"), "(1000000, (999999,))");
    assert!(now.longest_step < 20_000, "{now:?}");
    run(&mut vm, "x = [[i] for i in range(2_000_000)]");
    assert_eq!(show(&mut vm, "sum(y[0] for y in x)"), "1999999000000");
}

#[test]
fn a_memory_error_in_one_task_leaves_the_others_alone() {
    let mut vm = machine(memory(8 << 20));
    run(
        &mut vm,
        "count = 0\ndef calm():\n    global count\n    for _ in range(100):\n        host.sleep(0.001)\n        count += 1\n\
         def greedy():\n    keep = []\n    while True:\n        keep.append([0] * 1000)\n        if len(keep) % 50 == 0: host.sleep(0.001)\n",
    );
    let (calm, greedy) = (spawn(&mut vm, "calm"), spawn(&mut vm, "greedy"));
    vm.finish(calm).expect("the calm task ends");
    let error = vm
        .finish(greedy)
        .map(|_| ())
        .expect_err("the greedy task fails");
    assert_eq!(crate::support::kind(&error), "MemoryError");
    assert_eq!(show(&mut vm, "count"), "100");
}
