"""States and local variables of generators and coroutines, seen from inside and outside."""
import inspect


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


def counter(stop):
    """Sees itself running."""
    for number in range(stop):
        seen = inspect.getgeneratorstate(self)
        print("  inside:", seen, seen == inspect.GEN_RUNNING)
        yield number


self = counter(3)
print(inspect.getgeneratorstate(self) == inspect.GEN_CREATED, inspect.getgeneratorlocals(self))
next(self)
print(inspect.getgeneratorstate(self) == inspect.GEN_SUSPENDED, inspect.getgeneratorlocals(self))
next(self)
print(inspect.getgeneratorlocals(self)["number"])
attempt("list", lambda: list(self))
print(inspect.getgeneratorstate(self) == inspect.GEN_CLOSED, inspect.getgeneratorlocals(self))


class Once:
    """Awaits one value from outside."""
    def __await__(self):
        got = yield "asked"
        return got


async def worker(name):
    result = None
    for step in range(2):
        result = await Once()
        print("  got", result, inspect.getcoroutinestate(task))
    return result


task = worker("w")
print(inspect.getcoroutinestate(task) == inspect.CORO_CREATED, inspect.getcoroutinelocals(task))
print(task.send(None), inspect.getcoroutinestate(task) == inspect.CORO_SUSPENDED)
print(inspect.getcoroutinelocals(task))
print(task.send("x"), inspect.getcoroutinelocals(task))
try:
    task.send("y")
except StopIteration as stop:
    print("returned", stop.value)
print(inspect.getcoroutinestate(task) == inspect.CORO_CLOSED, inspect.getcoroutinelocals(task))
print(inspect.CORO_RUNNING, inspect.CORO_CREATED, inspect.CORO_SUSPENDED, inspect.CORO_CLOSED)
print(inspect.GEN_RUNNING, inspect.GEN_CREATED, inspect.GEN_SUSPENDED, inspect.GEN_CLOSED)

thrown = counter(1)
next_state = []
try:
    thrown.throw(ValueError("early"))
except ValueError as error:
    next_state.append(inspect.getgeneratorstate(thrown))
print(next_state)
closed = worker("c")
closed.close()
print(inspect.getcoroutinestate(closed))

attempt("state of a list", lambda: inspect.getgeneratorstate([]))
attempt("locals of a list", lambda: inspect.getgeneratorlocals([]))
attempt("state of a generator", lambda: inspect.getcoroutinestate(counter(1)))
attempt("locals of a generator", lambda: inspect.getcoroutinelocals(counter(1)))
attempt("getcoroutinelocals", lambda: inspect.getcoroutinelocals())
attempt("getgeneratorlocals", lambda: inspect.getgeneratorlocals(None))
