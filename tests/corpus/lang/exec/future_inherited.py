# `exec`, `eval` and `compile` take over `from __future__ import annotations` from the code that calls.
from __future__ import annotations

import __future__


def t(name, do):
    try:
        print(name, "->", repr(do())[:150])
    except BaseException as error:
        print(name, "|", type(error).__name__, str(error)[:200])


ns = {}
exec('x: nope = 1\ndef f(a: b) -> c: pass\nclass C:\n  z: q', ns)
print(ns['__annotations__'], ns['f'].__annotations__, ns['C'].__annotations__)
t('eval', lambda: eval('(lambda: 0)').__code__.co_flags & __future__.annotations.compiler_flag)
t('compile', lambda: compile('x: a', '', 'exec').co_flags & __future__.annotations.compiler_flag)
t('compile dont', lambda: compile('x: a', '', 'exec', dont_inherit=True).co_flags & __future__.annotations.compiler_flag)
t('compile flags', lambda: compile('x: a', '', 'exec', __future__.annotations.compiler_flag, True).co_flags & __future__.annotations.compiler_flag)
t('exec map', lambda: list(map(exec, ['y: nope']))); t('exec indirect', lambda: (lambda e: e('y: nope'))(exec))
import functools
t('partial', lambda: functools.partial(exec, 'y: nope', {})())
code = compile('x: a', '', 'exec', dont_inherit=True)
t('exec code', lambda: exec(code, {}))
exec('exec("x: nope = 2", ns)'); print(ns['x'])
t('nested', lambda: exec(compile('exec("w: nope = 3")', '', 'exec', dont_inherit=True), {}))
exec('from __future__ import annotations\nexec("k: nope = 3")'); print(k)
t('eval fut', lambda: eval('[x for x in "ab"]'))
