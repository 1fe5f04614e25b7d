"""Attributes of class and static methods, __new__ as a descriptor, special methods that are bound
by __get__, and which descriptors are members."""
import types


def f(cls, arg: int) -> str:
    """f's text"""
    return cls, arg


cm, sm = classmethod(f), staticmethod(f)
print(cm.__dict__ == sm.__dict__, sorted(cm.__dict__), cm.__dict__['__doc__'])
cm.x = 42
sm.y = 'y'
print(cm.x, cm.__dict__['x'], sm.y, hasattr(sm, 'x'))
del cm.x
print(hasattr(cm, 'x'))
for call in (lambda: cm.x, lambda: delattr(cm, 'x')):
    try:
        call()
    except AttributeError as error:
        print(error)
print(staticmethod(None).__dict__, 'x' in vars(cm))
cm.tag = 'kept'


class Holder:
    method = cm


print(Holder.__dict__['method'].tag, Holder.method(1)[1])


class Made:
    @classmethod
    def __new__(*args):
        return args


class Below(Made):
    pass


print(Made(1, 2), Below(3))


class Getter:
    def __get__(self, obj, owner):
        print('asked', obj, owner.__name__)
        return lambda *args: ('made', len(args))


class ByGetter:
    __new__ = Getter()


print(ByGetter(1, 2))


class Bound:
    def __init__(self, answer):
        self.answer = answer

    def __get__(self, obj, owner=None):
        print('bind', self.answer)
        return lambda *args: self.answer


class Manager:
    __enter__ = Bound('entered')
    __exit__ = Bound(True)


with Manager() as got:
    print(got)
    raise ValueError('swallowed')
print('after')


class Broken:
    @property
    def __exit__(self):
        raise KeyError('no exit')

    def __enter__(self):
        print('never')


try:
    with Broken():
        pass
except KeyError as error:
    print(error)

for descriptor in (complex.real, slice.start, range.stop, property.fget, super.__thisclass__,
                   float.real, type.__dict__['__mro__'], int.__add__, str.lower):
    print(type(descriptor).__name__, descriptor.__name__, descriptor.__objclass__.__name__)
print(complex.real, complex.real.__get__(3 + 4j), complex.imag.__get__(None, complex))
print(types.MemberDescriptorType is type(slice.step), isinstance(float.imag, types.MemberDescriptorType))
for call in (lambda: complex.real.__get__(3), lambda: complex.real.__set__(1j, 2)):
    try:
        call()
    except (AttributeError, TypeError) as error:
        print(type(error).__name__)


class Odd:
    __slots__ = ('__classcell__', '__qualname__')

    def __init__(self):
        super().__init__()


o = Odd()
o.__classcell__, o.__qualname__ = 1, 2
print(o.__classcell__, o.__qualname__)
try:
    class Bad:
        __classcell__ = 42
except TypeError as error:
    print(error)


class Same:
    pass


Same.__repr__ = Same.__str__
for show in (str, repr):
    try:
        show(Same())
    except RecursionError as error:
        print(type(error).__name__)


class Plain:
    pass


class First(type, Plain):
    pass


class Second(Plain, type):
    pass


for meta in (First, Second):
    cls = meta('Cls', (), {'a': 1})
    print(type(cls.__dict__).__name__, 'a' in cls.__dict__)
    try:
        cls.__dict__ = {}
    except AttributeError as error:
        print(type(error).__name__)
