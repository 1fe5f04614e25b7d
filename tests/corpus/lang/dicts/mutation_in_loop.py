def attempt(change, view=lambda d: d):
    d = {i: i for i in range(4)}
    seen = []
    try:
        for key in view(d):
            seen.append(key)
            change(d, key)
    except RuntimeError as error:
        print(error, end=" ")
    print(seen, d)
def add(d, key):
    key = key[0] if isinstance(key, tuple) else key
    d[key + 10] = 0
def remove(d, key):
    d.pop(3 - key)
def replace(d, key):
    d[key] = -key
def swap(d, key):
    del d[key]
    d[key + 100] = key
def clear(d, key):
    d.clear()
attempt(add)
attempt(remove)
attempt(replace)
attempt(clear)
attempt(add, lambda d: d.items())
attempt(add, lambda d: d.values())
attempt(add, lambda d: list(d))
attempt(remove, lambda d: list(d))
d = {"a": 1}
it = iter(d)
d["b"] = 2
try:
    next(it)
except RuntimeError as error:
    print(error)
try:
    next(it)
except RuntimeError as error:
    print(error)
d = {"a": 1, "b": 2}
for key in list(d):
    del d[key]
print(d)
