//! Errors of symbol table and code generator: message and place as CPython 3.11 gives them.

use crate::compile::{Options, compile};
use crate::syntax::Origin;
use crate::syntax::{LineIndex, Mode};

pub(super) fn check(source: &str, message: &str, place: [u32; 4]) {
    let error = compile(source.as_bytes(), "e", Mode::Module, &Options::default()).unwrap_err();
    let lines = LineIndex::new(source.as_bytes()).unwrap();
    let at = error
        .location(source.as_bytes(), &lines, Origin::Text)
        .unwrap();
    assert_eq!(error.message, message, "{source}");
    assert_eq!(
        [at.lineno, at.offset, at.end_lineno, at.end_offset],
        place,
        "{source}"
    );
}

#[test]
fn errors_are_those_of_cpython() {
    check(
        "def f():\n    nonlocal x",
        "no binding for nonlocal 'x' found",
        [2, 5, 2, 15],
    );
    check(
        "nonlocal x",
        "nonlocal declaration not allowed at module level",
        [1, 1, 1, 11],
    );
    check(
        "def f(x):\n    global x",
        "name 'x' is parameter and global",
        [2, 5, 2, 13],
    );
    check(
        "def f(x):\n    nonlocal x",
        "name 'x' is parameter and nonlocal",
        [2, 5, 2, 15],
    );
    check(
        "def f():\n    x = 1\n    global x",
        "name 'x' is assigned to before global declaration",
        [3, 5, 3, 13],
    );
    check(
        "def f():\n    print(x)\n    global x",
        "name 'x' is used prior to global declaration",
        [3, 5, 3, 13],
    );
    check(
        "def f():\n    x: int\n    global x",
        "annotated name 'x' can't be global",
        [3, 5, 3, 13],
    );
    check(
        "def f():\n    global x\n    x: int = 1",
        "annotated name 'x' can't be global",
        [3, 5, 3, 15],
    );
    check(
        "def f(a, b, a): pass",
        "duplicate argument 'a' in function definition",
        [1, 13, 1, 14],
    );
    check(
        "lambda a, *a: 1",
        "duplicate argument 'a' in function definition",
        [1, 12, 1, 13],
    );
    check("return 1", "'return' outside function", [1, 1, 1, 9]);
    check(
        "class A:\n    return",
        "'return' outside function",
        [2, 5, 2, 11],
    );
    check("yield 1", "'yield' outside function", [1, 1, 1, 8]);
    check(
        "class A:\n    x = yield 1",
        "'yield' outside function",
        [2, 9, 2, 16],
    );
    check(
        "x = yield from y",
        "'yield' outside function",
        [1, 5, 1, 17],
    );
    check("break", "'break' outside loop", [1, 1, 1, 6]);
    check("continue", "'continue' not properly in loop", [1, 1, 1, 9]);
    check(
        "def f():\n    if 1:\n        break",
        "'break' outside loop",
        [3, 9, 3, 14],
    );
    check(
        "for x in y:\n    def g():\n        continue",
        "'continue' not properly in loop",
        [3, 9, 3, 17],
    );
    check("await x", "'await' outside function", [1, 1, 1, 8]);
    check(
        "def f():\n    await x",
        "'await' outside async function",
        [2, 5, 2, 12],
    );
    check(
        "def f():\n    from x import *",
        "import * only allowed at module level",
        [2, 19, 2, 20],
    );
    check(
        "class A:\n    from x import *",
        "import * only allowed at module level",
        [2, 19, 2, 20],
    );
    check(
        "try: pass\nexcept: pass\nexcept A: pass",
        "default 'except:' must be last",
        [2, 1, 2, 13],
    );
    check(
        "def f():\n    def g():\n        nonlocal x\n        global x",
        "name 'x' is nonlocal and global",
        [3, 9, 3, 19],
    );
    check(
        "def f():\n    x = 1\n    def g():\n        global x\n        nonlocal x",
        "name 'x' is nonlocal and global",
        [4, 9, 4, 17],
    );
    check(
        "[x := 1 for x in y]",
        "assignment expression cannot rebind comprehension iteration variable 'x'",
        [1, 2, 1, 3],
    );
    check(
        "[y for x in (y := z)]",
        "assignment expression cannot be used in a comprehension iterable expression",
        [1, 14, 1, 20],
    );
    check(
        "class A:\n    [y := 1 for x in z]",
        "assignment expression within a comprehension cannot be used in a class body",
        [2, 6, 2, 7],
    );
    check(
        "[[(x := 1) for x in z] for y in w]",
        "assignment expression cannot rebind comprehension iteration variable 'x'",
        [1, 4, 1, 5],
    );
    check(
        "[i for i in z if (j := 1) for j in w]",
        "comprehension inner loop cannot rebind assignment expression target 'j'",
        [1, 31, 1, 32],
    );
    check(
        "[(yield 1) for x in y]",
        "'yield' inside list comprehension",
        [1, 3, 1, 10],
    );
    check(
        "((yield 1) for x in y)",
        "'yield' inside generator expression",
        [1, 3, 1, 10],
    );
    check(
        "def f(): return [(yield x) for x in y]",
        "'yield' inside list comprehension",
        [1, 19, 1, 26],
    );
    check(
        "a, *b, *c = d",
        "multiple starred expressions in assignment",
        [1, 1, 1, 10],
    );
    check(
        "*a = d",
        "starred assignment target must be in a list or tuple",
        [1, 1, 1, 3],
    );
    check("x = *a", "can't use starred expression here", [1, 5, 1, 7]);
    check(
        "print(*a); *a",
        "can't use starred expression here",
        [1, 12, 1, 14],
    );
    check("__debug__ = 1", "cannot assign to __debug__", [1, 1, 1, 10]);
    check("del __debug__", "cannot delete __debug__", [1, 5, 1, 14]);
    check(
        "def f(__debug__): pass",
        "cannot assign to __debug__",
        [1, 1, 1, 23],
    );
    check(
        "x.__debug__ = 1",
        "cannot assign to __debug__",
        [1, 1, 1, 12],
    );
    check(
        "import __debug__",
        "cannot assign to __debug__",
        [1, 1, 1, 17],
    );
    check(
        "f(__debug__=1)",
        "cannot assign to __debug__",
        [1, 1, 1, 15],
    );
    check(
        "def __debug__(): pass",
        "cannot assign to __debug__",
        [1, 1, 1, 22],
    );
    check(
        "class __debug__: pass",
        "cannot assign to __debug__",
        [1, 1, 1, 22],
    );
    check(
        "for __debug__ in x: pass",
        "cannot assign to __debug__",
        [1, 5, 1, 14],
    );
    check(
        "with a as __debug__: pass",
        "cannot assign to __debug__",
        [1, 11, 1, 20],
    );
    check(
        "(__debug__ := 1)",
        "cannot assign to __debug__",
        [1, 2, 1, 11],
    );
    check(
        "x = 1\nfrom __future__ import division",
        "from __future__ imports must occur at the beginning of the file",
        [2, 1, 2, 32],
    );
    check(
        "def f():\n    from __future__ import division",
        "from __future__ imports must occur at the beginning of the file",
        [2, 5, 2, 36],
    );
    check(
        "x: int\nglobal x",
        "annotated name 'x' can't be global",
        [2, 1, 2, 9],
    );
    check(
        "x = 1\nglobal x",
        "name 'x' is assigned to before global declaration",
        [2, 1, 2, 9],
    );
    check(
        "async for x in y: pass",
        "'async for' outside async function",
        [1, 1, 1, 23],
    );
    check(
        "async with x: pass",
        "'async with' outside async function",
        [1, 1, 1, 19],
    );
    check(
        "def f():\n    async for x in y: pass",
        "'async for' outside async function",
        [2, 5, 2, 27],
    );
    check(
        "def f():\n    async with x: pass",
        "'async with' outside async function",
        [2, 5, 2, 23],
    );
    check(
        "def f():\n    [x async for x in y]",
        "asynchronous comprehension outside of an asynchronous function",
        [2, 5, 2, 25],
    );
    check(
        "[x async for x in y]",
        "asynchronous comprehension outside of an asynchronous function",
        [1, 1, 1, 21],
    );
    check(
        "x = [*a for a in b]",
        "iterable unpacking cannot be used in comprehension",
        [1, 6, 1, 8],
    );
    check(
        "def f():\n    global x, x\n    nonlocal y",
        "no binding for nonlocal 'y' found",
        [3, 5, 3, 15],
    );
    check(
        "def f():\n    try:\n        pass\n    except E as x:\n        pass\n    global x",
        "name 'x' is assigned to before global declaration",
        [6, 5, 6, 13],
    );
    check(
        "class C:\n    x = 1\n    def f(self):\n        nonlocal x",
        "no binding for nonlocal 'x' found",
        [4, 9, 4, 19],
    );
    check(
        "while 1:\n while 1:\n  while 1:\n   while 1:\n    while 1:\n     while 1:\n      while 1:\n       while 1:\n        while 1:\n         while 1:\n          while 1:\n           while 1:\n            while 1:\n             while 1:\n              while 1:\n               while 1:\n                while 1:\n                 while 1:\n                  while 1:\n                   while 1:\n                    while 1:\n                      pass",
        "too many statically nested blocks",
        [21, 21, 22, 27],
    );
    check(
        "class A: \n  x: (yield) = 1",
        "'yield' outside function",
        [2, 7, 2, 12],
    );
    check(
        "if 0:\n    return",
        "'return' outside function",
        [2, 5, 2, 11],
    );
    check(
        "while 0:\n    break\nelse:\n    break",
        "'break' outside loop",
        [4, 5, 4, 10],
    );
    check(
        "def f(*, a, a): pass",
        "duplicate argument 'a' in function definition",
        [1, 13, 1, 14],
    );
    check(
        "import a.b as __debug__",
        "cannot assign to __debug__",
        [1, 1, 1, 24],
    );
    check(
        "from a import b as __debug__",
        "cannot assign to __debug__",
        [1, 1, 1, 29],
    );
    check(
        "def f(a=(yield)): pass",
        "'yield' outside function",
        [1, 10, 1, 15],
    );
    check(
        "def f():\n    def g(x): nonlocal x",
        "name 'x' is parameter and nonlocal",
        [2, 15, 2, 25],
    );
    check(
        "x = (*a)",
        "cannot use starred expression here",
        [1, 6, 1, 8],
    );
    check("return *a", "'return' outside function", [1, 1, 1, 10]);
    check(
        "for *x in y: pass",
        "starred assignment target must be in a list or tuple",
        [1, 5, 1, 7],
    );
    check(
        "[*x for x in y]",
        "iterable unpacking cannot be used in comprehension",
        [1, 2, 1, 4],
    );
    check(
        "def f():\n    x = 1\n    def g():\n        print(x)\n        nonlocal x",
        "name 'x' is used prior to nonlocal declaration",
        [5, 9, 5, 19],
    );
    check(
        "def f():\n    for x in y:\n        pass\n    nonlocal x",
        "name 'x' is assigned to before nonlocal declaration",
        [4, 5, 4, 15],
    );
    check(
        "try: pass\nfinally: return",
        "'return' outside function",
        [2, 10, 2, 16],
    );
}

#[test]
fn what_is_not_there_yet_says_so() {
    let source = b"from __future__ import barry_as_FLUFL";
    let error = compile(source, "e", Mode::Module, &Options::default()).unwrap_err();
    assert_eq!(
        error.message,
        "from __future__ import barry_as_FLUFL is not supported yet"
    );
    compile(
        b"class A(B, C): pass",
        "e",
        Mode::Module,
        &Options::default(),
    )
    .unwrap();
}
