# Hooks of sys: what nobody has caught, what is displayed, what could not be raised.
import io
import sys

print(sys.excepthook is sys.__excepthook__, sys.displayhook is sys.__displayhook__)
print(sys.unraisablehook is sys.__unraisablehook__, sys.excepthook.__name__, hasattr(sys, 'last_value'))
sys.displayhook(5)
sys.displayhook(None)
sys.displayhook('text')
import builtins
print(builtins._)


def shown(value):
    print('displayed', value)


sys.displayhook = shown
for typed in '1 + 1', '"x"', 'None':
    exec(compile(typed, '<typed>', 'single'))
sys.displayhook = sys.__displayhook__
exec(compile('2 + 2', '<typed>', 'single'))
print(_)
real, sys.stderr = sys.stderr, io.StringIO()
try:
    raise ValueError('caught')
except ValueError as e:
    sys.excepthook(type(e), e, e.__traceback__)
    sys.excepthook(ValueError, ValueError('bare'), None)
print(sys.stderr.getvalue())
sys.stderr = real


class Falls:
    def __del__(self):
        raise KeyError('in del')


def unraisable(args):
    print('unraisable', args.exc_type.__name__, args.exc_value, args.err_msg, args.object.__qualname__)
    print(args.exc_traceback.tb_frame.f_code.co_name, len(args))


sys.unraisablehook = unraisable
import gc
falls = Falls()
del falls
gc.collect()
sys.unraisablehook = sys.__unraisablehook__
try:
    sys.displayhook()
except TypeError as e:
    print(type(e).__name__)


def last(kind, value, trace):
    print('hook', kind.__name__, value, trace.tb_lineno, sys.last_value is value)


sys.excepthook = last


def main():
    raise LookupError('nobody catches this')


main()
