# partial: arguments, state, attributes.
from functools import partial
import copy


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


def show(*args, **kwargs):
    return args, kwargs


p = partial(show, 1, a=2)
print(p(), p(3), p(b=4), p(5, a=6), p.func is show, p.args, p.keywords)
q = partial(p, 9, c=7)
print(q.func is show, q.args, q.keywords, q(0))
print(partial(int, base=2)('101'), partial(max, 3)(1, 5), list(map(partial(pow, 2), range(4))), partial(partial)(show)(1))
print(repr(partial(max, 1, 'a', key=None)), repr(partial(max)), partial(len).__class__.__name__, partial.__module__)
p.note = 'n'
print(p.note, p.__dict__, partial(p, 1).func is p, p.__doc__.split('\n')[0], partial[int])
for args in ((), (5,), (None, 1)):
    attempt(partial, *args)
attempt(partial, func=show)
attempt(setattr, p, 'func', 1)
attempt(setattr, partial, 'x', 1)
attempt(partial(int, 'x'))
attempt(partial(show).__call__)
many = partial(show, *range(12), **{f'k{i}': i for i in range(5)})
print(many(12, z=1)[0] == tuple(range(13)), len(many(q=1)[1]))
copied = copy.copy(p)
print(copied.note, copied.args, copied(1), copy.deepcopy(q).args)
kind, args, state = q.__reduce__()
print(kind is partial, len(args), state[1:])
r = partial(max)
r.__setstate__((min, (5,), {}, {'x': 1}))
print(r(3, 9), r.x)
r.__setstate__((min, (), None, None))
print(r(3, 9), r.keywords)
for state in (1, (), (1, 2, 3, 4), (min, [], {}, None), (min, (), [], None), (min, (), {})):
    attempt(r.__setstate__, state)


class Sub(partial):
    def twice(self):
        return self(), self()


s = Sub(show, 1)
print(s.twice(), type(s).__name__, repr(s).replace(repr(show), 'show'), isinstance(s, partial))


class C:
    method = partial(show, 'p')
    other = 5


print(C().method(1), C.method(2))
r = partial(max)
r.__setstate__((r, (r,), {'k': r}, None))
print(repr(r))
r.__setstate__((max, (), {}, None))
print(sorted([3, 1, 2], key=partial(pow, -1)), callable(p), partial(str)() == '')
