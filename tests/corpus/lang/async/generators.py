# Asynchronous generators, by hand.
def run(coroutine):
    seen = []
    sent = None
    while True:
        try:
            seen.append(coroutine.send(sent))
            sent = None
        except StopIteration as stop:
            return stop.value, seen


class Pause:
    def __init__(self, label):
        self.label = label

    def __await__(self):
        yield self.label
        return self.label


async def counter(n):
    try:
        for i in range(n):
            await Pause(('p', i))
            got = yield i
            if got is not None:
                print('got', got)
    except ValueError as e:
        yield 'caught ' + str(e)
    finally:
        print('done')


async def walk(n):
    out = []
    async for x in counter(n):
        out.append(x)
        if x == 5:
            break
    else:
        out.append('else')
    return out


print(run(walk(3)))
print(run(walk(0)))


async def comprehensions():
    a = [x async for x in counter(3)]
    b = {x: x * x async for x in counter(3) if x % 2 == 0}
    c = [y for x in [1, 2] async for y in counter(x)]
    d = [await leaf(x) for x in range(2)]
    e = (x * 2 async for x in counter(2))
    f = [x async for x in e]
    g = [[await leaf(y) for y in range(x)] for x in range(3)]
    return a, b, c, d, type(e).__name__, f, g


async def leaf(x):
    await Pause('leaf')
    return x + 100


print(run(comprehensions())[0])


async def by_hand():
    g = counter(3)
    print(await g.__anext__())
    print(await g.asend('hello'))
    print(await g.athrow(ValueError('v')))
    try:
        print(await g.__anext__())
    except StopAsyncIteration as e:
        print('end', e.args)
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print('still ended')
    await g.aclose()
    g = counter(3)
    await g.__anext__()
    await g.aclose()
    try:
        await g.__anext__()
    except StopAsyncIteration:
        print('closed')
    k = counter(2)
    print(await anext(k), await anext(counter(0), 'default'))
    await k.aclose()
    print(g.ag_running, g.ag_await, g.__name__)
    h = counter(1)
    print(aiter(h) is h)
    await h.aclose()


print(run(by_hand()))


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def close_it():
    g = stubborn()
    await g.__anext__()
    try:
        await g.aclose()
    except RuntimeError as e:
        print(e)


run(close_it())


async def raises(kind):
    yield 1
    raise kind('x')


async def ends():
    for kind in (StopIteration, StopAsyncIteration, KeyError):
        try:
            async for x in raises(kind):
                pass
        except Exception as e:
            print(type(e).__name__, e, repr(e.__cause__))


run(ends())


class Reader:
    def __init__(self, items):
        self.items = list(items)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.items:
            raise StopAsyncIteration
        await Pause('read')
        return self.items.pop(0)


async def read():
    return [x async for x in Reader('abc')]


print(run(read()))


class NoNext:
    def __aiter__(self):
        return self


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def each(of):
    async for x in of:
        pass


for of in (5, NoNext(), BadNext()):
    try:
        run(each(of))
    except TypeError as e:
        print(e, '|', e.__cause__)

a = counter(1).__anext__()
a.close()
try:
    a.send(None)
except RuntimeError as e:
    print(e)
for function in (aiter, anext):
    try:
        function(5)
    except TypeError as e:
        print(e)


async def quiet():
    await Pause('quiet')
    yield 1


async def busy():
    g = quiet()
    first = g.__anext__()
    first.send(None)
    for other in (g.__anext__(), g.athrow(ValueError), g.aclose()):
        try:
            other.send(None)
        except RuntimeError as e:
            print(e)
    first.close()
    try:
        first.throw(ValueError)
    except RuntimeError as e:
        print(e)


run(busy())

