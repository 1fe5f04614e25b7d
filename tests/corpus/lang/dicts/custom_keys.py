class Key:
    def __init__(self, n, label):
        self.n, self.label = n, label
    def __hash__(self):
        return self.n % 3
    def __eq__(self, other):
        return isinstance(other, Key) and self.n == other.n
    def __repr__(self):
        return f"{self.n}{self.label}"
d = {Key(i, "a"): i for i in range(9)}
d[Key(4, "b")] = "replaced"
print(d, len(d), d[Key(7, "x")], Key(8, "?") in d, Key(9, "?") in d)
del d[Key(0, "z")]
print(list(d), d.get(Key(0, "")), d.pop(Key(5, "q")))
class NoHash:
    def __eq__(self, other):
        return True
try:
    {NoHash(): 1}
except TypeError as error:
    print(error)
print(NoHash.__hash__)
class SubHash(NoHash):
    def __hash__(self):
        return 1
print({SubHash(): 1}[SubHash()])
class BadHash:
    def __hash__(self):
        return "x"
class RaisingHash:
    def __hash__(self):
        raise ValueError("no hash today")
class BigHash:
    def __hash__(self):
        return 2 ** 100 + 1
class MinusOne:
    def __hash__(self):
        return -1
for cls in (BadHash, RaisingHash, BigHash, MinusOne):
    try:
        print(hash(cls()))
    except Exception as error:
        print(type(error).__name__, error)
class Identity:
    pass
a, b = Identity(), Identity()
d = {a: 1, b: 2}
print(len(d), d[a], d[b], a in d, Identity() in d, hash(a) == hash(a))
class EqRaises:
    def __hash__(self):
        return 1
    def __eq__(self, other):
        raise ValueError("compared")
try:
    {EqRaises(): 1, 1: 2}
except ValueError as error:
    print(error)
class IntLike(int):
    pass
class StrLike(str):
    pass
print({1: "one", "k": "str"}[IntLike(1)], {"k": "found"}[StrLike("k")], {IntLike(5): 1} == {5: 1})
