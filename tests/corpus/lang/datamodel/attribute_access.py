"""The order of attribute lookup: data descriptors, the instance, other descriptors, __getattr__; every hook recorded."""

log = []


class Recorder:
    """A descriptor with the hooks that its kind has."""

    def __init__(self, name):
        self.name = name

    def __set_name__(self, owner, name):
        log.append(f'set_name {owner.__name__}.{name}')


class NonData(Recorder):
    def __get__(self, instance, owner=None):
        return f'nondata {self.name} {instance is None} {owner.__name__}'


class Data(NonData):
    def __set__(self, instance, value):
        log.append(f'set {self.name}={value}')

    def __delete__(self, instance):
        log.append(f'delete {self.name}')


class SetOnly(Recorder):
    def __set__(self, instance, value):
        instance.__dict__[self.name] = value * 2


class Base:
    n = NonData('n')
    d = Data('d')
    s = SetOnly('s')
    plain = 'class'

    def __getattr__(self, name):
        if name.startswith('missing'):
            return f'getattr {name}'
        raise AttributeError(f'nothing called {name}')


b = Base()
print(log, b.n, '|', b.d, '|', b.s.__class__.__name__, b.plain, b.missing_x, Base.n, Base.s.name)
b.__dict__.update(n='own n', d='own d', s='own s', plain='own plain')
print(b.n, '|', b.d, '|', b.s, b.plain)
b.d, b.s, b.n = 1, 2, 3
del b.d
print(log[3:], b.s, b.n, vars(b))
try:
    b.other
except AttributeError as error:
    print(error)
try:
    del b.s
except AttributeError as error:
    print(error)
print(hasattr(b, 'missing_y'), hasattr(b, 'z'), getattr(b, 'z', 'default'), getattr(Base, 'missing_x', 'not on the class'))


class Total(Base):
    def __getattribute__(self, name):
        log.append(f'? {name}')
        if name == 'refused':
            raise AttributeError('by getattribute')
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        log.append(f'= {name}')
        if name == 'frozen':
            raise TypeError('frozen')
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        log.append(f'x {name}')
        super().__delattr__(name)

    def method(self):
        return self.plain


log.clear()
t = Total()
print(t.method(), t.missing_1, t.d, len(t.__dict__), log)
log.clear()
t.a = 1
t.a += 1
del t.a
for action in lambda: t.refused, lambda: setattr(t, 'frozen', 1), lambda: delattr(t, 'a'), lambda: t.a:
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)
print(log)
log.clear()
print(len([1]) and str(t)[:10] and hash(t) and bool(t), log)


class Meta(type):
    shared = 'meta'
    data = property(lambda cls: 'meta data ' + cls.__name__)

    def __getattr__(cls, name):
        return f'meta getattr {name}'


class Managed(metaclass=Meta):
    shared = 'own'
    data = 'hidden by the property of the metaclass'


print(Managed.shared, Managed.data, Managed.anything, Managed().data, type(Managed).shared, hasattr(Managed(), 'anything'))
try:
    Managed.data = 1
except AttributeError as error:
    print(error)
