# The weak containers as caches: entries end with their objects, also while iterating.
import copy
import gc
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name})"


class Same(Thing):
    def __eq__(self, other):
        return self.name == other.name

    def __hash__(self):
        return hash(self.name)


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


things = [Thing(name) for name in "abcd"]
values = weakref.WeakValueDictionary({thing.name: thing for thing in things}, extra=things[0])
keys = weakref.WeakKeyDictionary((thing, thing.name.upper()) for thing in things)
whole = weakref.WeakSet(things)
print(len(values), sorted(values), len(keys), sorted(keys.values()), len(whole))
print(values["a"] is values["extra"], values.get("z"), values.get("z", 5), "a" in values, keys[things[1]], things[1] in keys)
fails(values.__getitem__, "z")
fails(keys.__getitem__, Thing("z"))
fails(values.__setitem__, "five", 5)
fails(keys.__setitem__, 5, "five")
fails(whole.add, 5)
fails(weakref.WeakValueDictionary, 5)
fails(weakref.WeakKeyDictionary, 5)
fails(weakref.WeakSet, 5)
fails(weakref.WeakKeyDictionary, {}, {})
print(values.setdefault("a", things[3]) is things[0], keys.setdefault(things[3], "other"), keys.pop(things[3]), keys.pop(things[3], "none"))
fails(keys.pop, things[3])
fails(values.pop, "nothing")
fails(whole.remove, Thing("z"))
whole.discard(Thing("z"))
gone = things.pop(1)
seen = []
for name in list(values):
    seen.append(name)
    if gone is not None:
        gone = None
        gc.collect()
print(sorted(seen), sorted(values), sorted(thing.name for thing in whole), len(keys))
iterator = iter(values.items())
first = next(iterator)
things.pop()
gc.collect()
rest = sorted(name for name, thing in iterator)
print(len(rest) < 4, len(values))
del first, iterator
gc.collect()
print(sorted(values), sorted(keys.values()), whole == {*things}, whole <= {*things}, [thing.name for thing in whole - {things[0]}])
print(sorted(ref().name for ref in values.valuerefs()), len(keys.keyrefs()), sorted(thing.name for thing in values.values()))
both = values | {"new": things[0]}
print(type(both).__name__, sorted(both), sorted(values), copy.copy(values) == values, keys.copy() == keys)
keep = Same("k")
table = weakref.WeakKeyDictionary({keep: 1})
table[Same("k")] = 2
gc.collect()
print(dict(table), Same("k") in table, table.popitem(), len(table))
union = whole | {keep}
print(type(union).__name__, len(union), len(whole & union), keep in union, whole.isdisjoint({keep}), whole < union)
union.clear()
whole.update([keep])
whole ^= {things[0]}
print(sorted(thing.name for thing in whole), whole.pop() is not None)
things.clear()
keep = thing = both = None
gc.collect()
print(len(values), len(keys), len(whole), list(values.items()), not whole)
fails(whole.pop)
fails(values.popitem)
