def f(a, b=2, *args, c=3, d, **kw):
    return a, b, args, c, d, kw
print(f(1, d=4), f(1, 5, 6, 7, d=8, e=9), f(d=1, a=2), f(*[1, 2, 3], **{"d": 4, "z": 5}), f(1, *[2], 3, *(4, 5), d=0, **{}, **{"q": 1}))
def g(*args, **kw):
    return args, kw
print(g(), g(1), g(x=1), g(*"ab", *[], c=1, **{"d": 2}), g(*range(3)), g(**{"a b": 1}))
def h(x, y=[], z={}):
    y.append(x)
    z[x] = len(y)
    return y, z
print(h(1), h(2), h(3, []), h(4))
n = 5
def k(v=n):
    return v
n = 6
print(k(), k(7), k(v=8))
def swap(a, b): return b, a
print(swap(*swap(1, 2)), swap(b=1, a=2), (lambda *a, **k: (a, k))(1, z=2))
args = (1, 2)
kw = {"sep": "-", "end": "!\n"}
print(*args, **kw)
def mutate(l, s):
    l += [1]
    s += "x"
    return l, s
l, s = [], ""
mutate(l, s)
print(l, s)
def none(): pass
def ret(): return
print(none(), ret(), none() is None)
