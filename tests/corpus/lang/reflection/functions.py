# Functions from the inside: code that is replaced, defaults, closures, built-in names.
import builtins
import types


def plain(a, /, b=2, *args, c, d=4, **kw) -> int:
    """Doc of plain."""
    x = a + b
    return x


code = plain.__code__
print(code.co_name, code.co_qualname, code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
print(code.co_nlocals, code.co_varnames, code.co_cellvars, code.co_freevars, code.co_flags)
print(plain.__defaults__, plain.__kwdefaults__, plain.__annotations__, plain.__closure__)
print(plain.__globals__ is globals(), plain.__builtins__ is vars(builtins), plain.__module__, plain.__qualname__)
print(hasattr(plain, '__type_params__'), plain.__dict__, plain.__doc__)
plain.__defaults__ = (1,)
plain.__kwdefaults__ = {'d': 30}
print(plain(5, c=3), plain.__defaults__)
plain.__defaults__ = None
plain.__kwdefaults__ = None


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(plain, 1)
attempt(plain, 1, 2)


def one():
    """One."""
    return 1


def two(x=5):
    """Two."""
    return 'two'


before = one
one.__code__ = two.__code__
attempt(before)
attempt(one, 3)
print(one.__name__, one.__qualname__, one.__doc__, one.__code__ is two.__code__, one.__code__.co_name)
attempt(setattr, one, '__code__', 5)
attempt(delattr, one, '__code__')


def outer():
    cell, other = 1, 2

    def inner():
        return cell, other

    def single():
        return cell
    return inner, single


inner, single = outer()
attempt(setattr, one, '__code__', inner.__code__)
attempt(setattr, inner, '__code__', single.__code__)
print(inner.__closure__[0].cell_contents, inner.__code__.co_freevars, outer.__code__.co_cellvars)
inner.__closure__[0].cell_contents = 'set'
print(inner(), single())
cell = types.CellType()
attempt(lambda: cell.cell_contents)
cell.cell_contents = 7
full = types.CellType(8)
print(cell.cell_contents, cell == full, cell < full, types.CellType(7) == cell)
made = types.FunctionType(inner.__code__, {'__name__': 'elsewhere'}, 'named', None, (cell, full))
print(made(), made.__name__, made.__qualname__, made.__module__, made.__closure__ == (cell, full))
made = types.FunctionType(two.__code__, globals(), argdefs=(9,))
print(made.__defaults__, made(), made.__name__)
attempt(types.FunctionType, inner.__code__, {})
attempt(types.FunctionType, inner.__code__, {}, None, None, (cell,))
attempt(types.FunctionType, inner.__code__, {}, None, None, (1, 2))
attempt(types.FunctionType, two.__code__, 5)
attempt(types.FunctionType, 5, {})
attempt(types.FunctionType, two.__code__, {}, 5)
attempt(types.FunctionType, two.__code__, {}, 'n', 5)


def running():
    yield 1
    yield 2


g = running()
print(next(g))
running.__code__ = (lambda: (yield 'other')).__code__
print(next(g), list(running()), g.gi_code.co_name)


def recursive(n):
    recursive.__code__ = (lambda n: 'replaced').__code__
    return n, recursive(n)


print(recursive(1), recursive(2))
for name in ('__closure__', '__globals__', '__builtins__'):
    attempt(setattr, two, name, None)
attempt(setattr, two, '__name__', 5)
attempt(setattr, two, '__dict__', 5)
attempt(setattr, two, '__defaults__', 5)
attempt(setattr, two, '__kwdefaults__', 5)
attempt(setattr, two, '__annotations__', 5)
two.extra = 1
print(two.__dict__)
isolated = types.FunctionType((lambda: len([1])).__code__, {'__builtins__': {}})
attempt(isolated)
print(types.FunctionType((lambda: len([1])).__code__, {'__builtins__': {'len': lambda x: 'own'}})())
