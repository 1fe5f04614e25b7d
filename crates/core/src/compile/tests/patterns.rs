//! Errors of patterns, `except*` and annotations that are text: message and place as CPython
//! 3.11 gives them.

use super::errors::check;

#[test]
fn errors_are_those_of_cpython() {
    for (source, message, place) in [
        (
            "match x:\n case y: pass\n case 2: pass\n",
            "name capture 'y' makes remaining patterns unreachable",
            [2, 7, 2, 8],
        ),
        (
            "match x:\n case _: pass\n case 2: pass\n",
            "wildcard makes remaining patterns unreachable",
            [2, 7, 2, 8],
        ),
        (
            "match x:\n case (y) | 2: pass\n",
            "name capture 'y' makes remaining patterns unreachable",
            [2, 8, 2, 9],
        ),
        (
            "match x:\n case [_ | 2]: pass\n",
            "wildcard makes remaining patterns unreachable",
            [2, 8, 2, 9],
        ),
        (
            "match x:\n case [a] | [b]: pass\n",
            "alternative patterns bind different names",
            [2, 14, 2, 15],
        ),
        (
            "match x:\n case [a, b] | [a]: pass\n",
            "alternative patterns bind different names",
            [2, 17, 2, 18],
        ),
        (
            "match x:\n case [1,  [a] | [b, c], 3]: pass\n",
            "alternative patterns bind different names",
            [2, 22, 2, 23],
        ),
        (
            "match x:\n case [a, a]: pass\n",
            "multiple assignments to name 'a' in pattern",
            [2, 11, 2, 12],
        ),
        (
            "match x:\n case [a, *a]: pass\n",
            "multiple assignments to name 'a' in pattern",
            [2, 11, 2, 13],
        ),
        (
            "match x:\n case [a, 1 as a]: pass\n",
            "multiple assignments to name 'a' in pattern",
            [2, 11, 2, 12],
        ),
        (
            "match x:\n case {'k': a, **a}: pass\n",
            "multiple assignments to name 'a' in pattern",
            [2, 13, 2, 14],
        ),
        (
            "match x:\n case [*a, *b]: pass\n",
            "multiple starred names in sequence pattern",
            [2, 7, 2, 15],
        ),
        (
            "match x:\n case [*_, *_]: pass\n",
            "multiple starred names in sequence pattern",
            [2, 7, 2, 15],
        ),
        (
            "match x:\n case [*_, 1, *_]: pass\n",
            "multiple starred names in sequence pattern",
            [2, 7, 2, 18],
        ),
        (
            "match x:\n case A(x=1, y=2, x=3): pass\n",
            "attribute name repeated in class pattern: x",
            [2, 21, 2, 22],
        ),
        (
            "match x:\n case A(x=1, y=2,\n   x=[3]): pass\n",
            "attribute name repeated in class pattern: x",
            [3, 6, 3, 9],
        ),
        (
            "match x:\n case {'a': 1, 'a': 2}: pass\n",
            "mapping pattern checks duplicate key ('a')",
            [2, 7, 2, 23],
        ),
        (
            "match x:\n case {1: 1, 'b': 0, True: 2}: pass\n",
            "mapping pattern checks duplicate key (True)",
            [2, 7, 2, 30],
        ),
        (
            "match x:\n case {-1: 1, -1: 2}: pass\n",
            "mapping pattern checks duplicate key (-1)",
            [2, 7, 2, 21],
        ),
        (
            "match x:\n case {1.0: 1, 1: 2}: pass\n",
            "mapping pattern checks duplicate key (1)",
            [2, 7, 2, 21],
        ),
        (
            "match x:\n case {None: 1, None: 2}: pass\n",
            "mapping pattern checks duplicate key (None)",
            [2, 7, 2, 25],
        ),
        (
            "match x:\n case {-1.5: 1, -1.5: 2}: pass\n",
            "mapping pattern checks duplicate key (-1.5)",
            [2, 7, 2, 25],
        ),
        (
            "match x:\n case f'a': pass\n",
            "patterns may only match literals and attribute lookups",
            [2, 7, 2, 11],
        ),
        (
            "match x:\n case {f'a': 1}: pass\n",
            "mapping pattern keys may only match literals and attribute lookups",
            [2, 7, 2, 16],
        ),
        (
            "match x:\n case __debug__: pass\n",
            "cannot assign to __debug__",
            [2, 7, 2, 16],
        ),
        (
            "match x:\n case [*__debug__]: pass\n",
            "cannot assign to __debug__",
            [2, 8, 2, 18],
        ),
        (
            "match x:\n case {**__debug__}: pass\n",
            "cannot assign to __debug__",
            [2, 7, 2, 20],
        ),
        (
            "match x:\n case A(__debug__=1): pass\n",
            "cannot assign to __debug__",
            [2, 19, 2, 20],
        ),
        (
            "match x:\n case 1 as __debug__: pass\n",
            "cannot assign to __debug__",
            [2, 7, 2, 8],
        ),
        (
            "match x:\n case (_ as y): pass\n case 1: pass\n",
            "wildcard makes remaining patterns unreachable",
            [2, 8, 2, 9],
        ),
        (
            "match x:\n case (y as z): pass\n case 1: pass\n",
            "name capture 'y' makes remaining patterns unreachable",
            [2, 8, 2, 9],
        ),
        (
            "match x:\n case [x] | y: pass\n",
            "alternative patterns bind different names",
            [2, 13, 2, 14],
        ),
        (
            "match x:\n case [x] | y | 3: pass\n case 4: pass",
            "name capture 'y' makes remaining patterns unreachable",
            [2, 13, 2, 14],
        ),
        (
            "match x:\n case ([x] | x): pass\n case 4: pass",
            "name capture 'x' makes remaining patterns unreachable",
            [2, 14, 2, 15],
        ),
        (
            "match x:\n case [a, [a] | [a]]: pass\n",
            "multiple assignments to name 'a' in pattern",
            [2, 18, 2, 19],
        ),
        (
            "match x:\n case {'x': a, 'y': [a]}: pass\n",
            "multiple assignments to name 'a' in pattern",
            [2, 22, 2, 23],
        ),
        (
            "match x:\n case A(a, b=a): pass\n",
            "multiple assignments to name 'a' in pattern",
            [2, 14, 2, 15],
        ),
        (
            "match x:\n case a: return\n",
            "'return' outside function",
            [2, 10, 2, 16],
        ),
        (
            "try: pass\nexcept* A:\n  break\n",
            "'break', 'continue' and 'return' cannot appear in an except* block",
            [3, 3, 3, 8],
        ),
        (
            "while 1:\n try: pass\n except* A:\n   break\n",
            "'break', 'continue' and 'return' cannot appear in an except* block",
            [4, 4, 4, 9],
        ),
        (
            "while 1:\n try: pass\n except* A:\n   continue\n",
            "'break', 'continue' and 'return' cannot appear in an except* block",
            [4, 4, 4, 12],
        ),
        (
            "def f():\n try: pass\n except* A:\n   return 1\n",
            "'break', 'continue' and 'return' cannot appear in an except* block",
            [4, 11, 4, 12],
        ),
        (
            "def f():\n try: pass\n except* A:\n   for x in y: return\n",
            "'break', 'continue' and 'return' cannot appear in an except* block",
            [4, 16, 4, 22],
        ),
        (
            "def f():\n try: pass\n except* A:\n   try: pass\n   finally: return\n",
            "'break', 'continue' and 'return' cannot appear in an except* block",
            [5, 13, 5, 19],
        ),
        (
            "for x in y:\n try: pass\n except* A: \n   try: pass\n   except B: break\n",
            "'break', 'continue' and 'return' cannot appear in an except* block",
            [5, 14, 5, 19],
        ),
        (
            "def f():\n for x in y:\n  try:\n    pass\n  except* A as e:\n   continue\n",
            "'break', 'continue' and 'return' cannot appear in an except* block",
            [6, 4, 6, 12],
        ),
        (
            "from __future__ import annotations\ndef f(x: (yield)): pass\n",
            "'yield expression' can not be used within an annotation",
            [2, 11, 2, 16],
        ),
        (
            "from __future__ import annotations\nx: (y := 1)\n",
            "'named expression' can not be used within an annotation",
            [2, 5, 2, 11],
        ),
        (
            "from __future__ import annotations\ndef f(x: (y := 1)): pass\n",
            "'named expression' can not be used within an annotation",
            [2, 11, 2, 17],
        ),
        (
            "from __future__ import annotations\nasync def f():\n  x: await y\n",
            "'await expression' can not be used within an annotation",
            [3, 6, 3, 13],
        ),
        (
            "from __future__ import annotations\nclass A:\n  x: (yield 1)\n",
            "'yield expression' can not be used within an annotation",
            [3, 7, 3, 14],
        ),
    ] {
        check(source, message, place);
    }
}
