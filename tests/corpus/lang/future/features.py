"""__future__: each feature, when it came and when it became mandatory, and the compiler's flags."""
from __future__ import annotations, division, generator_stop, print_function

import __future__


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


print(__future__.all_feature_names)
FEATURES = [__future__.nested_scopes, __future__.generators, __future__.division, __future__.absolute_import,
            __future__.with_statement, __future__.print_function, __future__.unicode_literals,
            __future__.barry_as_FLUFL, __future__.generator_stop, __future__.annotations]
for name, feature in zip(__future__.all_feature_names, FEATURES):
    print(name, feature.getOptionalRelease()[:3], feature.getMandatoryRelease() and feature.getMandatoryRelease()[:2],
          feature.compiler_flag, feature is getattr(__future__, name))
print(annotations, repr(division) == repr(__future__.division))
print(generator_stop.optional, print_function.mandatory)


def late(x: undefined_name, y: [1 + 1] = 3) -> also.undefined: ...


class Holder:
    field: not_there | None = None
    other: "quoted"


print(late.__annotations__, Holder.__annotations__)
local: whatever() = 1
print(__annotations__)


def with_lambda(f: lambda x, *y: (x, y), g: {**a, 'b': c[1:2, ...]}, h: f"{x!r:>{w}}", i: (yield_ for yield_ in z)): ...


print(with_lambda.__annotations__)
flag = __future__.annotations.compiler_flag
print(flag, flag & __future__.division.compiler_flag, eval(compile("7 / 2", "made", "eval", __future__.division.compiler_flag)))
attempt("unknown flag", lambda: compile("1", "made", "exec", 0x40000000))
attempt("unknown feature", lambda: compile("from __future__ import nothing", "made", "exec"))
attempt("braces", lambda: compile("from __future__ import braces", "made", "exec"))
attempt("too late", lambda: compile("x = 1\nfrom __future__ import annotations", "made", "exec"))
attempt("star", lambda: compile("from __future__ import *", "made", "exec"))
attempt("in a function", lambda: compile("def f():\n    from __future__ import annotations", "made", "exec"))
attempt("after a docstring", lambda: compile('"doc"\nfrom __future__ import division; from __future__ import annotations\n', "made", "exec") is not None)
attempt("_Feature", lambda: __future__._Feature())
