# sys.getsizeof as a program may rely on it: more contents are not smaller; the class decides.
import sys


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)


for maker in (list, tuple, bytes, bytearray):
    small, large = maker(range(3)), maker(range(200))
    print(maker.__name__, sys.getsizeof(small) < sys.getsizeof(large), sys.getsizeof(small) > 0)
print(sys.getsizeof("a" * 1000) > sys.getsizeof("a"), sys.getsizeof({n: n for n in range(1000)}) > sys.getsizeof({}))
print(sys.getsizeof(set(range(1000))) > sys.getsizeof(set()), sys.getsizeof(10**1000) > sys.getsizeof(10**100) > sys.getsizeof(1))
nested = [[0] * 10000]
print(sys.getsizeof(nested) < sys.getsizeof(nested[0]), sys.getsizeof(sys) > 0, sys.getsizeof(len) > 0, sys.getsizeof(object()) > 0)


class Sized:
    def __init__(self, size):
        self.size = size

    def __sizeof__(self):
        return self.size


print(sys.getsizeof(Sized(1000)) - sys.getsizeof(Sized(10)), sys.getsizeof(Sized(True)) >= 1)
for size in ("x", None, 1.5, -1, 2**70):
    fails(sys.getsizeof, Sized(size))
for size in ("x", None, 1.5):
    fails(sys.getsizeof, Sized(size), "default")
fails(sys.getsizeof, Sized(-1), "default")


class Falls:
    def __sizeof__(self):
        raise LookupError("nobody knows")


class Old:
    __sizeof__ = None


fails(sys.getsizeof, Falls())
fails(sys.getsizeof, Falls(), 5)
fails(sys.getsizeof, Old())
fails(sys.getsizeof, Old(), default=5)
try:
    sys.getsizeof()
except TypeError:
    print("an object is wanted")


def total(value, seen=None):
    """The size with all that is inside, each object once."""
    seen = set() if seen is None else seen
    if id(value) in seen:
        return 0
    seen.add(id(value))
    size = sys.getsizeof(value)
    if isinstance(value, dict):
        size += sum(total(key, seen) + total(item, seen) for key, item in value.items())
    elif isinstance(value, (list, tuple, set)):
        size += sum(total(item, seen) for item in value)
    return size


shared = list(range(1000))
one, two, apart = [shared], [shared, shared], [shared, list(shared)]
print(total(one) < total(two) + 64, total(two) < total(apart), total(apart) > 2 * sys.getsizeof(shared))
circle = []
circle.append(circle)
print(total(circle) == sys.getsizeof(circle), total({"a": [1, (2, {3})]}) > sys.getsizeof({}))
