//! Expressions about numbers, order and hashes against what CPython 3.11 gives.
//!
//! `num_rows.txt` holds an expression and, behind a tab, the `repr` of its value or
//! the exception with its message, as `python3` writes them.

use super::{Context, Local, Res};
use crate::builtins::protocol;
use crate::limits::Limits;
use crate::syntax::{Mode, Origin};
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
    let chunk = compile_source(cx, source.as_bytes(), "<test>", Mode::Eval, Origin::Text)?;
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

/// Runs statements; the exception that leaves them, if any.
fn execute<'f>(cx: &mut Context<'f>, source: &str) -> String {
    let ran = compile_source(cx, source.as_bytes(), "<test>", Mode::Module, Origin::Text).and_then(
        |chunk| {
            let (_, globals) = new_module(cx, "test")?;
            run_chunk(cx, &chunk, globals)
        },
    );
    match ran {
        Ok(_) => String::new(),
        Err(error) => {
            let exception = cx.exception(error);
            let args = cx.exception_args(exception);
            alloc::format!("{}: {}", cx.type_name(exception), shown(cx, args))
        }
    }
}

#[test]
fn special_methods_are_tried_in_order() {
    const SCRIPT: &str = r#"
class A:
    def __init__(self, v): self.v = v
    def __add__(self, o): return ("add", self.v)
    def __radd__(self, o): return ("radd", self.v)
    def __iadd__(self, o): return ("iadd", self.v)
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return -1
    def __bool__(self): return self.v > 0
    def __index__(self): return self.v
    def __float__(self): return 2.5
    def __divmod__(self, o): return "divmod"
    def __rpow__(self, o): return "rpow"
    def __neg__(self): return "neg"
    def __abs__(self): return "abs"
    def __round__(self, n=None): return ("round", n)
class B(A):
    def __radd__(self, o): return ("B.radd", self.v)
class N:
    def __add__(self, o): return NotImplemented
a = A(1)
assert a + 1 == ("add", 1) and 1 + a == ("radd", 1) and [1] + a == ("radd", 1)
assert A(1) + B(2) == ("B.radd", 2) and B(1) + A(2) == ("add", 1)
assert A(1) == A(1) and A(1) != A(2) and [A(1)] == [A(1)] and (A(1),) < (A(2),)
assert A(2) > A(1) and hash(A(1)) == -2 and {A(1): 5} == {A(1): 5}
assert not A(0) and A(1) and "ab" * A(2) == "abab" and A(2) * [1] == [1, 1]
assert float(A(1)) == 2.5 and int(A(7)) == 7 and bin(A(5)) == "0b101" and chr(A(97)) == "a"
assert divmod(a, 1) == "divmod" and 2 ** a == "rpow" and -a == "neg" and abs(a) == "abs"
assert round(a) == ("round", None) and round(a, 2) == ("round", 2)
b = a
b += 1
assert b == ("iadd", 1)
t = (1,)
t += (2,)
x = l = [1]
l *= 2
assert x == [1, 1] and t == (1, 2)
assert a.__init__ == a.__init__ and (1).__add__ == (1).__add__ and (1).__add__ != (2).__add__
"#;
    with_vm(Limits::default(), |cx| {
        assert_eq!(execute(cx, SCRIPT), "");
        let rows = [
            (
                "class N:\n    def __add__(self, o): return NotImplemented\nN() + 1",
                "TypeError: (\"unsupported operand type(s) for +: 'N' and 'int'\",)",
            ),
            (
                "class N: pass\nN() < N()",
                "TypeError: (\"'<' not supported between instances of 'N' and 'N'\",)",
            ),
            (
                "class N:\n    def __bool__(self): return 1\nbool(N())",
                "TypeError: ('__bool__ should return bool, returned int',)",
            ),
            (
                "class N:\n    def __eq__(self, o): return True\nhash(N())",
                "TypeError: (\"unhashable type: 'N'\",)",
            ),
            (
                "class N:\n    def __hash__(self): return 'x'\nhash(N())",
                "TypeError: ('__hash__ method should return an integer',)",
            ),
            (
                "class N: pass\n'a' + N()",
                "TypeError: ('can only concatenate str (not \"N\") to str',)",
            ),
            (
                "a = []\na.append(a)\nb = []\nb.append(b)\na == b",
                "RecursionError: ('maximum recursion depth exceeded in comparison',)",
            ),
        ];
        for (source, expected) in rows {
            let found = cx.scope(|cx| Ok(execute(cx, source))).unwrap_or_default();
            assert_eq!(found, expected, "{source}");
        }
    });
}
