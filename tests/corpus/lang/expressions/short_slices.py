# Slices as subscripts, by every kind of bound, of every kind of sequence.
class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Seen:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


class Text(str):
    pass


class List(list):
    def __getitem__(self, key):
        return "own", super().__getitem__(key)


class Tuple(tuple):
    pass


def cut(x, a, b):
    try:
        return x[a:b]
    except Exception as error:
        return type(error).__name__, str(error)


def ends(x):
    try:
        return x[1:], x[:1], x[:], x[-1:], x[:-1], x[::2], x[1:2:1], x[::-1]
    except Exception as error:
        return type(error).__name__, str(error)


sources = ["", "a", "abcdef", "äbc", "a\ud800", b"abc", bytearray(b"abc"), (), (1,), (1, 2, 3), [], [1], [1, 2, 3], range(5),
           memoryview(b"abc").tolist(), Text("abc"), List([1, 2]), Tuple((1, 2)), Seen(), {1: 2}, 5, None, "x" * 2000,
           list(range(1000)), tuple(range(600))]
bounds = [None, 0, 1, -1, 2, 100, -100, 2**60, -(2**60), 2**100, -(2**100), True, Index(1), Index(-2), "a", 1.0]


def agree(source):
    """How many slices hold what the indices of their bounds say."""
    right = 0
    for a in bounds[:-2]:
        for b in bounds[:-2]:
            wanted = [source[i] for i in range(*slice(a, b).indices(len(source)))]
            right += list(source[a:b]) == wanted and type(source[a:b]) is type(source)
    return right


for source in sources:
    if isinstance(source, (Seen, List, Text, Tuple, dict, int)) or source is None:
        print(cut(source, 0, 1) if not isinstance(source, Seen) else "", cut(source, None, "a"))
    else:
        print(agree(source), cut(source, "a", None), cut(source, 0, 1.0))
    if not isinstance(source, Seen) and len(repr(source)) < 100:
        print(ascii(ends(source)))
for a in bounds:
    print([cut("abc", a, b) for b in bounds], [cut((1, 2), b, a) for b in bounds])
whole, text, items = (1, 2, 3), "hello, world", [1, 2, 3]
print(whole[:] is whole, text[:] is text, items[:] is items, whole[0:3] is whole, text[-100:100] is text)
print(Tuple((1, 2))[:].__class__, Text("abc")[:].__class__, Text("abc")[1:].__class__)
seen = Seen()
print(seen[1:2], seen[1:2, 3], seen[::], seen[1:2:3], seen[slice(1, 2)])
seen[1:2] = 5
del seen[1:]
items[1:2] = [7, 8, 9]
del items[:1]
print(items, items[1:][1:][0], "abcdef"[1:][:2][1], (1, (2, 3))[1:][0][:1])
x = "abc"
x = x[1:]
x += x[:1] + x[1:]
print(x, [x[i:i + 2] for i in range(4)])
part = items[:]
part.append(1)
print(items, part, items[len(items):], items[: len(items)])


def loops(data):
    total = 0
    while data:
        head, data = data[0], data[1:]
        total += head
    return total


print(loops(list(range(30))), loops(tuple(range(30))))
