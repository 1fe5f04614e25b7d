d = {"a": 1, "b": 2}
print(d, {}, {1: "x", None: 2, (1, 2): 3, 1.5: 4}, len(d), d["a"], "a" in d, "z" in d, 1 in d)
d["c"] = 3
d["a"] = 10
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
del d["b"]
d["b"] = 20
print(d, d.get("a"), d.get("z"), d.get("z", 0), d.pop("a"), d.pop("zz", "none"), d)
print(d.setdefault("n", []), d.setdefault("n", 5), d.setdefault("m"), d)
d["n"].append(1)
print(d.popitem(), d, d.copy() == d, d.copy() is d)
d.update({"x": 1}, y=2)
d.update([("p", 1), ("q", 2)])
d.update(z=3)
d.update({})
d.update()
print(d)
print(d.clear(), d, bool(d), bool({1: 1}))
print(dict(), dict(a=1, b=2), dict([(1, 2), ("k", "v")]), dict({"a": 1}, b=2), dict(zip("ab", [1, 2])), dict([["x", 1]]), dict(["ab", "cd"]))
print({"a": 1, "a": 2}, {1: "int", 1.0: "float", True: "bool"}, {**{"a": 1, "b": 2}, "b": 3, **{"c": 4}})
print({"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2}, {"a": 1} | {"b": 2}, {"a": 1} | {"a": 9})
e = {"a": 1}
e |= {"b": 2}
e |= [("c", 3)]
print(e, dict.fromkeys("abc"), dict.fromkeys([1, 2], 0))
