x = "before"
for x in range(2): pass
print(x)
[x for x in "abc"]
print(x)
try:
    raise ValueError("v")
except ValueError as e:
    print(e)
try:
    e
except NameError as error:
    print(error)
y = 1
del y
try:
    y
except NameError as error:
    print(error)
class C:
    z = 1
    for z in range(3): pass
    w = [z for _ in range(2)] if False else z
print(C.z, C.w)
def f():
    for q in []: pass
    try:
        return q
    except UnboundLocalError as error:
        return str(error)
print(f())
a = [1, 2, 3]
for a[0] in (7, 8): print(a)
d = {}
for d["k"] in "xy": print(d)
