"""__getattribute__, __getattr__ and the rest of attribute access where they are no plain functions."""


class Hook:
    """Bound to the object, it answers for a name or refuses."""

    def __init__(self, label, known=()):
        self.label, self.known, self.calls = label, known, 0

    def __get__(self, obj, owner=None):
        def answer(name):
            self.calls += 1
            if name in self.known:
                return f'{self.label}:{name}'
            raise AttributeError(f'{self.label} lacks {name}')
        return answer


def attempt(obj, name):
    try:
        return getattr(obj, name)
    except AttributeError as error:
        return f'AttributeError({error})'


class OnlyGetattribute:
    __getattribute__ = Hook('all', ('a',))


class OnlyGetattr:
    __getattr__ = Hook('late', ('b',))
    a = 'plain'


first, second = Hook('first', ('a',)), Hook('second', ('b',))


class Both:
    __getattribute__ = first
    __getattr__ = second


for cls in (OnlyGetattribute, OnlyGetattr, Both):
    obj = cls()
    print(cls.__name__, [attempt(obj, name) for name in 'abc'])
print(first.calls, second.calls)


def direct():
    b = Both()
    print(b.a, b.b)
    try:
        b.c
    except AttributeError as error:
        print(error)
    print(OnlyGetattr().b, OnlyGetattr().a)


direct()
print(first.calls, second.calls)


class Once:
    """A hook that fails is asked once."""
    asked = []

    def __getattr__(self, name):
        Once.asked.append(name)
        raise AttributeError(name)


for _ in range(2):
    try:
        Once().missing
    except AttributeError as error:
        print(error, hasattr(Once(), 'other'))
    try:
        Once().method()
    except AttributeError as error:
        print(error)
print(Once.asked)


class Failing:
    """A property that raises AttributeError leaves it to __getattr__."""

    @property
    def x(self):
        raise AttributeError('from the property')

    def __getattr__(self, name):
        return 'instead of ' + name


print(Failing().x, getattr(Failing(), 'x'), Failing().y)


class Static:
    @staticmethod
    def __getattr__(name):
        return 'static ' + name


print(Static().anything)


class Store(dict):
    """Built-in methods as hooks."""
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__
    __neg__ = dict.copy


s = Store()
s.x = 1
setattr(s, 'y', 2)
print(s, -s == s, type(-s))
del s.x
print(s)


class Meta(type):
    pass


class OnlySet:
    def __set__(self, obj, value):
        print('set', value)


class Cls(metaclass=Meta):
    pass


Cls.z = 1
Meta.z = OnlySet()
print(Cls.z)
Cls.z = 5
print(Cls.z)


class Jump(type):
    def __setattr__(cls, name, value):
        object.__setattr__(cls, name, value)

    def __delattr__(cls, name):
        object.__delattr__(cls, name)


class Jumped(metaclass=Jump):
    here = 1


for change in (lambda: setattr(Jumped, 'x', 1), lambda: delattr(Jumped, 'here')):
    try:
        change()
    except TypeError as error:
        print(error)
type.__setattr__(Jumped, 'x', 2)
print(Jumped.x, type.__getattribute__(Jumped, 'here'))
type.__delattr__(Jumped, 'x')
print(hasattr(Jumped, 'x'))
