"""verify with UNIQUE, CONTINUOUS and NAMED_FLAGS; unique; EnumCheck and FlagBoundary as enumerations."""
import enum
from enum import CONFORM, CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, EnumCheck, Flag, FlagBoundary, IntEnum, IntFlag, auto, unique, verify


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Numbers(Enum):
    ONE = 1
    UNO = 1
    TWO = 2
    FOUR = 4
    ZWEI = 2


class Holes(IntEnum):
    A = 3
    B = 9
    C = 5


class Bits(Flag):
    R = 1
    W = 4
    ALL = 15
    RW = 5


class Whole(IntFlag):
    X = auto()
    Y = auto()
    XY = X | Y


print([check.name for check in EnumCheck], [boundary.value for boundary in FlagBoundary], repr(UNIQUE), str(KEEP), type(STRICT).__mro__[1].__name__)
print(EnumCheck.CONTINUOUS is CONTINUOUS, FlagBoundary('eject') is EJECT, attempt(EnumCheck, 'none'), '|', attempt(FlagBoundary, 5), '|', FlagBoundary.CONFORM == 'conform', NAMED_FLAGS.value)
for checks in (UNIQUE,), (CONTINUOUS,), (UNIQUE, CONTINUOUS), (NAMED_FLAGS,), ():
    for cls in Numbers, Holes, Bits, Whole:
        result = attempt(verify(*checks), cls)
        print([check.name for check in checks], cls.__name__, 'fine' if result is cls else result)
print(attempt(unique, Numbers), '|', attempt(unique, Whole), '|', attempt(unique), '|', attempt(unique, 5))
print(attempt(verify(UNIQUE), int), '|', attempt(verify('unique'), Holes), '|', attempt(verify, UNIQUE, 5) is not None, attempt(verify(5), Numbers))


def made(boundary, *values):
    return [attempt(lambda: repr(Flag('Made', 'A B D', boundary=boundary)(value))) for value in values]


class Gap(Flag, boundary=STRICT):
    A = 1
    C = 4


class Soft(Flag, boundary=CONFORM):
    A = 1
    C = 4


class Out(IntFlag, boundary=EJECT):
    A = 1
    C = 4


class Kept(Flag, boundary=KEEP):
    A = 1
    C = 4


for cls in Gap, Soft, Out, Kept:
    print(cls.__name__, cls._boundary_, [attempt(lambda: repr(cls(value))) for value in (0, 1, 2, 5, 7, 8, -1, -2)])
    print('   ', [attempt(lambda: repr(~member)) for member in cls], attempt(lambda: repr(cls.A | cls.C)), attempt(lambda: repr(cls.A ^ 7)))
print(attempt(lambda: type('Bad', (Flag,), {}, boundary='none')), '|', attempt(enum.FlagBoundary), '|', attempt(lambda: EnumCheck.UNIQUE.MISSING))
