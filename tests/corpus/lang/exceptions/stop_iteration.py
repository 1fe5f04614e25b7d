def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e, repr(e.__cause__))
def gen():
    raise StopIteration("x")
    yield
attempt(lambda: list(gen()))
attempt(lambda: [next(iter([])) for _ in range(2)])
attempt(lambda: list(next(iter([])) for _ in range(2)))
attempt(lambda: next(iter([])))
def f():
    raise StopIteration(7)
attempt(f)
attempt(lambda: list(map(lambda x: next(iter([])), [1, 2])))
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration("value")
attempt(lambda: list(It()))
attempt(lambda: next(It()))
attempt(lambda: next(It(), "default"))
s = StopIteration(1, 2)
print(s.value, s.args, StopIteration().value)
def returns():
    yield 1
    return [2]
g = returns()
next(g)
try: next(g)
except StopIteration as e: print(e.value)
for x in returns(): print(x)
