# What the abstract classes refuse, and how.
import collections.abc as c


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for name in c.__all__:
    attempt(getattr(c, name)) if name not in ('MappingView', 'KeysView', 'ItemsView', 'ValuesView') else None


class Empty(c.MutableMapping, c.Sequence):
    def __getitem__(self, key):
        return super().__getitem__(key)

    def __setitem__(self, key, value):
        super().__setitem__(key, value)

    def __delitem__(self, key):
        super().__delitem__(key)

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


e = Empty()
attempt(lambda: e['x'])
attempt(e.__setitem__, 'x', 1)
attempt(e.__delitem__, 'x')
attempt(e.pop, 'x')
attempt(e.pop, 'x', 2)
attempt(e.popitem)
attempt(lambda: c.Mapping.__reversed__)
attempt(e.index, 1)
attempt(e.update, 5)
attempt(e.update, [1])
attempt(e.update, {}, {})


class Bag(c.MutableSet):
    def __contains__(self, x):
        return False

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def add(self, x):
        super().add(x)

    def discard(self, x):
        super().discard(x)


b = Bag()
attempt(b.remove, 1)
attempt(b.pop)
attempt(b.add, 1)
attempt(b.discard, 1)
attempt(hash, b)
attempt(lambda: b < 5)
attempt(lambda: b & 5)
attempt(lambda: b <= [1])


class Map(c.Mapping):
    def __getitem__(self, key):
        raise KeyError(key)

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0


attempt(reversed, Map())
attempt(Map().get, 1, 'default')
attempt(hash, Map())


class Ignores(c.Generator):
    def send(self, value):
        return value

    def throw(self, *args):
        return 1


attempt(Ignores().close)


class Sticky(c.Coroutine):
    def __await__(self):
        yield

    def send(self, value):
        return value

    def throw(self, *args):
        return 1


attempt(Sticky().close)
attempt(lambda: c.Callable[int])
attempt(lambda: c.Callable[int, str])
attempt(lambda: c.KeysView({'a': 1}))
attempt(c.KeysView)
print(list(c.KeysView({'a': 1})), list(c.ItemsView({'a': 1})), list(c.ValuesView({'a': 1})))
print(len(c.MappingView({'a': 1})), c.MappingView({'a': 1}))
