"""copy and deepcopy by protocol: __copy__, __deepcopy__, __reduce_ex__, __getstate__, memo, and errors."""
import copy
from copy import Error, copy as shallow, deepcopy


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Slots:
    __slots__ = ('a', 'b', '__weakref__')

    def __init__(self, a):
        self.a = a


class Both(Slots):
    def __init__(self, a):
        super().__init__(a)
        self.extra = [a]


class State:
    def __init__(self):
        self.kept, self.dropped = [1], open

    def __getstate__(self):
        return {'kept': self.kept}

    def __setstate__(self, state):
        print('  setstate', state)
        self.__dict__.update(state, restored=True)


class NewArgs(tuple):
    def __new__(cls, *items):
        print('  new', items)
        return super().__new__(cls, items)

    def __getnewargs__(self):
        return tuple(self)


class Reduced(dict):
    def __reduce_ex__(self, version):
        return Reduced, (), {'attribute': self['list']}, iter([1, 2]), iter(self.items())

    def append(self, item):
        self.setdefault('appended', []).append(item)

    def extend(self, items):
        for item in items:
            self.append(item)


class Custom:
    def __copy__(self):
        return 'copied'

    def __deepcopy__(self, memo):
        memo['seen'] = True
        return 'deep', len(memo)


class Named:
    def __reduce__(self):
        return 'a_global'


class Wrong:
    def __init__(self, answer):
        self.answer = answer

    def __reduce_ex__(self, version):
        return self.answer


s = Slots([1])
t, u = shallow(s), deepcopy(s)
print(t.a is s.a, u.a is s.a, u.a, attempt(lambda: t.b))
b = deepcopy(Both([2]))
print(b.a, b.extra, b.a is b.extra[0], shallow(b).__dict__)
st = deepcopy(State())
print(sorted(vars(st)), st.kept)
n = NewArgs(1, [2])
d = deepcopy(n)
print(d, d[1] is n[1], shallow(n)[1] is n[1], type(d).__name__)
r = deepcopy(Reduced(list=[5], x=1))
print(r, r.attribute, r.attribute is r['list'])
print(shallow(Custom()), deepcopy(Custom()), deepcopy([Custom(), Custom()]), shallow(Named()).__class__.__name__)

memo = {}
shared = [1]
pair = deepcopy([shared, shared, {'k': shared}], memo)
print(pair[0] is pair[1] is pair[2]['k'], pair[0] is shared, memo[id(shared)] is pair[0])
loop = [1]
loop.append(loop)
loop.append((loop, {0: loop}))
again = deepcopy(loop)
print(again[1] is again, again[2][0] is again, again[2][1][0] is again, again is loop)
atomic = [None, 5, 'x', b'b', 1.5, 2j, len, print.__class__, Slots, ..., NotImplemented, range(3), lambda: 0, True, frozenset([1]), (1, (2,))]
print([deepcopy(one) is one for one in atomic if type(one) is not frozenset], [shallow(one) is one for one in atomic], slice(1, 2) == shallow(slice(1, 2)))
print(type(deepcopy(bytearray(b'x'))), deepcopy(s.__init__).__self__ is s, deepcopy(KeyError('k', [1])).args, deepcopy({1: {2}}), deepcopy(type('T', (), {})) is not None)
for answer in 5, (), (list,), (list, 5), (list, (), None, None, None, None, 7), (5, ()), 'text', (list, ([1],), {'x': 1}):
    print(answer, '->', *[text if isinstance(text, str) else type(text) for text in (attempt(shallow, Wrong(answer)), attempt(deepcopy, Wrong(answer)))])
print(attempt(shallow, (x for x in ())), '|', attempt(deepcopy, iter(()).__class__), '|', attempt(deepcopy, [open(__file__)]), '|', copy.Error is Error is copy.error, attempt(shallow), '|', attempt(deepcopy, 1, 2, 3, 4))
