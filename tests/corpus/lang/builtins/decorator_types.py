"""classmethod, staticmethod and property as objects: what they wrap, keep, refuse and how they stack."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def plain(*args):
    """Documented."""
    return args


plain.extra = 'kept'
s, c = staticmethod(plain), classmethod(plain)
for wrapped in s, c:
    print(type(wrapped).__name__, wrapped.__func__ is plain, wrapped.__wrapped__ is plain, wrapped.__doc__, wrapped.__name__, hasattr(wrapped, 'extra'), wrapped.__isabstractmethod__)
    print(sorted(vars(wrapped)), str(wrapped).startswith('<' + type(wrapped).__name__ + '(<function plain'))
print(s(1, 2), attempt(c, 1), '|', s.__get__(5)(3), c.__get__(5)(), c.__get__(None, str)(1), attempt(s.__get__) )
s.note = 'own'
print(s.note, hasattr(plain, 'note'))


class Things:
    number = property(lambda self: 5, doc='five')
    make = classmethod(lambda cls, *args: (cls.__name__, args))
    same = staticmethod(len)
    both = classmethod(property(lambda cls: cls.__name__ + '!'))
    nested = staticmethod(staticmethod(plain))
    typed = classmethod(dict)

    @staticmethod
    def helper(x, *, y=2):
        return x + y

    used_in_body = helper(1)


t = Things()
print(t.number, Things.make(1), t.make(), t.same('abc'), Things.both, t.both, t.nested(4), Things.used_in_body)
print(Things.make.__self__ is Things, Things.helper is Things.__dict__['helper'].__func__, attempt(lambda: Things.typed))
print(attempt(property, 1, 2, 3, 4, 5), '|', attempt(classmethod), '|', attempt(staticmethod, 1, 2), '|', attempt(classmethod, f=plain))
print(attempt(setattr, t, 'number', 6), '|', attempt(delattr, t, 'number'), '|', attempt(setattr, t, 'make', 6), t.make)
print(attempt(staticmethod(5)), '|', attempt(lambda: classmethod(5).__get__(1)()), '|', attempt(lambda: classmethod(5).__name__))
print(attempt(classmethod), attempt(property, fget=plain, bad=1), '|', attempt(staticmethod), '|', attempt(lambda: staticmethod(function=1)))
print(attempt(tuple, 5), '|', attempt(tuple, [1], [2]), '|', attempt(tuple, iterable=[1]), '|', attempt(tuple.index, (1,), 2))


class Sub(Things):
    @classmethod
    def make(cls, *args):
        return 'sub', super().make(*args)

    @staticmethod
    def helper(x):
        return Things.helper(x, y=10)


print(Sub.make(2), Sub().helper(1), Sub.both)
