# A bytearray that a memoryview shows cannot change its length.
array = bytearray(b"abcdef")


def attempt(call, *args):
    try:
        print(repr(call(*args)))
    except BufferError as error:
        print("BufferError", error)
    except Exception as error:
        print(type(error).__name__, error)


def delete(key):
    del array[key]


def assign(key, value):
    array[key] = value


m = memoryview(array)
attempt(array.append, 1)
attempt(array.extend, b"x")
attempt(array.extend, b"")
attempt(array.insert, 0, 1)
attempt(array.pop)
attempt(array.remove, 97)
attempt(array.clear)
attempt(delete, 0)
attempt(delete, slice(1, 3))
attempt(delete, slice(None, None, 2))
attempt(delete, slice(3, 3))
attempt(assign, slice(0, 1), b"xyz")
attempt(assign, slice(0, 3), b"xyz")
attempt(assign, 0, 65)
attempt(array.reverse)
attempt(array.__iadd__, b"!")
attempt(array.__imul__, 2)
attempt(array.__init__, b"other")
print(array, m.tobytes(), array.upper(), array + b"!")
m.release()
array.append(33)
print(array)
with memoryview(array) as view:
    part = view[1:3]
    attempt(array.append, 1)
attempt(array.append, 2)
part.release()
array.append(34)
print(array)
attempt(lambda: view[0])
attempt(view.__enter__)
print(view.release(), view == view, view != array, repr(view).startswith("<released memory at 0x"))
for name in ("obj", "nbytes", "readonly", "format", "itemsize", "ndim", "shape", "strides", "suboffsets", "c_contiguous", "contiguous"):
    attempt(getattr, view, name)
for method in (view.tobytes, view.tolist, view.hex, view.toreadonly, view.__len__):
    attempt(method)
attempt(view.cast, "B")
attempt(bytes, view)
attempt(memoryview, view)
attempt(hash, view)
attempt(b"x".join, [view])


def drop():
    """A view that is forgotten does not count."""
    lost = memoryview(array)
    return lost[0]


print(drop())
array.append(35)
for n in range(5):
    temporary = memoryview(array)[1:]
    del temporary
    array.append(n)
print(len(array))


class Releasing:
    def __init__(self, view):
        self.view = view

    def __index__(self):
        self.view.release()
        return 0


m = memoryview(array)
attempt(lambda: m[Releasing(m)])
m = memoryview(array)
attempt(m.__setitem__, 0, Releasing(m))
m = memoryview(array)
it = iter(m)
print(next(it))
m.release()
attempt(next, it)
array.clear()
print(array, len(array))
