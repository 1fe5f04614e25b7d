"""Cooperative super() through diamonds, mixins and class methods; C3 orders; super in odd places; name mangling."""


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Root:
    def __init__(self, **kwargs):
        self.order = ['Root']
        if kwargs:
            raise TypeError(f'left over: {kwargs}')

    def name(self):
        return ['Root']

    @classmethod
    def make(cls):
        return [cls.__name__]

    @property
    def size(self):
        return 1


def layer(label, *bases):
    class Layer(*bases):
        def __init__(self, **kwargs):
            kwargs.pop(label, None)
            super().__init__(**kwargs)
            self.order.append(label)

        def name(self):
            return [label] + super().name()

        @classmethod
        def make(cls):
            return [label] + super().make()

        @property
        def size(self):
            return super().size + 1
    Layer.__name__ = label
    return Layer


A = layer('A', Root)
B = layer('B', Root)
C = layer('C', Root)
AB, BC = layer('AB', A, B), layer('BC', B, C)
D = layer('D', AB, BC)
d = D(A=1, D=2, BC=3)
print([cls.__name__ for cls in D.__mro__], d.name(), D.make(), d.order, d.size, attempt(lambda: D(X=1)))
print(attempt(layer, 'Bad', A, AB).replace('\n', ' '), '|', attempt(layer, 'Bad', layer('X', A, B), layer('Y', B, A)).replace('\n', ' '), '|', attempt(layer, 'Twice', A, A))
print(super(AB, d).name(), super(B, d).name(), super(Root, D).make if hasattr(super(Root, D), 'make') else 'nothing', super(C, D).make(), super(D, d).size, attempt(super, AB, C()), '|', attempt(super, 5))
s = super(A, d)
print(s.__thisclass__.__name__, s.__self__ is d, s.__self_class__.__name__, repr(super(A)), attempt(lambda: s.missing), '|', attempt(setattr, s, 'x', 1), '|', super(A).__get__(d).name())


class Odd(Root):
    attribute = 'class'

    def comprehension(self):
        return [super(Odd, self).name() for _ in range(1)], attempt(lambda: [super().name() for _ in range(1)])

    def nested(self):
        def inner():
            return super().name()
        return attempt(inner)

    def nested_arg(self):
        def inner(me):
            return super().name()
        return inner(self)

    def reassigned(self):
        self = D()
        return attempt(lambda: super(D, self).name())

    def deleted(self):
        del self
        return super()

    def cell(self):
        return __class__.__name__, lambda: __class__

    @staticmethod
    def static(x):
        return super().name()

    def generator(self):
        yield super().name()
        yield from super().name()

    def __getattr__(self, name):
        return super().__getattribute__(name) if name == 'order2' else f'getattr {name}'


o = Odd()
print(o.comprehension(), o.nested(), o.nested_arg(), o.reassigned(), attempt(o.deleted), o.cell()[0], o.cell()[1]() is Odd, attempt(Odd.static, o), '|', attempt(Odd.static, 5), '|', list(o.generator()), o.thing, attempt(lambda: o.order2))
detached = Root.name
Root.late = lambda self: super(Root, self).__repr__()[:9]
print(o.late())


class Private:
    __value = 1
    __slots__ = ('__slot', '_single', '__both__')

    def __init__(self):
        self.__slot = self.__method()

    def __method(self):
        return 'mangled', self.__value

    def look(self, other):
        return other.__slot, getattr(other, '__slot', 'no such name'), [name for name in dir(other) if 'rivate' in name]

    def local(self):
        __local = 1
        global __global
        __global = 2
        import string as __module
        return sorted(locals()), '_Private__global' in globals(), [__x for __x in 'a']

    class __Inner:
        __deep = 'deep'

        def get(self):
            return self.__deep

    def inner(self):
        return self.__Inner().get(), self.__Inner.__name__, f'{self.__value}', (lambda __arg: __arg)(3), {'__key': 1}, attempt(lambda: dict(__k=1))


class _Under(Private):
    __value = 2

    def both(self):
        return self.__value, self._Private__value, attempt(lambda: self.__slot)


class __(Private):
    __kept = 'class of underscores only'

    def get(self):
        return self.__kept


p = Private()
print(p.look(p), p.local(), p.inner(), _Under().both(), __().get(), attempt(lambda: p.__slot), Private.__slots__)
try:
    p.__missing
except AttributeError as error:
    print(error)
