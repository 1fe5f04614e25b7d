# Representations of objects that fail, and of broken use.
import reprlib


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class Fails:
    def __repr__(self):
        raise ZeroDivisionError('in repr')


class Long:
    def __repr__(self):
        return 'Long(' + ', '.join(str(n) for n in range(50)) + ')'


class Stops:
    def __repr__(self):
        raise KeyboardInterrupt


print(reprlib.repr(Fails())[:16])
print(reprlib.repr([Long(), Long()]))
print(reprlib.repr({Long: 1}).startswith('{<class'))
try:
    reprlib.repr(Stops())
except KeyboardInterrupt:
    print('interrupted')
attempt(repr, Fails())
attempt(reprlib.repr)
attempt(reprlib.repr, 1, 2)
attempt(reprlib.recursive_repr('x'), None)
attempt(reprlib.aRepr.repr1, 'abc', 0)
attempt(reprlib.aRepr.repr1, [1, [2]], 0)
attempt(reprlib.aRepr.repr1, {1: 2}, 0)
attempt(reprlib.aRepr.repr1, (), 0)
attempt(reprlib.aRepr.repr_list, 5, 1)
attempt(reprlib.aRepr.repr_dict, {1: {2: 3}}, 1)
attempt(reprlib.aRepr.repr_instance, 5, 1)


class Guarded:
    calls = 0

    @reprlib.recursive_repr()
    def __repr__(self):
        self.calls += 1
        if self.calls == 1:
            raise ValueError('first time')
        return f'<{self!r}>'


g = Guarded()
attempt(repr, g)
attempt(repr, g)
r = reprlib.Repr()
r.maxstring = 0
attempt(r.repr, 'some text')
r.maxlong = 1
attempt(r.repr, 12345)
r.fillvalue = '~'
attempt(r.repr, 12345)


class Wrong(reprlib.Repr):
    def repr_int(self, x, level):
        return x

    def repr_str(self, x):
        return x


attempt(Wrong().repr, [1])
attempt(Wrong().repr, ['a'])
reprlib.repr([[Wrong().repr('a')]])
