def f(x):
    match x:
        case 1 | "two" | None:
            return 1
        case [a, *_, b] | {"k": b, "l": a} if a:
            return b
        case [a, b, *rest] | [rest, b, a, 4]:
            x = rest
        case Point(0, y=[y, _]) as p:
            return y, p
        case _:
            pass
    return x


def g(x):
    match x:
        case {"k": {**rest}, Keys.name: int(n), **others}:
            return rest, n, others
