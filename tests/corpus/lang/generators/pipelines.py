"""Generators chained: sources, filters, batching, tee by hand, early close from the end, errors thrown upstream."""
from collections import deque
from contextlib import closing, suppress

log = []


def source(name, items):
    log.append(f'{name} opens')
    try:
        for item in items:
            try:
                yield item
            except ValueError as error:
                log.append(f'{name} hears {error}')
                yield f'instead of {item}'
    finally:
        log.append(f'{name} closes')


def mapped(function, upstream):
    with closing(upstream):
        for item in upstream:
            yield function(item)


def batches(upstream, size):
    batch = []
    for item in upstream:
        batch.append(item)
        if len(batch) == size:
            yield tuple(batch)
            batch.clear()
    if batch:
        yield tuple(batch)


def windows(upstream, size):
    window = deque(maxlen=size)
    for window_item in upstream:
        window.append(window_item)
        if len(window) == size:
            yield list(window)


def merged(*upstreams):
    heads = {}
    for upstream in upstreams:
        with suppress(StopIteration):
            heads[upstream] = next(upstream)
    while heads:
        least = min(heads, key=heads.get)
        yield heads[least]
        try:
            heads[least] = next(least)
        except StopIteration:
            del heads[least]


def tee(upstream):
    queues = deque(), deque()

    def branch(own):
        while True:
            if not own:
                try:
                    item = next(upstream)
                except StopIteration as stop:
                    return stop.value
                for queue in queues:
                    queue.append(item)
            yield own.popleft()
    return [branch(queue) for queue in queues]


def shown(generator, limit=10):
    result = []
    try:
        for _ in range(limit):
            result.append(next(generator))
    except StopIteration as stop:
        result.append(f'returned {stop.value!r}')
    except Exception as error:
        result.append(repr(error))
    print(result, log)
    log.clear()


shown(batches(mapped(str.upper, source('s', 'abcde')), 2))
g = mapped(lambda x: 10 // x, source('div', [5, 2, 0, 1]))
shown(g)
shown(g)
g = mapped(str, source('closed', range(5)))
print(next(g), g.close(), log)
log.clear()
shown(windows(iter(range(5)), 3))
shown(merged(iter([1, 4, 9]), source('m', [2, 3, 10]), iter(())))
left, right = tee(source('t', 'xyz'))
print(next(left), next(left), next(right), list(left), list(right), log)
log.clear()
g = source('throw', 'ab')
print(next(g), g.throw(ValueError('bad')), next(g), log)
with suppress(KeyError):
    g.throw(KeyError('out'))
print(log, g.gi_frame)
log.clear()


def averager():
    """Coroutine style: send numbers, get the mean so far; None ends it with the count."""
    total = count = 0
    mean = None
    while (number := (yield mean)) is not None:
        total, count = total + number, count + 1
        mean = total / count
    return count


def grouper(results):
    while True:
        key = yield
        if key is None:
            return results
        results[key] = yield from averager()


results = {}
g = grouper(results)
next(g)
for message in 'a', 10, 20, None, 'b', 5, None, 'c', None:
    print(message, '->', g.send(message), end='; ')
try:
    g.send(None)
except StopIteration as stop:
    print(stop.value, stop.value is results)


def countdown(n):
    while n > 0:
        skip = yield n
        n -= skip or 1
    return 'lift-off'


def controlled():
    first = yield from countdown(3)
    second = yield from countdown(1)
    return [first, second, (yield from (x for x in ()))]


g = controlled()
print(next(g), g.send(2), end=' ')
shown(g)


def sieve():
    def numbers(n):
        while True:
            yield n
            n += 1

    def without(prime, upstream):
        return (n for n in upstream if n % prime)
    upstream = numbers(2)
    while True:
        prime = next(upstream)
        yield prime
        upstream = without(prime, upstream)


shown(sieve(), 12)
