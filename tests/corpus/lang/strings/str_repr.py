class Both:
    def __str__(self):
        return "str"
    def __repr__(self):
        return "repr"
class OnlyRepr:
    def __repr__(self):
        return "only-repr"
class Bad:
    def __str__(self):
        return 5
    def __repr__(self):
        return None
b = Both()
print(b, [b], (b,), {b: b}, str(b), repr(b), f"{b} {b!r} {b!s}", str([b]))
o = OnlyRepr()
print(o, str(o), [o], f"{o}")
for action in (str, repr, print):
    try:
        action(Bad())
    except TypeError as error:
        print(error)
print(str(), str(1), str(None), str(1.0), str([1, "a"]), str(("a",)), str({"a": 1}), str(int), str(True), repr("a'b"), repr(()), repr([]), repr({}), repr((1,)))
l = [1]
l.append(l)
d = {"d": 1}
d["self"] = d
d["l"] = l
print(l, d)
t = ([],)
t[0].append(t)
print(t)
print(repr(range(3)), repr(range(1, 10, 2)), str(slice(1, 2)), repr(slice(None, None, -1)), str(type(5)), str(type(None)), [int, str, Both] == [int, str, Both], Both)
print(str(...) if False else "no ellipsis", repr(NotImplemented), print("x") is None)
