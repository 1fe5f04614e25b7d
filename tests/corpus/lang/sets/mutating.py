# Elements whose methods change the set that is being looked at.
class Key:
    def __init__(self, n, work=None):
        self.n = n
        self.work = work

    def __hash__(self):
        return 1

    def __eq__(self, other):
        if self.work:
            work, self.work = self.work, None
            work()
        return isinstance(other, Key) and self.n == other.n

    def __repr__(self):
        return f'K{self.n}'


s = set()
s.add(Key(1, lambda: s.clear()))
s.add(Key(2))
print(s)
s = {Key(1, lambda: s.add('x'))}
s.add(Key(2))
print(sorted(map(str, s)))
s = {Key(1, lambda: s.update(range(100)))}
print(Key(1) in s, len(s))
s = {Key(1, lambda: s.clear())}
print(Key(1) in s, s)
s = {Key(1, lambda: s.clear())}
s.discard(Key(1))
print(s)
s = {Key(1, lambda: s.clear()), 5}
try:
    s.remove(Key(1))
    print('removed')
except KeyError as e:
    print(repr(e))
a = {Key(1), Key(2), Key(3)}
b = {Key(1, lambda: b.clear())}
print(len(a & b) <= 1, b)
b = {Key(i) for i in range(4)}
c = {Key(0), Key(1), Key(2), Key(9)}
min(c, key=lambda k: k.n).work = lambda: c.clear()
print(len(b - c) <= 4, len(c) <= 4)
c = {Key(0), Key(1)}
min(c, key=lambda k: k.n).work = lambda: c.update([7, 8, 9])
c |= {Key(0), Key(1), Key(2)}
print(sorted(map(str, c)))
d = {Key(0, lambda: d.clear())}
d ^= {Key(0), Key(1)}
print(len(d) <= 2)
e = {Key(0), Key(1)}
min(e, key=lambda k: k.n).work = lambda: e.clear()
f = {Key(0), Key(1)}
print(e <= f or True, e == f or True)


class Raises:
    def __hash__(self):
        return 2

    def __eq__(self, other):
        raise ValueError('eq')


r = {Raises()}
for work in (lambda: Raises() in r, lambda: r.add(Raises()), lambda: r.discard(Raises()), lambda: r.remove(Raises()),
             lambda: r | {Raises()}, lambda: r & {Raises()}, lambda: r - {Raises()}, lambda: r ^ {Raises()},
             lambda: r == {Raises()}, lambda: r <= {Raises()}, lambda: r.isdisjoint([Raises()]),
             lambda: {Raises(), Raises()}, lambda: set([Raises(), Raises()]), lambda: r.union([Raises()]),
             lambda: r.issuperset([Raises()]), lambda: r.update(dict.fromkeys([Raises()]))):
    try:
        work()
        print('no error')
    except ValueError as error:
        print('ValueError', error, len(r))


class Shown:
    def __repr__(self):
        shown.clear()
        return 'shown'


shown = {Shown()}
print(shown, shown)
