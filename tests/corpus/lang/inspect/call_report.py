"""A reporter of calls in progress and of failures, from frames, tracebacks and suspended tasks."""
import inspect
import io
import json
from inspect import ArgInfo, Arguments, FrameInfo, Traceback


def where(depth=0):
    """The calls that lead here, with their arguments."""
    frame, out = inspect.currentframe().f_back, []
    while frame and frame.f_code.co_name != "<module>":
        info = inspect.getargvalues(frame)
        assert isinstance(info, ArgInfo)
        out.append(frame.f_code.co_name + inspect.formatargvalues(*info))
        frame = frame.f_back
    return out


def outer(a, *rest, b=2, **more):
    return inner(a + b)


def inner(x, y="z"):
    return where(), [info.function for info in inspect.stack()], [info.function for info in inspect.getouterframes(inspect.currentframe())]


for part in outer(1, 9, 8, k=[1]):
    print(part)
print(inspect.getargs(outer.__code__) == Arguments(["a", "b"], "rest", "more"))


def load(text):
    # Reads what json cannot.
    return json.load(io.StringIO(text))


try:
    load("[1, ")
except ValueError:
    report = inspect.trace()
    own = [info for info in report if info.filename == __file__]
    print([(info.function, info.lineno) for info in own], isinstance(own[0], FrameInfo))
    place = inspect.getframeinfo(own[-1].frame, context=1)
    print(isinstance(place, Traceback), place.code_context, inspect.getlineno(own[-1].frame) == own[-1].lineno)
try:
    load("{}")["missing"]
except KeyError as error:
    print([info.function for info in inspect.getinnerframes(error.__traceback__)])


def producer(items):
    for item in items:
        yield item


async def consumer(source):
    total = 0
    for value in source:
        total += value
    return total


feed = producer([1, 2])
states = [inspect.getgeneratorstate(feed)]
next(feed)
states.append(inspect.getgeneratorstate(feed))
feed.close()
states.append(inspect.getgeneratorstate(feed))
print(states == [inspect.GEN_CREATED, inspect.GEN_SUSPENDED, inspect.GEN_CLOSED], inspect.GEN_RUNNING in states)
task = consumer([1, 2])
print(inspect.getcoroutinelocals(task), inspect.getcoroutinestate(task) == inspect.CORO_CREATED)
task.close()
print(inspect.getcoroutinestate(task) == inspect.CORO_CLOSED, {inspect.CORO_RUNNING, inspect.CORO_SUSPENDED} & {inspect.getcoroutinestate(task)})


class A: pass
class B(A): pass


print(inspect.getclasstree([B, A]), inspect.walktree([A], {A: [B]}, None))
print(inspect.formatannotationrelativeto(A)(B), inspect.TPFLAGS_IS_ABSTRACT, bool(A.__flags__ & inspect.TPFLAGS_IS_ABSTRACT))
print(inspect.getcomments(A), inspect.getsource(load))
