# Hints that are evaluated, origins and arguments, decorators.
import typing
from typing import *


def t(name, f):
    try:
        print(name, '->', f())
    except BaseException as e:
        print(name, type(e).__name__, e)


T = TypeVar('T'); K = TypeVar('K', bound=int); C = TypeVar('C', int, str); V = TypeVar('V', covariant=True); W = TypeVar('W', contravariant=True)
P = ParamSpec('P'); Ts = TypeVarTuple('Ts')
class G(Generic[T, K]):
    def __init__(self, x=None): self.x = x
def f(a: int, b: 'str' = None, *c: List['int'], d: Optional['T'] = None) -> None: pass
t('gh', lambda: get_type_hints(f))
class H:
    x: int
    y: 'List[int]' = []
    z: ClassVar['int'] = 3
    w: Annotated[int, 3] = 0
class H2(H):
    q: None
t('gh', lambda: (get_type_hints(H2), get_type_hints(H, include_extras=True)))
t('gh', lambda: get_type_hints(3))
class HB:
    x: 'Nope'
t('gh', lambda: get_type_hints(HB))
t('go', lambda: [get_origin(x) for x in (List[int], Union[int,str], Literal[1], Annotated[int,1], Callable[[int],int], int, Generic, Generic[T], P.args, Dict, G[int,str], Final[int], ClassVar[int], Tuple[()])])
t('ga', lambda: [get_args(x) for x in (List[int], Union[int,str], Literal[1], Annotated[int,1], Callable[[int],int], Callable[...,int], int, Generic[T], Dict, G[int,str], Tuple[()])])
t('cast', lambda: (cast(int, 'x'), assert_type(3, int), TYPE_CHECKING))
t('never', lambda: assert_never(3))
t('never', lambda: assert_never('x'*200))
@overload
def ov(a: int) -> int: ...
@overload
def ov(a: str) -> str: ...
t('ov', lambda: ov(3))
def ov(a): return a
t('ov', lambda: (ov(3), len(get_overloads(ov)), clear_overloads(), len(get_overloads(ov))))
@final
class Fn:
    @final
    def m(self): pass
t('fin', lambda: (Fn.__final__, Fn.m.__final__))
@no_type_check
class NC:
    def m(self, x: 'zz'): pass
t('nc', lambda: (NC.__no_type_check__, get_type_hints(NC.m)))
@dataclass_transform(kw_only_default=True)
def dt(x): pass
t('dt', lambda: dt.__dataclass_transform__)
t('fr', lambda: (ForwardRef('int'), ForwardRef('int')==ForwardRef('int'), ForwardRef('a.b').__forward_arg__))
t('fr', lambda: ForwardRef('a b'))
t('fr', lambda: ForwardRef(3))
t('fr', lambda: List['a b'])
t('abc', lambda: (Iterable, Iterable[int], Mapping[str,int], Generator[int,str,None], Awaitable[int], Coroutine[int,int,int], AsyncIterator[int], ContextManager[int], Hashable, Sized, Pattern[str], Match, Sequence[T][int], Iterator[int].__origin__))
t('io', lambda: (IO, IO[str], TextIO, BinaryIO, AnyStr, Text, IO.__mro__))
t('sup', lambda: (isinstance(3, SupportsInt), isinstance('a', SupportsInt), isinstance(3, SupportsIndex), isinstance(3.0, SupportsAbs), SupportsAbs[int], isinstance([], SupportsFloat), isinstance(3.5, SupportsRound)))
import sys
sys.stderr = sys.stdout
t('rev', lambda: reveal_type(3))
t('or', lambda: (List[int] | None, T | int, int | T, 'str' | T, List[int] | List[str], Union[int,str] | float, Optional[int] | str, Any | None if False else 0, Literal[1] | None, None | List[int]))
t('mod', lambda: (List[int].__module__, List.__module__, T.__module__, Union[int,str].__module__, Any.__module__, Generic.__module__))
t('attr', lambda: typing.nope)
t('eq', lambda: (Tuple[int,str].__args__, Tuple[()].__args__, Tuple.__origin__, Type[T][int], Callable[[int],T].__parameters__))
t('bad', lambda: Dict[int,str,int])
t('bad', lambda: Union[int, 3])
t('bad', lambda: Optional[3.5])
t('bad', lambda: Tuple[3])
t('bad', lambda: Type[3])
t('bad', lambda: List[Generic])
t('bad', lambda: List[Protocol])
t('bad', lambda: List[(int,)])
t('bad', lambda: Generic[int, T])
t('bad', lambda: Concatenate[int])
t('bad', lambda: Concatenate[()])
t('bad', lambda: Literal)
t('dir', lambda: [n for n in typing.__all__ if not hasattr(typing, n)])
