# sys.set_asyncgen_hooks: who hears of asynchronous generators.
import gc
import sys

print(sys.get_asyncgen_hooks() == (None, None))
log = []


def first(generator):
    log.append(('first', generator.__name__))


def last(generator):
    log.append(('last', generator.__name__))


async def numbers(count):
    try:
        for number in range(count):
            yield number
    finally:
        log.append('finally')


def step(awaitable):
    try:
        awaitable.send(None)
    except StopIteration as stop:
        return stop.value
    except StopAsyncIteration:
        return 'end'


def flush(title):
    print(title, *log)
    log.clear()


print(sys.set_asyncgen_hooks(firstiter=first, finalizer=last))
hooks = sys.get_asyncgen_hooks()
print(hooks.firstiter is first, hooks.finalizer is last, len(hooks), hooks == (first, last))
print(type(hooks).__name__, hooks[0] is first)

plain = numbers(3)
flush('made')
print(step(plain.__anext__()), step(plain.asend(None)))
flush('twice')
print(step(plain.__anext__()), step(plain.__anext__()), step(plain.__anext__()))
flush('ended')
del plain
gc.collect()
flush('gone')

unfinished = numbers(3)
print(step(unfinished.__anext__()))
del unfinished
gc.collect()
flush('unfinished')

closed = numbers(3)
print(step(closed.__anext__()))
step(closed.aclose())
flush('closed')
del closed
gc.collect()
flush('closed gone')

never = numbers(3)
del never
gc.collect()
flush('never')

# Each of the four methods begins it.
for name in ('__anext__', 'asend', 'athrow', 'aclose'):
    made = numbers(1)
    args = {'asend': (None,), 'athrow': (ValueError,)}.get(name, ())
    getattr(made, name)(*args).close()
    flush(name)
    del made
    gc.collect()
    flush(name + ' gone')

# A generator keeps the finalizer of the time when it began.
kept = numbers(2)
step(kept.__anext__())
sys.set_asyncgen_hooks(finalizer=None)
print(sys.get_asyncgen_hooks().finalizer, sys.get_asyncgen_hooks().firstiter is first)
del kept
gc.collect()
flush('kept')

without = numbers(2)
step(without.__anext__())
del without
gc.collect()
flush('without')


def failing(generator):
    raise KeyError('no')


sys.set_asyncgen_hooks(failing)
made = numbers(1)
try:
    made.__anext__()
except KeyError as error:
    print('KeyError', error)
print(step(made.__anext__()))
sys.set_asyncgen_hooks(None, None)
print(sys.get_asyncgen_hooks() == (None, None))
log.clear()
step(made.aclose())

for args, kwargs in [((1,), {}), ((None, 'x'), {}), ((1, 2), {}), ((), {'finalizer': 3})]:
    try:
        sys.set_asyncgen_hooks(*args, **kwargs)
    except TypeError as error:
        print(error)
sys.set_asyncgen_hooks()
print(sys.get_asyncgen_hooks() == (None, None))
try:
    sys.get_asyncgen_hooks(1)
except TypeError as error:
    print(error)
