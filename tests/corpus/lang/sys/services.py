# Small services of sys: intern, audit, recursion limit, exc_info in nested handlers, modules.
import sys


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


print(sys.audit("corpus.event"), sys.audit("corpus.event", 1, "two", None))
attempt(sys.audit)
attempt(sys.audit, 3)
parts = ["inter", "ned"]
print(sys.intern("".join(parts)) is sys.intern("".join(parts)))
attempt(sys.intern, b"bytes")
attempt(sys.intern)


class Text(str):
    pass


attempt(sys.intern, Text("x"))
limit = sys.getrecursionlimit()


def depth(n=1):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


sys.setrecursionlimit(200)
print(sys.getrecursionlimit(), 150 < depth() <= 200)
attempt(sys.setrecursionlimit, 0)
attempt(sys.setrecursionlimit, -5)
attempt(sys.setrecursionlimit, "x")
attempt(sys.setrecursionlimit, 2**40)
sys.setrecursionlimit(limit)
print(depth() > 900)


def infos():
    yield sys.exc_info()[0]
    try:
        raise KeyError(1)
    except KeyError:
        yield sys.exc_info()[0], sys.exception().args
        try:
            raise IndexError(2)
        except IndexError as error:
            yield sys.exc_info()[0], error.__context__
        yield sys.exc_info()[0]
    yield sys.exc_info()


print(list(infos()))
try:
    raise OSError("around")
except OSError:
    print([info.__name__ if isinstance(info, type) else len(info) for info in infos()])
    print(sys.exception(), sys.exc_info()[2].tb_lineno == sys.exception().__traceback__.tb_lineno)
print(sys.exception(), sys.exc_info())
attempt(sys.exc_info, 1)
attempt(sys.exception, 1)
made = type(sys)("made_up", "a doc")
made.answer = 42
sys.modules["made_up"] = made
import made_up

print(made_up.answer, made_up.__doc__, type(made_up).__name__)
sys.modules["made_up"] = None
try:
    import made_up
except ImportError as error:
    print(type(error).__name__, error, error.name)
del sys.modules["made_up"]
try:
    import made_up
except ImportError as error:
    print(type(error).__name__, error)
sys.modules["number"] = 7
import number

print(number + 1)
attempt(lambda: sys.no_such_name)
attempt(delattr, sys, "no_such_name")
sys.own = "set by the program"
print(sys.own, "own" in dir(sys), [name in dir(sys) for name in ("stdin", "stdout", "flags", "version_info", "exit")])
