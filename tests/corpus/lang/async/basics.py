# Coroutines without an event loop: who sends drives.
def run(coroutine):
    sent = None
    seen = []
    while True:
        try:
            seen.append(coroutine.send(sent))
            sent = len(seen)
        except StopIteration as stop:
            return stop.value, seen


class Pause:
    def __init__(self, label):
        self.label = label

    def __await__(self):
        got = yield self.label
        return (self.label, got)


async def leaf(n):
    a = await Pause(n)
    b = await Pause(n + 1)
    return a, b


async def root():
    x = await leaf(1)
    y = await leaf(10)
    return [x, y]


print(run(root()))
c = root()
print(type(c).__name__, leaf.__name__)
c.close()
c = leaf(5)
print(c.cr_running, c.cr_await, c.__name__, c.__qualname__)
print(c.send(None))
print(type(c.cr_await).__name__)
c.close()
print(c.cr_await)
for again in (lambda: c.send(None), lambda: c.throw(ValueError)):
    try:
        again()
    except RuntimeError as e:
        print(e)


async def catches():
    try:
        await Pause('wait')
    except KeyError as e:
        return ('caught', e.args)
    finally:
        print('finally')


c = catches()
print(c.send(None))
try:
    c.throw(KeyError('k'))
except StopIteration as stop:
    print(stop.value)

c = catches()
try:
    c.send('early')
except TypeError as e:
    print(e)
c.close()


async def stops():
    raise StopIteration(3)


try:
    run(stops())
except RuntimeError as e:
    print(e, repr(e.__cause__))


async def stubborn():
    try:
        await Pause(0)
    except GeneratorExit:
        await Pause('no')


c = stubborn()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)

for bad in (1, 'x', None, [1]):
    async def wrong():
        await bad
    try:
        run(wrong())
    except TypeError as e:
        print(e)


class Odd:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value


async def of(value):
    return await Odd(value)


inner = leaf(3)
for value in (5, inner, iter([])):
    try:
        print(run(of(value)))
    except TypeError as e:
        print(e)
inner.close()

c = leaf(1)
c.send(None)


async def second():
    return await c


try:
    run(second())
except RuntimeError as e:
    print(e)
c.close()

fresh = leaf(1)
try:
    for x in fresh:
        pass
except TypeError as e:
    print(e)
try:
    next(fresh)
except TypeError as e:
    print(e)


def plain():
    yield from fresh


try:
    next(plain())
except TypeError as e:
    print(e)
fresh.close()

w = leaf(7).__await__()
print(type(w).__name__, next(w), w.send('s'), iter(w) is w)
try:
    w.send('t')
except StopIteration as stop:
    print(stop.value)
