//! Recursion of scripts costs no native stack; natives that recurse are refused in time.

use crate::support::{int, machine, raised, run, show};
use miniscript_runtime::Limits;

/// The native stack's depth seen at the end of a recursion of 40,000 calls, against
/// that of one.
fn is_constant(setup: &str, call: &str) {
    let mut vm = machine(Limits::default());
    run(&mut vm, "import sys\nsys.setrecursionlimit(50000)");
    run(&mut vm, setup);
    let shallow = int(&mut vm, &call.replace("DEPTH", "1"));
    let deep = int(&mut vm, &call.replace("DEPTH", "40000"));
    println!("{call}: {} bytes deeper", shallow - deep);
    // One call may come through a quicker path than the other.
    assert!((shallow - deep).abs() < 1024);
}

#[test]
fn plain_calls_use_no_native_stack() {
    is_constant(
        "def f(n): return host.here() if n == 0 else f(n - 1)",
        "f(DEPTH)",
    );
    is_constant(
        "def f(n, *rest, key=0): return host.here() if n == 0 else f(n - 1, *rest, key=n)",
        "f(DEPTH, 1, 2)",
    );
}

#[test]
fn init_uses_no_native_stack() {
    is_constant(
        "class C:\n    def __init__(self, n): self.here = host.here() if n == 0 else C(n - 1).here",
        "C(DEPTH).here",
    );
}

#[test]
fn operators_use_no_native_stack() {
    is_constant(
        "class A:\n    def __add__(self, n): return host.here() if n == 0 else self + (n - 1)",
        "A() + DEPTH",
    );
    is_constant(
        "class A:\n    def __getitem__(self, n): return host.here() if n == 0 else self[n - 1]",
        "A()[DEPTH]",
    );
    is_constant(
        "class A:\n    def __lt__(self, n): return host.here() if n == 0 else self < (n - 1)",
        "A() < DEPTH",
    );
}

#[test]
fn loops_over_generators_use_no_native_stack() {
    is_constant(
        "def g(n):\n    if n == 0: yield host.here()\n    else:\n        for x in g(n - 1): yield x\n\
         def first(n):\n    for x in g(n): return x\n",
        "first(DEPTH)",
    );
}

