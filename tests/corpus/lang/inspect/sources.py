"""getsource and its relatives: where things are written, comments before them, failures."""
import functools
import inspect
import sys


def attempt(what, function, *args):
    try:
        print(what, "->", repr(function(*args)))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


# A comment on two lines,
# right before the function.
def plain(a, b):
    """Adds."""
    # inside
    return a + b


@functools.lru_cache(maxsize=None)
def decorated(text=")", other='''
    a def in a string
'''):
    if text:

        return (text,
                other)
    return None
# after it


class Outer:
    """A class with a method and a class."""

    limit = 3

    # before the inner one
    class Inner:
        def deep(self): return [
            1,
            2,
        ]

    @property
    def size(self):
        return 1


square = lambda x: x * x  # noqa: E731


def enclosing():
    def nested():
        yield 1

    class Local:
        pass
    return nested, Local


nested, Local = enclosing()
for thing in (plain, decorated, Outer.Inner, Outer.Inner.deep, Outer.size.fget, square, nested, Local,
              Outer().Inner().deep, plain.__code__):
    print(f"--- {getattr(thing, '__qualname__', 'code')}")
    print(inspect.getsource(thing), end="")
for thing in (plain, decorated, Outer, Outer.Inner, nested, Local):
    lines, start = inspect.getsourcelines(thing)
    print(thing.__qualname__, start, len(lines), repr(lines[0]), repr(inspect.getcomments(thing)))

lines, index = inspect.findsource(plain)
print(len(lines) == len(open(__file__).readlines()), lines[index], end="")
print("".join(inspect.getblock(lines[index:])) == inspect.getsource(plain))
module = sys.modules["__main__"]
print(inspect.getsource(module) == open(__file__).read(), inspect.getsourcelines(module)[1])
print(inspect.getfile(plain) == inspect.getsourcefile(Outer) == __file__, inspect.getcomments(module))
print(inspect.getabsfile(plain).endswith("/inspect/sources.py"), inspect.getabsfile(plain)[0])
print(inspect.getmodule(plain) is module, inspect.getmodule(Outer.Inner) is module, inspect.getmodule(5))

made = {}
exec("def unseen(): pass\nclass Unseen: pass", made)
attempt("getsource of exec", inspect.getsource, made["unseen"])
attempt("getsourcelines of exec", inspect.getsourcelines, made["unseen"])
attempt("getcomments of exec", inspect.getcomments, made["unseen"])
attempt("getsource of len", inspect.getsource, len)
attempt("getsource of int", inspect.getsource, int)
attempt("getsource of sys", inspect.getsource, sys)
attempt("getsource of a number", inspect.getsource, 5)
attempt("getfile of list", inspect.getfile, list)
attempt("getfile of a text", inspect.getfile, "text")
attempt("getsourcefile of len", inspect.getsourcefile, len)
attempt("getabsfile of None", inspect.getabsfile, None)
attempt("findsource of a dict", inspect.findsource, {})
attempt("getcomments()", lambda: inspect.getcomments())
attempt("getblock()", lambda: inspect.getblock())
attempt("getmodule()", lambda: inspect.getmodule())
attempt("getmodulename", inspect.getmodulename, 5)
print([inspect.getmodulename(path) for path in ("a/b.py", "b.txt", "/x/y.z.py", "", "noext")])
