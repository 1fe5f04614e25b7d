//! Deeply nested values and sources: what follows a nesting in native code is refused
//! in time, on every stack.

use crate::support::{kind, machine, run, spawn};
use miniscript_runtime::{Limits, Vm};

const BUILD: &str = "
def lists(n):
    x = []
    for _ in range(n): x = [x]
    return x
def tuples(n):
    x = ()
    for _ in range(n): x = (x,)
    return x
def dicts(n):
    x = {}
    for _ in range(n): x = {1: x}
    return x
def errors(n):
    x = ValueError()
    for _ in range(n): x = ValueError(x)
    return x
def chained(n):
    x = None
    for i in range(n):
        y = ValueError(i)
        y.__context__ = x
        x = y
    return x
def slices(n):
    x = None
    for _ in range(n): x = slice(x)
    return x
def views(n):
    x = {}
    for _ in range(n): x = {1: x}.values()
    return x
def iterators(n, wrap):
    x = iter([])
    for _ in range(n): x = wrap(x)
    return x
def statics(n):
    x = len
    for _ in range(n): x = staticmethod(x)
    return x
class Called:
    def method(self, *args): return len(args)
Called.__call__ = Called()
def methods(n):
    x = Called().method
    for i in range(n): x = type(x)(x, i)
    return x
def delegating(n):
    if n: yield from delegating(n - 1)
    else: yield 1
def started(n):
    x = delegating(n)
    next(x)
    return x
a, b = lists(100_000), lists(100_000)
t, u = tuples(100_000), tuples(100_000)
d, e = dicts(100_000), dicts(100_000)
errs, chain, sl, vi = errors(100_000), chained(100_000), slices(100_000), views(100_000)
";

const USES: &[&str] = &[
    "repr(a)",
    "str(a)",
    "f'{a}'",
    "'%s' % (a,)",
    "'{}'.format(a)",
    "a == b",
    "a < b",
    "a != b",
    "b in [a]",
    "[a].index(b)",
    "[a].count(b)",
    "repr(t)",
    "hash(t)",
    "t == u",
    "t < u",
    "{t: 1}",
    "repr(d)",
    "d == e",
    "str(errs)",
    "repr(errs)",
    "isinstance(1, t)",
    "issubclass(int, t)",
    "sorted([a, b])",
    "max([t, u])",
    "repr(sl)",
    "hash(sl)",
    "repr(vi)",
    "sl == slices(100_000)",
    "'' .startswith(t)",
    "print(a)",
    "print(t, file=None)",
    "sum([t], ())",
    "list(t)",
    "dict([t])",
    "a.copy()",
    "type('A', t, {})",
    "str(vi)",
    "ascii(a)",
    "a.sort()",
    "min(a, b)",
    "[a, b].sort()",
    "d.items() == e.items()",
    "list(iterators(300_000, enumerate))",
    "list(iterators(300_000, zip))",
    "next(iterators(300_000, lambda x: map(int, x)))",
    "next(iterators(300_000, lambda x: filter(None, x)))",
    "statics(300_000)([])",
    "methods(50_000)()",
    "Called()()",
    "started(900).throw(ValueError)",
    "started(900).close()",
];

/// Each use either works or ends in RecursionError or another ordinary error.
fn survive(vm: &mut Vm) {
    run(vm, BUILD);
    for &usage in USES {
        run(
            vm,
            &format!(
                "def task():\n    try:\n        {usage}\n    except RecursionError:\n        return 'refused'\n    except Exception as error:\n        return type(error)\n"
            ),
        );
        run(vm, "task()");
        let task = spawn(vm, "task");
        if let Err(error) = vm.finish(task) {
            panic!("{usage}: {}", kind(&error));
        }
        let root = vm.eval_root("task", ()).expect("a function");
        let entered = vm.enter(|cx| {
            let task = cx.load(&root).expect("the function");
            cx.call(task, &[]).map(|_| ())
        });
        if let Err(error) = entered {
            panic!("{usage}: {}", kind(&error));
        }
    }
}

#[test]
fn nested_values_crash_nothing_at_the_usual_limit() {
    survive(&mut machine(Limits::default()));
}

#[test]
fn nested_values_crash_nothing_without_a_limit() {
    survive(&mut machine(crate::support::recursion(1_000_000_000)));
}

#[test]
fn a_long_chain_of_exceptions_is_told() {
    let mut vm = machine(Limits::default());
    run(&mut vm, BUILD);
    assert_eq!(crate::support::raised(&mut vm, "raise chain"), "ValueError");
    assert_eq!(crate::support::raised(&mut vm, "raise errs"), "ValueError");
}

