//! Hostile sources and expressions: each ends in a clear error, in bounded time and memory,
//! and the VM goes on.

use miniscript_runtime::{Error, Limits, Vm};
use std::time::{Duration, Instant};

/// What one source may take on a busy machine without optimisation; a source that is looked
/// at more than a few times over takes hours.
const PATIENCE: Duration = Duration::from_secs(60);

/// The longest line; a fifth of it where nothing is optimised.
const LINE: usize = if cfg!(debug_assertions) {
    2 << 20
} else {
    10 << 20
};

fn machine() -> Vm {
    let limits = Limits {
        memory: 512 << 20,
        ..Limits::default()
    };
    Vm::builder().limits(limits).build().expect("a VM")
}

/// What a source ends with: the exception's class and the first words of its text.
fn ending(vm: &mut Vm, source: &str) -> String {
    let start = Instant::now();
    let ended = match vm.run_source(source, "hostile.py") {
        Ok(()) => "fine".to_owned(),
        Err(Error::Fault(fault)) => {
            let text = fault.message().chars().take(60).collect::<String>();
            assert!(fault.traceback().len() < 2 * source.len() + 10_000);
            format!("{}: {text}", fault.type_name())
        }
        Err(other) => panic!("{other}"),
    };
    let shown: String = source.chars().take(40).collect();
    assert!(
        start.elapsed() < PATIENCE,
        "{shown:?}: {:?}",
        start.elapsed()
    );
    let answer: i64 = vm.eval("1 + 1", ()).expect("the VM goes on");
    assert_eq!(answer, 2);
    println!("{shown:?}: {ended} ({:?})", start.elapsed());
    ended
}

#[track_caller]
fn ends(vm: &mut Vm, source: &str, expected: &str) {
    let found = ending(vm, source);
    let shown: String = source.chars().take(40).collect();
    assert!(
        expected.split(" | ").any(|start| found.starts_with(start)),
        "{shown:?}: {found:?}, not {expected:?}"
    );
}

#[test]
fn sources_nested_a_hundred_thousand_deep() {
    let mut vm = machine();
    let n = 100_000;
    for open in [
        "(",
        "[",
        "{",
        "f(",
        "x[",
        "{1:",
        "[x for x in ",
        "lambda: (",
    ] {
        ends(
            &mut vm,
            &open.repeat(n),
            "SyntaxError: too many nested parentheses | MemoryError",
        );
    }
    let deep = "MemoryError | RecursionError | SyntaxError: too many | AttributeError | fine";
    for part in [
        "-",
        "~",
        "not ",
        "lambda: ",
        "await ",
        "1 if 1 else ",
        "1 ** ",
        "*",
    ] {
        ends(
            &mut vm,
            &format!("{}1", part.repeat(n)),
            &format!("{deep} | SyntaxError"),
        );
    }
    for part in ["+ 1", ".a", "(1)", "[1]", " < 1", " and 1", " or 1", ", 1"] {
        ends(
            &mut vm,
            &format!("x = 1\ny = lambda: x{}", part.repeat(n)),
            deep,
        );
    }
    let steps = (0..n / 100).map(|at| format!("{}if 1:\n", " ".repeat(at)));
    ends(
        &mut vm,
        &steps.collect::<String>(),
        "IndentationError: too many levels of indentation",
    );
    ends(&mut vm, &"f'{".repeat(n), "SyntaxError");
    ends(
        &mut vm,
        &format!("f'{{1:{}", "{1:".repeat(n)),
        "SyntaxError",
    );
    ends(
        &mut vm,
        &format!("match 1:\n case {}1", "[".repeat(n)),
        "SyntaxError",
    );
    ends(&mut vm, &format!("{}1", "x = ".repeat(n)), deep);
    ends(
        &mut vm,
        &"if 1: pass\nelse:\n if 1: pass\n".repeat(n / 10),
        "fine | SyntaxError",
    );
    ends(
        &mut vm,
        &format!("if 1: pass\n{}", "elif 1: pass\n".repeat(n)),
        deep,
    );
    ends(&mut vm, &"@x\n".repeat(n), "SyntaxError | MemoryError");
}

