# Displays, construction, repr, truth, membership, length.
print(set(), {1}, {'a'}, {None}, {(1, 2)}, frozenset(), frozenset([1]), frozenset('a'))
print(type({1}), type(frozenset()), type({}), set, frozenset)
print(len(set()), len({1, 2, 2, 3}), len(frozenset('hello')))
print(sorted({3, 1, 2}), sorted(set('hello')), sorted(frozenset(range(5))))
print(bool(set()), bool({0}), bool(frozenset()), bool(frozenset([0])))
print(not set(), 'empty' if not frozenset() else 'full')
s = {1, 2, 3}
print(1 in s, 4 in s, 1.0 in s, True in s, 'a' not in s)
print(1 in {1, 2, 3}, 'x' in {'x', 'y'}, 5 in frozenset((5,)))
print({1, 1.0, True}, {True, 1}, {0, False, 0.0})
print({*()}, {*[1]}, sorted({*[1, 2], 3, *{4}, *'ab'}, key=str))
print(sorted({x for x in (1, 2, 3)} | {*range(2, 6)}))
many = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
        20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39}
print(len(many), sum(many))
n = 7
more = {n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6, n + 7, n + 8, n + 9, n + 10,
        n + 11, n + 12, n + 13, n + 14, n + 15, n + 16, n + 17, n + 18, n + 19,
        n + 20, n + 21, n + 22, n + 23, n + 24, n + 25, n + 26, n + 27, n + 28,
        n + 29, n + 30, n + 31, n + 32, n + 33, n + 34, n, n + 1, *range(3)}
print(len(more), sum(more), min(more), max(more))
print(set([1]), set((1,)), set('a'), set({1: 2}), set({1: 2}.values()), set(range(1)), set({5}), set(frozenset([6])))
print(set(x for x in [1, 1, 1]), frozenset(x * 2 for x in [2]))
f = frozenset([1, 2])
print(frozenset(f) is f, f.copy() is f, set(f) == f, set(f) is f)
t = {9}
print(t.copy(), t.copy() is t, set(t) is t)
print(str({1}), repr(frozenset({'q'})), f'{ {2} }', '%s %r' % ({3}, frozenset([4])), format({5}))
print(isinstance(s, set), isinstance(s, frozenset), issubclass(set, object), isinstance(f, frozenset))
print(list({7}), tuple({8}), dict.fromkeys({9}), ''.join({'z'}), [*{1}], {**dict.fromkeys({1})})
print(any({0, 1}), all({0, 1}), max({3, 9, 2}), min(frozenset({3, 9, 2})), sum({1, 2, 3}))
a, = {4}
(b, c) = sorted({6, 5})
print(a, b, c)
print(list(map(str, {1})), list(zip({1}, {2})), list(enumerate({3})), list(filter(None, {0, 4})))
del s
x = {1: {2}, 3: frozenset({4})}
print(x)
print([{1}], ({2},), {frozenset({3})}, {'k': {4}})
