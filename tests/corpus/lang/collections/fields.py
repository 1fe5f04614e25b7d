# The attributes of named tuples.
from collections import namedtuple
import copy


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


P = namedtuple('P', 'x y')
p = P(1, y=2)
print(p.x, p.y, p[0] + p.y, P.x.__doc__, repr(P.y), type(P.x).__name__, type(P.x).__module__)
attempt(setattr, p, 'x', 5)
attempt(delattr, p, 'x')
attempt(P.x.__get__, 5)
print(P.x.__get__(p), P.x.__get__(None, P) is P.x, P.x.__get__((7, 8)))
attempt(P.y.__get__, (7,))
P.x.__doc__ = 'the first'
print(P.x.__doc__, repr(P.x), P.x.__reduce__()[1])
field = type(P.x)
f = field(1, 'second')
print(f, f.__get__('ab'.__class__ and (3, 4)), copy.copy(f))
for args in ((), (1,), ('a', 'b'), (1, 2, 3)):
    attempt(field, *args)
attempt(f.__set__, (1,), 2)
attempt(f.__delete__, (1,))
attempt(type, 'Sub', (field,), {})


class Point(P):
    __slots__ = ()

    @property
    def size(self):
        return abs(self.x) + abs(self.y)


q = Point(-3, 4)
print(q, q.size, q._replace(x=1), q.x, q == (-3, 4), sorted([q, p]))


class Holder(tuple):
    third = field(2, None)


print(Holder('abc').third)
attempt(lambda: Holder('ab').third)
total = 0
for i in range(50):
    total += P(i, -1).x + P(0, i).y
print(total, [v for v in P._make([8, 9])], getattr(p, 'y'), p._asdict())
