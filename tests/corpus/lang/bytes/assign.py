# bytearray: assignment to and deletion of items and slices.
def assign(key, value):
    a = bytearray(b"abcdef")
    try:
        a[key] = value
        print(a)
    except Exception as error:
        print(type(error).__name__, error)


def delete(key):
    a = bytearray(b"abcdef")
    try:
        del a[key]
        print(a)
    except Exception as error:
        print(type(error).__name__, error)


class One:
    def __index__(self):
        return 1


class Shrinking:
    """An item whose value empties the bytearray."""

    def __init__(self, array):
        self.array = array

    def __index__(self):
        self.array.clear()
        return 65


assign(0, 65)
assign(-1, 0)
assign(One(), True)
assign(6, 1)
assign(-7, 1)
assign(0, 256)
assign(0, -1)
assign(0, 10**30)
assign(0, "a")
assign(0, b"a")
assign(0, 1.0)
assign("a", 1)
assign(1.0, 1)
assign(10**30, 1)
assign(None, 1)
assign(slice(0, 2), b"XYZ")
assign(slice(0, 2), b"")
assign(slice(2, 2), b"new")
assign(slice(4, 2), b"new")
assign(slice(None), b"whole")
assign(slice(100, 200), b"end")
assign(slice(-2, None), bytearray(b"??"))
assign(slice(1, 3), memoryview(b"view"))
assign(slice(1, 3), memoryview(b"view")[::2])
assign(slice(1, 3), [1, 2, 3])
assign(slice(1, 3), (n for n in range(2)))
assign(slice(1, 3), range(70, 75))
assign(slice(1, 3), [256])
assign(slice(1, 3), ["a"])
assign(slice(1, 3), "ab")
assign(slice(1, 3), 5)
assign(slice(1, 3), 1.5)
assign(slice(1, 3), None)
assign(slice(None, None, 2), b"XYZ")
assign(slice(None, None, -2), b"XYZ")
assign(slice(None, None, 2), b"XY")
assign(slice(None, None, 2), b"")
assign(slice(None, None, -1), b"fedcba")
assign(slice(0, 0, 2), b"")
assign(slice(0, 1, 5), [88])
assign(slice(0, 4, 0), b"")
assign(slice("a", 4), b"")
delete(0)
delete(-1)
delete(6)
delete(-7)
delete("a")
delete(slice(0, 2))
delete(slice(4, 2))
delete(slice(None))
delete(slice(None, None, 2))
delete(slice(None, None, -2))
delete(slice(1, None, 3))
delete(slice(5, 0, -4))
delete(slice(0, 4, 0))
a = bytearray(b"abc")
a[1:2] = a
print(a)
a[::2] = a[1::2] + b"?"
print(a)
b = a
b[0:0] = b[3:]
print(a)
a = bytearray(b"abc")
try:
    a[1] = Shrinking(a)
except IndexError as error:
    print(error, a)
a = bytearray(b"abc")
a[1:2] = (n for n in [1, 2, a.append(9) or 3])
print(a)
a = bytearray(range(10))
a[2:8:3], a[0] = b"xy", 122
print(a)
try:
    a[0], a[1:2] = 300, b""
except ValueError as error:
    print(error)
print(a.__setitem__(0, 1), a.__delitem__(slice(1, None)), a)
a = bytearray(b"x")
a[0] += 1
a[0] |= 128
print(a)
