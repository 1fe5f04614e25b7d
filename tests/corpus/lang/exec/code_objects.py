# Code objects: attributes, equality, hash.
c = compile("x = 1", "f", "exec")
same = compile("x = 1", "f", "exec")
print(c == same, c != same, hash(c) == hash(same), c == compile("x = 2", "f", "exec"))
print(c == compile("x = 1.0", "f", "exec"), c == compile("y = 1", "f", "exec"), c == 5, c != 5)
a = compile("def f(a, b=1, *c, d, **e):\n    def g(): return a\n    return g", "f", "exec")
b = compile("def f(a, b=1, *c, d, **e):\n    def g(): return a\n    return g", "f", "exec")
other = compile("def f(a, b=1, *c, d, **e):\n    def g(): return b\n    return g", "f", "exec")
print(a == b, hash(a) == hash(b), a == other, len(dict.fromkeys([a, b, other])))


def f(a, b=1, /, *c, d, **e):
    "doc"
    def g():
        return a, len
    return g


k = f.__code__
print(k.co_name, k.co_qualname, k.co_argcount, k.co_posonlyargcount, k.co_kwonlyargcount)
print(k.co_varnames[:5], k.co_cellvars, k.co_freevars, k.co_firstlineno, k.co_nlocals >= 5)
g = f(1, d=2).__code__
print(g.co_name, g.co_qualname, g.co_freevars, g.co_names, g.co_cellvars)
print(k.co_stacksize > 0, k == f.__code__, k != g)
print([line for _, _, line in g.co_lines() if line is not None][-1], next(iter(g.co_positions())) is not None)
print(compile("a.b.c(d)", "n", "eval").co_names)
print(compile("(1, 'x', 2.5, None)", "n", "eval").co_consts)
try:
    k.co_name = 'x'
except AttributeError as e:
    print(e)
try:
    type(k)()
except TypeError as e:
    print(type(e).__name__)
try:
    k < k
except TypeError as e:
    print(e)
print(k.__eq__(5), k.__eq__(k), k.__ne__(k))
