# Items, slices, and what fits into an item.


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


from array import array as A
for code in "bBhHiIlLqQ":
    for value in (-1, 2**7, -2**7 - 1, 2**8, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, -2**70, 1.5, "x", True):
        try:
            print(code, value, A(code, [value])[0])
        except (OverflowError, TypeError) as error:
            print(code, value, type(error).__name__, error)
for code in "fdu":
    for value in (1, 1.5, "x", "ab", None, b"a", 10**400):
        print(code, repr(value)[:5], end=" ")
        show(lambda: A(code, [value]).tolist())
a = A("i", range(10))
print(a[0], a[-1], a[2:5], a[::-3], a[5:2], a[-3:], a[:], a[100:], a[True])
show(a.__getitem__, 10)
show(a.__getitem__, -11)
show(a.__getitem__, "x")
show(a.__getitem__, 1.5)
show(a.__getitem__, 2**70)
show(a.__getitem__, slice(None, None, 0))
a[0] = 100
a[-1] = 5
a[2:4] = A("i", [7, 8, 9])
print(a)
a[::4] = A("i", [0, 0, 0])
a[5:5] = a[:2]
print(a)
a[:] = a
a[3:1] = A("i", [50])
print(a)
show(a.__setitem__, 50, 1)
show(a.__setitem__, "x", 1)
show(a.__setitem__, 0, "x")
show(a.__setitem__, 0, 2**31)
show(a.__setitem__, slice(0, 1), [1])
show(a.__setitem__, slice(0, 1), A("d"))
show(a.__setitem__, slice(0, 4, 2), A("i", [1]))
del a[0], a[-1], a[1:3], a[::3]
print(a)
del a[::-2]
print(a)
show(a.__delitem__, 50)
show(a.__delitem__, "x")
del a[:]
print(a)
