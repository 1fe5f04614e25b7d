# The module traceback: texts of exceptions, chains, groups, notes, carets and locals.
import io
import sys
import traceback


def divide(x):
    return 1 / x


def chained():
    try:
        divide(0)
    except ZeroDivisionError as e:
        raise ValueError('bad', 'args') from e


def implicit():
    try:
        divide(0)
    except ZeroDivisionError:
        {}['missing']


for function in (chained, implicit):
    try:
        function()
    except Exception as e:
        traceback.print_exc(file=sys.stdout)
        print(traceback.format_exc() == ''.join(traceback.format_exception(e)))
        print(''.join(traceback.format_exception(type(e), e, e.__traceback__, chain=False)))
        print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
        error = e
traceback.print_exception(error, limit=1, file=sys.stdout)
traceback.print_exception(error, limit=-1, chain=False, file=sys.stdout)
traceback.print_tb(error.__traceback__, file=sys.stdout)
print(traceback.format_tb(error.__traceback__, limit=1))
group = ExceptionGroup('outer', [ValueError(1), ExceptionGroup('inner', [TypeError('t'), KeyError('k')])])
group.add_note('first\nsecond')
try:
    raise group
except ExceptionGroup:
    traceback.print_exc(file=sys.stdout)
wide = ExceptionGroup('wide', [ValueError(i) for i in range(20)])
shown = traceback.TracebackException.from_exception(wide, max_group_width=2)
print(''.join(shown.format()))
try:
    exec('x = = 1')
except SyntaxError as e:
    print(''.join(traceback.format_exception_only(e)))
    print(traceback.TracebackException.from_exception(e).msg)


def recursive(n):
    return recursive(n + 1) if n < 20 else 1 / 0


try:
    recursive(0)
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
try:
    [1, 2][5]['é'](3)
except IndexError:
    traceback.print_exc(file=sys.stdout)
try:
    print('é' + 'ü', (1 +
                      2 / 0))
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)


class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError


class Noted(Exception):
    __notes__ = 5


print(traceback.format_exception_only(Unprintable()), traceback.format_exception_only(Noted('n')))
print(traceback.format_exception_only(None, None), traceback.format_exception(None, None, None))
print(traceback.format_exc())
for call in (
    lambda: traceback.print_exception(5),
    lambda: traceback.print_exception(ValueError, ValueError()),
    lambda: traceback.print_last(),
):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
first = traceback.TracebackException.from_exception(error)
second = traceback.TracebackException.from_exception(error)
print(first == second, first != traceback.TracebackException.from_exception(ValueError()), str(first))
print(first.exc_type.__name__, first.__cause__, first.__context__.exc_type.__name__, first.__suppress_context__)
out = io.StringIO()
first.print(file=out, chain=False)
print(out.getvalue().splitlines()[-1])
