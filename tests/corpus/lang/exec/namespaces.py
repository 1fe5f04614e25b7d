# exec and eval with globals and locals of their own.
exec("x = 1\nprint(x)")
print(x, eval("x + 1"), eval("  \tx*3"))
g = {}
exec("def f(): return y\ny = 5", g)
print(g['f'](), sorted(g), g['__builtins__']['len'] is len)
g['y'] = 6
print(g['f']())
l = {}
exec("a = 1\ndel a\nb = 2\nclass C:\n  z = b if 0 else 3\n", g, l)
print(sorted(l), l['C'].z, 'b' in g)
exec("global q\nq = 1\nr = 2", g, l)
print(g['q'], 'r' in g, l['r'])
print(eval("[y for _ in range(2)]", g), eval("y", g, {'y': 'local'}))
try:
    eval("[b for _ in range(2)]", {}, {'b': 1})
except NameError as e:
    print(e)
exec("import sys as s\nfrom math import *\nn: int = 3\nm: str", g, l)
print('s' in l, 'pi' in l, l['__annotations__'])
exec('"""doc"""', g)
print(g['__doc__'])
exec("print(__name__)")
exec("print(__name__)", {'__name__': 'other'})
exec("class D: pass\nprint(D.__module__, D)", {'__name__': 'mod'})
try:
    exec("class D: pass\nprint(D.__module__)", {})
except NameError as e:
    print(e)
print(exec("1 + 1"), eval("None"))
exec("for i in range(3):\n    if i == 1: continue\n    print(i, end=' ')\nelse: print('done')")
exec("try:\n    1/0\nexcept ZeroDivisionError as e:\n    print('caught', e)\nfinally:\n    print('finally')")
exec("def gen():\n    yield 1\n    yield x\nprint(list(gen()))")
exec("exec('print(eval(\"40 + 2\"))')")


class DictSub(dict):
    pass


d = DictSub(k=9)
exec("k += 1\nprint(k)\ndef f(): return k", d)
print(d['k'], d['f']())


def outer():
    v = 'outer'

    def inner():
        return eval("v", {'v': 'given'})

    try:
        eval("v")
    except NameError as e:
        print('no', e)
    print(eval("v"), inner())
    exec("v = 'changed'")
    return v


print(outer())
print([eval("i * 2", {'i': i}) for i in range(3)])
f = lambda: eval("x")
print(f())
exec("x = 'new'")
print(f(), x)
