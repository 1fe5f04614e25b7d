log = []
def e(x):
    log.append(x)
    return x
def show():
    print(log)
    log.clear()
def f(*a, **k): return 0
f(e(1), e(2), *[e(3)], e(4), k=e(5), **{"z": e(6)})
show()
e(1) + e(2) * e(3) - e(4)
show()
[e(1), e(2)][e(0)]
show()
{e("k"): e("v"), e("k2"): e("v2")}
show()
d = {}
d[e("a")] = e("value")
show()
e([0])[e(0)] = e("right")
show()
e(2) if e(0) else e(3)
show()
e(1) < e(5) < e(3) < e(9)
show()
x, d[e("i")] = e(1), e(2)
show()
def g(a=e("default1"), b=e("default2")): pass
show()
d[e("i")] += e(3)
show()
(e("callee") and f)(e("arg"))
show()
e([3, 4])[e(0):e(2):e(1)]
show()
class C(e("base") and dict):
    e("body")
show()
f"{e(1)}{e(2):{e(3)}}"
show()
print(e("p1"), e("p2"), sep=e("|"))
show()
a = b = e("once")
show()
del e([1, 2])[e(0)]
show()
assert e(1), e("unused message")
show()
