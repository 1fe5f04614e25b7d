"""A metaclass's mro() and the assignment of __bases__: when it is asked, and what its failure undoes."""

log = []


class Meta(type):
    fail = None

    def mro(cls):
        log.append((cls.__name__, cls.__mro__ is None))
        if cls.__name__ == Meta.fail:
            raise RuntimeError('no order for ' + cls.__name__)
        return type.mro(cls)


class A(metaclass=Meta):
    where = 'A'


class B(metaclass=Meta):
    where = 'B'


class C(A):
    pass


class D(C):
    pass


class E(C):
    pass


print(log)
log.clear()
C.__bases__ = (B,)
print(log, D.where, E().where)
log.clear()
Meta.fail = 'E'
before = [cls.__mro__ for cls in (C, D, E)]
try:
    C.__bases__ = (A,)
except RuntimeError as error:
    print('refused:', error)
print(log, [cls.__mro__ for cls in (C, D, E)] == before, C.__bases__, D.where)
print(A.__subclasses__(), B.__subclasses__())
Meta.fail = None


class Turned(type):
    """Puts the bases before the class itself, object last."""

    def mro(cls):
        usual = super().mro()
        return usual[-2:0:-1] + [cls, object]


class Low(metaclass=Turned):
    name = 'low'


class High(Low):
    name = 'high'


print(High.name, High.__mro__, High().name)


class Other:
    pass


def attempt(result):
    class Odd(type):
        def mro(cls):
            return result

    try:
        made = Odd('Made', (), {})
    except TypeError as error:
        print(type(error).__name__, error, sep=': ')
    else:
        print(made.__mro__)


attempt((Other, object))
attempt([1, object])
attempt((int, object))
attempt(5)


class Again(type):
    """Assigns the bases of a class from within its own mro()."""
    done = False

    def mro(cls):
        if cls.__name__ == 'Inner' and not Again.done:
            Again.done = True
            cls.__bases__ += (Other,)
        return type.mro(cls)


class Outer(metaclass=Again):
    pass


class Inner(Outer):
    pass


print(Inner.__bases__, Inner.__mro__, Outer.__subclasses__(), sep='\n')
print(type.mro(Inner) == list(Inner.__mro__), Inner.mro() is Inner.mro(), int.mro())
for call in (lambda: type.mro(3), lambda: Inner.mro(1)):
    try:
        call()
    except TypeError as error:
        print(type(error).__name__)


class Early(type):
    """Makes a class below one that is not whole."""

    def mro(cls):
        if cls.__mro__ is None and cls.__name__ == 'Half':
            try:
                class Under(cls):
                    pass
            except TypeError as error:
                print(error)
        return type.mro(cls)


class Half(metaclass=Early):
    pass


print(Half.__mro__, Half.__subclasses__())
