# One loop that meets iterators of every kind, in every order: what a warm loop has learnt of one
# must not show with the next.
import itertools


class Own:
    def __init__(self, items):
        self.items = list(items)

    def __iter__(self):
        return self

    def __next__(self):
        if not self.items:
            raise StopIteration
        return self.items.pop(0)


class ByIndex:
    def __getitem__(self, at):
        if at > 2:
            raise IndexError
        return (at, -at)


def gen(items):
    for item in items:
        yield item


def walk(source):
    found = []
    for item in source:
        found.append(item)
    return found


def pairs(source):
    found = []
    for a, b in source:
        found.append((b, a))
    return found, a, b


def first(source):
    for first_of_all in source:
        pass
    return first_of_all


def kinds(items):
    items = list(items)
    yield items
    yield tuple(items)
    yield gen(items)
    yield Own(items)
    yield dict.fromkeys(items)
    yield {items[0]}
    yield iter(items)
    yield reversed(items)
    yield map(lambda x: x, items)
    yield filter(None, items)
    yield itertools.chain(items, items)
    yield dict.fromkeys(items).keys()
    yield dict(enumerate(items)).values()


def all_pairs():
    items = [(1, 2), (3, 4), (5, 6)]
    yield from kinds(items)
    yield {1: 2, 3: 4}.items()
    yield enumerate("abc")
    yield enumerate(gen("abc"))
    yield enumerate([1, 2], start=2**62)
    yield zip([1, 2, 3], (4, 5))
    yield zip(range(3), range(5))
    yield zip(gen([1, 2, 3]), [4, 5, 6])
    yield zip("ab", "cd")
    yield {"ab": 1, "cd": 2}
    yield ["xy", [7, 8], (9, 10), {11: 0, 12: 0}, range(2)]
    yield ByIndex()
    yield itertools.pairwise(range(4))


for _ in range(3):
    for kind in kinds([3, 1, 2]):
        print(walk(kind))
    for kind in (range(4), "xyz", "äß", b"ab", {1: 2}.items(), enumerate("ab"), zip([1], [2]), range(2**62, 2**62 + 2)):
        print(walk(kind), end=" ")
    print()
    for kind in all_pairs():
        print(pairs(kind))
for kind in list(all_pairs())[::-1]:
    print(pairs(kind))
for wrong in ([(1, 2), (3,)], [(1, 2), 5], enumerate, {1: 2}, [(1, 2), (1, 2, 3)], zip([1], [2], [3]), "a"):
    try:
        print(pairs(wrong))
    except Exception as error:
        print(type(error).__name__, error)
for kind in kinds([7, 8]):
    print(first(kind))


def left(source):
    a = b = None
    for a, b in source:
        pass
    return a, b


# What is left of a pair that is not whole goes nowhere.
for _ in range(3):
    print(left(zip([1, 2, 3], [4])), left(zip([], [1])), left(zip([1], [])))


def changed(table):
    seen = []
    try:
        for key, value in table.items():
            seen.append((key, value))
            if key == 2:
                table[99] = 1
    except RuntimeError as error:
        seen.append(str(error))
    try:
        for key in table:
            if key == 1:
                del table[99]
    except RuntimeError as error:
        seen.append(str(error))
    return seen


for _ in range(3):
    print(changed({1: 1, 2: 2, 3: 3}))


def grown(items):
    for item in items:
        if len(items) < 6:
            items.append(item * 2)
    return items, item


for _ in range(3):
    print(grown([1, 2]))


def deep(tree):
    for item in tree:
        if isinstance(item, (list, tuple)):
            yield from deep(item)
        elif isinstance(item, dict):
            for key, value in item.items():
                yield key
                yield from deep([value])
        else:
            yield item


for _ in range(3):
    print(list(deep([1, (2, [3, {4: (5, 6), 7: [8]}]), 9])))


def same(level):
    # The same loop at several depths: over a generator, then over a dict's items.
    if level == 0:
        return [("end", 0)]
    found = []
    for name, number in ({"a": level, "b": level}.items() if level % 2 else gen(same(level - 1))):
        found.append((name, number + level))
        if level > 1 and level % 2:
            found.extend(same(level - 1))
    return found


for level in range(5):
    print(same(level))


def paused(source):
    for a, b in source:
        yield a
        yield b


one, two, three = paused(gen([(1, 2), (3, 4), (5, 6)])), paused({7: 8, 9: 10}.items()), paused([(11, 12), (13, 14)])
try:
    while True:
        print(next(one), next(two), next(three))
except StopIteration:
    print("ended", list(one), list(two), list(three))


def sent():
    total = 0
    while True:
        got = yield total
        total += got or 1


def uses(generator):
    for value in generator:
        if value > 5:
            break
        print(value, generator.send(2))


for _ in range(2):
    uses(sent())


def throws(source):
    for item in source:
        print(item)


def failing():
    yield 1
    raise KeyError("in the generator")


for kind in (failing(), Own([1]), map(int, ["1", "x"]), failing()):
    try:
        throws(kind)
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)


def itself():
    for _ in me:
        yield 1


me = itself()
try:
    next(me)
except ValueError as error:
    print(error)
