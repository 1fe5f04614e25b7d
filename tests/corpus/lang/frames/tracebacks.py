# Traceback objects, the frames that they lead to, and chains made by hand.
import sys
import types


def fails(n):
    local = n * 2
    raise ValueError(n)


def passes(n):
    mine = 'm'
    fails(n)


def catches():
    try:
        passes(4)
    except ValueError as e:
        tb = e.__traceback__
        print(tb.tb_frame is sys._getframe(), e.__traceback__ is tb, sys.exc_info()[2] is tb, sys.exception() is e)
        return e


error = catches()
tb = error.__traceback__
while tb:
    frame = tb.tb_frame
    print(frame.f_code.co_name, tb.tb_lineno - frame.f_code.co_firstlineno, sorted(frame.f_locals), tb.tb_lasti > 0)
    tb = tb.tb_next
tb = error.__traceback__
inner = tb.tb_next.tb_next
print(inner.tb_frame.f_locals, inner.tb_frame.f_back is tb.tb_next.tb_frame, inner.tb_next)
print(dir(tb), type(tb).__name__, isinstance(tb, types.TracebackType))


def again(e):
    raise e


for i in range(2):
    try:
        again(error)
    except ValueError as e:
        names = []
        at = e.__traceback__
        while at:
            names.append(at.tb_frame.f_code.co_name)
            at = at.tb_next
        print(names)

made = types.TracebackType(None, sys._getframe(), 4, 99)
print(made.tb_next, made.tb_frame is sys._getframe(), made.tb_lasti, made.tb_lineno)
front = types.TracebackType(made, sys._getframe(), tb_lasti=-1, tb_lineno=1)
print(front.tb_next is made, front.tb_lasti)
front.tb_next = None
print(front.tb_next)
front.tb_next = tb


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(setattr, tb, 'tb_next', front)
attempt(setattr, tb, 'tb_next', tb)
attempt(setattr, tb, 'tb_next', 5)
attempt(delattr, tb, 'tb_next')
attempt(setattr, tb, 'tb_frame', None)
attempt(types.TracebackType)
attempt(types.TracebackType, 1, sys._getframe(), 1, 1)
attempt(types.TracebackType, None, 'frame', 1, 1)
attempt(types.TracebackType, None, sys._getframe(), 'x', 1)
attempt(setattr, error, '__traceback__', 5)
attempt(ValueError().with_traceback, 'x')
other = ValueError('other').with_traceback(tb)
print(other.__traceback__ is tb)
try:
    raise other
except ValueError as e:
    print(e.__traceback__.tb_next is tb)
other.__traceback__ = None
print(other.__traceback__)


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        print(kind.__name__, trace is value.__traceback__, trace.tb_frame.f_code.co_name)
        return True


def managed():
    with Manager():
        passes(1)


managed()


def generator():
    try:
        yield 1
    except KeyError as e:
        names = []
        at = e.__traceback__
        while at:
            names.append(at.tb_frame.f_code.co_name)
            at = at.tb_next
        yield names


g = generator()
next(g)
print(g.throw(KeyError('k')))


def reraises():
    try:
        passes(9)
    finally:
        kept = 'finally'


try:
    reraises()
except ValueError as e:
    print(e.__traceback__.tb_next.tb_frame.f_locals, e.__traceback__.tb_next.tb_next.tb_frame.f_code.co_name)
try:
    sorted([2, 1], key=lambda x: x / 0)
except ZeroDivisionError as e:
    print(e.__traceback__.tb_next.tb_frame.f_locals, e.__traceback__.tb_next.tb_frame.f_back is sys._getframe())
print(sys.exc_info(), sys.exception())
