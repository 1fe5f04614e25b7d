//! What an embedder does with a VM: errors as data, functions that are called often, programs
//! that are evaluated.

use miniscript_runtime::{Blame, Compiled, Error, Fault, StackFrame, Vm};
use std::collections::{BTreeMap, HashMap};

fn machine() -> Vm {
    Vm::builder().build().expect("a VM")
}

fn fault<R: std::fmt::Debug>(result: Result<R, Error>) -> Box<Fault> {
    match result {
        Err(Error::Fault(fault)) => fault,
        other => panic!("a fault was expected: {other:?}"),
    }
}

/// File, function, line and column of each frame.
fn shown(frames: &[StackFrame]) -> Vec<(&str, &str, u32, Option<u32>)> {
    frames
        .iter()
        .map(|frame| {
            let (file, function) = (frame.filename.as_str(), frame.function.as_str());
            (file, function, frame.line, frame.column)
        })
        .collect()
}

#[test]
fn an_error_says_where_it_came_through() {
    let source = "def outer(x):\n    return inner(x) + 1\n\
                  def inner(x):\n    é = x; return é / 0\n\
                  outer(1)";
    let fault = fault(machine().run_source(source, "sums.py"));
    assert_eq!(fault.blame(), Blame::Script);
    assert_eq!(fault.type_name(), "ZeroDivisionError");
    assert_eq!(fault.message(), "division by zero");
    assert_eq!(
        shown(fault.frames()),
        [
            ("sums.py", "<module>", 5, Some(1)),
            ("sums.py", "outer", 2, Some(12)),
            ("sums.py", "inner", 4, Some(20)),
        ]
    );
}

#[test]
fn a_syntax_error_says_where_it_is() {
    let fault = fault(machine().run_source("x = 1\ny = é é\n", "broken.py"));
    assert_eq!(fault.type_name(), "SyntaxError");
    assert_eq!(shown(fault.frames()), [("broken.py", "", 2, Some(8))]);
}

#[test]
fn a_syntax_error_of_the_scripts_own_making_harms_nobody() {
    let source = "raise SyntaxError('no', ('own.txt', 7, 10**6, 'é', None, None))";
    let own = fault(machine().run_source(source, "own.py"));
    assert_eq!(
        shown(own.frames()),
        [
            ("own.py", "<module>", 1, Some(1)),
            ("own.txt", "", 7, Some(1_000_001)),
        ]
    );
    for rest in [
        "None",
        "('f', 'x', [], 3, 4, 5)",
        "('f', -1, -1, None, None, None)",
    ] {
        let own = fault(machine().run_source(format!("raise SyntaxError('no', {rest})"), "own.py"));
        assert_eq!(own.frames().len(), 1, "{rest}: {own:?}");
    }
}

#[test]
fn of_a_deep_recursion_the_innermost_frames_are_told() {
    let source = "import sys\nsys.setrecursionlimit(5000)\ndef f(n):\n    return f(n + 1)\nf(0)";
    let fault = fault(machine().run_source(source, "deep.py"));
    assert_eq!(fault.type_name(), "RecursionError");
    let last = fault.frames().last().expect("a frame");
    assert_eq!((last.function.as_str(), last.line), ("f", 4));
    assert_eq!(fault.frames().len(), 1000);
}

#[test]
fn a_function_is_looked_up_once_and_called_often() {
    let mut vm = machine();
    let source = "calls = 0\n\
                  def area(side, unit='m'):\n    \
                      global calls\n    calls += 1\n    return side * side\n\
                  limit = 3";
    vm.run_source(source, "shapes.py").expect("it runs");
    let area = vm
        .function::<(i64, &str), i64>("area")
        .expect("it is there");
    for side in 0..100 {
        assert_eq!(
            area.call(&mut vm, (side, "cm")).expect("it returns"),
            side * side
        );
    }
    // What the name stands for later is another matter.
    vm.run_source("area = None", "later.py").expect("it runs");
    assert_eq!(area.call(&mut vm, (7, "cm")).expect("it returns"), 49);
    assert_eq!(vm.eval::<i64>("calls", ()).expect("an int"), 101);
}

