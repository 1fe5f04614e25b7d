d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
d["c"] = 3
print(k, v, i, "c" in k, 3 in v, ("c", 3) in i, ("c", 4) in i, "c" in i)
print(list(k), list(v), list(i), sorted(i, reverse=True), [*k], sum(v), max(d, key=d.get))
for key, value in d.items():
    print(key, value, end=" ")
print()
print(k == d.keys(), i == d.items(), k == {"a": 0, "c": 0, "b": 0}.keys(), v == d.values(), list(v) == list(d.values()))
for key, (x, y) in {"p": (1, 2), "q": (3, 4)}.items():
    print(key, x, y)
print({value: key for key, value in i}, dict(i), tuple(d), [*d.items()][0], *d, list(zip(d, d.values())), list(map(str.upper, d)))
it = iter(d.items())
print(next(it), next(it), next(it), next(it, None))
print(type(k).__name__, type(v).__name__, type(i).__name__, type(iter(k)).__name__, repr({}.keys()), repr({1: {}}.values()))
