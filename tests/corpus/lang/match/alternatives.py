# Or patterns with captures, in any order, and as patterns around them.


def f(x):
    match x:
        case [a, b, "swap"] | ["back", b, a]:
            return a, b
        case {"l": a, "r": b} | [[b, a]] | ((a, b), _):
            return "pair", a, b
        case (1 | 2 | 3 as n) | [n]:
            return "n", n
        case [(int() | float()) as x, (str() as y) | [y]]:
            return "mixed", x, y
        case ([1, x, *z] | [2, *z, x] | [3, z, x, _, _]) as whole if x:
            return "star", x, z, whole
        case str() | None:
            return "nothing bound"


for x in (
    [1, 2, "swap"], ["back", 1, 2], {"l": 1, "r": 2}, [[1, 2]], ((1, 2), 3), 1, 3, [7], [1.5, "t"], [2, ["u"]],
    [1, 5, 6, 7], [2, 3, 4, 5], [3, 1, 2, 0, 0], [3, 1, 0, 0, 0], "x", None, 4, [1],
):
    print(x, "->", f(x))


def rotate(x):
    match x:
        case [a, b, c, 1] | [b, c, a, 2] | [c, a, b, 3] | [c, b, a, 4] | [b, a, c, 5]:
            return a, b, c


print([rotate(["x", "y", "z", i]) for i in range(7)])


def deep(x):
    match x:
        case [[[a] | [_, a]] | {"k": [a] | (_, a)}, *_] | a:
            return a


for x in ([[[1]]], [[[0, 2]]], [{"k": [3]}], [{"k": (0, 4)}, 5], 6, [[[7, 8, 9]]]):
    print(deep(x))


def nested(x, y):
    match x:
        case [a, *_]:
            match y:
                case {"a": b} | [b]:
                    return a, b
                case _:
                    return a
        case int(n) if (m := n * 2) > 10:
            return n, m
        case int(n) if n > 3 and (m := "low"):
            return n, m
    return "end", x


print(nested([1], [2]), nested([1], {"a": 3}), nested([1], 4), nested(6, 0), nested(4, 0), nested(1, 0))


def loop():
    for x in [1, "skip", [2, 3], None, 4, "stop", 5]:
        match x:
            case "skip":
                continue
            case "stop":
                break
            case [a, b]:
                yield a + b
            case None:
                pass
            case _:
                yield x
    else:
        yield "not reached"
    yield "done"


print(list(loop()))


class Scope:
    match [1, 2]:
        case [first, second]:
            third = first + second


print(Scope.first, Scope.second, Scope.third)


def outer():
    match {"k": 5}:
        case {"k": captured}:
            def inner():
                return captured
            return inner


print(outer()())


def with_global():
    global g
    match (1, 2):
        case (g, h):
            return h


print(with_global(), g)


def unbound(x):
    match x:
        case 1:
            y = "bound"
        case 2:
            del x
    try:
        return y, x
    except UnboundLocalError as e:
        return str(e)


print(unbound(1), unbound(2), unbound(3))


def finally_return(x):
    try:
        match x:
            case [1, y]:
                return y
            case [2, y]:
                raise ValueError(y)
    except ValueError as e:
        return "error", e.args
    finally:
        print("finally", x)


print(finally_return([1, 5]), finally_return([2, 6]), finally_return(3))
