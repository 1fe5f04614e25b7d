# Frames of calls in progress: what they show, who called, and that they stay the same.
import sys
import types


def first(a, b=2, *rest, key=None, **more):
    local = a + b
    frame = sys._getframe()
    print(frame.f_code is first.__code__, frame.f_code.co_name, frame.f_lineno, frame.f_globals is globals())
    print(sorted(frame.f_locals), frame.f_locals['local'], frame.f_locals['rest'], frame.f_locals['more'])
    print(frame is sys._getframe(), frame.f_back is sys._getframe(1), frame.f_locals['frame'] is frame)
    print(frame.f_builtins is vars(__builtins__), frame.f_trace, frame.f_trace_lines, frame.f_trace_opcodes)
    print(frame.f_lineno)
    local = 'changed'
    print(frame.f_locals['local'])
    del local
    print('local' in frame.f_locals, isinstance(frame, types.FrameType), type(frame).__name__)
    return frame


kept = first(1, 2, 3, x=4)
print(kept.f_back is sys._getframe(), kept.f_lineno, sorted(kept.f_locals))
kept.clear()
print(kept.f_locals, kept.f_code.co_name)
print(sys._getframe().f_locals is globals(), sys._getframe().f_code.co_name, sys._getframe(0).f_back)


def closed():
    captured = 1

    def inner(x):
        nonlocal captured
        captured += x
        return sorted(sys._getframe().f_locals.items()), sorted(sys._getframe(1).f_locals)

    print(*inner(5))
    print(sys._getframe().f_locals['captured'])


closed()


class Body:
    attribute = 1
    frame = sys._getframe()
    print(frame.f_code.co_name, sorted(frame.f_locals), frame.f_locals is locals())
    frame.f_locals['added'] = 'by frame'


print(Body.added, Body.frame.f_locals['__qualname__'], Body.frame.f_back is sys._getframe())


def depth(n):
    if n:
        return depth(n - 1)
    names, frame = [], sys._getframe()
    while frame:
        names.append((frame.f_code.co_name, frame.f_lineno))
        frame = frame.f_back
    return names


print(depth(3))
kept = (lambda n: (lambda: sys._getframe())())(1)
print(kept.f_code.co_name, kept.f_code.co_qualname, kept.f_back.f_locals, kept.f_back.f_back is sys._getframe())
print([sys._getframe(i).f_code.co_name for i in range(2)])
print(list(map(lambda x: sys._getframe(x).f_code.co_name, range(2))))
print(eval('__import__("sys")._getframe().f_code.co_filename'), eval('__import__("sys")._getframe(1).f_code.co_name'))
space = {'a': 1}
exec('import sys\nf = sys._getframe()\nprint(f.f_locals is f.f_globals, f.f_lineno, sorted(f.f_locals)[:1])', {}, space)
print('f' in space, space['f'].f_locals is space, space['f'].f_code.co_name)


class Callable:
    def __getattr__(self, name):
        return sys._getframe(1).f_code.co_name, name

    def __add__(self, other):
        return sys._getframe(1).f_lineno


def asks():
    return Callable().thing, Callable() + 1


print(asks())


def attempt(f, *args):
    try:
        print('ok', f(*args))
    except Exception as e:
        print(type(e).__name__, e)


attempt(sys._getframe, 100)
attempt(sys._getframe, 'x')
attempt(lambda: sys._getframe().clear())
attempt(lambda: setattr(sys._getframe(), 'f_locals', {}))
attempt(lambda: setattr(sys._getframe(), 'f_back', None))
attempt(lambda: setattr(sys._getframe(), 'f_lineno', 'x'))
attempt(lambda: delattr(sys._getframe(), 'f_lineno'))
attempt(types.FrameType)
attempt(lambda: type('Sub', (types.FrameType,), {}))
print(repr(kept).split(', ', 1)[1].split('frames/')[0][:6], repr(kept).rsplit(', ', 2)[1:])
