# Sequence patterns.


def show(x):
    match x:
        case []:
            return "empty"
        case [a]:
            return f"one {a!r}"
        case (a, b):
            return f"two {a!r} {b!r}"
        case [1, *rest]:
            return f"one and {rest!r}"
        case [*start, 9]:
            return f"{start!r} and nine"
        case [first, *_, "end"]:
            return f"{first!r} to the end"
        case ["x", [y, *ys], (z,)]:
            return f"nested {y!r} {ys!r} {z!r}"
        case [_, _, _, _]:
            return "four"
        case [*_]:
            return "many"
        case _:
            return "no sequence"


class MyList(list):
    pass


class MyTuple(tuple):
    pass


for value in (
    [], (), [1], (1, 2), [1, 2, 3], range(3), range(1), range(0), [5, 6, 9], [0, 1, 2, "end"],
    ["x", [1, 2, 3], (4,)], ["x", (1,), [4]], ["x", "yy", [4]], [4, 4, 4, 4], [4] * 5, "ab", "", 5, None,
    {1: 2}, MyList([1]), MyTuple((1, 2)), MyList(), {}.keys(), iter([1]), (i for i in [1]),
):
    text = repr(value) if not hasattr(value, "__next__") else type(value).__name__
    print(text, "->", show(value))


def star(x):
    match x:
        case [a, *b, c]:
            return a, b, c
        case [*a]:
            return a


print(star([1, 2]), star((1, 2, 3, 4)), star([1]), star([]), star(range(5)), star("abc"))


def last(x):
    match x:
        case [*_, 3, y]:
            return "3", y
        case [2, *_, y]:
            return "2", y
        case [*_, [a, b]]:
            return a + b


print(last([1, 2, 3, 4]), last([2, 0, 5]), last((3, 4)), last([1, [2, 3]]), last([3]), last([2, 7]))


# What a script's class sees.
class Noisy(list):
    def __len__(self):
        print("len", end=" ")
        return super().__len__()

    def __getitem__(self, index):
        print("item", index, end=" ")
        return super().__getitem__(index)

    def __iter__(self):
        print("iter", end=" ")
        return super().__iter__()


def noisy(x):
    match x:
        case [1, *_, 3]:
            print("ends")
        case [_, _]:
            print("two")
        case [a, b, c]:
            print("three", a, b, c)
        case [*a, 4]:
            print("star", a)
        case [*_]:
            print("anything")


for items in ([1, 3], [1, 2, 3], [5, 5], [5, 6, 7], [1, 2, 3, 4], [0] * 5, []):
    noisy(Noisy(items))


class Liar(list):
    def __len__(self):
        return 2


try:
    match Liar([1, 2, 3]):
        case [a, b]:
            print(a, b)
except ValueError as e:
    print("ValueError", e)


class Failing(list):
    def __len__(self):
        raise RuntimeError("no length")


match Failing():
    case [*_]:
        print("no length needed")
try:
    match Failing():
        case [_]:
            print("no")
except RuntimeError as e:
    print(e)


# Duck typing is not enough.
class Duck:
    def __len__(self):
        return 1

    def __getitem__(self, index):
        return [5][index]


match Duck():
    case [x]:
        print("matched", x)
    case _:
        print("a duck is no sequence")


def walk(tree):
    match tree:
        case [op, left, right] if op in "+-*":
            a, b = walk(left), walk(right)
            return {"+": a + b, "-": a - b, "*": a * b}[op]
        case ["neg", inner]:
            return -walk(inner)
        case int() | float() as number:
            return number
        case other:
            raise ValueError(f"what is {other!r}?")


print(walk(["+", 1, ["*", 2, ["neg", ["-", 3, 4.5]]]]))
try:
    walk(["+", 1, "x"])
except ValueError as e:
    print(e)