/// Sources nested as deeply as they may be, and deeper.
fn nested_sources() -> Vec<String> {
    let mut sources = Vec::new();
    for depth in [50_usize, 90, 150, 199, 1000, 100_000] {
        for (open, middle, close) in [
            ("(", "1", ")"),
            ("[", "1", "]"),
            ("{", "1", "}"),
            ("{1: ", "1", "}"),
            ("f(", "1", ")"),
            ("f(1 + ", "1", ")"),
            ("not ", "1", ""),
            ("-", "1", ""),
            ("1 + ", "1", ""),
            ("2 ** ", "1", ""),
            ("lambda: ", "1", ""),
            ("lambda x=", "1", ": 1"),
            ("(a if b else ", "1", ")"),
            ("a if b else ", "1", ""),
            ("[a for a in ", "b", "]"),
            ("(yield ", "1", ")"),
            ("x[", "1", "]"),
            ("a.", "b", ""),
            ("a = ", "1", ""),
            ("f'{", "1", "}'"),
            ("*", "a", ""),
            ("(a := ", "1", ")"),
            ("a and ", "b", ""),
            ("a < ", "b", ""),
            ("await ", "b", ""),
            ("(a, ", "1", ")"),
        ] {
            sources.push(format!(
                "x = {}{middle}{}\n",
                open.repeat(depth),
                close.repeat(depth)
            ));
        }
        for line in [
            "if x:",
            "for x in y:",
            "while x:",
            "def f():",
            "class A:",
            "with x:",
            "try:",
        ] {
            let mut source = String::new();
            for level in 0..depth.min(1000) {
                source.push_str(&" ".repeat(level));
                source.push_str(line);
                source.push('\n');
            }
            source.push_str(&" ".repeat(depth.min(1000)));
            source.push_str("pass\n");
            sources.push(source);
        }
        sources.push(format!(
            "if x: pass\n{}else: pass\n",
            "elif x: pass\n".repeat(depth)
        ));
        sources.push(format!(
            "match x:\n  case {}1{}: pass\n",
            "[".repeat(depth),
            "]".repeat(depth)
        ));
        sources.push(format!("del {}a{}\n", "(".repeat(depth), ")".repeat(depth)));
        sources.push(format!("{}a{} = 1\n", "[".repeat(depth), "]".repeat(depth)));
    }
    sources
}

fn compile_all(vm: &mut Vm, sources: &[String]) {
    for source in sources {
        let outcome = vm.core_mut().compile(
            source.as_bytes(),
            "nested.py",
            miniscript_runtime::core::syntax::Mode::Module,
        );
        if let Err(fault) = outcome {
            assert!(
                [
                    "SyntaxError",
                    "IndentationError",
                    "RecursionError",
                    "MemoryError"
                ]
                .contains(&fault.type_name()),
                "{}: {}",
                &source[..source.len().min(60)],
                fault.traceback()
            );
        }
    }
}

#[test]
fn nested_sources_crash_nothing_on_a_thread_of_2_mib() {
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let work = || compile_all(&mut machine(Limits::default()), &nested_sources());
    thread
        .spawn(work)
        .expect("a thread")
        .join()
        .expect("no panic");
}

/// A native that compiles, called at the bottom of a native recursion of a small task.
#[test]
fn nested_sources_crash_nothing_deep_in_a_task() {
    use miniscript_runtime::core::{Found, ModuleSource};
    struct Nested(Vec<String>);
    impl ModuleSource for Nested {
        fn find(&mut self, name: &str, _: Option<&str>) -> Result<Option<Found>, String> {
            let index = name
                .strip_prefix('m')
                .and_then(|text| text.parse::<usize>().ok());
            Ok(index
                .and_then(|index| self.0.get(index))
                .map(|text| Found::Source {
                    text: text.clone().into_bytes(),
                    filename: String::from("nested.py"),
                    package: None,
                }))
        }
        fn text(&mut self, _: &str) -> Option<Vec<u8>> {
            None
        }
    }
    let sources = nested_sources();
    let count = sources.len();
    let (builder, _) = crate::support::builder(crate::support::recursion(1_000_000));
    let mut vm = crate::support::started(builder.source(Box::new(Nested(sources))));
    run(
        &mut vm,
        &format!(
            "refused = ended = 0\n\
             def load(i):\n    global refused, ended\n    try:\n        __import__('m' + str(i))\n        ended += 1\n    except RecursionError: refused += 1\n    except (SyntaxError, NameError, TypeError, MemoryError, AttributeError): ended += 1\n\
             def deeper(n):\n    try: return host.apply(deeper, n + 1)\n    except RecursionError: pass\n    if n % 4 == 0: load(n * 7 % {count})\n\
             def task():\n    for i in range({count}): load(i)\n    deeper(0)\n    return refused, ended\n"
        ),
    );
    let task = spawn(&mut vm, "task");
    let root = vm
        .finish(task)
        .unwrap_or_else(|error| panic!("{}", crate::support::describe(&error)));
    println!(
        "(refused, compiled or not): {}",
        crate::support::show_root(&mut vm, &root)
    );
}
