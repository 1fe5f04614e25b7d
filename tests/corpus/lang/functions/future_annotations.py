from __future__ import annotations
x: 1 + 2 * 3 ** -4
y: (1 + 2) * 3 - (4 - 5) = 2
class A:
    z: list[int, str]
    w: dict[str, a.b.c[1:2, ::3, ...]]
    def m(self, a: "q", *b: *Ts, c: lambda x, /, y=1, *a, z=2, **k: x + 1, **d: not (a and b or c)) -> (yes if a else no): pass
    def n(self, a: f'{x!r:>{w}} {{}} {y} it''s "q" {d["k"]}', b: x < y <= z is not w not in v): pass
    def o(self, a: [*a, 1, (2,), (), {**a, 'b': 1}, {1, 2}], b: (a, b)): pass
    def p(self, a: [i for i in j if k if l], b: {i: j async for i, j in k}, c: {i for (i, j) in k}, d: f(i for i in j), e: f(a, *b, c=1, **d)): pass
    def q(self, a: (1).real, b: 1.5.real, c: 1e400, d: 1e-400, e: 'x' 'y', f: u'abc', g: 'a"b', h: -1 .x, i: ~-+1, j: -(1 ** 2), k: (-1) ** 2, l: 2 ** 3 ** 4, m: (2 ** 3) ** 4): pass
    def r(self, a: lambda: 0, b: (lambda *a: a)(1), c: a if b else c if d else e, d: (a if b else c) if d else e, e: (a or b) and c, f: a or b and c, g: not not a, h: (not a) + 1, i: a @ b // c % d << e >> f & g ^ h | i): pass
    def s(self, a: 123456789012345678901234567890, b: 0xff, c: 0xffffffffffffffffffffff, d: 1_000, e: True, f: None, g: ..., h: "\n\t\\'é\x00\u2028"): pass
    def t(self, a: a.b(c)[d](e)(f).g, b: (a, b)[0], c: x[a, b], d: x[(a, b)], e: x[a:b], f: x[*a], g: x[a,], h: x[()], i: (lambda: (z := 1))): pass
    def u(self, a: (lambda: (yield)), b: (lambda: (yield a)), c: (lambda: (yield from a)), d: f"{ {1: 2} }", e: f"{a if b else c}", f: f"{(lambda: 1)}", g: f"{x:{y}{z!s}}", h: f"{x=}", i: f'{f"{a}"}', j: "a" f"{b}" "{}"): pass
    def v(self, a: (a < b) < c, b: a < (b < c), c: (a, *b), d: (*a,), e: (a for a in b), f: (a)(b), g: (a for a in b).c, h: [a for a in (b if c else d)], i: [lambda: 1 for a in b], j: a[b](c for d in e)): pass
async def w(a: (await_ + b), b: lambda *, k: k, c: lambda *a, k=1, **q: k, d: lambda a=1, /: a, e: lambda **k: k) -> None: pass
async def aw(a: (lambda: [await_ for q in z])): pass
def show(d):
    for k, v in d.items(): print(k, '=', v)
show(__annotations__); show(A.__annotations__)
for n in "mnopqrstuv": show(getattr(A, n).__annotations__)
show(w.__annotations__)
def loc():
    k = 1
    def g(a: k) -> undefined: return 1
    v: undefined2 = 3
    (q): nope
    return g.__annotations__
print(loc())
z = A
z.a: nope


(z): nope
print(__annotations__)
class Mangle:
    __p: __q
    def f(self, __a: __b): pass
print(Mangle.__annotations__, Mangle.f.__annotations__)
def gl(a: G):
    b: G = 1
    global G
    G = 5
gl(1); print(G, annotations)
