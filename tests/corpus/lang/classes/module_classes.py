"""Classes that derive from the type of modules."""
import sys
import types


class Lazy(types.ModuleType):
    """A module that computes what it lacks."""
    version = 3

    def __init__(self, name, doc=None, *, prefix='lazy'):
        super().__init__(name, doc)
        self.prefix = prefix

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return f'{self.prefix}:{name}'

    @property
    def answer(self):
        return 42

    def twice(self, x):
        return x * 2


m = Lazy('mod', 'its text', prefix='p')
print(m, type(m) is Lazy, isinstance(m, types.ModuleType), m.__name__, m.__doc__)
print(m.anything, m.answer, m.twice(4), m.version)
print(sorted(vars(m)))
m.version = 'own'
print(m.version, Lazy.version)
try:
    m.answer = 1
except AttributeError as error:
    print(error)
del m.version
print(m.version)
try:
    del m.version
except AttributeError as error:
    print(type(error).__name__)


def read(module):
    try:
        return module.prefix, module.other
    except AttributeError as error:
        return str(error)


for cls in (Lazy, types.ModuleType, Lazy):
    m.__class__ = cls
    for _ in range(40):
        read(m)
    print(read(m))


class Logged(types.ModuleType):
    log = []

    def __getattribute__(self, name):
        Logged.log.append(name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        Logged.log.append((name, value))
        super().__setattr__(name, value)

    def __delattr__(self, name):
        Logged.log.append('del ' + name)
        super().__delattr__(name)

    def __dir__(self):
        return ['only', 'these']

    def __repr__(self):
        return '<logged>'


g = Logged('g')
g.x = 1
g.x
del g.x
print(Logged.log, dir(g), g)

sys.modules['lazy_one'] = Lazy('lazy_one')
import lazy_one
from lazy_one import thing
print(lazy_one.other, thing)

empty = types.ModuleType.__new__(types.ModuleType)
print(empty, empty.__dict__, hasattr(empty, '__name__'))
empty.x = 1
print(empty.__dict__)
try:
    empty.y
except AttributeError as error:
    print(error)
types.ModuleType.__init__(empty, 'named')
print(empty, empty.x)
print(types.ModuleType('plain'), Lazy.__base__, Lazy.__mro__[1:])


def fails(call):
    try:
        call()
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error, sep=': ')


fails(lambda: types.ModuleType())
fails(lambda: types.ModuleType(1))
fails(lambda: setattr(m, '__class__', int))
fails(lambda: type('Both', (types.ModuleType, str), {}))
fails(lambda: setattr(m, '__dict__', {}))
fails(lambda: m._private)


class Hidden(types.ModuleType):
    __dict__ = property(lambda self: 'no dict')


fails(lambda: dir(Hidden('h')))
