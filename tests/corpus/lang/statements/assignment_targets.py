"""Targets of every statement that binds: tuples, stars, attributes, subscripts, slices, nesting; errors half way."""


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Record:
    def __init__(self):
        self.log = []

    def __setattr__(self, name, value):
        if name == 'log':
            return super().__setattr__(name, value)
        self.log.append(f'{name}={value}')
        if name == 'fails':
            raise ValueError('refused')
        super().__setattr__(name, value)

    def __setitem__(self, key, value):
        self.log.append(f'[{key}]={value}')


r = Record()
a, (b, [c, *d], e), *f = 1, ((2), 'xyz', None), 4, 5
print(a, b, c, d, e, f)
(g), [h], (i,), *j = 1, [2], (3,)
r.x, r[0], r[1:2], *r.rest = 'abcde'
print(g, h, i, j, r.log, r.rest)
k = l = m = []
m.append(1)
k, l = l, k + [2]
print(k, l, m, k is m)
n = [0, 1, 2, 3]
n[0], n[-1] = n[-1], n[0]
n[1:3] = n[2:0:-1]
n[n[0]], n[0] = 'last', 'first'
print(n)
i = 0
i, n[i] = 2, 'at two'
print(i, n)
x, y = y, x = 1, 2
print(x, y)
*first, = 'ab'
[*second] = range(2)
(*third, last) = {'k': 1, 'l': 2}
[] = ()
() = []
print(first, second, third, last)
for p, *q in [(1,), 'abc', [4, 5]]:
    print(p, q, end='; ')
for r[p] in 'mn', 'op':
    pass
for r.loop, r['k'] in [(1, 2)]:
    print(r.log[-4:])
with open(__file__) as r.file, open(__file__) as n[0]:
    n[0] = r.file = 'closed later'


def partial():
    s = [0, 0]
    try:
        s[0], s[5], s[1] = 1, 2, 3
    except IndexError as error:
        return s, str(error)


def partial_attr():
    r.log.clear()
    try:
        r.a, r.fails, r.b = 1, 2, 3
    except ValueError as error:
        return r.log, str(error)


print(partial(), partial_attr())
UNPACK = ['a, b = 1', 'a, b = [1]', 'a, b = 1, 2, 3', 'a, *b, c = [1]', '[a] = []', 'a, = "xy"', '*a, b = ()', 'a, b = {1}', 'a, b = None', 'a, (b, c) = 1, 2', 'a, (b, c) = 1, (2,)', 'a, b = "x" "y"', '(a, b), c = "xy", 1', 'a, *b = 5', 'for a, b in [1]: pass', 'for a, b in [(1,)]: pass',
          '[(a, b) for a, b in [(1, 2, 3)]]', 'a, b = iter([1])', 'a, b = (x for x in range(9))', 'a, b = {1: 2, 3: 4}.items(); print(a, b)', 'a, b, c, d = 1, 2', 'a = b, = 1, 2', 'del a, b', 'a += 1', 'a: int; a', 'a: int = 5; print(a, __annotations__)', 'del (a)', '(a, b) = [*"cd"]; del [a], (b,); a']
for source in UNPACK:
    print(source, '->', attempt(exec, source, {'__file__': __file__}))
AUGMENTED = {'number': 5, 'text': 'ab', 'listed': [1], 'tupled': (1,), 'mapped': {'k': 1}, 'setted': {1}}
for source in 'number += 1', 'number **= 2', 'number //= 0', 'text *= 2', 'text -= 1', 'listed += "xy"', 'listed += 5', 'listed *= 2', 'tupled += (2,)', 'tupled += [2]', 'mapped |= {"l": 2}', 'mapped |= [("m", 3)]', 'mapped |= 5', 'mapped["k"] += 10', 'mapped["no"] += 1', 'setted |= {2}', 'setted -= [1]', 'listed[0] <<= 3', 'listed[9] += 1', 'tupled[0] += 1', 'missing += 1', 'number.real += 1', 'text[0] += "x"':
    scope = {name: type(value)(value) for name, value in AUGMENTED.items()}
    print(source, '->', attempt(exec, source, scope), [scope[name] for name in AUGMENTED if scope[name] != AUGMENTED[name]])
t = ([1], 2)
print(attempt(lambda: t.__getitem__(0).__iadd__([2])), t)
try:
    t[0] += [3]
except TypeError as error:
    print(error, t)
for source in 'a + 1 = 2', 'f() = 1', '(a, 1) = 2', '[a, f()] = 1', 'a = 1 = b', '*a = 1', '*a, *b = 1', 'a, (*b, *c) = 1', 'None = 1', 'a.None = 1', '(a := 1) = 2', 'a if b else c = 1', '{a} = 1', '{a: b} = 1', 'lambda: a = 1', '"a" = 1', '... = 1', 'a < b = 1', '-a = 1', 'a, b += 1', '[a] += 1', 'f() += 1', '(a) += 1', 'a() : int', '[a]: int', 'a: int: str', 'del f()', 'del a + b', 'del *a', 'del (a, *b)', 'del 1', 'del', 'del ()', 'for f() in a: 1', 'for 1 in a: 1', 'for a + b in c: 1', 'with a as 1: b', 'with a as f(): b', 'import a as 1', 'a = *b', 'a = *b,', 'a = (*b)', 'a = yield = 1', 'x = (yield) = 1', '`a` = 1', 'a =', '= a', 'a == b = c', 'not a = 1', 'await a = 1', 'f"{a}" = 1', '(a, b): int = 1', 'a.b: int', 'a[0]: int = 1':
    result = attempt(compile, source, 'f', 'exec')
    print(source, '->', result if isinstance(result, str) else 'fine')
