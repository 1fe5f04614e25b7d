# itemgetter, attrgetter, methodcaller.
from operator import attrgetter, itemgetter, methodcaller
import copy


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(itemgetter(1)('abc'), itemgetter(0, 2)('abc'), itemgetter('k')({'k': 5}), itemgetter(slice(1, 3))('abcd'), itemgetter(*range(6))('uvwxyz'), itemgetter(-1)((1, 2)))
print(sorted([('b', 2), ('a', 3)], key=itemgetter(1)), list(map(itemgetter(0), ['xy', 'zw'])), repr(itemgetter(1)), repr(itemgetter(1, 'a')), itemgetter(0).__reduce__()[1])


class A:
    def __init__(self, x):
        self.x = x
        self.me = self

    def add(self, n=1, *, times=1):
        return (self.x + n) * times


a = A(5)
print(attrgetter('x')(a), attrgetter('x', 'me.x')(a), attrgetter('me.me.x')(a), attrgetter('__class__.__name__')(a), repr(attrgetter('x', 'a.b')), attrgetter('x').__reduce__()[1])
print(methodcaller('add')(a), methodcaller('add', 2)(a), methodcaller('add', 3, times=2)(a), methodcaller('upper')('q'), methodcaller('split', ',', maxsplit=1)('a,b,c'))
print(repr(methodcaller('add')), repr(methodcaller('add', 1, 'z', times=2)), methodcaller('add', 1).__reduce__()[1], methodcaller('add', 4, times=2).__reduce__()[1])
for f in (itemgetter, attrgetter, methodcaller):
    attempt(f)
    attempt(f, 5) if f is not itemgetter else None
    attempt(f, name='x')
    g = f('x')
    attempt(g)
    attempt(g, 1, 2)
    attempt(g, obj=1)
    attempt(setattr, g, 'y', 1)
    print(f.__module__, f.__name__, f.__doc__.split('\n')[0][:40], callable(g))
    print(repr(copy.copy(f('q'))), type(copy.deepcopy(f('q'))).__name__)
attempt(itemgetter(5), 'abc')
attempt(itemgetter('k'), {})
attempt(itemgetter(0), 5)
attempt(itemgetter(0, 9), [1])
attempt(attrgetter('nope'), a)
attempt(attrgetter('x.y'), a)
attempt(attrgetter('x', 5).__call__ if False else attrgetter, 'x', 5)
attempt(attrgetter('x.'), a)
attempt(methodcaller('nope'), a)
attempt(methodcaller('x'), a)
attempt(methodcaller('add', 1, 2, 3), a)
attempt(type, 'Sub', (itemgetter,), {})
g = itemgetter([1])
print(g)
print(max({'a': 1, 'b': 7}.items(), key=itemgetter(1)), min([A(3), A(2)], key=attrgetter('x')).x)
