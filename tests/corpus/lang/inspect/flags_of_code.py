"""The CO_ flags of code objects, and the is-functions that read them."""
import functools
import inspect
import types


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


def plain(a): return a
def stars(*args, **kwargs): return args, kwargs
def gen(): yield
async def coro(): pass
async def agen(): yield
def outer():
    x = 1
    def inner(): return x
    return inner


@types.coroutine
def old_style():
    yield


NAMES = ["CO_OPTIMIZED", "CO_NEWLOCALS", "CO_VARARGS", "CO_VARKEYWORDS", "CO_NESTED", "CO_GENERATOR",
         "CO_COROUTINE", "CO_ITERABLE_COROUTINE", "CO_ASYNC_GENERATOR"]
print(inspect.CO_OPTIMIZED, inspect.CO_NEWLOCALS, inspect.CO_VARARGS, inspect.CO_VARKEYWORDS,
      inspect.CO_NESTED, inspect.CO_GENERATOR, inspect.CO_NOFREE, inspect.CO_COROUTINE,
      inspect.CO_ITERABLE_COROUTINE, inspect.CO_ASYNC_GENERATOR)
for function in (plain, stars, gen, coro, agen, outer, outer(), old_style, lambda: 0):
    flags = function.__code__.co_flags
    print(f"{function.__name__:10}", *[name[3:].lower() for name in NAMES if flags & getattr(inspect, name)])
print([bool(compile("1", "f", mode).co_flags & inspect.CO_NEWLOCALS) for mode in ("eval", "exec", "single")])

TESTS = [inspect.isfunction, inspect.isgeneratorfunction, inspect.iscoroutinefunction,
         inspect.isasyncgenfunction, inspect.isgenerator, inspect.iscoroutine, inspect.isasyncgen,
         inspect.isawaitable, inspect.iscode]


class Methods:
    def gen(self): yield
    async def coro(self): pass
    async def agen(self): yield
    def __await__(self): return iter(())


made = coro()
subjects = {
    "plain": plain, "gen": gen, "coro": coro, "agen": agen, "old_style": old_style, "gen()": gen(),
    "coro()": made, "agen()": agen(), "old_style()": old_style(), "partial gen": functools.partial(gen),
    "partial of partial": functools.partial(functools.partial(coro)), "bound gen": Methods().gen,
    "bound agen": Methods().agen, "unbound coro": Methods.coro, "awaitable": Methods(),
    "code": gen.__code__, "builtin": len, "class": Methods,
}
for name, subject in subjects.items():
    print(f"{name:20}", *[test.__name__[2:] for test in TESTS if test(subject)])
made.close()

attempt("isgeneratorfunction", lambda: inspect.isgeneratorfunction())
attempt("iscoroutinefunction", lambda: inspect.iscoroutinefunction(1, 2))
attempt("isasyncgenfunction", lambda: inspect.isasyncgenfunction(function=gen))
attempt("isgenerator", lambda: inspect.isgenerator())
attempt("iscoroutine", lambda: inspect.iscoroutine(obj=1))
attempt("isasyncgen", lambda: inspect.isasyncgen())
attempt("isawaitable", lambda: inspect.isawaitable())
attempt("iscode", lambda: inspect.iscode(code=gen.__code__))
attempt("isfunction", lambda: inspect.isfunction())