const CALLBACKS: &[(&str, &str)] = &[
    ("def f(n): return host.apply(f, n + 1)", "f(0)"),
    ("def f(n): return sorted([n], key=f)", "f(0)"),
    ("def f(n): return list(map(f, [n + 1]))", "f(0)"),
    ("def f(n): return [x for x in filter(f, [n])]", "f(0)"),
    ("def f(n): return max([n, n], key=f)", "f(0)"),
    (
        "class K:\n    def __hash__(self): return 1\n    def __eq__(self, o): return K() in {K(): 1}",
        "K() in {K(): 1}",
    ),
    (
        "class R:\n    def __repr__(self): return repr(R())",
        "repr(R())",
    ),
    (
        "class R:\n    def __repr__(self): return f'{[R()]!r}'",
        "repr(R())",
    ),
    (
        "class S:\n    def __str__(self): return str(S())",
        "str(S())",
    ),
    (
        "class S:\n    def __str__(self): return f'{S()}'",
        "str(S())",
    ),
    (
        "class S:\n    def __str__(self): return '%s' % (S(),)",
        "'%s' % (S(),)",
    ),
    (
        "class S:\n    def __format__(self, spec): return format(S(), spec)",
        "format(S(), '')",
    ),
    (
        "class L:\n    def __len__(self): return len(L())",
        "len(L())",
    ),
    (
        "class L:\n    def __bool__(self): return not L()",
        "bool(L())",
    ),
    (
        "class H:\n    def __hash__(self): return hash((H(),))",
        "hash(H())",
    ),
    (
        "class E:\n    def __eq__(self, o): return [E()] == [E()]",
        "[E()] == [E()]",
    ),
    (
        "class E:\n    def __lt__(self, o): return sorted([E(), E()])",
        "sorted([E(), E()])",
    ),
    (
        "class E:\n    def __iter__(self): return iter(list(E()))",
        "list(E())",
    ),
    (
        "class E:\n    def __index__(self): return [1, 2][E()]",
        "[1][E()]",
    ),
    (
        "class E:\n    def __getattr__(self, n): return getattr(self, n + 'x')",
        "getattr(E(), 'x')",
    ),
    (
        "class E:\n    def __setattr__(self, n, v): setattr(self, n, v)",
        "setattr(E(), 'x', 1)",
    ),
    (
        "class E:\n    def __contains__(self, n): return n in (E(),) or n in E()",
        "1 in E()",
    ),
    ("def g(n):\n    yield from list(g(n + 1))", "list(g(0))"),
    ("def g(n):\n    yield sum(g(n + 1))", "sum(g(0))"),
    ("def g(n):\n    yield next(g(n + 1))", "next(g(0))"),
    (
        "class M(type):\n    def __call__(cls): return list(map(lambda _: cls(), [1]))\nclass A(metaclass=M): pass",
        "A()",
    ),
    ("class A:\n    def __new__(cls): return A()", "A()"),
    (
        "class P:\n    @property\n    def x(self): return getattr(self, 'x')",
        "getattr(P(), 'x')",
    ),
    (
        "class P:\n    def __instancecheck__(s, o): return 1\n    def __init_subclass__(cls): type('B', (cls,), {})",
        "type('A', (P,), {})",
    ),
    (
        "class P:\n    def __enter__(self):\n        with P(): pass\n    def __exit__(self, *a): pass\ndef f():\n    with P(): pass",
        "f()",
    ),
    (
        "class N:\n    def __neg__(self): return abs(N())\n    def __abs__(self): return -N()",
        "-N()",
    ),
    (
        "class N:\n    def __int__(self): return int(N())",
        "int(N())",
    ),
    (
        "class N:\n    def __float__(self): return float(N())",
        "float(N())",
    ),
    (
        "class N:\n    def __round__(self): return round(N())",
        "round(N())",
    ),
    (
        "class N:\n    def __reversed__(self): return reversed(N())",
        "reversed(N())",
    ),
    (
        "class N:\n    def __radd__(self, o): return sum([N()])",
        "sum([N()])",
    ),
];

#[test]
fn a_native_that_recurses_through_a_callback_ends_in_recursion_error() {
    for &(setup, call) in CALLBACKS {
        // In the main program with its large stack, at the usual and at no limit.
        for limit in [1000, 1_000_000_000] {
            let limits = Limits {
                recursion: limit,
                memory: 64 << 20,
                ..Limits::default()
            };
            let mut vm = machine(limits);
            run(&mut vm, setup);
            let kind = raised(&mut vm, call);
            // What needs no native stack for a level ends at the memory's limit, and so
            // do a thousand classes, each with all others in its MRO.
            let expected = kind == "RecursionError"
                || kind == "MemoryError" && (limit > 1000 || call.starts_with("type("));
            assert!(expected, "{call} at {limit}: {kind}");
            // In a task with a small one.
            run(
                &mut vm,
                &format!(
                    "def task():\n    try:\n        {call}\n    except (RecursionError, MemoryError):\n        return 'refused'\n"
                ),
            );
            let task = crate::support::spawn(&mut vm, "task");
            let root = vm.finish(task).expect("the task ends");
            assert_eq!(
                crate::support::show_root(&mut vm, &root),
                "'refused'",
                "{call}"
            );
            assert_eq!(show(&mut vm, "sorted([2, 1], key=lambda x: x)"), "[1, 2]");
        }
    }
}

#[test]
fn natives_that_the_host_enters_are_refused_too() {
    for &(setup, call) in CALLBACKS {
        let mut vm = machine(Limits {
            recursion: 1_000_000_000,
            memory: 64 << 20,
            ..Limits::default()
        });
        run(&mut vm, setup);
        run(&mut vm, &format!("def task(): return {call}"));
        let root = vm.eval_root("task", ()).expect("a function");
        let error = vm
            .enter(|cx| {
                let task = cx.load(&root).expect("the function");
                cx.call(task, &[]).map(|_| ())
            })
            .expect_err("endless recursion");
        let kind = crate::support::kind(&error);
        assert!(
            ["RecursionError", "MemoryError"].contains(&&*kind),
            "{call}: {kind}"
        );
    }
}
