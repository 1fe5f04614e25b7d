# defaultdict: factories, missing keys, subclasses.
from collections import defaultdict
import copy


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


d = defaultdict(list)
d['a'].append(1)
print(d, d['a'], d.get('x'), 'x' in d, d['x'], len(d), d.default_factory)
d = defaultdict(int, {'a': 1}, b=2)
d['c'] += 5
print(d, dict(d) == d, d == {'a': 1, 'b': 2, 'c': 5}, list(d.items()), d.pop('a'), d.setdefault('q'), d)
d = defaultdict(None, [(1, 2)])
attempt(lambda: d[5])
d.default_factory = lambda: 'made'
print(d[5], dict(d))
d = defaultdict()
attempt(lambda: d['key'])
attempt(lambda: d[(1, 2)])
del d.default_factory
print(d.default_factory)
d.default_factory = 7
attempt(lambda: d['x'])
for args in ((1,), ('abc',), (list, 1), (list, {}, {}), (list, [1])):
    attempt(defaultdict, *args)
attempt(lambda: defaultdict(list)[[]])
attempt(lambda: defaultdict(lambda: 1 / 0)['x'])
calls = []
d = defaultdict(lambda: calls.append(len(d)))
print(d['a'], d['b'], calls, dict(d))
nested = defaultdict(lambda: defaultdict(int))
nested['x']['y'] += 1
print({k: dict(v) for k, v in nested.items()})


class Keyed(defaultdict):
    def __missing__(self, key):
        self[key] = value = self.default_factory(key)
        return value


k = Keyed(str.upper)
print(k['ab'], k, k.copy(), type(k.copy()).__name__, type(copy.copy(k)).__name__)


class Noted(defaultdict):
    def __setitem__(self, key, value):
        print('set', key, value)
        super().__setitem__(key, value)


n = Noted(list, a=1)
print(n['new'], n)
d = defaultdict(int, a=1)
print(d.copy(), d.copy().default_factory, copy.deepcopy(d), d | {'b': 2}, {'b': 2} | d, type({} | d).__name__, d.__reduce__()[:4])
d |= {'z': 0}
print(d)
attempt(lambda: d | [1])
attempt(lambda: [1] | d)
d = defaultdict(list)
d['self'] = d
print(d)
d.default_factory = d.get
print(str(d)[:30])
print(d.__missing__.__name__, defaultdict.__doc__.split('\n')[0], defaultdict.__module__, defaultdict.__mro__[1:])
attempt(setattr, defaultdict, 'x', 1)
attempt(defaultdict.__missing__, {}, 1)
attempt(defaultdict(int).__missing__)
d = defaultdict(int)
for word in 'the cat the dog'.split():
    d[word] += 1
print(sorted(d.items()), max(d, key=d.get), d['none'], len(d))
d.clear()
d.update(a=1)
print(d, d.fromkeys('ab'), type(d.fromkeys('a')).__name__, d.__class__ is defaultdict, isinstance(d, dict))
attempt(hash, d)
match d:
    case {'a': value}:
        print(value)
print(f'{d}', [*d], {**d})
