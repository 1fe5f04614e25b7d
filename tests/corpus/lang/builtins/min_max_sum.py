print(min(1, 2), max([3, 1]), min("b", "a"), max(1, 2.5, True), min([5], default=0), max([], default="d"), max("abc", key=ord), min([-3, 2], key=abs), max([(1, 2), (1, 3)]), max([1, 1.0]), max(1.0, 1), min({"b": 1, "a": 2}), max(*[1, 5, 2]))
print(sum([]), sum([1, 2], 10), sum([0.1] * 10), sum([[1], [2]], []), sum((1.5, 2)), sum(range(5)), sum([True, 2]), sum([1, 2], start=5), sum([2 ** 63, 2 ** 63]), sum([10 ** 20, 0.5]), sum([], []), sum([(1,), (2,)], ()))
print(abs(-5), abs(5), abs(-2.5), abs(-2 ** 70), abs(True), any([]), all([]), any([0, "", 1]), all([1, "a", []]), any(x > 2 for x in range(5)))
class A:
    def __abs__(self): return "abs!"
    def __add__(self, o): return f"add {o}"
    def __radd__(self, o): return f"radd {o}"
    def __lt__(self, o): return True
    def __gt__(self, o): return True
print(abs(A()), sum([A()]), min(1, A()) == 1, max([A(), 5]) == 5)
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: min())
attempt(lambda: min([]))
attempt(lambda: max(()))
attempt(lambda: max(5))
attempt(lambda: max(1, "a"))
attempt(lambda: max([1, None]))
attempt(lambda: min(1, 2, default=3))
attempt(lambda: max(1, 2, foo=3))
attempt(lambda: max([1], key=5))
attempt(lambda: sum(5))
attempt(lambda: sum(["a", "b"]))
attempt(lambda: sum(["a"], ""))
attempt(lambda: sum([1, None]))
attempt(lambda: sum([[1]]))
attempt(lambda: abs(None))
attempt(lambda: any(5))
attempt(lambda: all(None))
def stop():
    yield 1
    yield 0
    print("not reached")
print(all(stop()))
