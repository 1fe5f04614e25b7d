# The hash of a frozenset is CPython's where its elements' hashes are.
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset(range(100))))
print(hash(frozenset([-1])), hash(frozenset([0])), hash(frozenset([0, 1])), hash(frozenset([2**70, 1.5])))
print(hash(frozenset([(1, 2), (3, 4)])), hash(frozenset([frozenset([1]), frozenset()])))
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(frozenset([1.0])) == hash(frozenset([True])))
print(hash(frozenset(range(7))), hash(frozenset(range(8))), hash(frozenset(range(1000, 1010))))
f = frozenset([3, 4])
print(hash(f) == hash(f), f.__hash__() == hash(f), frozenset.__hash__(f) == hash(f))
print({f: 'value'}[frozenset([4, 3])], {f} == {frozenset((3, 4))}, len({frozenset([i]) for i in range(50)}))
g = frozenset(x for x in [9, 8, 7] if x != 8)
print(hash(g) == hash(frozenset([7, 9])))
for bad in (set(), {1}):
    try:
        hash(bad)
    except TypeError as e:
        print(e)
try:
    {set()}
except TypeError as e:
    print(e)
try:
    {(1, {2}): 3}
except TypeError as e:
    print(e)
try:
    frozenset([[1]])
except TypeError as e:
    print(e)
print(set.__hash__, list.__hash__, dict.__hash__, {1}.__hash__)


class S(set):
    pass


class H(set):
    def __hash__(self):
        return 42


class F(frozenset):
    pass


class G(frozenset):
    def __hash__(self):
        return 7


try:
    hash(S([1]))
except TypeError as e:
    print(e)
print(hash(H([1])), {H([1])} == {H([1])}, hash(F([1, 2])) == hash(frozenset([1, 2])), hash(G([1])))
print({F([1]): 'f'}[frozenset([1])], frozenset([1]) in {F([1])}, {1} in {F([1])})


class Hashed:
    def __hash__(self):
        raise ValueError('no hash')


for work in (lambda: {Hashed()}, lambda: {1}.add(Hashed()), lambda: Hashed() in {1}, lambda: {1}.discard(Hashed()),
             lambda: frozenset([Hashed()]), lambda: {1}.union([Hashed()]), lambda: {x for x in [Hashed()]},
             lambda: Hashed() in set()):
    try:
        work()
    except ValueError as e:
        print('ValueError', e)
