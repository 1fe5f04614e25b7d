class Counter(dict):
    def __missing__(self, key):
        return 0
c = Counter()
for letter in "banana":
    c[letter] += 1
print(c, c["zz"], "zz" in c, c.get("zz"), isinstance(c, dict), len(c), c == {"b": 1, "a": 3, "n": 2})
class Upper(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
    def __getitem__(self, key):
        return super().__getitem__(key.upper())
    def __contains__(self, key):
        return super().__contains__(key.upper())
u = Upper(a=1)
u["b"] = 2
print(u, u["b"], "b" in u, "a" in u, u.get("b"), list(u))
try:
    u["a"]
except KeyError as error:
    print("KeyError", error)
class Defaults(dict):
    def __missing__(self, key):
        self[key] = value = [key]
        return value
d = Defaults()
d["x"].append(1)
print(d, d["y"], d)
