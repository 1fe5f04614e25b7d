def outer(v):
    class C:
        w = v
        def get(self): return v, self.w
        v = "class level"
    return C
c = outer(5) if False else None
def outer2(v):
    class C:
        w = v + 1
        def get(self):
            return v, self.w
        def set(self, new):
            nonlocal v
            v = new
    return C()
o = outer2(1)
print(o.get())
o.set(7)
print(o.get())
def comp(k):
    fs = [lambda: (x, k) for x in range(3)]
    k += 1
    return [f() for f in fs], [x * k for x in range(3)], {x: k for x in "ab"}, list(k + x for x in range(2))
print(comp(1))
def nested(n):
    return [[(i, j, n) for j in range(i)] for i in range(n)]
print(nested(3))
def gen_close():
    x = 1
    g = (x + i for i in range(3))
    x = 10
    return list(g)
print(gen_close())
class K:
    size = 3
    items = [i for i in range(size)]
    try:
        bad = [size for _ in range(2)]
    except NameError as error:
        bad = str(error)
print(K.items, K.bad)
def exc():
    try:
        raise ValueError("boom")
    except ValueError as e:
        f = lambda: e
        msg = str(f())
    try:
        f()
    except NameError as error:
        return msg, str(error)
print(exc())
def loop_accumulate():
    total = 0
    def add(x):
        nonlocal total
        total += x
        return total
    return list(map(add, range(5))), total
print(loop_accumulate())
