"""callable, dir, id, globals, locals, vars, hash: on odd objects and with wrong arguments."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Call:
    def __call__(self):
        return 'called'


class Loose:
    def __getattr__(self, name):
        return lambda: name


class Blocked(Call):
    __call__ = None


class Listed:
    def __dir__(self):
        return ['b', 'a', 'c', 'a']


class BadDir:
    def __dir__(self):
        return 5


class MixedDir:
    def __dir__(self):
        return ['x', 1]


print([callable(one) for one in (len, Call, Call(), Loose(), Blocked(), lambda: 0, 5, 'len', type, attempt.__call__)])
instance = Loose()
instance.__call__ = lambda: 'on the instance'
print(callable(instance), attempt(instance), '|', attempt(Blocked()))
print(dir(Listed()), attempt(dir, BadDir()), '|', attempt(dir, MixedDir()))
print([name for name in dir(Call()) if not name.startswith('__')], '__call__' in dir(Call), 'mro' in dir(Call), 'mro' in dir(type))


def local_names(a, b=2):
    c = 3
    if a:
        return dir()
    d = 4
    return dir(), locals()


print(local_names(1), local_names(0))
print(attempt(callable), '|', attempt(callable, 1, 2), '|', attempt(callable, obj=len))
print(attempt(dir, 1, 2), '|', attempt(dir, key=1), '|', attempt(id), '|', attempt(id, 1, 2))
print(attempt(globals, 1), '|', attempt(locals, 1), '|', attempt(globals, x=1))
print(attempt(vars, 5), '|', attempt(vars, 1, 2), '|', attempt(hash), '|', attempt(hash, []), '|', attempt(hash, {1: [2]}.items()))
one = object()
print(id(one) == id(one), id(one) != id(object), isinstance(id(None), int), id(one) > 0, id(print) == id(print))
made = globals()
made['from_globals'] = 'set'
print(from_globals, globals() is made, made['__name__'], locals() is made, vars() is made)


class Body:
    x = 1
    inside = sorted(name for name in locals() if not name.startswith('__')), locals() is globals()
    locals()['y'] = 'bound'


print(Body.inside, Body.y, attempt(lambda: vars(Body)['x']), type(vars(Body)).__name__)
print((lambda q: locals())(7), [locals() for i in range(1)][0]['i'], attempt(eval, 'dir()', {}, {'only': 1}))
print(hash(True) == hash(1.0) == hash(1), hash(-1) == hash(-2))
