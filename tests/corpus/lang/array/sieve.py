"""Programs over arrays: a sieve, a ring buffer, a bit set, a heat map, images turned."""
from array import array


def primes(limit):
    sieve = array("b", [1]) * (limit + 1)
    sieve[:2] = array("b", [0, 0])
    for n in range(2, int(limit ** 0.5) + 1):
        if sieve[n]:
            sieve[n * n::n] = array("b", bytes(len(range(n * n, limit + 1, n))))
    return array("I", (n for n in range(limit + 1) if sieve[n]))


found = primes(2000)
print(len(found), found[-5:], found.index(1999), found.count(4), sum(found), found.buffer_info()[1])


class Ring:
    def __init__(self, size):
        self.items, self.start, self.length = array("d", bytes(8 * size)), 0, 0

    def push(self, value):
        end = (self.start + self.length) % len(self.items)
        self.items[end] = value
        if self.length == len(self.items):
            self.start = (self.start + 1) % len(self.items)
        else:
            self.length += 1

    def __iter__(self):
        return (self.items[(self.start + i) % len(self.items)] for i in range(self.length))


ring = Ring(4)
for value in range(7):
    ring.push(value / 2)
print(list(ring), ring.items)


class Bits:
    def __init__(self, size):
        self.words, self.size = array("Q", bytes((size + 63) // 64 * 8)), size

    def __setitem__(self, at, on):
        if not 0 <= at < self.size:
            raise IndexError(at)
        if on:
            self.words[at // 64] |= 1 << at % 64
        else:
            self.words[at // 64] &= ~(1 << at % 64)

    def __getitem__(self, at):
        return self.words[at // 64] >> at % 64 & 1

    def __len__(self):
        return sum(word.bit_count() for word in self.words)


bits = Bits(130)
for at in (0, 63, 64, 129):
    bits[at] = True
bits[64] = False
print(len(bits), bits[63], bits[64], [hex(word) for word in bits.words])
for wrong in (130, -1):
    try:
        bits[wrong] = True
    except IndexError as error:
        print("IndexError", error)
grid = [array("f", [0] * 6) for _ in range(5)]
grid[2][3] = 100
for _ in range(3):
    grid = [array("f", ((row[x - 1] + row[(x + 1) % 6] + grid[y - 1][x] + grid[(y + 1) % 5][x]) / 4 for x in range(6))) for y, row in enumerate(grid)]
print([row.tolist() for row in grid[:2]])
image = array("B", range(12))
turned = array("B", (image[y * 4 + x] for x in range(4) for y in reversed(range(3))))
print(turned, turned.tobytes().hex())
swapped = array("H", [1, 256, 0xABCD])
swapped.byteswap()
print(swapped, swapped == array("i", [256, 1, 0xCDAB]), swapped > array("H", [256]), array("i", [1]) + array("i", [2]))
for wrong in (lambda: swapped + array("i"), lambda: swapped + [1], lambda: swapped.extend(array("i", [1])), lambda: swapped.pop(9), lambda: swapped.remove(5),
              lambda: swapped.index(5), lambda: swapped.fromlist([1, 70000]), lambda: swapped.frombytes(b"abc"), lambda: swapped.__setitem__(0, "a")):
    try:
        print(wrong())
    except (TypeError, IndexError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(swapped)
