"""make_dataclass with every kind of field, asdict and astuple over nested values, is_dataclass, refusals."""
import dataclasses
from collections import OrderedDict, namedtuple
from dataclasses import KW_ONLY, MISSING, Field, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


Point = make_dataclass('Point', ['x', ('y', int), ('z', int, field(default=0, repr=False))], namespace={'norm': lambda self: self.x + self.y}, order=True)
print(Point(1, 2), Point(1, 2).norm(), Point(1, 2) < Point(1, 3), [(f.name, f.type) for f in fields(Point)], Point.__annotations__)
Base = make_dataclass('Base', [('a', int, 1)], bases=(Point.__mro__[-1],), frozen=True)
Sub = make_dataclass('Sub', [('b', list, field(default_factory=list, kw_only=True))], bases=(Base,), frozen=True, slots=True)
print(Sub(), Sub(5, b=[1]), hash(Base(3)) == hash(Base(3)), Sub.__slots__, attempt(setattr, Base(), 'a', 2), attempt(delattr, Base(), 'a'))
try:
    Sub().a = 5
except FrozenInstanceError as error:
    print(type(error).__mro__[1].__name__, error)
print(attempt(FrozenInstanceError, 'x').args, attempt(FrozenInstanceError, name='n').__class__.__name__)
for names in ['1a'], ['class'], ['a', 'a'], [5], [('a',)], [('a', int, 1, 2)], ['a b'], [('a', int, 1), 'b'], [('c', list, [])], [()], 'ab':
    print(repr(names), attempt(make_dataclass, 'Bad', names) if names != 'ab' else attempt(make_dataclass, 'Fine', names).__name__)
print(attempt(make_dataclass), '|', attempt(make_dataclass, 'N'), '|', attempt(make_dataclass, 5, []), '|', attempt(make_dataclass, 'N', [], unknown=1))

Pair = namedtuple('Pair', 'left right')


@dataclass
class Node:
    name: str
    children: list = field(default_factory=list)
    extra: object = None
    _: KW_ONLY
    flag: bool = False
    start: InitVar[int] = 0

    def __post_init__(self, start):
        self.began = start


tree = Node('root', [Node('leaf', start=3), (Node('in tuple'), 1)], Pair(Node('p'), OrderedDict(k=Node('o'))), flag=True)
print(asdict(tree))
print(astuple(tree))
print(asdict(tree, dict_factory=lambda items: [key for key, _ in items]), astuple(Node('x', extra={1: Node('y')}), tuple_factory=list))
copy = asdict(tree)
print(copy['children'] is tree.children, type(copy['extra']).__name__, type(copy['extra'].right).__name__)
print(replace(tree, name='new', start=1).name, attempt(replace, Node('a'), nothing=1), '|', attempt(replace, 5), '|', attempt(replace, Sub(), a=7))
print(is_dataclass(Node), is_dataclass(tree), is_dataclass(5), is_dataclass(int), is_dataclass(dataclass), attempt(is_dataclass), '|', attempt(is_dataclass, 1, 2))
print(attempt(asdict, Node), '|', attempt(asdict, 5), '|', attempt(astuple, [tree]), '|', attempt(astuple), '|', attempt(fields, 5), '|', attempt(fields))
f = fields(Node)[1]
print(f.name, f.default is MISSING, f.default_factory is list, f.init, f.hash, f.metadata, f.kw_only, fields(Node)[3].kw_only, type(f) is Field, repr(MISSING).split(' ')[0])
print(attempt(Field), '|', attempt(InitVar), '|', InitVar[int], InitVar(str).type, attempt(InitVar, int, str), '|', attempt(field, default=1, default_factory=int), '|', attempt(field, 1))
print(dataclasses.KW_ONLY is KW_ONLY, Node.__match_args__, Node.__dataclass_params__.order)
