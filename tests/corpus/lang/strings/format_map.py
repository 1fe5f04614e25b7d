"""str.format_map looks its names up in any mapping: missing names, attributes, items, nesting, and refusals."""
from collections import ChainMap, UserDict, defaultdict


def attempt(function, *args, **kwargs):
    try:
        return repr(function(*args, **kwargs))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Default(dict):
    def __missing__(self, key):
        return f'<{key}>'


class Logging(UserDict):
    def __getitem__(self, key):
        log.append(key)
        return super().__getitem__(key)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __format__(self, spec):
        return f'P({self.x:{spec}},{self.y:{spec}})'


log = []
print('{name} is {age}'.format_map(Default(name='Ann')))
print('{a[0]}{a[1]}{a[k]}'.format_map({'a': defaultdict(lambda: '?', {0: 'x'})}))
print('{p.x}/{p.y} {p:.1f} {p:{w}}'.format_map({'p': Point(1, 2.25), 'w': 4}))
print('{one} {two} {one}'.format_map(Logging(one=1, two=2)), log)
print('{x}{y}'.format_map(ChainMap({'x': 1}, {'x': 2, 'y': 3})))
print('{{literal}} {!r:>6}'.format('a'), '{a!r} {a!s} {a!a}'.format_map({'a': 'ä'}))
print('{ spaced key }|{0x}|{-1}|{a b}'.format_map({' spaced key ': 1, '0x': 2, '-1': 3, 'a b': 4}))
print('{n:{a}{w}.{p}f}'.format_map(dict(n=3.14159, a='^', w=9, p=2)))

print(attempt('{missing}'.format_map, {}))
print(attempt('{0}'.format_map, {'0': 'text'}), '|', attempt('{0}'.format_map, {0: 'number'}))
print(attempt('{}'.format_map, {'': 1}), '|', attempt('{}'.format_map, Default()))
print(attempt('{a.b}'.format_map, {'a': 1}), '|', attempt('{a[b]}'.format_map, {'a': {}}))
print(attempt('{a[0]}'.format_map, {'a': []}), '|', attempt('{a[x]}'.format_map, {'a': [1]}))
print(attempt('{x}'.format_map, None), '|', attempt('{x}'.format_map, ['x']), '|', attempt('no fields'.format_map, None))
print(attempt('{a'.format_map, {}), '|', attempt('a}'.format_map, {}), '|', attempt('{a!z}'.format_map, {'a': 1}))
print(attempt('{a!}'.format_map, {'a': 1}), '|', attempt('{a.}'.format_map, {'a': 1}), '|', attempt('{a[]}'.format_map, {'a': 1}))
print(attempt('{a:{b:{c}}}'.format_map, dict(a=1, b=2, c=3)), '|', attempt('{a[0}'.format_map, {'a': [1]}))
print(attempt('{a:d}'.format_map, {'a': 'x'}), '|', attempt('{a!rx}'.format_map, {'a': 1}), '|', attempt('{a[0]b}'.format_map, {'a': [1]}))
print(attempt('x'.format_map), '|', attempt(str.format_map, 5, {}), '|', attempt('x'.format_map, {}, {}), '|', attempt('x'.format_map, mapping={}))
