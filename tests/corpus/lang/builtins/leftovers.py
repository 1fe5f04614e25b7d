"""Ellipsis, quit and its sisters, translation by name, reversing in place, views' mappings, property parts, temporary folders."""
import os
from contextlib import AbstractAsyncContextManager, chdir
from functools import WRAPPER_ASSIGNMENTS, WRAPPER_UPDATES, update_wrapper


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except SystemExit as error:
        return f'SystemExit({error.code!r})'
    except Exception as error:
        return f'{type(error).__name__}: {error}'


print(Ellipsis, [...] == [Ellipsis], {Ellipsis: 1}[...], bool(Ellipsis), attempt(lambda: Ellipsis + 1), '|', attempt(lambda: Ellipsis < ...), '|', attempt(iter, Ellipsis))
print(attempt(quit), attempt(quit, 0), attempt(exit, 'bye'), type(copyright) is type(credits) is type(license), copyright is credits, [one.__class__.__name__ for one in (copyright, quit)])
upper = bytes.maketrans(b'abc', b'ABC')
print(b'aabbcd'.translate(upper), bytearray(b'cab').translate(bytearray.maketrans(b'c', b'\xff')), attempt(bytes.maketrans, b'a', 'b'), '|', attempt(bytearray.maketrans, b'a', b''), '|', bytes.maketrans(b'aa', b'xy')[97:99])
items = [1, 'two', [3]]
print(attempt(items.reverse), items, attempt(list.reverse, (1, 2)), '|', attempt(items.reverse, 1), '|', attempt(list.reverse))
table = {'a': 1, 'b': 2}
print(dict.keys(table).mapping, {}.values().mapping, table.items().mapping == table, attempt(setattr, table.keys(), 'mapping', {}), '|', attempt(table.values().mapping.update, {}) if hasattr(table.values().mapping, 'update') else 'no update')


class Lamp:
    on = property()

    @on.getter
    def on(self):
        return self.__dict__.get('state', False)

    on = on.setter(lambda self, value: self.__dict__.update(state=bool(value)))

    @on.deleter
    def on(self):
        self.__dict__.clear()


lamp = Lamp()
lamp.on = 'yes'
print(lamp.on, Lamp.on.fdel.__name__, Lamp.on.fset.__name__, attempt(Lamp.on.fdel, lamp), lamp.on, property.deleter(Lamp.on, None).fdel is Lamp.on.fdel, attempt(property.deleter, 5, None))
print([name for name in WRAPPER_ASSIGNMENTS if hasattr(len, name)], WRAPPER_UPDATES == ('__dict__',), update_wrapper(lambda: 0, len, WRAPPER_ASSIGNMENTS, ()).__name__)
before = os.getcwd()
with chdir(os.sep) as entered:
    print(os.getcwd() == os.sep, entered)
print(os.getcwd() == before, attempt(chdir('no such folder').__enter__), '|', attempt(AbstractAsyncContextManager))


async def numbers():
    try:
        yield 1
    except KeyError:
        yield 'caught'


g = numbers()
try:
    g.asend(None).send(None)
except StopIteration as stop:
    print(stop.value)
try:
    g.athrow(KeyError('k')).send(None)
except StopIteration as stop:
    print(stop.value)
try:
    g.athrow(ValueError('out')).send(None)
except ValueError as error:
    print(error)
print(attempt(type(g).athrow, 5, KeyError))
