# An excepthook that fails itself, after atexit has been asked.
import atexit
import sys

atexit.register(lambda: print('at exit', sys.last_type.__name__, sys.last_value, sys.last_traceback is not None))


def hook(kind, value, trace):
    print('called', kind.__name__)
    sys.exit(7)


sys.excepthook = hook
raise ValueError('the reason')
