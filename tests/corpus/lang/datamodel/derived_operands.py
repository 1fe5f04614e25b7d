# What derives from a built-in type as the right operand: which side is asked, and when.
from collections import Counter, OrderedDict, defaultdict


class I(int):
    def __radd__(self, other):
        return "I.radd"

    __rmul__ = __rpow__ = __rsub__ = __rand__ = __radd__


class F(float):
    def __radd__(self, other):
        return F(float(self) + other + 100)

    def __repr__(self):
        return f"F({float(self)})"


class SS(set):
    def __ror__(self, other):
        return "SS.ror"

    __rand__ = __rsub__ = __rxor__ = __ror__


class FS(frozenset):
    def __ror__(self, other):
        return "FS.ror"


class D(dict):
    def __ror__(self, other):
        return "D.ror"


class R:
    def __iter__(self):
        return iter([("k", 1)])

    def __ror__(self, other):
        return "R.ror"


def attempt(function):
    for _ in range(3):
        try:
            result = function()
        except Exception as error:
            result = type(error).__name__, str(error)
    print(result)


# Numbers take what derives from a number they know, unless it derives from their own type.
for left in (2, 1.5, True, 2j, F(3.5)):
    attempt(lambda: (left + I(1), left * I(2), left - I(1), left ** I(2)))
    attempt(lambda: left + F(0.5))
attempt(lambda: (True & I(1), 6 & I(3), 5 - F(1.0), 2.5 - F(1.0)))


def added(x, y):
    x += y
    return x


attempt(lambda: (added(1.5, I(1)), added(2, I(1)), added(True, I(1))))
attempt(lambda: (sum([I(1), I(2)]), sum([F(1.0), F(2.0)]), sum([1, 2, I(4)], 10), sum([0.5, I(1)])))
attempt(lambda: (1 / I(0), 0))


# In place, dicts and sets are asked before the right operand.
def merged(x, y):
    same = x
    x |= y
    return x is same, type(x).__name__, x


for right in (OrderedDict(a=1), defaultdict(int, b=2), Counter("cc"), D(d=4), R(), [("e", 5)], 3, "ab"):
    attempt(lambda: merged({1: 1}, right))
for right in (SS([3]), FS([3]), {3}, R(), [3]):
    attempt(lambda: merged({1, 2}, right))


def others(x, y):
    same, kept = x, set(x)
    x &= y
    first = x is same, sorted(x)
    x = kept
    x -= y
    second = sorted(x)
    x ^= y
    return first, second, sorted(x)


attempt(lambda: others({1, 2, 3}, SS([3])))
attempt(lambda: ({1} | SS([2]), frozenset([1]) | SS([2]), {1} | FS([2]), {1: 1} | D(a=1)))
attempt(lambda: {1: 1} | R())


# A format asks the mapping itself.
class Upper(dict):
    def __getitem__(self, key):
        return key.upper()


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


attempt(lambda: "%(q)s %(r)s" % defaultdict(lambda: "made", r="there"))
attempt(lambda: ("%(q)s" % Counter("aab"), "%(a)d" % Counter("aab"), "%(q)s" % Upper(), "%(q)s|%(a)s" % Missing(a=1)))
attempt(lambda: b"%(q)s" % defaultdict(lambda: b"bytes"))
attempt(lambda: "%(q)s" % D(a=1))


# A copy asks what derives from dict only if it walks in a way of its own.
class Walks(dict):
    def __iter__(self):
        return iter(["w"])

    def keys(self):
        return ["w"]

    def __getitem__(self, key):
        return "own " + key


def keywords(**kwargs):
    return kwargs


for made in (Upper(a=1, b=2), Missing(a=1), Walks(a=1), OrderedDict(z=1, a=2)):
    attempt(lambda: (dict(made), {**made}, keywords(**made), {"k": 0} | dict(made)))
    attempt(lambda: dict(made, more=3))
    target = {}
    target.update(made)
    print(target)
