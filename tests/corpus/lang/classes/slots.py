# __slots__: members, inheritance, dicts beside them.
class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __repr__(self):
        return f'Point({self.x}, {self.y})'


p = Point(1, 2)
p.x += 10
print(p, p.x, p.y, hasattr(p, '__dict__'), Point.__slots__)
for i in range(200):
    p.x = i
    assert p.x == i and p.y == 2
try:
    p.z = 1
except AttributeError as e:
    print(e, e.name)
del p.x
try:
    p.x
except AttributeError as e:
    print(e)
try:
    del p.x
except AttributeError as e:
    print(e)
p.x = 5


class Point3(Point):
    __slots__ = 'z'

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


q = Point3(1, 2, 3)
print(q, q.z, sorted(n for n in dir(q) if not n.startswith('_')))
print(Point3.x is Point.x, Point3.z, Point.x.__get__(q), Point.y.__get__(q, Point3))


class Open(Point):
    pass


o = Open(1, 2)
o.free = 'yes'
print(o, o.free, o.__dict__, vars(o))
o.__dict__['more'] = 1
print(o.more, o.x, sorted(o.__dict__))
o.__dict__ = {'x': 'hidden', 'new': 1}
print(o.x, o.new, hasattr(o, 'free'))
del o.new
print(o.__dict__, o.y)


class WithDict:
    __slots__ = ('a', '__dict__')


w = WithDict()
w.a = 1
w.b = 2
print(w.a, w.__dict__, dir(w)[-2:])


class Weak:
    __slots__ = ('__weakref__',)


print('__weakref__' in dir(Weak()), '__dict__' in dir(Weak()))


class Mixin:
    __slots__ = ()

    def hello(self):
        return 'hello ' + str(self.x)


class Both(Mixin, Point):
    __slots__ = ()


print(Both(3, 4).hello(), hasattr(Both(1, 2), '__dict__'))


class Private:
    __slots__ = ('__secret', '__dunder__')

    def __init__(self):
        self.__secret = 1

    def get(self):
        return self.__secret


print(Private().get(), sorted(n for n in Private.__dict__ if 'secret' in n))


class Default:
    __slots__ = ('v',)

    def __getattr__(self, name):
        return 'fallback ' + name


d = Default()
print(d.v, d.w)
d.v = 1
print(d.v)


class Many:
    __slots__ = [f's{i}' for i in range(40)]


m = Many()
for i in range(40):
    setattr(m, f's{i}', i)
print(sum(getattr(m, f's{i}') for i in range(40)))


class ManyOpen(Many):
    pass


m = ManyOpen()
for i in range(40):
    setattr(m, f's{i}', i)
    setattr(m, f't{i}', -i)
print(sum(getattr(m, f's{i}') + getattr(m, f't{i}') for i in range(40)), len(m.__dict__))


class SlotList(list):
    __slots__ = ('tag',)


s = SlotList([1, 2])
s.tag = 'tag'
s.append(3)
print(s, s.tag, len(s))
try:
    s.other = 1
except AttributeError as e:
    print(e)


class Err(Exception):
    __slots__ = ('code',)


e = Err('m')
e.code = 5
print(e, e.code)
T = type('T', (), {'__slots__': iter(['i', 'j'])})
t = T()
t.i = 1
print(t.i, hasattr(t, 'j'))
