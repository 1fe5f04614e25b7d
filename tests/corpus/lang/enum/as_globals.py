"""Members exported to the module: global_enum, the global forms of repr and str, and their refusals."""
import enum
from enum import Enum, IntEnum, IntFlag, global_enum, global_enum_repr, global_flag_repr, global_str


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


@global_enum
class Colour(Enum):
    RED = 1
    GREEN = 2


@global_enum
class Mode(IntFlag):
    READ = 4
    WRITE = 2
    RUN = 1


@global_enum
class Size(IntEnum):
    S = 1
    M = 2


@global_enum
class Strict(IntFlag, boundary=enum.STRICT):
    ON = 1
    TOO = 2


print(RED, repr(GREEN), str(RED), f'{GREEN}', [RED, GREEN], RED is Colour.RED)
print(READ, repr(READ | WRITE), repr(Mode(0)), repr(Mode(7)), repr(Mode(8)), repr(Mode(9)), str(READ | RUN), f'{READ | RUN}', repr(~READ), repr(Mode(-1)))
print(S, repr(M), f'{M:03}', str(S), S + M, [S], Size.S.name, M._name_)
print(repr(ON), str(ON), repr(ON | TOO), repr(Strict(0)), str(Strict(0)), attempt(Strict, 4))


class Plain(IntFlag):
    A = 1
    B = 2


class Names(Enum):
    X = 'x'


print(global_enum_repr(Names.X), global_str(Names.X), global_flag_repr(Plain.A), global_flag_repr(Plain.A | Plain.B), global_flag_repr(Plain(0)))
print(repr(Names.X), repr(Plain.A | Plain.B))
Names.__repr__ = global_enum_repr
Names.__str__ = global_str
print(repr(Names.X), str(Names.X), f'{Names.X}')


class Later(IntFlag):
    ONE = 1
    TWO = 2

    def __str__(self):
        return 'own str'


result = global_enum(Later, update_str=True) if 'update_str' in global_enum.__code__.co_varnames else global_enum(Later)
print(result is Later, TWO, repr(ONE), str(ONE | TWO), 'ONE' in globals())
print(attempt(global_enum), '|', attempt(global_enum, 5), '|', attempt(global_enum_repr, 5), '|', attempt(global_enum_repr))
print(attempt(global_flag_repr, 5), '|', attempt(global_flag_repr), '|', attempt(global_str, 5), '|', attempt(global_str))
