"""More of enum: EnumCheck and FlagBoundary as values, ReprEnum with mixed types, pickling by name, auto and IntFlag refused."""
import copy
import enum
from enum import EnumCheck, FlagBoundary, IntFlag, ReprEnum, auto


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


def describe(check):
    match check:
        case EnumCheck.CONTINUOUS:
            return 'no holes'
        case EnumCheck.NAMED_FLAGS:
            return 'all bits named'
        case EnumCheck.UNIQUE:
            return 'no aliases'
        case FlagBoundary.KEEP | FlagBoundary.EJECT as boundary:
            return f'gives an int or keeps: {boundary.name}'
        case FlagBoundary():
            return f'boundary {check.value}'


print([describe(check) for check in [*EnumCheck, *FlagBoundary]])


class Ratio(float, ReprEnum):
    HALF = 0.5
    ONE = 1


class Pair(tuple, ReprEnum):
    AB = 'ab'
    NONE = ()

    @property
    def size(self):
        return len(self)


print(Ratio.HALF, repr(Ratio.HALF), Ratio.HALF + Ratio.ONE, f'{Ratio.HALF:.2f}', Ratio(0.5) is Ratio.HALF, Ratio(1.0).name, Pair.AB, repr(Pair.AB), Pair.AB.size, attempt(Pair, ('a', 'b')), Pair.AB.value)
print(attempt(Ratio, 2), '|', attempt(IntFlag, 'x'), '|', attempt(lambda: IntFlag('Perm', 'R W')(9)), '|', attempt(auto, 1, 2), '|', attempt(lambda: IntFlag('Bad', {'A': 'x'})), '|', attempt(lambda: auto().name))


class Stored(enum.Enum):
    def _generate_next_value_(name, start, count, last):
        return [name, count]

    A = [1]
    B = auto()

    __reduce_ex__ = enum.pickle_by_enum_name


class Global(enum.Enum):
    X = {}
    __reduce_ex__ = enum.pickle_by_global_name


print(Stored.A.__reduce_ex__(3)[1] == (Stored, 'A'), copy.copy(Stored.A) is Stored.A, copy.deepcopy([Stored.A, {Global.X: 1}]) == [Stored.A, {Global.X: 1}], Global.X.__reduce_ex__(3), attempt(enum.pickle_by_global_name, None, 3))
print(Stored([1]) is Stored.A, Stored.A in Stored, attempt(lambda: [1] in Stored), '|', attempt(Stored, [2]), '|', attempt(hash, Stored.A) is not None, attempt(enum.pickle_by_enum_name, None, 3))
