x = [1, 2, 3, 4]
del x[0], x[-1]
print(x)
a, b, c = 1, 2, 3
del a, (b, c)
for name in ("a", "b"):
    try:
        print(a if name == "a" else b)
    except NameError as error:
        print(error)
class C: pass
o = C()
o.v = 1
del o.v
for action in (lambda: o.v, lambda: C.nothing):
    try:
        action()
    except AttributeError as error:
        print(error)
try:
    del o.v
except AttributeError as error:
    print(error)
try:
    del zz
except NameError as error:
    print(error)
def f():
    y = 1
    del y
    try:
        del y
    except UnboundLocalError as error:
        print(error)
    y = 2
    return y
print(f())
assert True
assert 1, "never"
try:
    assert 0
except AssertionError as error:
    print(repr(error))
try:
    assert [], f"message {1 + 1}"
except AssertionError as error:
    print(repr(error), error)
try:
    assert None, (1, 2)
except AssertionError as error:
    print(error.args, error)
d = {"k": {"n": 1}}
del d["k"]["n"]
print(d)
