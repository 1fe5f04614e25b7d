# Fields, order, frozen classes, copies as dicts.
import dataclasses
from dataclasses import *
def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)
print(dataclasses.__all__)
@dataclass
class A:
    x: int
    y: int = 3
    z: list = field(default_factory=list)
t('A', lambda: (A(1), A(1,2,[3]), A(1)==A(1), A(1)==3, A(x=5), A.__match_args__, A.__doc__, A.__hash__))
t('A()', lambda: A())
t('A()', lambda: A(1,2,3,4))
t('A()', lambda: A(1,q=3))
t('A()', lambda: A(1,x=3))
t('lt', lambda: A(1)<A(2))
t('fields', lambda: [f.name for f in fields(A)])
t('fields', lambda: fields(A)[2].default_factory)
t('fields', lambda: fields(3))
t('asdict', lambda: (asdict(A(1,2,[A(1)])), astuple(A(1,2,[(1,{2:A(2)})]))))
t('asdict', lambda: asdict(3))
t('asdict', lambda: astuple(A))
t('is', lambda: (is_dataclass(A), is_dataclass(A(1)), is_dataclass(3)))
t('repl', lambda: (replace(A(1), y=8), replace(A(1))))
t('repl', lambda: replace(A(1), q=8))
t('repl', lambda: replace(3))
@dataclass(frozen=True, order=True)
class F:
    a: int
    b: str = 'b'
t('F', lambda: (F(1), F(1)<F(2), F(1)>=F(1,'a'), hash(F(1))==hash(F(1)), sorted([F(2),F(1)]), {F(1):1}))
t('F', lambda: setattr(F(1), 'a', 3))
t('F', lambda: delattr(F(1), 'a'))
t('F', lambda: setattr(F(1), 'q', 3))
t('F', lambda: F(1) < 3)
t('F', lambda: F.__lt__(F(1), 3))
