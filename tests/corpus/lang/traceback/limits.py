# How many entries are shown: limit, sys.tracebacklimit, and where they are counted from.
import io
import sys
import traceback


def level(n):
    if n:
        level(n - 1)
    else:
        raise ValueError("bottom")


def caught(n):
    try:
        level(n)
    except ValueError as error:
        return error


error = caught(3)
for limit in (None, 0, 1, 2, -1, -2, 99):
    entries = traceback.extract_tb(error.__traceback__, limit=limit)
    print(limit, [entry.name for entry in entries], len(traceback.format_exception(error, limit=limit)))
print("".join(traceback.format_exception(error, limit=2)))
print("".join(traceback.format_tb(error.__traceback__, -1)))


def stacks(limit):
    return [entry.name for entry in traceback.extract_stack(limit=limit)], len(traceback.format_stack(limit=limit))


def deeper(limit):
    return stacks(limit)


for limit in (None, 0, 1, 2, -1, -2):
    print(limit, deeper(limit))
print([entry.name for entry in traceback.extract_stack(sys._getframe(), limit=1)])


def printed(function, *args, **kwargs):
    out = io.StringIO()
    function(*args, file=out, **kwargs)
    return out.getvalue().count("\n")


print(printed(traceback.print_stack), printed(traceback.print_stack, limit=0), printed(traceback.print_stack, sys._getframe(), 1))
print(printed(traceback.print_tb, error.__traceback__), printed(traceback.print_tb, error.__traceback__, 1), printed(traceback.print_tb, None))
print(printed(traceback.print_exception, error, limit=1), printed(traceback.print_exception, type(error), error, None))
for value in (2, 0, -1):
    sys.tracebacklimit = value
    print(value, [entry.name for entry in traceback.extract_tb(error.__traceback__)],
          [entry.name for entry in traceback.extract_tb(error.__traceback__, limit=3)], len(traceback.format_exception(error)))
    try:
        level(1)
    except ValueError:
        print(traceback.format_exc().count("File"), traceback.format_exc(limit=1).count("File"))
del sys.tracebacklimit


class Chain(Exception):
    pass


def chain(n):
    try:
        if n:
            chain(n - 1)
        else:
            level(0)
    except Exception as inner:
        raise Chain(n) from (inner if n % 2 else None)


try:
    chain(2)
except Chain as caught_chain:
    text = "".join(traceback.format_exception(caught_chain, limit=1))
    print(text.replace(__file__, "FILE"))
    print(traceback.format_exception(caught_chain, limit=0, chain=False))
many = traceback.TracebackException.from_exception(error, limit=1)
print([entry.name for entry in many.stack], list(many.format(chain=False))[-1], many.exc_type.__name__)
print([entry.name for entry in traceback.TracebackException(type(error), error, error.__traceback__, limit=-2).stack])
sys.tracebacklimit = 1
level(2)
