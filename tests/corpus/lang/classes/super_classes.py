"""Classes that derive from super, proxies in super(), and super objects without a class."""


class A:
    def who(self):
        return 'A'

    @classmethod
    def made(cls):
        return 'made by ' + cls.__name__

    value = property(lambda self: 'value of A')


class B(A):
    def who(self):
        return 'B' + super().who()


class loud(super):
    """Notes how many arguments it was given."""

    def __init__(self, *args):
        super(loud, self).__init__(*args)
        self.note = len(args)


class C(B):
    def who(self):
        return 'C' + loud(C, self).who()

    @classmethod
    def made(cls):
        return 'C: ' + loud(C, cls).made()


c = C()
print(c.who(), C.made(), loud(C, c).value)
s = loud(C, c)
print(type(s).__name__, s.note, s.__thisclass__, s.__self__ is c, s.__self_class__)
print(isinstance(s, super), repr(s).startswith('<super: <class'), loud.__mro__)
C._C__late = loud(C)


class D(C):
    pass


def late(self):
    bound = self._C__late
    return type(bound).__name__, bound.who()


print(late(c), late(D()))
unbound = loud(C)
print(unbound.__self__, unbound.__thisclass__, unbound.__get__(None, C) is unbound)
print(unbound.__get__(c).who(), type(unbound.__get__(c)))
bare = super.__new__(super)
print(bare, bare.__thisclass__, bare.__self__)
try:
    bare.who
except AttributeError as error:
    print(error)
bare.__init__(B, c)
print(bare.who())


class Proxy:
    """Says by __class__ what it stands for."""

    def __init__(self, obj):
        self.obj = obj

    def __getattribute__(self, name):
        if name in ('obj', '__dict__'):
            return object.__getattribute__(self, name)
        return getattr(object.__getattribute__(self, 'obj'), name)


p = Proxy(c)
print(B.who(p), B.__dict__['who'](p), super(B, p).who(), super(B, p).__self_class__)
print(super(C, p).__self__ is p, loud(C, p).who(), super(C, p).__thisclass__)


def fails(call):
    try:
        call()
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error, sep=': ')


fails(lambda: super(C, 5))
fails(lambda: super(C, A()))
fails(lambda: loud(C, B()))
fails(lambda: unbound.__get__(12))
fails(lambda: unbound.__get__(None))
fails(lambda: super(C, Proxy(A())))
fails(lambda: super(C, c).missing)
s.x = 1
print(s.x, vars(s))