#[test]
fn what_cannot_be_called_is_refused() {
    let mut vm = machine();
    vm.run_source(
        "limit = 3\ndef name(): return 'text'\ndef none(): raise KeyError(1)",
        "x.py",
    )
    .expect("it runs");
    let refused = |result: Result<_, Error>| fault(result.map(|_: i64| ())).to_string();
    assert_eq!(
        refused(vm.function::<(), i64>("limit").map(|_| 0)),
        "TypeError: 'limit' is no function: 'int' object is not callable"
    );
    assert_eq!(
        refused(vm.function::<(), i64>("missing").map(|_| 0)),
        "AttributeError: module '__main__' has no attribute 'missing'"
    );
    let name = vm.function::<(), i64>("name").expect("it is there");
    assert_eq!(
        refused(name.call(&mut vm, ())),
        "TypeError: the host expects int, not str"
    );
    let none = vm.function::<(), i64>("none").expect("it is there");
    assert_eq!(refused(none.call(&mut vm, ())), "KeyError: 1");
    assert_eq!(
        refused(name.call(&mut machine(), ())),
        "a value of another VM was given to this one"
    );
}

/// What `source` gives a host that asks for an int, in a VM of its own.
fn value(source: &str) -> Option<i64> {
    machine().eval(source, ()).expect(source)
}

#[test]
fn the_last_expression_is_the_value() {
    for (source, expected) in [
        ("1 + 1", Some(2)),
        ("  # nothing before\n1 + 1\n\n# nothing behind", Some(2)),
        ("a = 20\na += 1; a * 2", Some(42)),
        ("def f():\n    return 7\nf()", Some(7)),
        ("'doc'\n5", Some(5)),
        ("None", None),
        ("a = 3", None),
        ("", None),
        ("if True:\n    5", None),
        ("(a := 4)", Some(4)),
        ("5;", Some(5)),
    ] {
        assert_eq!(value(source), expected, "{source}");
    }
    let mut vm = machine();
    let text: String = vm.eval("'only a text'", ()).expect("a str");
    assert_eq!(text, "only a text");
    assert_eq!(vm.eval::<String>("__doc__", ()).expect("it is kept"), text);
    let error = fault(vm.eval::<i64>("x = [\n1", ()));
    assert_eq!(
        error.to_string(),
        "SyntaxError: '[' was never closed (<eval>, line 1)"
    );
    let error = fault(vm.eval::<i64>("x = 1\n'a' + x", ()));
    assert_eq!((error.frames().len(), error.frames()[0].line), (1, 2));
    let error = fault(vm.eval::<i64>("'a'", ()));
    assert_eq!(
        error.to_string(),
        "TypeError: the host expects int, not str"
    );
}

#[test]
fn programs_get_inputs_and_run_in_many_machines() {
    let mut maker = machine();
    let program = maker
        .compile("total = sum(values)\ntotal / divisor", "mean.py")
        .expect("it compiles");
    let stored = Compiled::from_bytes(&program.to_bytes().expect("bytes")).expect("it loads");
    drop(maker);
    let workers: Vec<_> = (1..4)
        .map(|divisor| {
            let (program, stored) = (program.clone(), stored.clone());
            std::thread::spawn(move || {
                let inputs = (("values", vec![10, 20, 30]), ("divisor", divisor));
                let first: f64 = machine().eval(program, inputs.clone()).expect("a float");
                let second: f64 = machine().eval(&stored, inputs).expect("a float");
                assert_eq!(first, second);
                first
            })
        })
        .collect();
    let means = workers
        .into_iter()
        .map(|worker| worker.join().expect("it ends"));
    assert_eq!(means.collect::<Vec<_>>(), [60.0, 30.0, 20.0]);

    let mut vm = machine();
    let name = String::from("borrowed");
    for _ in 0..2 {
        assert_eq!(
            vm.eval::<i64>("a + b", [("a", 1), ("b", 2)])
                .expect("an int"),
            3
        );
        assert_eq!(
            vm.eval::<i64>("a + b", vec![(&name[..1], 5)])
                .expect("an int"),
            6
        );
    }
    let names = BTreeMap::from([(String::from("a"), name.as_str())]);
    assert_eq!(vm.eval::<String>("a", names).expect("a str"), "borrowed");
    let names: HashMap<&str, &[u8]> = HashMap::from([("a", b"raw".as_slice())]);
    assert_eq!(vm.eval::<i64>("a[0]", names).expect("an int"), 114);
    let root = vm.eval_root("[1, 2]", ()).expect("a list");
    assert_eq!(
        vm.eval::<usize>("len(a)", (("a", &root),)).expect("an int"),
        2
    );
    let refused = machine().eval::<usize>("len(a)", (("a", &root),));
    assert_eq!(
        fault(refused).to_string(),
        "RuntimeError: a value of another VM was given to this one"
    );
}
