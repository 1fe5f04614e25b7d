# States, classes of generators, the host's source.
import copy
import random


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


r = random.Random(8)
r.gauss()
state = r.getstate()
print(state[0], len(state[1]), state[1][-1], state[1][:3], state[2])
first = [r.random(), r.gauss(), r.getrandbits(100)]
r.setstate(state)
print([r.random(), r.gauss(), r.getrandbits(100)] == first)
other = random.Random()
other.setstate(state)
print([other.random(), other.gauss(), other.getrandbits(100)] == first)
kept = random.getstate()
x = random.random()
random.setstate(kept)
print(random.random() == x)
old = (2, tuple(n - 2**32 if n >= 2**31 else n for n in state[1]), None)
other.setstate(old)
other.random()
again = copy.copy(r)
print(again.random() == r.random())
print(r.__reduce__()[0], r.VERSION, random.Random.__module__)


class Fixed(random.Random):
    """A source that has random() only."""

    def random(self):
        return 0.25

    def seed(self, *args):
        pass


f = Fixed()
print(f.random(), f.randrange(8), f.choice("abcd"), f.uniform(0, 8), f.getrandbits(8) >= 0)


class Bits(random.Random):
    """A source of bits."""

    def getrandbits(self, k):
        return (1 << k) - 1 if k < 4 else 3


print(Bits(1).randrange(8), Bits(1).randint(10, 20), Bits(1).choice("abcdefgh"))
s = random.SystemRandom()
print(0 <= s.random() < 1, 0 <= s.getrandbits(20) < 2**20, len(s.randbytes(7)), s.seed(5))
print(s.choice("aaa"), sorted(s.sample(range(5), 5)), 1 <= s.randint(1, 6) <= 6)
show(s.getstate)
show(s.setstate, 1)
show(s.getrandbits, -1)
show(s.randbytes, "x")
print(isinstance(s, random.Random), random.SystemRandom.__mro__[1])
