"""Conversions whose special method answers with an instance of a subclass: warned of, then taken."""
import warnings
from array import array


class MyInt(int):
    pass


class MyFloat(float):
    pass


class MyComplex(complex):
    pass


def having(name, answer):
    return type('Has', (), {name: lambda self: answer})()


def converted(function, value):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            result = function(value)
            print(repr(result), type(result).__name__)
        except Exception as error:
            print(type(error).__name__, error, sep=': ')
    for one in seen:
        print('   ', one.category.__name__, one.message)


for answer in (5, True, MyInt(6), 7.0):
    converted(int, having('__int__', answer))
    converted(int, having('__index__', answer))
    converted(int, having('__trunc__', answer))
for answer in (1.5, MyFloat(2.5), 3):
    converted(float, having('__float__', answer))
converted(float, having('__index__', True))
for answer in (1j, MyComplex(2j), 3.0):
    converted(complex, having('__complex__', answer))
converted([1, 2, 3, 4, 5].__getitem__, having('__index__', MyInt(4)))
converted(int, having('__trunc__', having('__index__', MyInt(3))))
converted(int, having('__trunc__', having('__int__', 3)))


class Own(int):
    def __int__(self):
        return 42

    def __index__(self):
        return 43


class Bad(int):
    def __int__(self):
        return 42.0


class Half(float):
    def __float__(self):
        return MyFloat(0.5)

    def __int__(self):
        return 99


class Text(str):
    def __float__(self):
        return 1.75


for value in (Own(7), Bad(7), MyInt(8), Half(3.5), MyInt(10 ** 30)):
    converted(int, value)
for value in (Half(3.5), MyFloat(1.25), Text('2'), Own(7)):
    converted(float, value)
print([10, 20, 30][MyInt(1)], Own(7) + 1)
print(type(MyFloat.fromhex('0x1.8p1')).__name__, MyFloat.fromhex('0x1.8p1'))
for bad in ('', '0x', 'zz', '0x1p5000'):
    try:
        MyFloat.fromhex(bad)
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
for value in (memoryview(b'100'), array('B', b'100'), bytearray(b'100'), MyInt(3)):
    for call in (lambda: int(value), lambda: int(value, 2)):
        try:
            print(call())
        except TypeError as error:
            print(error)

# In the main program itself such a warning is shown.
int(having('__trunc__', 1))
