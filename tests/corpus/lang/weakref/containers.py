# Weak dictionaries and sets: what they hold, and that it goes.
import gc
import weakref
from copy import copy


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Thing({self.name!r})"


a, b, c = (Thing(name) for name in "abc")
values = weakref.WeakValueDictionary({"a": a}, b=b)
values["c"] = c
print(len(values), sorted(values), values["a"], values.get("x", "none"), "b" in values)
print(sorted(values.items()), sorted(map(repr, values.values())), len(values.valuerefs()))
print(sorted(ref().name for ref in values.itervaluerefs()))
del c
gc.collect()
print(sorted(values.keys()), "c" in values)
print(values.setdefault("d", a), values.setdefault("a", b), values.pop("d"), values.pop("x", 5))
print(sorted((values | {"e": a}).keys()), sorted(copy(values)), sorted(values.copy()))
values.update({"f": b})
del values["f"]
for action in (lambda: values["zz"], lambda: values.pop("zz"), lambda: values.__delitem__("zz"),
               lambda: values.__setitem__("n", 5)):
    try:
        action()
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)

keys = weakref.WeakKeyDictionary()
keys[a] = 1
keys[b] = 2
temporary = Thing("t")
keys[temporary] = 3
print(len(keys), keys[a], keys.get(temporary), a in keys, 5 in keys)
del temporary
gc.collect()
print(len(keys), sorted((k.name, v) for k, v in keys.items()), len(keys.keyrefs()))
print(keys.pop(a), keys.pop(a, "gone"), keys.setdefault(a, 9), sorted(keys.values()))
for action in (lambda: keys[Thing("x")], lambda: keys.__setitem__(3, 1)):
    try:
        action()
    except (KeyError, TypeError) as error:
        print(type(error).__name__)
print(sorted(k.name for k in keys.copy()), len(keys | {b: 5}))

members = weakref.WeakSet([a, b])
members.add(Thing("gone at once"))
gc.collect()
print(len(members), a in members, 3 in members, sorted(m.name for m in members))
other = weakref.WeakSet([b])
print([sorted(m.name for m in s) for s in (members & other, members | other, members - other,
                                           members ^ other)])
print(other <= members, other < members, members >= other, members == weakref.WeakSet([b, a]),
      members.isdisjoint([a]), members.issuperset(other), other.issubset(members))
members.discard(b)
members.remove(a)
print(len(members))
for action in (members.pop, lambda: members.remove(a), lambda: members.add(1)):
    try:
        action()
    except (KeyError, TypeError) as error:
        print(type(error).__name__)
members.update([a])
print(members.pop(), len(members))
