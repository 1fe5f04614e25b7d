# Keys of one hash: equal ones of other types, unequal ones, and such as must be asked; in tables
# that are looked through in order and in larger ones, with gaps that deletions leave.

P = 2**61 - 1


class Asked:
    def __init__(self, value, same):
        self.value = value
        self.same = same
        self.count = 0

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        self.count += 1
        return self.same

    def __repr__(self):
        return f"Asked({self.value})"


def show(d):
    print(len(d), list(d.items())[:4], list(d.items())[-4:])


for size in (0, 5, 8, 9, 300):
    d = {n: n for n in range(size)}
    print("size", size, hash(3), hash(3 + P), hash(-1), hash(-2))
    d[3] = "int"
    d[3 + P] = "big"
    d[3 + P * P] = "huge"
    print(d[3], d[3.0], d[3 + P], d.get(3 + P * P), d.get(3 + 2 * P), 3 + 2 * P in d)
    d[3.0] = "float"
    d[True] = "bool"
    print(d[3], d[1], type(next(k for k in d if k == 1)).__name__, 1.0 in d, 1 + P in d)
    d[-1], d[-2] = "minus one", "minus two"
    print(d[-1], d[-2], d[-1.0], -1 - P in d)
    show(d)

    no, yes = Asked(7, False), Asked(11, True)
    d[no] = "no"
    d[yes] = "yes"
    print(d.get(7), d.get(11), 7 in d, 11 in d, no.count > 0, yes.count > 0)
    del d[3]
    print(3 in d, 3 + P in d, d[3 + P * P])
    d[3] = "again"
    del d[3 + P]
    print(list(d)[-1], d[3], 3 + P in d)
    for key in (3, 3.0, no, 11, "text", (3,)):
        try:
            del d[key]
            print("deleted", key, key in d)
        except KeyError as e:
            print("KeyError", e)
    for key in ([], {}, Asked([], True)):
        try:
            del d[key]
        except TypeError as e:
            print("TypeError", e)
    show(d)

# What was deleted leaves its place in the table; what comes again comes last.
d = {n: n for n in range(100)}
for turn in range(5):
    for n in range(turn, 100, 3):
        del d[n]
    for n in range(turn, 100, 3):
        assert n not in d and d.get(n) is None
        d[n] = turn
    show(d)
for n in list(d):
    del d[n]
print(d, len(d), 5 in d)


class Names(dict):
    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)


names = Names(a=1, b=2)
del names["a"]
print(names)
counts = {}
for word in "a b a c b a".split():
    counts[word] = counts.get(word, 0) + 1
del counts["b"]
print(counts, "b" in counts)
