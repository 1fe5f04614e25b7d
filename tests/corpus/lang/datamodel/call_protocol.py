"""Calling things: __call__ chains, __new__ that returns others, __init__ that returns values, bound and unbound methods."""
import functools


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Curry:
    """Collects arguments until the function has enough."""

    def __init__(self, function, count, *args):
        self.function, self.count, self.args = function, count, args

    def __call__(self, *more):
        args = self.args + more
        if len(args) < self.count:
            return Curry(self.function, self.count, *args)
        return self.function(*args)


add3 = Curry(lambda a, b, c: (a, b, c), 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3()(1)()(2, 3), attempt(add3, 1, 2, 3, 4), '|', list(map(add3(0, 0), 'ab')))


class Singleton:
    made = {}

    def __new__(cls, *args, **kwargs):
        if cls not in cls.made:
            print('  new', cls.__name__, args, kwargs)
            cls.made[cls] = super().__new__(cls)
        return cls.made[cls]

    def __init__(self, *args, **kwargs):
        self.inits = getattr(self, 'inits', 0) + 1


class Sub(Singleton):
    pass


print(Singleton() is Singleton(1, a=2), Singleton().inits, Sub(5).inits, Sub() is Singleton())


class Other:
    def __new__(cls, kind):
        return {'self': object.__new__(cls), 'sub': object.__new__(Below), 'int': 5, 'none': None}[kind]

    def __init__(self, kind):
        print('  init', type(self).__name__, kind)


class Below(Other):
    pass


print([type(Other(kind)).__name__ for kind in ('self', 'sub', 'int', 'none')], type(Below('sub')).__name__, type(Below('self')).__name__ if issubclass(Below, Other) else '')


class Returns:
    def __init__(self, value=None):
        return value


class NoArgs:
    pass


class OnlyNew:
    def __new__(cls, a):
        return super().__new__(cls)


class OnlyInit:
    def __init__(self, a):
        pass


class NotCallable:
    __call__ = 5


print(attempt(Returns, 5), '|', attempt(Returns, []), '|', attempt(lambda: type(Returns()).__name__))
print(attempt(NoArgs, 1), '|', attempt(NoArgs, a=1), '|', attempt(OnlyNew), '|', attempt(OnlyInit), '|', attempt(OnlyNew, 1, 2), '|', attempt(OnlyInit, 1, 2), '|', attempt(NotCallable()), '|', attempt(object, 1))
print(attempt(OnlyNew.__new__), '|', attempt(OnlyNew.__new__, int, 1), '|', attempt(object.__new__), '|', attempt(object.__new__, 5), '|', attempt(object.__new__, int), '|', attempt(int.__new__, str), '|', attempt(object.__init__), '|', attempt(object().__init__, 1))


class Methods:
    def plain(self, *args, **kwargs):
        return type(self).__name__, args, kwargs

    aliased = plain
    lambda_ = lambda self: 'lambda'
    builtin = len
    partial = functools.partial(lambda *args: args, 'fixed')
    bound_elsewhere = [1, 2].count

    def __len__(self):
        return 3


m = Methods()
bound = m.plain
print(bound(1, k=2), Methods.plain(m, 3), Methods.plain(5), m.aliased.__name__, m.lambda_(), attempt(m.builtin), '|', m.partial('x'), m.bound_elsewhere(1))
print(bound == m.plain, bound is m.plain, bound.__self__ is m, bound.__func__ is Methods.plain, bound == Methods().plain, hash(bound) == hash(m.plain), bound.__name__, bound.__qualname__, bound.__doc__)
print(attempt(setattr, bound, 'x', 1), '|', attempt(Methods.plain), '|', attempt(Methods.lambda_, 1, 2), '|', attempt(m.lambda_, 1), '|', attempt(len), '|', attempt('x'.upper, 1), '|', attempt(str.upper), '|', attempt(str.upper, 1))
m.plain = lambda *args: ('instance', args)
print(m.plain(1), Methods.plain(m), bound(2)[0], bound.__get__(5, int) is bound, Methods.plain.__get__(7)()[0])
nested = Methods()
for _ in range(3):
    nested.__dict__['deep'] = functools.partial(getattr(nested, 'deep', nested.aliased), _)
print(nested.deep('end'))
