# | & - ^ with all kinds of operands, in place and not; the type is the left operand's.
def show(x):
    return type(x).__name__ + str(sorted(x))


a, b = {1, 2, 3}, {2, 3, 4}
f, g = frozenset(a), frozenset(b)
for left in (a, f):
    for right in (b, g):
        print(show(left | right), show(left & right), show(left - right), show(left ^ right))
for left in (a, f, set(), frozenset()):
    for right in (set(), frozenset(), a, f):
        print(show(left | right), show(left & right), show(left - right), show(left ^ right))
for left, right in ((a, [1]), (a, 1), (f, 'x'), (a, None), (a, {}), ([1], a), (1, f), ({}, a)):
    try:
        left | right
    except TypeError as e:
        print(e)
    try:
        left & right
    except TypeError as e:
        print(e)
    try:
        left - right
    except TypeError as e:
        print(e)
    try:
        left ^ right
    except TypeError as e:
        print(e)
try:
    a + b
except TypeError as e:
    print(e)
try:
    a * 2
except TypeError as e:
    print(e)
try:
    -a
except TypeError as e:
    print(e)
try:
    ~f
except TypeError as e:
    print(e)
# In place: sets change, frozensets are bound anew.
s = t = {1, 2}
s |= {3}
print(show(s), s is t)
s &= frozenset([1, 3, 5])
print(show(s), s is t)
s -= {1}
print(show(s), s is t)
s ^= {3, 4}
print(show(s), s is t)
s |= s
s &= s
print(show(s), s is t)
s ^= s
print(s, s is t)
s |= {1}
s -= s
print(s, s is t)
p = q = frozenset([1, 2])
p |= {3}
print(show(p), p is q, show(q))
p = q
p &= {2}
print(show(p), p is q)
p = q
p -= {2}
print(show(p), p is q)
p = q
p ^= {2, 9}
print(show(p), p is q)
for stmt in ('|', '&', '-', '^'):
    s = {1}
    try:
        if stmt == '|':
            s |= [2]
        elif stmt == '&':
            s &= 'a'
        elif stmt == '-':
            s -= {1: 2}
        else:
            s ^= 3
    except TypeError as e:
        print(e)
print({1, 2}.__or__([3]), {1}.__and__(5), {1}.__sub__('a'), {1}.__xor__(()), {1}.__ior__([1]), frozenset().__ror__([1]))
print({1}.__ror__({2}) == {1, 2}, {1}.__rsub__({1, 2}), {1}.__rand__(frozenset([1])), {1}.__rxor__(frozenset([2])) == {1, 2})
print((f & f) is f, (f | f) == f, f - f, f ^ f)


class Right:
    def __ror__(self, other):
        return 'ror', sorted(other)

    def __rsub__(self, other):
        return 'rsub', sorted(other)

    def __and__(self, other):
        return 'and', sorted(other)


print(a | Right(), f - Right(), Right() & a)
