# Iterators whose functions wait, yield, and use the iterator again.
import asyncio
from itertools import *


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


def produce(n):
    for i in range(n):
        got = yield i
        if got:
            print('got', got)


def total():
    result = 0
    for x in chain(produce(2), islice(produce(9), 3, 5)):
        result += x
        yield result


print(list(total()), list(accumulate(produce(4))), [list(g) for k, g in groupby(produce(5), lambda x: x // 2)])


def nested(depth):
    if depth == 0:
        yield 'leaf'
    else:
        yield from chain([depth], nested(depth - 1))


print(list(nested(5)))
again = []


def predicate(x):
    if x == 1 and not again:
        again.append(next(it))
    return x < 3


for kind in (dropwhile, takewhile, filterfalse):
    again.clear()
    it = kind(predicate, iter(range(6)))
    print(kind.__name__, list(it), again)


def growing(x):
    if len(items) < 5:
        items.append(x + 10)
    return x


items = [1, 2]
print(list(starmap(growing, zip(items))), items)
items = [1]
print(list(takewhile(growing, items)), items)
it = accumulate([1, 2, 3], lambda a, b: a + b + (next(it) if b == 2 else 0))
print(list(it))


async def work(name, source):
    found = []
    for x in source:
        found.append(x)
        await asyncio.sleep(0)
    print(name, found)


async def main():
    shared = chain('abc', 'def')
    await asyncio.gather(work('one', shared), work('two', shared), work('own', islice(count(), 3)))
    a, b = tee('xyz')
    await asyncio.gather(work('tee one', a), work('tee two', b))


asyncio.run(main())


class Stop:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration('value')


print(list(chain(Stop(), 'a')), list(zip_longest(Stop(), 'a')), list(starmap(next, [(iter('q'),)])))


def stop(x):
    raise StopIteration


print(list(starmap(stop, [(1,), (2,)])), list(takewhile(stop, [1])), list(filterfalse(stop, [1])), list(accumulate([1, 2], lambda a, b: stop(a))))
deep = iter('z')
for _ in range(50):
    deep = chain(deep)
print(list(deep))
