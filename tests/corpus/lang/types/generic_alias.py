# list[int] and its kin.
def t(e):
    try: print(e, '=>', repr(eval(e)))
    except Exception as x: print(e, '=>', type(x).__name__, x)
class A: pass
class M(type): pass
class B(A, metaclass=M): pass
for e in [ "list[int]", "dict[str, int]", "tuple[int, ...]", "tuple[()]", "type[int]", "list[list[int]]", "list[A]", "list[1, 'a']", "list[None]", "list[int].__origin__", "list[int].__args__", "list[int].__parameters__", "list[int]()", "list[int]([1,2])", "dict[str,int](a=1)", "list[int].append", "list[int].__name__", "list[int].__doc__ == list.__doc__", "list[int] == list[int]", "list[int] == list[str]", "list[int] != list[int]", "hash(list[int]) == hash(list[int])", "isinstance([], list[int])", "issubclass(list, list[int])", "type(list[int])", "list[int].__class__", "list[int][str]", "int[str]", "object[1]", "A[1]", "list[int].foo", "[*tuple[int, ...]]", "[*tuple[int]][0].__unpacked__", "list[int].__mro_entries__((1,))", "tuple[int, str].count", "list[int] | int", "int | list[int]", "list[int] + 1", "list[int] < 1", "len(list[int])", "1 in list[int]", "list[int | str]", "callable(list[int])", "isinstance(int, type[int])", "list[...]", "type(list[int])(dict, (int, str))", "bool(list[int])", "list[int].__origin__ is list", "str[int]", "dict[int].fromkeys([1])"]:
    t(e)
class Box(list): pass
b = Box[int]([1]); print(b, b.__orig_class__)
try: (int|str).__args__ = 1
except AttributeError as x: print(x)
try: list[int].__origin__ = 1
except AttributeError as x: print(x)
class TV:
    def __typing_subst__(self, x): return x
    def __repr__(self): return '~T'
    def __or__(self, o): return NotImplemented
T = TV()
g = dict[str, T]
print(g, g.__parameters__, g[int], list[g][float], list[T][int])
try: g[int, str]
except TypeError as x: print(x)
