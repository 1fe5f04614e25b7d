class OldStyle:
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return i * i
print(list(OldStyle()), 4 in OldStyle(), 5 in OldStyle(), [*OldStyle()], max(OldStyle()))
class Boom:
    def __getitem__(self, i):
        if i == 2: raise KeyError("boom")
        return i
try:
    for x in Boom(): print(x)
except KeyError as error: print(repr(error))
class It:
    def __iter__(self): return iter([1, 2])
class NextRaises:
    def __iter__(self): return self
    def __next__(self): raise ValueError("next")
class NoNext:
    def __iter__(self): return It()
for f in (lambda: list(NextRaises()), lambda: list(NoNext()), lambda: [a for a, b in [It(), (1,)]]):
    try: print(f())
    except Exception as error: print(type(error).__name__, error)
class Rev:
    def __reversed__(self): return "rev"
print(reversed(Rev()), list(map(lambda a, b: (a, b), It(), OldStyle())), dict([It()]), [x for x in It()], sum(It()), sorted(It(), reverse=True))
class Resume:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 3 == 0: raise StopIteration
        return self.n
r = Resume()
print(list(r), list(r), next(r))
class Map:
    def keys(self): return ["a", "b"]
    def __getitem__(self, k): return k * 2
print({**Map()}, dict(Map()), (lambda **k: k)(**Map()))
d = {}
d.update(Map())
print(d)
class None_:
    __iter__ = None
    __contains__ = None
for f in (lambda: iter(None_()), lambda: 1 in None_()):
    try: f()
    except TypeError as error: print(error)