#[test]
fn lines_of_ten_megabytes() {
    let mut vm = machine();
    let fill = |part: &str| part.repeat(LINE / part.len());
    let some = "fine | MemoryError";
    ends(&mut vm, &format!("x = '{}'", fill("a")), some);
    ends(
        &mut vm,
        &format!("x = '{}", fill("a")),
        "SyntaxError: unterminated string literal",
    );
    ends(&mut vm, &format!("# {}", fill("a")), "fine");
    ends(&mut vm, &fill(" "), "fine");
    ends(&mut vm, &fill("a"), "NameError | MemoryError");
    ends(&mut vm, &format!("x = [{}]", fill("1,")), some);
    ends(
        &mut vm,
        &format!("x = 1{}", fill("+1")),
        &format!("{some} | RecursionError"),
    );
    ends(&mut vm, &fill("word "), "SyntaxError: invalid syntax");
    ends(&mut vm, &fill("pass;"), some);
    ends(
        &mut vm,
        &fill("\\"),
        "SyntaxError: unexpected character after line",
    );
    ends(&mut vm, &fill("\u{201C}"), "SyntaxError: invalid character");
    ends(&mut vm, &fill("?"), "SyntaxError: invalid syntax");
    ends(&mut vm, &format!("x = ({}", fill("a b ")), "SyntaxError");
    ends(&mut vm, &format!("x = f'{}'", fill("{1}")), some);
    ends(
        &mut vm,
        &format!("print {}", fill("x, ")),
        "SyntaxError: Missing parentheses",
    );
}

#[test]
fn a_million_names_and_digits() {
    let mut vm = machine();
    let names: String = (0..1_000_000).map(|at| format!("n{at} = 0\n")).collect();
    ends(&mut vm, &names, "fine | MemoryError | SyntaxError");
    let names: String = (0..1_000_000).map(|at| format!("n{at},")).collect();
    ends(
        &mut vm,
        &format!("def f():\n  x = ({names})"),
        "fine | MemoryError | SyntaxError",
    );
    ends(
        &mut vm,
        &format!("def f({names}): pass"),
        "fine | MemoryError | SyntaxError",
    );
    let digits = "9".repeat(1_000_000);
    ends(
        &mut vm,
        &format!("x = {digits}"),
        "SyntaxError: Exceeds the limit (4300 digits)",
    );
    ends(&mut vm, &format!("x = 0x{digits}"), "fine");
    ends(&mut vm, &format!("x = 1e{digits}"), "fine");
    ends(&mut vm, &format!("x = 0.{digits}"), "fine");
    ends(
        &mut vm,
        &format!("int('{digits}')"),
        "ValueError: Exceeds the limit (4300 digits)",
    );
    ends(
        &mut vm,
        "x = str(10 ** 5000)",
        "ValueError: Exceeds the limit (4300 digits)",
    );
}

#[test]
fn results_larger_than_the_memory() {
    let limits = Limits {
        memory: 64 << 20,
        ..Limits::default()
    };
    let mut vm = Vm::builder().limits(limits).build().expect("a VM");
    for source in [
        "10 ** 10 ** 10",
        "x = 10\nx ** 10 ** 10",
        "1 << 10 ** 12",
        "x = 3\nx << 10 ** 12",
        "'x' * 10 ** 12",
        "x = 'x'\nx * 10 ** 12",
        "b'x' * 10 ** 12",
        "[0] * 10 ** 12",
        "x = [0]\nx *= 10 ** 12",
        "(0,) * 10 ** 12",
        "bytes(10 ** 12)",
        "bytearray(10 ** 12)",
        "list(range(10 ** 12))",
        "'x'.ljust(10 ** 12)",
        "'x'.zfill(10 ** 12)",
        "'%1000000000000d' % 1",
        "f'{1:1000000000000}'",
        "format(1.5, '.1000000000f')",
        "'a'.replace('', 'x' * 10 ** 7) * 10 ** 6",
        "('x' * 10 ** 6).join(['y'] * 10 ** 6)",
        "x = 'x'\nwhile True: x += x",
        "x = [0]\nwhile True: x += x",
    ] {
        let found = ending(&mut vm, source);
        let clear = ["MemoryError", "OverflowError", "ValueError"];
        assert!(
            clear.iter().any(|kind| found.starts_with(kind)),
            "{source}: {found}"
        );
    }
}

