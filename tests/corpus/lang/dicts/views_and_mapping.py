"""Views of dictionaries: the mapping behind them, disjointness, and what neither view nor proxy lets through."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


stock = {'apple': 3, 'pear': 0}
keys, values, items = stock.keys(), stock.values(), stock.items()
for view in keys, values, items:
    print(type(view).__name__, type(view.mapping).__name__, view.mapping, view.mapping == stock)
stock['fig'] = 7
print(keys.mapping['fig'], values.mapping.get('none', 'nothing'), items.mapping | {'x': 1})
print(attempt(keys.mapping.__class__.__setitem__ if hasattr(type(keys.mapping), '__setitem__') else len))
try:
    items.mapping['fig'] = 8
except TypeError as error:
    print(error)
for view in keys, values, items:
    print(attempt(setattr, view, 'mapping', {}), '|', attempt(setattr, view, 'other', {}))

print(keys.isdisjoint(['plum']), keys.isdisjoint(['plum', 'fig']), keys.isdisjoint({'apple': 1}), keys.isdisjoint(()))
print(items.isdisjoint([('apple', 4)]), items.isdisjoint([('apple', 3)]), items.isdisjoint({'pear': 0}.items()), items.isdisjoint('ab'))
print(items.isdisjoint(items), {}.items().isdisjoint({}.items()), keys.isdisjoint(keys), hasattr(values, 'isdisjoint'))
print(attempt(keys.isdisjoint), '|', attempt(keys.isdisjoint, 5), '|', attempt(items.isdisjoint, None), '|', attempt(items.isdisjoint, [[]]))
print(attempt(keys.isdisjoint, [[]]), '|', attempt(items.isdisjoint), '|', attempt(items.isdisjoint, [('apple', [])]))
print(attempt(dict.keys, []), '|', attempt(dict.values), '|', attempt(dict.items, {}, 1), '|', attempt({}.keys, 1))
proxy = type.__dict__['__dict__'].__get__(type('Plain', (), {'a': 1}))
print(type(proxy).__name__, 'a' in proxy.keys(), 1 in proxy.values(), proxy.items().isdisjoint([]))
print(attempt(proxy.keys, 1), '|', attempt(proxy.values, 1), '|', attempt(proxy.items, 1), '|', attempt(type(proxy).keys, {}))


class Ordered(dict):
    def keys(self):
        return 'not asked'

    def __iter__(self):
        return iter(['own', 'order'])


odd = Ordered(a=1)
print(list(odd), list(odd.items()), [*odd.values()], odd.keys(), {**{'z': 0}, **dict(odd.items())}, attempt(lambda: {**odd}))
print(len(keys), 'apple' in keys, ('fig', 7) in items, ['fig', 7] in items, ('fig',) in items, 7 in values, [1] in values)
print(reversed(keys).__length_hint__(), list(reversed(items)), next(reversed(values)), attempt(lambda: keys[0]), '|', attempt(hash, keys))
