# The functional form, texts of members, mixed-in types.
import enum
from enum import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


class C(Enum):
    R = 1
    G = 2
    def m(self): pass
t('auto', lambda: auto())
t('func', lambda: (Enum('Z', 'a b c').__members__, Enum('Z', ['a','b']).a, Enum('Z', {'a':3}).a.value, Enum('Z',[('a',4)]).a, Enum('Z','a,b', start=5).b.value, Enum('Z','a', module='mm', qualname='q.Z').__qualname__, Enum('Z','a',type=int).a + 1, IntEnum('Z', 'a b').b, Flag('Z','a b c').c.value))
t('repr', lambda: (repr(C), repr(C.R), str(C.R), f'{C.R}', f'{C.R:>8}', format(C.R, '')))
class N(IntEnum): A=1; B=2
t('irepr', lambda: (repr(N), repr(N.A), str(N.A), f'{N.A}', f'{N.A:>4}', '%s %d' % (N.A, N.A), N.A+1, N(2), N.A < N.B, hash(N.A)==hash(1)))
class S(StrEnum): A=auto(); BcD=auto()
t('srepr', lambda: (repr(S), repr(S.A), str(S.BcD), f'{S.A}', S.A.upper(), S('a')))
class M(str, Enum): A='a'
t('mixin', lambda: (repr(M.A), str(M.A), f'{M.A}', format(M.A,'')))
class M2(int, Enum): A=1
t('mixin', lambda: (repr(M2.A), str(M2.A), f'{M2.A}', format(M2.A,'>4')))
t('dir', lambda: (dir(C), dir(C.R)))
t('members', lambda: (C.__members__, type(C.__members__)))
t('reversed', lambda: (list(reversed(C)), len(C), bool(C)))
