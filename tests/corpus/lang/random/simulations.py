"""Simulations that a seed repeats: shuffles, walks, weighted choices, a game of chance."""
import random
from collections import Counter

rng = random.Random("a text as a seed")
print([rng.randrange(100) for _ in range(8)], rng.random())
for seed in (0, 1, -1, 10 ** 30, 1.5, "s", b"bytes", bytearray(b"bytes"), True):
    print(repr(seed), random.Random(seed).getrandbits(40), end="; ")
print()
deck = [rank + suit for suit in "CDHS" for rank in "23456789TJQKA"]
rng.shuffle(deck)
hands = [sorted(deck[i::4][:5]) for i in range(4)]
print(hands)
walk, positions = 0, []
for _ in range(1000):
    walk += rng.choice((-1, 1))
    positions.append(walk)
print(walk, min(positions), max(positions), positions.count(0))
throws = Counter(rng.randint(1, 6) + rng.randint(1, 6) for _ in range(2000))
print(sorted(throws.items()))
picks = Counter(rng.choices(["red", "green", "blue"], weights=[5, 3, 2], k=1000))
print(sorted(picks.items()), rng.choices("xyz", cum_weights=[1, 1, 2], k=10))
print(rng.sample(range(10 ** 9), 4), rng.sample("abcdef", 6), rng.sample(["r", "b"], counts=[3, 2], k=4))
inside = sum(rng.random() ** 2 + rng.random() ** 2 <= 1 for _ in range(5000))
print(4 * inside / 5000)
print([round(rng.gauss(0, 1), 12) for _ in range(3)], rng.randbytes(6).hex(), rng.getrandbits(100))
print([rng.randrange(5, 50, 7) for _ in range(6)], [rng.randrange(-10, -20, -3) for _ in range(6)])


def monty(switch, games=1000):
    wins = 0
    for _ in range(games):
        car, choice = rng.randrange(3), rng.randrange(3)
        opened = rng.choice([door for door in range(3) if door not in (car, choice)])
        if switch:
            choice = ({0, 1, 2} - {choice, opened}).pop()
        wins += choice == car
    return wins


print(monty(False), monty(True))
copies = random.Random(5), random.Random(5)
copies[0].random()
copies[1].setstate(copies[0].getstate())
print(copies[0].random() == copies[1].random(), copies[0].gauss(0, 1) == copies[1].gauss(0, 1))
for arguments in ((0,), (5, 5), (1, 9, 0), (1.5,), (1, 2.5), (10, 5)):
    try:
        print(rng.randrange(*arguments))
    except (ValueError, TypeError) as error:
        print(arguments, type(error).__name__, error)
