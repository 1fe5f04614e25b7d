d = {}
for k in "zyxabc":
    d[k] = len(d)
print(list(d), list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
del d["y"]
d["y"] = "again"
d["z"] = "updated"
print(d, next(iter(d)), list(d)[-1])
d.pop("x")
d["x"] = d.pop("a")
print(d)
while len(d) > 3:
    print(d.popitem(), end=" ")
print(d)
for i in range(1000):
    d[i] = i
for i in range(0, 1000, 2):
    del d[i]
print(len(d), list(d)[:6], list(d)[-3:], sum(d[k] for k in d if isinstance(k, int)))
for i in range(990, 1000):
    d[i] = -i
print(list(d.items())[-7:])
e = dict(b=1, a=2)
f = {**e, "c": 3, "b": 9}
print(e, f, e | {"a": 5, "z": 0}, dict(f, a=7), f == {"c": 3, "a": 2, "b": 9})
print({k: v for v, k in enumerate("hello")}, dict(sorted(f.items())), sorted(f, key=f.get))
