"""SystemRandom: no seeds, no states, the same methods; bounds of what it gives."""
import random
import secrets


def attempt(what, function, *args):
    try:
        print(what, "->", function(*args))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


system = random.SystemRandom()
print(isinstance(system, random.Random), system.seed(5))
print(all(0 <= system.random() < 1 for _ in range(100)), len({system.random() for _ in range(50)}))
print(all(1 <= system.randint(1, 6) <= 6 for _ in range(100)), {system.randrange(0, 10, 5) for _ in range(200)} == {0, 5})
print(system.getrandbits(0), system.getrandbits(10) < 1024, len(system.randbytes(7)), system.choice("a"), system.choice([[1]]))
items = list(range(20))
system.shuffle(items)
print(sorted(items) == list(range(20)), len(set(system.sample(range(1000), 30))), system.choices("ab", [1, 0], k=3))
print(2 <= system.triangular(2, 3) <= 3, system.uniform(1, 1), system.expovariate(1) >= 0)
attempt("getstate", system.getstate)
attempt("setstate", system.setstate, ())
attempt("getrandbits", system.getrandbits, -1)
attempt("getrandbits", system.getrandbits, 1.5)
attempt("randbytes", system.randbytes, -1)
attempt("choice", system.choice, [])
attempt("sample", system.sample, [1], 2)
attempt("randint", system.randint, 2, 1)
attempt("SystemRandom", lambda: random.SystemRandom(1, 2, 3).random() < 1)
print(secrets.SystemRandom is random.SystemRandom, isinstance(secrets.choice([1, 2]), int), 0 <= secrets.randbelow(3) < 3)
attempt("secrets.choice", secrets.choice, "")
attempt("secrets.randbelow", secrets.randbelow, 0)


class Dice(random.Random):
    """A generator with its own source of numbers."""

    def __init__(self, values):
        self.values = iter(values * 100)
        super().__init__()

    def random(self):
        return next(self.values)


dice = Dice([0.0, 0.5, 0.99])
print([dice.randint(1, 6) for _ in range(6)], [dice.choice("abc") for _ in range(3)], dice.sample(range(10), 3))


class Bits(random.Random):
    def getrandbits(self, k):
        return (1 << k) - 1 if k < 3 else 4


print([Bits().randrange(8) for _ in range(2)], Bits().choice("abcdefg"))