#[test]
fn regular_expressions_that_backtrack_without_end() {
    let mut vm = machine();
    let searches = [
        "'(a+)+$', 'a' * 40 + 'b'",
        "'(a|aa)+b', 'a' * 80",
        "r'(.*)*\\1b', 'a' * 60",
        "'(?=(a+)+b)', 'a' * 50",
        "b'(x+x+)+y', b'x' * 60",
    ];
    // Each takes a quarter of a billion steps.
    let count = if cfg!(debug_assertions) {
        1
    } else {
        searches.len()
    };
    for search in searches.iter().take(count) {
        ends(
            &mut vm,
            &format!("import re\nre.search({search})"),
            "RuntimeError: regular expression search gave up after",
        );
    }
    ends(
        &mut vm,
        "import re\nre.sub('(?>a+)+$', '', 'a' * 40 + 'b')",
        "fine",
    );
}

/// CPython ends with a segmentation fault at most of these.
#[test]
fn what_wraps_itself_ends() {
    let mut vm = machine();
    let deep = "RecursionError: maximum recursion depth exceeded";
    for (kind, call, expected) in [
        (
            "classmethod",
            "A.x()",
            "TypeError: 'classmethod' object is not",
        ),
        ("classmethod", "A().x", "fine"),
        ("classmethod", "repr(w.__get__(A, A))", deep),
        ("classmethod", "w.__name__", deep),
        ("classmethod", "w.__isabstractmethod__", deep),
        ("classmethod", "repr(w)", deep),
        ("staticmethod", "A.x()", deep),
        ("staticmethod", "w.__doc__", deep),
        ("staticmethod", "repr(w)", deep),
        ("property", "A().x", "TypeError: 'property' object is not"),
        ("property", "w.__isabstractmethod__", deep),
    ] {
        let source = format!("w = {kind}(len)\nw.__init__(w)\nclass A:\n    x = w\n{call}\n");
        ends(&mut vm, &source, expected);
    }
}

#[test]
fn other_encodings_get_one_sentence() {
    let mut vm = machine();
    let said = |vm: &mut Vm, source: &[u8]| match vm.run_main(source, "hostile.py") {
        Err(Error::Fault(fault)) => fault.traceback().to_owned(),
        other => panic!("{other:?}"),
    };
    let text = said(&mut vm, b"# -*- coding: latin-1 -*-\nx = '\xe9'\n");
    assert_eq!(text.lines().count(), 1, "{text}");
    assert!(
        text.starts_with("SyntaxError: encoding problem: iso-8859-1"),
        "{text}"
    );
    let text = said(&mut vm, b"x = 1\ny = '\xe9'\n");
    assert!(
        text.starts_with(
            "SyntaxError: Non-UTF-8 code starting with '\\xe9' in file hostile.py on line 2"
        ),
        "{text}"
    );
    let text = said(&mut vm, b"x = 1\0\n");
    assert!(text.ends_with("null bytes\n"), "{text}");
    let text = said(&mut vm, b"\xff\xfex\0=\x001\0");
    assert!(
        text.contains("Non-UTF-8 code starting with '\\xff'"),
        "{text}"
    );
}
