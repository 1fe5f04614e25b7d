# Built-in functions and methods of plain arguments, and of all that is not plain.
import collections
import weakref


class Length:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


class MyInt(int):
    def __abs__(self):
        return "mine"

    def __lt__(self, other):
        return "lt"

    def __gt__(self, other):
        return "gt"


class MyList(list):
    def append(self, item):
        super().append((item,))

    def pop(self, *at):
        return "popped", super().pop(*at)


class MyDict(dict):
    def get(self, key, default="mine"):
        return super().get(key, default)

    def __missing__(self, key):
        return "missing"


class MySet(set):
    def __contains__(self, item):
        return True


class Liar:
    __class__ = int


class Any(type):
    def __instancecheck__(cls, instance):
        return instance == 7


class Seven(metaclass=Any):
    pass


class Keyed:
    def __init__(self, key):
        self.key = key

    def __eq__(self, other):
        return isinstance(other, Keyed) and self.key == other.key

    def __hash__(self):
        return hash(self.key)


class Alone:
    pass


class Unhashable:
    __hash__ = None


class Same(Alone):
    def __eq__(self, other):
        return True


class Back(Same):
    __hash__ = object.__hash__


def t(do, *arguments):
    try:
        print(repr(do(*arguments)), end=" ")
    except Exception as error:
        print(type(error).__name__, error, end=" ")


values = [
    0, -5, 2**47, -(2**47), 2**70, True, 1.5, -0.0, float("nan"), "", "a", "ab", "ä", "\ud800", b"", b"a", (), (1, 2), [], [1], {},
    {1: 2}, {1}, frozenset((1,)), None, range(5), MyInt(-3), MyList([1]), MyDict({1: 2}), MySet({1}), Length(3), Length(-1),
    Length("x"), Liar(), Seven, 1j, bytearray(b"xy"), memoryview(b"xyz"), collections.deque([1]), collections.Counter("aab"),
]
for _ in range(3):
    for value in values[:26]:
        for do in (len, abs, ord, chr):
            t(do, value)
        print()
for value in values[26:]:
    for do in (len, abs, lambda x: isinstance(x, int), lambda x: isinstance(x, (str, list, dict)), lambda x: min(x, 1)):
        if "object at" not in repr(value):
            t(do, value)
    print()
for _ in range(3):
    for pair in ((1, 2), (2, 1), (1.5, 1), (1, 1.0), (1.0, 1), (float("nan"), 1.0), (1.0, float("nan")), (0.0, -0.0),
                 ("a", "b"), (MyInt(1), 2), (2, MyInt(1)), (True, 1), (2**70, 1), (None, 1), ([1], [0])):
        t(min, *pair)
        t(max, *pair)
    print()
classes = (int, bool, str, object, type, Seven, (int, str), ((int,), str), (Seven, 5), 5, (), int | str, list[int], Alone)
for _ in range(3):
    for value in (7, True, "x", 1.5, None, Liar(), MyInt(7), int, Seven, [], 2**70):
        for wanted in classes:
            t(isinstance, value, wanted)
    print()
real = Alone()
proxy = weakref.proxy(real)
print(isinstance(proxy, Alone), isinstance(real, Alone), isinstance(real, (int, Alone)))


def lists(kind):
    made = kind()
    made.append(1)
    made.append([2])
    made.append(made)
    print(made.pop() is made, made.pop(), made.pop(0), made)
    try:
        made.pop()
    except IndexError as error:
        print(error)


for kind in (list, MyList, collections.deque, list, bytearray):
    try:
        lists(kind)
    except TypeError as error:
        print(error)


def sets(made, items):
    for item in items:
        try:
            made.add(item)
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
    return len(made)


for _ in range(3):
    for made in (set(), MySet(), frozenset(), {1: 2}):
        print(sets(made, [1, 1.0, True, "a", "a", (1,), [], 2**70, Keyed(1), Keyed(1), None, Unhashable()]))

one, two = Alone(), Alone()
table = {one: 1, Keyed("a"): 2, 1: 3, "x": 4, None: 5, (1, 2): 6}
mine = MyDict(table)
defaults = collections.defaultdict(list, table)
keys = [one, two, Keyed("a"), Keyed("b"), 1, 1.0, True, "x", "y", None, (1, 2), Same, Back(), 2**70]
for _ in range(3):
    for store in (table, mine, defaults):
        for key in keys:
            t(store.get, key)
            t(store.get, key, "other")
            t(lambda: key in store)
            t(lambda: store[key] if store is table and key in store else None)
        t(store.get, [])
        t(store.get, Unhashable())
        t(store.get, Same())
        t(store.get)
        t(store.get, 1, 2, 3)
        print()
back, again = Back(), Back()
both = {back: 1}
both[again] = 2
print(len(both), both[back], both[again], both.get(Back()), back in both, Back() in both)
del both[back]
print(len(both), both.get(back), both.get(again))
Alone.__hash__ = lambda self: 5
Alone.__eq__ = lambda self, other: True
print(table.get(two), {one: "a"}.get(two), len({one, two, Alone()}))
del Alone.__hash__, Alone.__eq__
print({one: "a"}.get(two))
append, get, add = [].append, {1: 2}.get, set().add
for _ in range(3):
    print(append(1), get(1), get(2), add(1))
print(list.append([1], 2), dict.get({1: 2}, 1), set.add({1}, 2), list.pop([1, 2]), list.pop([1, 2], 0))
for wrong in ((list.append, (1,), 2), (dict.get, [], 2), (set.add, frozenset(), 2), (list.pop, "a"), (list.append, [])):
    t(*wrong)
