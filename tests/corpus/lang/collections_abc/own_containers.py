"""Containers made from the abstract classes: a sorted set, a case-blind mapping, a sequence of bits."""
from collections.abc import Hashable, ItemsView, KeysView, MutableMapping, MutableSequence, Reversible, Set, Sized, ValuesView


class SortedSet(Set, Hashable):
    __hash__ = Set._hash

    def __init__(self, items=()):
        self.items = sorted(set(items))

    def __contains__(self, item):
        return item in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f'S{self.items}'


a, b = SortedSet([3, 1, 2]), SortedSet('cab' and [2, 3, 4])
print(a & b, a | b, a - b, a ^ b, a & [1], [9, 1] & a, {5} | a, a - (1,), (9,) - a)
print(a == {1, 2, 3}, {1, 2, 3} == a, a < {1, 2, 3, 4}, a >= b, a.isdisjoint([7]), hash(a) == hash(SortedSet([1, 2, 3])), hash(a) == hash(frozenset([1, 2, 3])))
print({a: 'found'}[SortedSet([2, 3, 1])], isinstance(a, Reversible), isinstance(a, Sized))


class Headers(MutableMapping):
    def __init__(self, *args, **kwargs):
        self.store = {}
        self.update(*args, **kwargs)

    def __getitem__(self, key):
        return self.store[key.lower()][1]

    def __setitem__(self, key, value):
        self.store[key.lower()] = key, value

    def __delitem__(self, key):
        del self.store[key.lower()]

    def __iter__(self):
        return (key for key, _ in self.store.values())

    def __len__(self):
        return len(self.store)


h = Headers({'Host': 'a'}, accept='b')
h['HOST'] = 'c'
h.setdefault('Accept', 'ignored')
print(hasattr(h, '__ior__'))
print(dict(h), h == {'HOST': 'c', 'accept': 'b'}, 'hOsT' in h, h.get('none'), h.pop('ACCEPT'), len(h), list(h.items()))
views = h.keys(), h.values(), h.items()
h['later'] = 2
print([list(view) for view in views], [repr(view).split('.')[0] for view in views], 'LATER' in views[0], ('later', 2) in views[2], ('later', 3) in views[2], 2 in views[1])
print(views[0] & ['later'], views[2] - [('later', 2)], [isinstance(v, k) for v, k in zip(views, (KeysView, ValuesView, ItemsView))])
print(h.popitem(), h.popitem(), h.pop('gone', None))
try:
    h.popitem()
except KeyError as error:
    print('empty', error.args, error.__suppress_context__)


class Bits(MutableSequence):
    def __init__(self, number=0, size=0):
        self.number, self.size = number, size

    def _at(self, index):
        if not -self.size <= index < self.size:
            raise IndexError(f'bit {index} of {self.size}')
        return index % self.size

    def __getitem__(self, index):
        return self.number >> self._at(index) & 1

    def __setitem__(self, index, bit):
        self.number = self.number & ~(1 << self._at(index)) | bool(bit) << self._at(index)

    def __delitem__(self, index):
        at = self._at(index)
        low = self.number & (1 << at) - 1
        self.number, self.size = self.number >> at + 1 << at | low, self.size - 1

    def __len__(self):
        return self.size

    def insert(self, index, bit):
        index = max(0, min(index if index >= 0 else index + self.size, self.size))
        low = self.number & (1 << index) - 1
        self.number, self.size = self.number >> index << index + 1 | bool(bit) << index | low, self.size + 1


bits = Bits()
bits.extend([1, 0, 1, 1])
bits += (0, 1)
bits.insert(0, 0)
print(list(bits), list(reversed(bits)), bits.index(1), bits.count(1), bits.pop(), bits.pop(0), 0 in bits, bits.number)
bits.reverse()
bits.remove(0)
print([*bits], bits.index(1, 1), bits.index(1, -1), bits[-1])
bits.extend(bits)
print([*bits])
bits.clear()
for wrong in lambda: bits.pop(), lambda: bits.remove(1), lambda: bits.index(0), lambda: bits[0]:
    try:
        wrong()
    except (IndexError, ValueError) as error:
        print(type(error).__name__, error)
