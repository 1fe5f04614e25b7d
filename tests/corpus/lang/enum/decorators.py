"""member, nonmember, enum.property, ReprEnum, StrEnum and the pickling helpers of enum."""
import enum
from enum import Enum, IntEnum, ReprEnum, StrEnum, member, nonmember


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Mixed(Enum):
    FIRST = 1
    LIMIT = nonmember(99)
    helper = nonmember(lambda: 'help')

    @member
    def ACTION():
        return 'acted'

    @member
    @staticmethod
    def STATIC(x):
        return x * 2

    @enum.property
    def double(self):
        return (self.value, self.value)

    @enum.property
    def FIRST_NAME(self):
        return 'not ' + self.name

    def method(self):
        return self.name.lower()

    Inner = member(type('Inner', (), {'here': True}))


print([m.name for m in Mixed], Mixed.LIMIT, Mixed.helper(), Mixed.ACTION.value(), Mixed.FIRST.double, Mixed.FIRST.method(), Mixed.Inner.value.here)
print(Mixed.FIRST.FIRST_NAME, attempt(lambda: Mixed.double), '|', attempt(lambda: Mixed.FIRST_NAME), '|', attempt(setattr, Mixed.FIRST, 'double', 1))
print(attempt(delattr, Mixed.FIRST, 'double'), '|', attempt(lambda: Mixed.FIRST.LIMIT), '|', attempt(member), '|', attempt(nonmember, 1, 2), '|', attempt(enum.property, 1, 2, 3, 4, 5) is not None)
print(type(member(5)).__name__, member(5).value, nonmember('x').value, isinstance(vars(enum.property)['__get__'], object))


class Level(IntEnum):
    LOW = 1
    HIGH = 2


class Code(bytes, ReprEnum):
    START = b'\x01'
    STOP = b'\xff'


class Word(StrEnum):
    YES = enum.auto()
    No_Way = enum.auto()
    OWN = 'custom'


print(repr(Level.LOW), str(Level.LOW), f'{Level.HIGH:>4}', repr(Code.START), str(Code.STOP), Code.START + b'x', Code(b'\xff') is Code.STOP)
print(repr(Word.YES), str(Word.No_Way), f'{Word.OWN:_^10}', Word.YES + '!', Word('custom'), attempt(Word, 'YES'), '|', ','.join(Word), Word.YES == 'yes')
print(attempt(type('R', (ReprEnum,), {}) if False else lambda: type(ReprEnum)('R', (ReprEnum,), type(ReprEnum).__prepare__('R', (ReprEnum,)))), '|', attempt(ReprEnum, 5))
print(attempt(StrEnum, 'S', {'A': 1}), '|', attempt(lambda: StrEnum('S', {'A': ('b', 5)})), '|', attempt(IntEnum, 'I', {'A': 'x'}), '|', attempt(StrEnum, 5))


class Stored(Enum):
    __reduce_ex__ = enum.pickle_by_enum_name
    A = 1


class Global(Enum):
    __reduce_ex__ = enum.pickle_by_global_name
    B = 2


print(Stored.A.__reduce_ex__(2)[0] is getattr, Stored.A.__reduce_ex__(2)[1][1], Global.B.__reduce_ex__(4), Level.LOW.__reduce_ex__(2)[1])
print(attempt(enum.pickle_by_enum_name, 5, 2), '|', attempt(enum.pickle_by_global_name, 5, 2), '|', attempt(enum.pickle_by_enum_name), '|', attempt(enum.pickle_by_global_name, 1))
