"""Natives that run through a generator, and calls that resume one: what can be seen of it."""

import sys


def noisy(items):
    for item in items:
        print("yields", getattr(item, "amount", item))
        yield item
    print("ends")


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __radd__(self, other):
        print("radd", other)
        return Money(self.amount + other)

    def __add__(self, other):
        print("add", getattr(other, "amount", other))
        return Money(self.amount + getattr(other, "amount", other))

    def __lt__(self, other):
        print("lt", getattr(other, "amount", other))
        return self.amount < getattr(other, "amount", other)

    def __gt__(self, other):
        print("gt", getattr(other, "amount", other))
        return self.amount > getattr(other, "amount", other)

    def __bool__(self):
        print("bool", self.amount)
        return self.amount > 3


print(sum(noisy([1, 2.5, True])))
print(sum(noisy([1, 2, Money(3), 4, 5])).amount)
print(sum(noisy([1, 2]), Money(10)).amount)
print(max(noisy([1, 7, 3])), min(noisy([4, 2.5, 9])))
print(max(noisy([1, Money(5), 9, 2])))
print(min(noisy([3, 1, 2]), key=lambda item: print("key", item) or -item))
print(any(noisy([False, False, 0, True, False])))
print(all(noisy([True, True, 1, False, True])))
print(any(noisy([False, Money(1), Money(4), True])))
print(any(noisy([])), all(noisy([])))
try:
    sum(noisy([1, "a", 2]))
except TypeError as error:
    print(error)
try:
    sum(noisy(["a"]))
except TypeError as error:
    print(error)

# A list that grows while its generator looks at it.
seen = []
seen.extend(len(seen) for _ in range(5))
print(seen)
grown = [0]
grown += (len(grown) * 10 for _ in range(3))
print(grown)
shrinking = [1, 2, 3]


def shrink():
    yield 4
    shrinking.clear()
    yield 5


shrinking.extend(shrink())
print(shrinking)
print(list(noisy([1, None, "x"])), tuple(noisy([2])), sorted(noisy([3, 1, 2])))
print("-".join(noisy(["a", "b"])), set(noisy([1, 1])), dict(noisy([(1, 2)])))


def fails(count):
    for i in range(count):
        yield i
    raise ValueError(f"after {count}")


for function in sum, list, any, all, max, sorted, set:
    try:
        print(function(fails(3)))
    except ValueError as error:
        traceback = error.__traceback__
        names = []
        while traceback is not None:
            names.append(traceback.tb_frame.f_code.co_name)
            traceback = traceback.tb_next
        print(function.__name__, error, names)


def stops():
    yield 1
    raise StopIteration("no")


for function in sum, list, next:
    try:
        source = stops()
        function(source)
        next(source)
    except RuntimeError as error:
        print(function.__name__, error, repr(error.__cause__))

# A generator that is running cannot be run.
def selfish():
    for function in next, list, sum, any, lambda g: g.send(None):
        try:
            function(own)
        except ValueError as error:
            yield str(error)


own = selfish()
print(list(own))


# What is handled inside and outside.
def handler():
    try:
        raise KeyError("inner")
    except KeyError:
        yield sys.exc_info()[0].__name__
        yield sys.exc_info()[0].__name__
    yield sys.exc_info()[0]


for resume in next, lambda g: g.send(None), lambda g: g.__next__():
    source = handler()
    try:
        raise IndexError("outer")
    except IndexError:
        print(resume(source), sys.exc_info()[0].__name__)
        print(resume(source), sys.exc_info()[0].__name__)
        print(resume(source) and "IndexError", sys.exc_info()[0].__name__)
    try:
        resume(source)
    except StopIteration as stop:
        print("stopped", stop.value, stop.args)


def counting(limit):
    received = []
    for i in range(limit):
        received.append((yield i))
    return received


for _ in range(3):
    source = counting(2)
    try:
        source.send(1)
    except TypeError as error:
        print(error)
    print(next(source), source.send("a"), end=" ")
    try:
        source.send("b")
    except StopIteration as stop:
        print(stop.value)
    try:
        next(source)
    except StopIteration as stop:
        print(stop.value, next(source, "default"))
    for method in counting(1).send, type(source).__next__:
        try:
            method(5)
        except TypeError as error:
            print(error)


def deep(level):
    if level:
        yield next(deep(level - 1)) + 1
    else:
        yield 0


print(next(deep(50)))


def bottomless():
    yield next(bottomless())


try:
    next(bottomless())
except RecursionError as error:
    print("recursion:", str(error)[:32])


async def answer():
    return 42


for _ in range(3):
    coroutine = answer()
    try:
        coroutine.send(None)
    except StopIteration as stop:
        print(stop.value)
    try:
        coroutine.send(None)
    except RuntimeError as error:
        print(error)


def caller():
    yield sys._getframe(1).f_code.co_name


def asks():
    return next(caller()), caller().send(None), list(caller()), sum(1 for _ in caller())


print(asks())
