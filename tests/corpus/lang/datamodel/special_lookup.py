"""Special methods are looked up on the type, not on the instance: every operation with both present."""


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Empty:
    pass


e = Empty()
for name, value in {'__len__': lambda: 5, '__call__': lambda: 'called', '__iter__': lambda: iter('ab'), '__getitem__': lambda key: key, '__contains__': lambda item: True, '__bool__': lambda: False,
                    '__add__': lambda other: 1, '__eq__': lambda other: True, '__hash__': lambda: 5, '__str__': lambda: 'text', '__repr__': lambda: 'shown', '__enter__': lambda: 1, '__exit__': lambda *a: 1,
                    '__next__': lambda: 1, '__index__': lambda: 3, '__int__': lambda: 3, '__float__': lambda: 3.0, '__neg__': lambda: 1, '__format__': lambda spec: 'f', '__reversed__': lambda: 'r',
                    '__dir__': lambda: ['x'], '__round__': lambda: 1, '__await__': lambda: iter(()), '__fspath__': lambda: '/', '__bytes__': lambda: b'', '__complex__': lambda: 1j, '__instancecheck__': lambda x: True, '__del__': lambda: print('never')}.items():
    setattr(e, name, value)
import os
for text in ('len(e)', 'e()', 'list(e)', 'e[0]', '1 in e', 'bool(e)', 'e + 1', 'e == 1', 'hash(e) == 5', 'str(e) == "text"', 'repr(e) == "shown"', 'next(e)', '[1, 2][e]', 'int(e)', 'float(e)', '-e', 'format(e) == "f"', 'reversed(e)',
             'dir(e) == ["x"]', 'round(e)', 'os.fspath(e)', 'bytes(e)', 'complex(e)', 'isinstance(1, e)', 'e.__len__()', 'e.__call__()', 'hex(e)', 'divmod(e, 1)', 'abs(e)', 'e < e', 'e @ e', 'e[1:2]', 'del_item(e)', 'range(e)', 'operator.length_hint(e)'):
    import operator

    def del_item(x):
        del x[0]
    print(text, attempt(lambda: eval(text)))
try:
    with e:
        pass
except TypeError as error:
    print(error)
del e


class Late:
    pass


late = Late()
print(attempt(lambda: len(late)))
Late.__len__ = lambda self: 7
Late.__getitem__ = lambda self, i: i if i < 3 else [][0]
print(len(late), list(late), bool(late), 2 in late, attempt(lambda: late()))
Late.__call__ = lambda self, *args: args
Late.__add__ = None
Late.__iter__ = None
Late.__contains__ = None
Late.__hash__ = None
print(late(1), attempt(lambda: late + 1), '|', attempt(lambda: list(late)), '|', attempt(lambda: 1 in late), '|', attempt(lambda: {late}))
del Late.__len__, Late.__iter__, Late.__contains__
print(attempt(lambda: len(late)), '|', list(late), bool(late))


class Descr:
    def __get__(self, instance, owner):
        print('  looked up through', type(instance).__name__, owner.__name__)
        return lambda *args: len(args) + 10


class Uses:
    __len__ = __add__ = __getitem__ = Descr()
    __neg__ = staticmethod(lambda: 'static neg')
    __pos__ = classmethod(lambda cls: cls.__name__)
    __invert__ = 5
    __str__ = str.__str__


u = Uses()
print(len(u), u + 1, u[5], -u, +u, attempt(lambda: ~u), '|', attempt(lambda: str(u)))


class Meta(type):
    def __len__(cls):
        return 99

    def __getitem__(cls, key):
        return cls.__name__, key

    def __contains__(cls, item):
        return item == 'yes'

    def __iter__(cls):
        return iter('meta')

    def __add__(cls, other):
        return 'class + ' + repr(other)

    def __bool__(cls):
        return False

    def __call__(cls, *args):
        return 'made', super().__call__()

    def __instancecheck__(cls, other):
        return other == 'instance'


class Class(metaclass=Meta):
    def __len__(self):
        return 1

    def __class_getitem__(cls, key):
        return 'class_getitem'


print(len(Class), Class[3], 'yes' in Class, 'no' in Class, list(Class), Class + 1, bool(Class), Class()[0], len(Class()[1]), isinstance('instance', Class), isinstance(Class()[1], Class), attempt(lambda: Class()[1][0]))
