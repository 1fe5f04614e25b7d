# defaultdict and OrderedDict.
from collections import OrderedDict, defaultdict


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


d = defaultdict(list)
for key, value in [('a', 1), ('b', 2), ('a', 3)]:
    d[key].append(value)
print(d, d['c'], d.get('z'), 'z' in d, len(d), d.default_factory, d == {'a': [1, 3], 'b': [2], 'c': []})
print(defaultdict(int, {'x': 1}, y=2), defaultdict(None, a=1), defaultdict())
e = d.copy()
print(type(e).__name__, e == d, e['a'] is d['a'], e.default_factory)
print(defaultdict(int, a=1) | {'b': 2}, {'b': 2} | defaultdict(int, a=1))
f = defaultdict(int)
f |= {'q': 1}
f['q'] += 5
f['r'] -= 1
print(f, dict(f))
d['self'] = d
print(repr(d) == repr(d), str(d)[:40])
f.default_factory = None
attempt(lambda: f['nope'])
attempt(defaultdict, 5)
attempt(defaultdict, int, 5)
attempt(defaultdict(lambda: 1 // 0).__getitem__, 'a')
attempt(defaultdict(int).__missing__, 'a')
attempt(defaultdict(list).__getitem__, [])


class Sub(defaultdict):
    def __missing__(self, key):
        self[key] = value = self.default_factory(key)
        return value


print(Sub(len)['four'], Sub(str))

o = OrderedDict([('a', 1), ('b', 2)], c=3)
print(o, list(o), list(reversed(o)), o.keys(), o.values(), o.items(), OrderedDict())
o.move_to_end('a')
print(o)
o.move_to_end('c', last=False)
print(o, list(o.items()), list(reversed(o.items())), list(reversed(o.values())), list(reversed(o.keys())))
print(o.popitem(), o.popitem(last=False), o, o.pop('b'), o.pop('b', 'gone'), len(o))
o['z'] = 1
o.setdefault('y', 2)
o.setdefault('z', 3)
o.update([('x', 5)], w=6)
del o['y']
o['y'] = 7
print(o, o.copy() == o, type(o.copy()).__name__, bool(o))
a, b = OrderedDict(p=1, q=2), OrderedDict(q=2, p=1)
print(a == b, a != b, a == dict(b), dict(a) == b, a == OrderedDict(a), a == 5, list(a) == list(b))
print(a | {'r': 3}, {'r': 3} | a, OrderedDict.fromkeys('abc', 0), OrderedDict.fromkeys('ab'))
a |= {'s': 4}
print(a, 'p' in a.keys(), ('p', 1) in a.items(), a.keys() & {'p'}, 4 in a.values())
print(a.get('p'), a.get('none'), isinstance(a, dict), sorted(a), max(a, key=a.get))
a['me'] = a
print(a)
a.clear()
print(a)
attempt(a.popitem)
attempt(a.pop, 'k')
attempt(a.move_to_end, 'k')
attempt(lambda: a['k'])
attempt(OrderedDict, 5)
attempt(OrderedDict, [1, 2])
attempt(OrderedDict().__delitem__, 3)


class Upper(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


u = Upper(a=1)
u.update(b=2)
u.setdefault('c', 3)
print(u, Upper.fromkeys('xy'), u.copy())
