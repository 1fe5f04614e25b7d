class Seq:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)
    def __getitem__(self, i):
        if isinstance(i, slice): return Seq(*self.items[i])
        return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __repr__(self): return f"Seq{self.items}"
s = Seq(1, 2, 3)
print(len(s), s[0], s[-1], s[1:], list(s), 2 in s, 9 in s, [*s], list(reversed(s)), bool(s), bool(Seq()), sum(s), max(s), list(zip(s, s)), sorted(s, reverse=True), dict(enumerate(s)), ",".join(map(str, s)))
s[0] = 10
del s[1]
s[1] += 5
a, b = s
print(s, a, b, *s)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), 1 in It(3), next(It(2)), [x for x in It(2)], tuple(It(0)), sum(It(5)))
class GenIter:
    def __iter__(self):
        yield 1
        yield 2
print(list(GenIter()), [*GenIter(), *GenIter()], dict(zip("ab", GenIter())), max(GenIter()))
class Has:
    def __contains__(self, x): return x == "yes"
    def __call__(self, *a, **k): return a, k
    def __len__(self): return 0
h = Has()
print("yes" in h, "no" in h, "no" not in h, h(1, k=2), bool(h), not h)
class Bad:
    def __len__(self): return -1
    def __iter__(self): return 5
    def __contains__(self, x): raise ValueError("contains")
    def __bool__(self): return 2
    def __index__(self): return "x"
    def __hash__(self): return 1.5
class Plain: pass
class BadLen:
    def __len__(self): return "x"
for f in (lambda: len(Bad()), lambda: list(Bad()), lambda: 1 in Bad(), lambda: bool(Bad()), lambda: [1][Bad()], lambda: hash(Bad()), lambda: len(Plain()), lambda: iter(Plain()), lambda: Plain()[0], lambda: 1 in Plain(), lambda: Plain()(), lambda: next(Plain()), lambda: [x for x in Plain()], lambda: len(BadLen()), lambda: bool(BadLen()), lambda: reversed(Plain()), lambda: Plain() + 1, lambda: [1][Plain()], lambda: s["x"]):
    try: print(f())
    except Exception as error: print(type(error).__name__, error)
def store(): Plain()[0] = 1
def remove(): del Plain()[0]
for f in (store, remove):
    try: f()
    except TypeError as error: print(error)
