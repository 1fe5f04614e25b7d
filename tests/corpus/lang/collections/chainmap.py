# ChainMap.
from collections import ChainMap


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


base, user = {'colour': 'red', 'size': 1}, {'size': 2, 'name': 'me'}
c = ChainMap(user, base)
print(c, c['size'], c['colour'], c.get('none'), c.get('name'), 'colour' in c, len(c), list(c), dict(c))
c['size'] = 3
c['new'] = True
print(user, base, c.maps, list(c.items()), list(c.keys()), list(c.values()))
child = c.new_child()
child['colour'] = 'blue'
print(child, child.parents == c, c.new_child({'a': 1}, b=2), c.new_child(x=1).maps[0])
del child['colour']
print(child['colour'], child.pop('none', 5), bool(ChainMap()), bool(child), ChainMap())
print(c | {'z': 1}, {'z': 1, 'size': 0} | c, ChainMap.fromkeys('ab', 0), ChainMap.fromkeys('a'))
c |= {'extra': 1}
print(c.maps[0], c.copy() == c, c.copy().maps[1] is base, c.copy().maps[0] is user, c == dict(c))
print(c.pop('extra'), c.setdefault('size', 9), c.setdefault('later', 9), c.popitem())
c.update(q=1)
c.clear()
print(c, sorted(c))
base['own'] = c
print(c)


class Default(ChainMap):
    def __missing__(self, key):
        return key.upper()


d = Default({'a': 1})
print(d['b'], d.get('b', 'default'), d)
attempt(lambda: c['nope'])
attempt(c.__delitem__, 'colour')
attempt(c.pop, 'colour')
attempt(c.popitem)
attempt(lambda: c | 5)
attempt(lambda: 5 | c)
attempt(hash, c)
attempt(c.update, 5)
attempt(lambda: ChainMap()[1])
