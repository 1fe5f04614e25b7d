# A read-only view of a mapping: its methods, its operators, its text.
from types import MappingProxyType
from collections import ChainMap, OrderedDict

plain = {'a': 1, 'b': 2}
proxy = MappingProxyType(plain)
print(proxy, str(proxy), repr(proxy), len(proxy), bool(proxy), bool(MappingProxyType({})))
print(proxy['a'], proxy.get('a'), proxy.get('z'), proxy.get('z', 3), 'a' in proxy, 'z' in proxy)
print(list(proxy), list(reversed(proxy)), proxy.keys(), proxy.values(), proxy.items())
print([k for k in proxy], dict(proxy), {**proxy, 'c': 3}, sorted(proxy.items()))

# It shows what the mapping becomes.
plain['c'] = 3
print(proxy['c'], len(proxy), list(proxy))
copied = proxy.copy()
copied['d'] = 4
print(type(copied), len(plain), len(copied))

# Operators work on what is shown.
print(proxy | {'x': 9}, {'x': 9} | proxy, proxy | proxy, type(proxy | {}))
print(proxy == plain, plain == proxy, proxy == MappingProxyType(dict(plain)), proxy != plain, proxy != {})
other = proxy
try:
    other |= {'q': 1}
except TypeError as e:
    print(e)


def attempt(f, *args):
    try:
        print('ok', f(*args))
    except Exception as e:
        print(type(e).__name__, e)


def assign():
    proxy['a'] = 5


def delete():
    del proxy['a']


attempt(assign)
attempt(delete)
attempt(lambda: proxy['none'])
attempt(lambda: proxy.clear())
attempt(lambda: proxy < proxy)
attempt(lambda: proxy + proxy)
attempt(lambda: setattr(proxy, 'x', 1))
attempt(hash, proxy)
attempt(MappingProxyType)
attempt(MappingProxyType, [1])
attempt(MappingProxyType, (1, 2))
attempt(MappingProxyType, 5)
attempt(MappingProxyType, None)
attempt(lambda: type('Sub', (MappingProxyType,), {}))
print(MappingProxyType('text'), len(MappingProxyType('text')), MappingProxyType(mapping={1: 2}))
print(MappingProxyType[int, str], MappingProxyType.__hash__)

# Any mapping can be shown.
chain = MappingProxyType(ChainMap({'a': 1}, {'b': 2}))
print(chain, chain['b'], sorted(chain), chain.get('c', 'no'))
ordered = MappingProxyType(OrderedDict(x=1, y=2))
print(ordered, list(reversed(ordered)), ordered.copy())


class Mine:
    def __getitem__(self, key):
        return key * 2

    def __len__(self):
        return 7

    def keys(self):
        return ['k']

    def __repr__(self):
        return 'Mine!'


mine = MappingProxyType(Mine())
print(mine, mine['ab'], len(mine), mine.keys(), dict(mine))
attempt(lambda: mine.items())
attempt(lambda: mine.get('x'))
match proxy:
    case {'a': 1, **rest}:
        print('matched', rest)
