# bytearray: the methods that change it.
def attempt(call, *args):
    try:
        print(repr(call(*args)))
    except Exception as error:
        print(type(error).__name__, error)


a = bytearray()
print(a.append(1), a.append(True), a)
print(a.extend(b"abc"), a.extend([1, 2]), a.extend(range(3)), a.extend(bytearray(b"x")), a.extend(n for n in (7, 8)), a)
a.extend(a)
print(a, len(a))
print(a.insert(0, 255), a.insert(-1, 254), a.insert(1000, 253), a.insert(-1000, 252), a)
print(a.pop(), a.pop(0), a.pop(-2), a.pop(3), a)
print(a.remove(97), a.remove(True), a)
print(a.reverse(), a)
b = a.copy()
print(b == a, b is a, type(b))
print(a.clear(), a, len(a), b)
a += b"abc"
same = a
a += bytearray(b"def")
a += memoryview(b"gh")
print(a, same is a)
a *= 2
print(a, same is a)
a *= 1
a *= 0
print(a, same is a)
a += b"0123456789"
a *= -3
print(a)
a = bytearray(b"abc")
try:
    a += a
except BufferError as error:
    print(error)
empty = bytearray()
empty += empty
a = a + a
print(a, empty)
attempt(a.append, 256)
attempt(a.append, -1)
attempt(a.append, "a")
attempt(a.append, b"a")
attempt(a.append)
attempt(a.extend, 5)
attempt(a.extend, "ab")
attempt(a.extend, [1, 256])
attempt(a.extend, [1, "x"])
attempt(a.extend, None)
attempt(a.insert, "0", 1)
attempt(a.insert, 0, 300)
attempt(a.insert, 0)
attempt(a.pop, 100)
attempt(a.pop, -100)
attempt(a.pop, "1")
attempt(bytearray().pop)
attempt(a.remove, 33)
attempt(a.remove, 300)
attempt(a.remove, b"a")
attempt(a.clear, 1)
attempt(a.copy, 1)
attempt(a.reverse, 1)
print(a)
try:
    a += "text"
except TypeError as error:
    print(error)
try:
    a += [1, 2]
except TypeError as error:
    print(error)
try:
    a *= "x"
except TypeError as error:
    print(error)
try:
    a *= 10**30
except OverflowError as error:
    print(error)
try:
    a *= 10**17
except MemoryError:
    print("MemoryError")
print(a)


class Failing:
    def __iter__(self):
        yield 1
        a.append(2)
        raise ValueError("in the middle")


attempt(a.extend, Failing())
print(a)
# Work at both ends: a queue.
queue = bytearray()
total = 0
for n in range(3000):
    queue.append(n % 256)
    if n % 3 == 2:
        total += queue.pop(0)
        del queue[:1]
print(len(queue), total, sum(queue), queue[:5])
big = bytearray(5)
for n in range(2000):
    big += b"0123456789"
print(len(big), big[-12:], big.count(b"9"))
while len(big) > 7:
    del big[: len(big) // 2]
print(big)
print(a.__iadd__(b"!") is a, a.__imul__(1) is a, a.__alloc__() > len(a))
