# Code that has no `from __future__` itself gives none to what it compiles.


def t(name, do):
    try:
        print(name, "->", repr(do())[:150])
    except BaseException as error:
        print(name, "|", type(error).__name__, str(error)[:200])


t('plain', lambda: exec('x: nope = 1'))
t('inner', lambda: exec('from __future__ import annotations\nexec("k: nope = 3")\nprint(__annotations__)', {}))
t('after', lambda: exec('x: nope = 1'))
t('flags', lambda: exec(compile('exec("k: nope = 3")\nprint(k)', '', 'exec', 0x1000000), {}))
t('bad', lambda: compile('from __future__ import nope', '', 'exec')); t('late', lambda: compile('x=1\nfrom __future__ import annotations', '', 'exec'))
