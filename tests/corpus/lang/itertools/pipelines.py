"""Streams of records through itertools: windows, runs, round robin, sieves, cartesian searches."""
import itertools as it
import operator


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


def windows(items, size):
    ends = it.tee(items, size)
    for skip, end in enumerate(ends):
        next(it.islice(end, skip, skip), None)
    return zip(*ends)


def runs(items):
    return [(key, sum(1 for _ in group)) for key, group in it.groupby(items)]


def round_robin(*sources):
    turns = it.cycle([iter(source).__next__ for source in sources])
    active = len(sources)
    while active:
        try:
            for turn in turns:
                yield turn()
        except StopIteration:
            active -= 1
            turns = it.cycle(it.islice(turns, active))


def primes():
    yield 2
    found = {}
    for n in it.count(3, 2):
        step = found.pop(n, None)
        if step is None:
            yield n
            found[n * n] = 2 * n
        else:
            at = next(m for m in it.count(n + step, step) if m not in found)
            found[at] = step


print(list(windows(range(6), 3)), list(windows("ab", 3)), runs("aaabccddd"), "".join(k + str(n) for k, n in runs("wwwbbw")))
print("".join(round_robin("ABC", "D", "EF")), list(it.islice(primes(), 15)), next(it.dropwhile(lambda p: p < 1000, primes())))
print(list(it.accumulate([3, 1, 4, 1, 5], max)), list(it.accumulate([1, 2, 3], operator.mul, initial=10)), list(it.accumulate([])))
print(list(it.pairwise("abcd")), list(it.starmap(pow, [(2, 5), (3, 2)])), list(it.compress("abcdef", [1, 0, 1, 0, 1])), list(it.filterfalse(str.isdigit, "a1b2")))
print(list(it.zip_longest("ab", "xyz", fillvalue="-")), list(it.chain.from_iterable([[1], (2, 3), "x"])), list(it.takewhile(lambda x: x < 3, it.count())))
for digits in it.permutations(range(10), 4):
    t, w, o, f = digits
    if t and f and 2 * (t * 100 + w * 10 + o) // 1000 == f and len(str(2 * (t * 100 + w * 10 + o))) == 4 and str(2 * (t * 100 + w * 10 + o))[1] == str(o):
        print(digits, 2 * (t * 100 + w * 10 + o))
        break
print([sum(combo) for combo in it.combinations_with_replacement((1, 5, 10), 2)], len(list(it.product("ab", repeat=5))), list(it.combinations("abc", 2))[-1])
triples = [(a, b, c) for a, b in it.combinations(range(1, 30), 2) for c in [int((a * a + b * b) ** 0.5)] if c * c == a * a + b * b]
print(len(triples), triples[:4])
orders = [("ann", "tea", 2), ("bob", "tea", 1), ("ann", "milk", 5), ("bob", "rye", 3), ("ann", "tea", 1)]
for name, group in it.groupby(sorted(orders, key=operator.itemgetter(0, 1)), key=operator.itemgetter(0)):
    print(name, {item: sum(order[2] for order in lines) for item, lines in it.groupby(group, key=operator.itemgetter(1))})
groups = [group for _, group in it.groupby("aab")]
print([list(group) for group in groups])
left, right = it.tee(x * x for x in range(4))
print(next(left), next(left), list(right), list(left))
attempt("islice negative", lambda: it.islice([], -1))
attempt("islice text", lambda: it.islice([], "1"))
attempt("count text", lambda: it.count("a"))
attempt("repeat negative", lambda: list(it.repeat(1, -5)))
attempt("product repeat", lambda: it.product([1], repeat=-1))
attempt("permutations", lambda: it.permutations([1], -1))
attempt("combinations", lambda: it.combinations([1]))
attempt("tee", lambda: it.tee([], -1))
attempt("starmap", lambda: list(it.starmap(pow, [1])))
attempt("chain of numbers", lambda: list(it.chain([1], 2)))
attempt("groupby key", lambda: list(it.groupby([1], key=5)))
attempt("zip_longest", lambda: it.zip_longest([1], fill=2))
attempt("accumulate", lambda: list(it.accumulate(["a", 1])))
attempt("a generator that raises", lambda: list(it.chain((1 / x for x in (1, 0)))))
