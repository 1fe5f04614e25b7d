"""__slots__ in hierarchies: descriptors, defaults, dict and weakref slots, copies, layout conflicts, iteration over slots."""
import copy
import weakref


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Point:
    __slots__ = {'x': 'The first.', 'y': 'The second.'}

    def __init__(self, x, y=None):
        self.x = x
        if y is not None:
            self.y = y


class Named(Point):
    __slots__ = ('name', '__weakref__')


class Open(Named):
    pass


class WithDict(Point):
    __slots__ = ('__dict__', 'z')


class Shadow(Point):
    __slots__ = ('x',)


p, n, o, w, s = Point(1), Named(1, 2), Open(1, 2), WithDict(1), Shadow(5)
print(p.x, attempt(lambda: p.y), '|', attempt(setattr, p, 'z', 1), '|', attempt(lambda: p.__dict__), '|', attempt(weakref.ref, p), '|', type(weakref.ref(n)).__name__)
o.anything, w.other, w.z = 'dict', 'too', 'slot'
print(o.__dict__, w.__dict__, w.z, attempt(lambda: n.__dict__), Point.x.__doc__, Point.__slots__['y'], Named.__slots__)
print(s.x, Point.x.__get__(s) if attempt(Point.x.__get__, s) == 5 else attempt(Point.x.__get__, s), type(Point.x).__name__, repr(Point.x), Point.x.__objclass__.__name__, Point.x.__name__)
Point.x.__set__(s, 'hidden')
print(s.x, Point.x.__get__(s), Shadow.x.__get__(s), attempt(Point.x.__get__, 5), '|', attempt(Point.x.__set__, o), '|', Point.x.__get__(None, Point) is Point.x, attempt(Named.name.__get__, p))
del p.x
print(attempt(lambda: p.x), '|', attempt(delattr, p, 'x'), '|', hasattr(p, 'x'), attempt(lambda: n.name))
n.x += 10
print(n.x, [(name, getattr(n, name, 'unset')) for cls in type(n).__mro__ for name in getattr(cls, '__slots__', ()) if name != '__weakref__'])

c, d = copy.copy(n), copy.deepcopy(Named([1], {'k': [2]}))
print(c.x, c.y, attempt(lambda: c.name), d.x, d.y, n.__reduce_ex__(2)[2], p.__reduce_ex__(2)[2], o.__getstate__(), w.__getstate__())
for make in (lambda: type('A', (), {'__slots__': ('a', 'a')}), lambda: type('B', (), {'__slots__': ('1a',)}), lambda: type('C', (), {'__slots__': 'single'}).single, lambda: type('D', (), {'__slots__': ('a',), 'a': 1}), lambda: type('E', (), {'__slots__': (5,)}),
             lambda: type('F', (Point, Named), {}), lambda: type('G', (Point, type('H', (), {'__slots__': 'h'})), {}), lambda: type('I', (int,), {'__slots__': 'i'}), lambda: type('J', (tuple,), {'__slots__': ()})([1]), lambda: type('K', (Named,), {'__slots__': '__weakref__'}),
             lambda: type('L', (Open,), {'__slots__': '__dict__'}), lambda: type('M', (list,), {'__slots__': ('extra',)})([1]), lambda: sorted(type('N', (), {'__slots__': iter('xyz')}).__dict__)[-3:], lambda: type('O', (), {'__slots__': ('__dict__', '__dict__')}), lambda: type('P', (Exception,), {'__slots__': 'p'})('x').args,
             lambda: type('Q', (), {'__slots__': ()})().__class__.__name__, lambda: type('R', (), {'__slots__': ('a',)})(1), lambda: type('S', (Named, Shadow), {})):
    result = attempt(make)
    print(result if not isinstance(result, type) else result.__name__)
p.__class__ = type('Twin', (), {'__slots__': ('x', 'y')})
print(type(p).__name__, attempt(setattr, p, '__class__', Named), '|', attempt(setattr, n, '__class__', Open))


class Meta(type):
    def __new__(mcs, name, bases, namespace):
        namespace['__slots__'] = tuple(key for key in namespace.get('__annotations__', ()))
        defaults = {key: namespace.pop(key) for key in namespace['__slots__'] if key in namespace}
        cls = super().__new__(mcs, name, bases, namespace)
        cls.defaults = {**getattr(cls, 'defaults', {}), **defaults}
        return cls

    def __call__(cls, **values):
        self = super().__call__()
        for key, value in {**cls.defaults, **values}.items():
            setattr(self, key, value)
        return self


class Record(metaclass=Meta):
    def __repr__(self):
        return type(self).__name__ + str({name: getattr(self, name) for cls in reversed(type(self).__mro__) for name in getattr(cls, '__slots__', ()) if hasattr(self, name)})


class User(Record):
    name: str
    age: int = 18


class Admin(User):
    level: int = 1


print(User(name='a'), Admin(name='b', level=3), User(), attempt(lambda: User(nme=1)), Admin.__slots__, attempt(lambda: vars(Admin())))
