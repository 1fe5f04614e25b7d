# The methods that the abstract classes bring along.
from collections.abc import (
    AsyncGenerator, AsyncIterator, Coroutine, Generator, Iterator, Mapping, MutableMapping,
    MutableSequence, MutableSet, Sequence, Set,
)


class Bag(Set):
    def __init__(self, items=()):
        self.items = []
        for each in items:
            if each not in self.items:
                self.items.append(each)

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def __repr__(self):
        return f'{type(self).__name__}({self.items})'


class OpenBag(Bag, MutableSet):
    def add(self, value):
        if value not in self.items:
            self.items.append(value)

    def discard(self, value):
        if value in self.items:
            self.items.remove(value)


a, b = Bag([1, 2, 3]), Bag([3, 4])
print(a & b, a | b, a - b, a ^ b, a & [1, 9], [1, 9] & a, [9, 1] | b, [9, 3] - b, [9, 3] ^ b)
print(a <= b, Bag([1]) < a, a >= Bag([1]), a > a, a == Bag([3, 2, 1]), a != b, a == 5)
print(a.isdisjoint(b), a.isdisjoint([7]), a == {1, 2, 3}, {1, 2, 3} == a, {1} < a)
print(a._hash() == Bag([3, 1, 2])._hash(), Bag([1])._from_iterable([5]))
o = OpenBag([1, 2, 3])
o |= [4, 5]
o &= [1, 4, 5]
print(o)
o ^= [5, 6]
o -= [1]
print(o)
o.remove(4)
print(o, o.pop(), o)
o.add(1)
o ^= o
print(o, len(o))
o |= [1, 2]
o -= o
print(o)
o.add(3)
o.clear()
print(o)


class Map(MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, key):
        return self.d[key]

    def __setitem__(self, key, value):
        self.d[key] = value

    def __delitem__(self, key):
        del self.d[key]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


m = Map()
m.update({'a': 1}, b=2)
m.update([('c', 3)])
m.update(m)
print(list(m.keys()), list(m.values()), list(m.items()), 'a' in m, 'z' in m)
print(m.get('a'), m.get('z'), m.get('z', 0), m.setdefault('d', 4), m.setdefault('a', 9))
print(m.pop('a'), m.pop('a', None), m.popitem(), m == {'c': 3, 'd': 4}, m != {}, m == 3)
print(2 in m.values(), 4 in m.values(), ('c', 3) in m.items(), ('c', 4) in m.items(), 'c' in m.keys())
print(sorted(m.keys() & ['c', 'x']), sorted(m.keys() | {'e'}), m.items() - [('c', 3)], len(m.values()))
m.clear()
print(len(m), m.keys() == set(), isinstance(m, Mapping))


class Items(MutableSequence):
    def __init__(self, items=()):
        self.l = list(items)

    def __getitem__(self, i):
        return self.l[i]

    def __setitem__(self, i, x):
        self.l[i] = x

    def __delitem__(self, i):
        del self.l[i]

    def __len__(self):
        return len(self.l)

    def insert(self, i, x):
        self.l.insert(i, x)


s = Items('abcb')
print(list(s), list(reversed(s)), 'b' in s, 'z' in s, s.index('b'), s.index('b', 2), s.index('b', -1))
print(s.count('b'), s.pop(), s.pop(0), s.l)
s.append('x')
s.extend('yz')
s += 'w'
s.extend(s)
s.reverse()
s.remove('x')
print(s.l, isinstance(s, Sequence))
s.clear()
print(s.l)


class Count(Generator):
    n = 0

    def send(self, value):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n, value

    def throw(self, typ, val=None, tb=None):
        super().throw(typ, val, tb)


print(list(Count()), next(Count()), Count().send(5), Count().close(), isinstance(Count(), Iterator))


class Co(Coroutine):
    def __await__(self):
        return iter(())

    def send(self, value):
        return value

    def throw(self, typ, val=None, tb=None):
        super().throw(typ, val, tb)


print(Co().send(3), Co().close())


class Steps(AsyncIterator):
    n = 0

    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return self.n


class Sends(AsyncGenerator):
    async def asend(self, value):
        return 'sent', value

    async def athrow(self, typ, val=None, tb=None):
        await super().athrow(typ, val, tb)


async def main():
    print([n async for n in Steps()], await Sends().__anext__(), await Sends().aclose())


try:
    main().send(None)
except StopIteration:
    print('done')
