# compile(): arguments and errors.
for args in [("1", "f", "x"), ("1", "f", "func_type"), ("1", "f", "exec", 1 << 30),
             ("1", "f", "exec", 0, False, 5), ("1", 1, "exec"), (1, "f", "exec"), ("1", "f", 2),
             ("1", "f"), ("1 2", "f", "eval"), ("", "f", "eval"), ("x=1", "<f>", "eval"),
             ("1\n2", "f", "single"), ("1", "f", "exec", "a"), ("1", None, "exec")]:
    try:
        print(compile(*args))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, 'text', None), getattr(e, 'offset', None))


class Path:
    def __fspath__(self):
        return "path.py"


print(compile("1", Path(), "eval").co_filename)
c = compile("a + b", "<expr>", mode="eval")
print(eval(c, {"a": 1, "b": 2}), c.co_names, c.co_filename, c.co_name, c.co_consts)
exec(compile("1 + 1\n", "<s>", "single"))
exec(compile("x = 5\n", "<s>", "single"))
exec(compile("None\n'text'\n" if 0 else "'text'", "<s>", "single"))
print(x, _)
exec(compile("if x:\n    print('block')\n", "<s>", "single"))
c = compile("assert False, 'checked'", "<a>", "exec")
try:
    exec(c)
except AssertionError as e:
    print(e)
exec(compile("assert False\nprint(__debug__)", "<a>", "exec", optimize=1))
print(exec(compile("5", "<e>", "eval")), eval(compile("y = 6", "<e>", "exec")), y)
c = compile("def f(): return here\nf()", "<two>", "exec")
for value in 1, 2:
    g = {'here': value}
    exec(c, g)
    print(g['f']())
print(eval(compile("here", "<x>", "eval"), {'here': 3}), type(c).__name__)


def function():
    return 'called'


print(eval(function.__code__), exec(function.__code__))


def free():
    x = 1

    def g():
        print('free', x)

    return g


for run in (lambda: exec(free().__code__), lambda: eval(free().__code__),
            lambda: exec(free().__code__, closure=(1,)), lambda: exec("1", closure=(1,)),
            lambda: exec(c, closure=())):
    try:
        run()
    except TypeError as e:
        print(e)
exec(free().__code__, closure=free().__closure__)
