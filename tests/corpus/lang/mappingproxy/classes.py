# `__dict__` of classes, and which built-in types have no hash.
import types
from collections.abc import Hashable, Mapping


class Base:
    """Its doc."""
    x = 1

    def method(self):
        return self.x


class Slotted:
    __slots__ = ('a', '__dict__')


class Bare:
    __slots__ = ()


class Child(Base):
    y = 2


print(type(Base.__dict__) is types.MappingProxyType, type(vars(Base)).__name__)
print(list(Base.__dict__))
print(list(Child.__dict__))
print(list(Slotted.__dict__))
print(list(Bare.__dict__))
print(Base.__dict__['x'], Base.__dict__['__doc__'], Base.__dict__['__module__'])
print(Base.__dict__['__dict__'], Base.__dict__['__weakref__'])
view = Base.__dict__
Base.z = 3
del Base.x
print('z' in view, 'x' in view, view['z'], view.get('x', 'gone'))
for change in (lambda: view.update(a=1), lambda: view.__setitem__('a', 1), lambda: exec("view['a'] = 1")):
    try:
        change()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
try:
    Base.__dict__ = {}
except AttributeError as e:
    print(e)
copied = dict(Base.__dict__)
made = type('Made', (), {k: v for k, v in copied.items() if k not in ('__dict__', '__weakref__')})
print(made.z, made().method.__name__)
base = Base()
base.own = 1
print(Base.__dict__['__dict__'].__get__(base), Base.__weakref__.__get__(base))
print('append' in list.__dict__, list.__dict__['append'] is list.append, 'keys' in vars(dict))
print(isinstance(view, Mapping), isinstance(view, Hashable))

for kind in (list, dict, set, bytearray, slice, type({}.keys()), type({}.items()), type(view)):
    print(kind.__name__, kind.__hash__, issubclass(kind, Hashable))
for kind in (tuple, frozenset, bytes, str, int, float, range, type(None), type({}.values()), type(len), memoryview):
    print(kind.__name__, kind.__hash__ is not None, issubclass(kind, Hashable))
for value in ([], {}, set(), bytearray(), slice(1, 2), {}.keys(), {}.items(), view):
    try:
        hash(value)
    except TypeError as e:
        print(e)
    try:
        {value: 1}
    except TypeError as e:
        print(e)
print(hash({}.values()) is not None)


class Listed(list):
    pass


class Hashed(list):
    __hash__ = object.__hash__


print(Listed.__hash__, isinstance(Listed(), Hashable), isinstance(Hashed(), Hashable))
