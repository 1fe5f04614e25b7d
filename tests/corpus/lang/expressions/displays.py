"""Displays and comprehensions: unpacking, nesting, scopes, asynchronous ones refused, order of evaluation, laziness, huge ones."""


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print([*'ab', *[], 1, *(2, 3)], (*'ab',), (*[], ), {*'aa', *['b']} == {'a', 'b'}, {**{'a': 1}, 'b': 2, **{'a': 3}}, {'a': 1, 'a': 2}, {1: 'int', 1.0: 'float', True: 'bool'}, *[1], *(), sep=' ')
print([[i * j for j in range(i)] for i in range(4)], [x for row in [[1, 2], [3]] for x in row if x != 2], {k: v for k, v in zip('ab', (1, 2))}, {x % 3 for x in range(9)} == {0, 1, 2}, list(x for x in 'ab'))
print([x if x else 'zero' for x in range(2) if x < 2 if x >= 0], [(x, y) for x in range(3) for y in range(x, 3) if x + y == 2], [lambda: 0 for _ in 'a'][0](), [f'{x}{y}' for x, *y in ['abc', 'd']], [a for a, in [(1,), (2,)]], [x for x in [1, 2] for x in [x, x * 10]])
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], [*zip(*matrix)], [sum(x) for x in matrix], {i: {j: i * j for j in range(2)} for i in range(2)}, sum(x * y for row in matrix for x, y in [(row[0], row[-1])]))
lazy = (print('computed', x) or x for x in range(3))
print('not yet', next(lazy), next(lazy, 'd'))
outer = [1, 2]
g = (x + len(outer) for x in outer)
outer.append(3)
print(list(g))
g = (x for x in [1, 2, 3] if x in late)
late = [2, 3]
print(list(g), attempt(lambda: (x for x in 5)), '|', attempt(lambda: [x for x in undefined]), '|', attempt(lambda: list(y for x in [1] for y in undefined)))
x = 'kept'
[x for x in range(3)]
print(x, [y := 1, y ** 2], [last for i in range(5) if (last := i) % 2], last, any((hit := n) > 2 for n in [1, 3, 5]), hit)
print({**{}}, {*()} == set(), [*{}], [*{'k': 1}], [*'é😀'], (*range(3), *(x for x in 'a')), [*(yield_ for yield_ in [1])], dict(**{'a b': 1}), {**dict(a=1), **{2: 3}})
print(attempt(eval, '{**[1]}'), '|', attempt(eval, '{*5}'), '|', attempt(eval, '[*None]'), '|', attempt(eval, '{[]: 1}'), '|', attempt(eval, '{1, {}}'), '|', attempt(eval, '{**{[]: 1}}'), '|', attempt(eval, '{x: y for x, y in [1]}'), '|', attempt(eval, '[a for a, b in [(1, 2, 3)]]'), '|', attempt(eval, '{k: 1 for k in [[]]}'))
for source in '[*a for a in b]', '{**a for a in b}', '{*a: 1}', '(*a)', '[a for a in b, c]', '[a, b for a in c]', '{a: b, c}', '{a, b: c}', '[a for]', '[for a in b]', '(a for a in b, 1)', 'f(a for a in b, 1)', 'f(1, a for a in b)', 'f(a for a in b)', '[x for x in *y]', '[x async for x in y]', '(x async for x in y)', '[await x for x in y]', '[x for 1 in y]', '[x for f() in y]', '[x for x.a in y]', '[x for x[0] in y]', '[x for (x) in y if]', '{a: for a in b}', '{a: b for a in b for}', '[x if y for z in w]', '[x for x in y if z else w]', '[x for x in lambda: y]', '[x for x in (lambda: y)]', '{:}', '{,}', '[,]', '(,)', '{a:}', '{:a}', '{a: b c: d}', '[a b]', '{**}', '[a := 1, b]', '{a := 1: 2}', '{(a := 1): 2}', '{a: b := 1}', '[i for i in range(5) if (j := i)]', 'class C: [a := 1 for b in c]':
    result = attempt(compile, source, 'f', 'exec')
    print(source, '->', result if isinstance(result, str) else 'fine')


class C:
    n = 3
    items = [i for i in range(n)]
    failing = None

    def squares(self):
        return [self.n * i for i in self.items]


print(C.items, C().squares(), attempt(exec, 'class D:\n n = 2\n bad = [n for _ in range(n)]'), [locals().get('q') for q in [1]], (lambda: [k for k in locals() if not k.startswith('.')])())
deep = eval('[' * 90 + ']' * 90)
big = [i for i in range(100000) if not i % 25000]
print(str(deep).count('['), big, len({i: i for i in range(5000)}), len(eval('[' + ','.join(map(str, range(3000))) + ']')), sum(eval('{' + ','.join(f'{i}: {i}' for i in range(3000)) + '}').values()))
