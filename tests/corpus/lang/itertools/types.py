# Names, documentation and attributes of the types.
import itertools


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


names = [name for name in dir(itertools) if not name.startswith('_')]
print(names)
for name in names:
    kind = getattr(itertools, name)
    print(name, kind.__name__, kind.__module__, kind.__doc__.split('\n')[0][:50])
    if isinstance(kind, type):
        own = ['__iter__', '__next__', '__reduce__', '__setstate__', '__length_hint__', '__class_getitem__', 'from_iterable', '__repr__']
        print(repr(kind), [attr for attr in own if attr in vars(kind) or attr == '__setstate__' and hasattr(kind, attr)][:2])
print(itertools.__name__, itertools.__doc__.split('\n')[0])
print(type(itertools.count).__name__, itertools.chain.__bases__, itertools.chain.__qualname__)
from itertools import *
print(len([n for n in names if n in globals()]) == len(names))
print(isinstance(count(), count), isinstance(count(), itertools.repeat), type(chain()) is chain)
from collections.abc import Iterable, Iterator
print([isinstance(x, Iterator) and isinstance(x, Iterable) for x in (count(), chain(), repeat(1), tee('a')[0], groupby(''), product())])
attempt(lambda: chain() + chain())
attempt(lambda: len(chain()))
attempt(lambda: chain()[0])
attempt(lambda: chain() < chain())
attempt(lambda: chain().missing)
attempt(lambda: itertools.missing)
attempt(lambda: int(count()))
attempt(hash, [chain()])
attempt(itertools.chain.__next__)
attempt(itertools.chain.__next__, [])
attempt(itertools.chain.__next__, iter([]))
attempt(itertools.count.__repr__, chain())
attempt(itertools.cycle.__setstate__, cycle('a'))
print(bool(chain()), chain().__class__ is chain, 1 in chain([1], [2]), 3 in chain([1], [2]), max(chain([1], [3])), sorted(chain('ba', 'c')), ','.join(chain('ab', 'c')))
a, *b = chain([1], [2, 3])
print(a, b, [*islice(count(), 2)], {**dict(zip(chain('ab'), count()))}, set(chain('aab')) == {'a', 'b'})
match chain():
    case itertools.chain():
        print('matched')
