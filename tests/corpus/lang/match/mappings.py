# Mapping patterns.


class Keys:
    name = "name"
    one = 1


def show(x):
    match x:
        case {"type": "point", "x": x, "y": y}:
            return f"point {x} {y}"
        case {"type": "circle", "r": float(r) | int(r)}:
            return f"circle {r}"
        case {Keys.name: name, **rest}:
            return f"name {name} {rest}"
        case {1: one, -2: two, None: none}:
            return f"numbers {one} {two} {none}"
        case {True: yes}:
            return f"true {yes}"
        case {"list": [first, *_], **others} if others:
            return f"list {first} {others}"
        case {}:
            return "a dict"
        case _:
            return "no mapping"


class MyDict(dict):
    pass


for value in (
    {"type": "point", "x": 1, "y": 2, "z": 3},
    {"type": "point", "x": 1},
    {"type": "circle", "r": 1.5},
    {"type": "circle", "r": 2},
    {"type": "circle", "r": "2"},
    {"name": "n", "a": 1, "b": [2]},
    {"name": "n"},
    {1: "a", -2: "b", None: "c"},
    {1.0: "a"},
    {"list": [1, 2]},
    {"list": [1, 2], "k": 3},
    {},
    MyDict(name="my", k=1),
    MyDict(),
    [("type", 1)],
    5,
    None,
):
    print(value, "->", show(value))


def rest(x):
    match x:
        case {**everything}:
            return everything


d = {"a": 1}
r = rest(d)
r["b"] = 2
print(d, r, rest([]), rest(MyDict(a=1)), type(rest(MyDict(a=1))))


# `get` of the mapping is asked, with a default of its own.
class Loud(dict):
    def __len__(self):
        print("len")
        return super().__len__()

    def get(self, key, default):
        print("get", key)
        return super().get(key, default)

    def __missing__(self, key):
        print("missing", key)
        return 5


match Loud(a=1, b=2):
    case {"a": 2, "c": c}:
        print("no")
    case {"a": 1, "b": b, **more}:
        print(b, more)


class Less(dict):
    def __len__(self):
        return 0


match Less(a=1):
    case {"a": a}:
        print("no")
    case {}:
        print("too short")


class NoGet(dict):
    def get(self, key, default):
        raise LookupError(key)


try:
    match NoGet(a=1):
        case {"a": 1}:
            pass
except LookupError as e:
    print(repr(e))


class Twice:
    a = "k"
    b = "k"


try:
    match {"k": 1, "l": 2}:
        case {Twice.a: 1, Twice.b: 1}:
            print("no")
except ValueError as e:
    print("ValueError", e)
try:
    match {"k": 1, "l": 2}:
        case {"k": 1, Twice.b: 1}:
            print("no")
except ValueError as e:
    print("ValueError", e)


class Unhashable:
    key = []


try:
    match {1: 2}:
        case {Unhashable.key: 1}:
            print("no")
except TypeError as e:
    print("TypeError", e)


def config(x):
    match x:
        case {"server": {"host": str(host), "port": int(port)}, "users": [{"name": n1}, *_]}:
            return host, port, n1
        case {"server": {"host": host}} | {"host": host}:
            return host


print(config({"server": {"host": "h", "port": 80}, "users": [{"name": "ann"}, {"name": "bob"}]}))
print(config({"server": {"host": "h", "port": "80"}}), config({"host": "only"}), config({"x": 1}))
