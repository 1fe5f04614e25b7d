# The methods of dict that go with views: merging, order from the end, fromkeys.
a, b = {1: 'a', 2: 'b'}, {2: 'B', 3: 'C'}
print(a | b, b | a, a | {}, {} | b, a, b)
c = a
c |= b
print(c, c is a)
c |= [(4, 'd'), [5, 'e']]
print(c)
print({1: 2}.__or__([]), {1: 2}.__ror__({3: 4}), {1: 2}.__or__({1: 5}), {}.__ior__([(1, 2)]))
for left, right in (({}, [(1, 2)]), ([(1, 2)], {}), ({}, 5), ({}, None), ({}, {1}), (5, {})):
    try:
        print(left | right)
    except TypeError as e:
        print(e)
for other in (5, [1], [(1, 2, 3)], 'ab', None):
    d = {}
    try:
        d |= other
        print(d)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class D(dict):
    pass


x = D(a=1)
print(x | {'b': 2}, type(x | {}).__name__, type({} | x).__name__, type(x.copy()).__name__)
y = x
y |= {'c': 3}
print(y, y is x, type(y).__name__)
print(list(reversed({1: 2, 3: 4})), list(reversed({1: 2, 3: 4}.items())), list(reversed({1: 2, 3: 4}.values())), list({}.__reversed__()))
print(dict.fromkeys('ab'), dict.fromkeys([1, 1], 0), dict.fromkeys({7}, 8), D.fromkeys('q', 1), type(D.fromkeys('q')).__name__, {}.fromkeys([1]))
try:
    dict.fromkeys(5)
except TypeError as e:
    print(e)
try:
    dict.fromkeys([[]])
except TypeError as e:
    print(e)
try:
    dict.fromkeys()
except TypeError as e:
    print(e)
print({1: 2}.popitem(), {1: 2}.pop(1), {1: 2}.pop(5, 'no'), {1: 2}.setdefault(1, 9), {}.setdefault(1), {}.get(1), {}.get(1, 2))
d = dict([(1, 2)], a=3)
d.update({4: 5}, b=6)
d.update([(7, 8)])
print(d, d.keys(), d.values(), d.items())
print(1 in d, 99 in d, d.__contains__(1), len(d.keys()), len(d.values()), ('a', 3) in d.items(), 3 in d.values())
d = {}
for i in range(100):
    d[i] = i
for i in range(99):
    del d[next(iter(d))]
print(d)
d = {}
d |= {1: 2}.items()
print(d, {} | {1: 2}.items(), {3: 4} | {1: 2}.keys() == {1, 3})
for left, right in (([1], D()), (D(), 5), (5, D()), (D(), [1]), (D(), {1})):
    try:
        left | right
    except TypeError as e:
        print(e)
    try:
        left - right
    except TypeError as e:
        print(e)
    try:
        left * right
    except TypeError as e:
        print(e)


class L(list):
    def __iter__(self):
        return iter('own')


class T(tuple):
    pass


class N(int):
    pass


class W(str):
    pass


print([1] + L([2]), L([1]) + [2], (1,) + T((2,)), [1] * N(2), N(2) * [1], T((1,)) * N(2), N(2) * W('ab'), W('a') + W('b'), 'a' + W('b'))
x = y = [1]
x += L([2])
print(x, x is y)
x = y = L([1])
x *= N(2)
print(len(x), x is y, type(x).__name__)
for left, right in (([1], T()), (T(), [1]), ('a', L()), (L(), 'a'), (W(), 5), (5, W()), (N(), [1]), ((1,), W()), (N(), 'a')):
    try:
        print(left + right)
    except TypeError as e:
        print(e)
    try:
        print(left % right)
    except TypeError as e:
        print(e)
    try:
        print(left & right)
    except TypeError as e:
        print(e)
