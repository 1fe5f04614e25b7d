# The module at work, with operator, keyword and types.
import functools, operator, keyword, types
print(functools.reduce(operator.add, [1,2,3]), functools.partial(int, base=2)('101'))
@functools.lru_cache(maxsize=3)
def f(x):
    'doc'
    return x*2
print([f(i) for i in (1,2,1,3,4,1)], f.cache_info(), f.__name__, f.__doc__, f.cache_parameters())
print(operator.itemgetter(1,2)('abc'), operator.attrgetter('real')(5), operator.methodcaller('upper')('a'))
@functools.total_ordering
class A:
    def __init__(s,n): s.n=n
    def __lt__(s,o): return s.n<o.n
    def __eq__(s,o): return s.n==o.n
print(A(1)>A(0), A(1)>=A(1), A(1)<=A(0))
print(sorted([3,1,2], key=functools.cmp_to_key(lambda a,b:b-a)))
class P:
    @functools.cached_property
    def v(self): print('once'); return 5
p=P(); print(p.v,p.v,p.__dict__)
@functools.singledispatch
def g(x): return 'obj'
@g.register
def _(x:int): return 'int'
@g.register(list)
def _(x): return 'list'
print(g(1),g([]),g('s'),g(True))
print(keyword.iskeyword('if'), types.FunctionType, types.SimpleNamespace(a=1,b='x'))
print(functools.partial(print,1,sep=','))
class M:
    def set(self, s): return s
    on = functools.partialmethod(set, True)
    @functools.singledispatchmethod
    def d(self,x): return 'o'
    @d.register
    def _(self,x:int): return 'i'
print(M().on(), M().d(1), M().d(''))
