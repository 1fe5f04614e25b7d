# Named tuples: construction, options, what instances offer.
from collections import namedtuple

Point = namedtuple('Point', ['x', 'y'])
p = Point(11, y=22)
print(p, p[0] + p.y, len(p), tuple(p), p == (11, 22), hash(p) == hash((11, 22)))
x, y = p
print(x, y, p._fields, Point._fields, p._asdict(), Point._field_defaults)
print(Point._make([1, 2]), p._replace(x=5), p, Point(*'ab'), Point(**{'x': 1, 'y': 2}))
print(Point.__name__, Point.__module__, Point.__doc__, Point.x.__doc__, Point.__new__.__doc__)
print(Point.__bases__, Point.__match_args__, Point.__slots__, Point.__mro__)
print(p + (3,), p * 2, p[::-1], 11 in p, p.index(22), p.count(1), p < Point(12, 0), sorted([p, Point(1, 1)]))

Account = namedtuple('Account', 'kind, owner balance', defaults=['nobody', 0])
print(Account('savings'), Account('a', 'b', 3), Account._field_defaults, Account.__new__.__defaults__)
Renamed = namedtuple('Renamed', 'abc def abc _x 1a ok', rename=True)
print(Renamed._fields, Renamed(*range(6)))
Other = namedtuple('Other', 'a', module='elsewhere')
print(Other.__module__, Other(1), Other(a=2), repr(Other((1, 2))))
Empty = namedtuple('Empty', '')
print(Empty(), Empty() == (), Empty._make([]), Empty()._asdict())


class Point3(namedtuple('Base', 'x y z', defaults=(0,))):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2 + self.z ** 2) ** 0.5

    def __add__(self, other):
        return Point3(self.x + other.x, self.y + other.y, self.z + other.z)


q = Point3(3, 4)
print(q, q.length, q + Point3(1, 1, 1), q._replace(z=12).length, type(q._replace(x=0)).__name__)
print(Point3._make('abc'), isinstance(q, tuple), q.__getnewargs__())

match p:
    case Point(a, b):
        print('matched', a, b)
match p:
    case Point(x=11, y=b):
        print('matched', b)
print('%s and %s' % p, '{0.x} {0[1]}'.format(p), f'{p!r:>20}')
rows = [Point(*row) for row in zip(range(3), range(3, 6))]
print(rows, max(rows, key=lambda r: -r.x), {r: r.y for r in rows}[Point(1, 4)])


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(Point, 1)
attempt(Point, 1, 2, 3)
attempt(Point, 1, 2, y=3)
attempt(Point, 1, z=3)
attempt(Point._make, [1])
attempt(Point._make, [1, 2, 3])
attempt(p._replace, z=1)
attempt(namedtuple, 'class', 'a')
attempt(namedtuple, 'A', 'a a')
attempt(namedtuple, 'A', 'a _b')
attempt(namedtuple, 'A', 'a if')
attempt(namedtuple, 'A', 'a 1b')
attempt(namedtuple, 'a b', 'a')
attempt(namedtuple, 'A', 'a', defaults=(1, 2))
attempt(namedtuple, 'A', [5])
attempt(setattr, p, 'x', 5)
attempt(lambda: p.z)
attempt(lambda: p[2])
