# Value, singleton, capture, wildcard, or and as patterns, and guards.


class Color:
    RED = "red"
    GREEN = 2
    nested = None


Color.nested = Color


def kind(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -1:
            return "minus one"
        case 100000 | 10000000000000000000000 | -10000000000000000000000:
            return "big"
        case 1.5 | -2.5:
            return "float"
        case "a" | "b" "c":
            return "text"
        case None:
            return "none"
        case True:
            return "true"
        case False:
            return "false"
        case Color.RED:
            return "red"
        case Color.nested.GREEN:
            return "green"
        case int() as n if n > 50:
            return f"above 50: {n}"
        case y if isinstance(y, str):
            return "str " + y
        case _:
            return "other"


for value in (
    0, 1, 2, 3, 4, -1, 1.0, 0.0, 100000, 10**22, -(10**22), 1.5, -2.5, "a", "b", "bc", None, True,
    False, "red", 51, 50, "zz", [], 2.5, "",
):
    print(repr(value), "->", kind(value))


def singletons(x):
    match x:
        case True:
            return "True"
        case False:
            return "False"
        case None:
            return "None"
    return "no match"


print([singletons(x) for x in (True, False, None, 1, 0, "", ())])


# Names are bound when the whole pattern has matched, before the guard.
def partial(x):
    a = b = "unset"
    match x:
        case [a, 1]:
            print("one", a)
        case [b, 2] if b == "never":
            print("two", b)
        case [_, 2]:
            print("guard failed", a, b)
        case _:
            print("nothing", a, b)


partial([5, 1])
partial([6, 2])
partial([7, 3])


# The subject is evaluated once, a tuple without parentheses.
def subject():
    print("subject")
    return 3


match subject():
    case 1:
        print("one")
    case 2:
        print("two")
    case 3:
        print("three")

match subject(), 4:
    case (3, x):
        print("tuple", x)

match *[1, 2], 3:
    case [1, 2, y]:
        print("starred", y)

match = case = _ = 7
match match:
    case case:
        print(case, _)
match (match):
    case _:
        print("soft keywords", _)
print([match, case, _])


# Equality decides, and its truth.
class Odd:
    def __eq__(self, other):
        print("eq", other)
        return [] if other == 1 else [other]


match Odd():
    case 1:
        print("first")
    case "x" as s:
        print("second", type(s).__name__)


class Bad:
    def __eq__(self, other):
        raise KeyError("eq")


try:
    match Bad():
        case None:
            print("no")
        case 1:
            print("no")
except KeyError as e:
    print("KeyError", e)

try:
    match 1:
        case Color.BLUE:
            pass
except AttributeError as e:
    print(e)
try:
    match 1:
        case missing.BLUE:
            pass
except NameError as e:
    print(e)
