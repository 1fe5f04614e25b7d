"""Processes as generators under a round-robin scheduler: sleeping, channels, spawning, joining, killing, a trace."""
import heapq
from collections import defaultdict, deque
from dataclasses import dataclass, field
from itertools import count


@dataclass(frozen=True)
class Sleep:
    ticks: int


@dataclass(frozen=True)
class Send:
    channel: str
    value: object


@dataclass(frozen=True)
class Receive:
    channel: str


@dataclass(frozen=True)
class Spawn:
    generator: object
    name: str


@dataclass(frozen=True)
class Join:
    process: 'Process'


class Killed(Exception):
    pass


@dataclass(eq=False)
class Process:
    generator: object
    name: str
    result: object = None
    error: Exception | None = None
    done: bool = False
    waiters: list = field(default_factory=list)

    def __repr__(self):
        return f'<{self.name}{" done" * self.done}>'


class Scheduler:
    def __init__(self):
        self.now, self.ready, self.sleeping, self.order = 0, deque(), [], count()
        self.values, self.receivers = defaultdict(deque), defaultdict(deque)
        self.trace, self.processes = [], []

    def spawn(self, generator, name):
        process = Process(generator, name)
        self.processes.append(process)
        self.ready.append((process, None))
        return process

    def kill(self, process, why='killed'):
        if not process.done:
            self.step(process, Killed(why))

    def step(self, process, value):
        try:
            if isinstance(value, Exception):
                request = process.generator.throw(value)
            else:
                request = process.generator.send(value)
        except StopIteration as stop:
            process.result = stop.value
        except Exception as error:
            process.error = error
        else:
            return self.handle(process, request)
        process.done = True
        self.trace.append(f'{self.now}:{process.name}' + (f'!{process.error!r}' if process.error else f'={process.result!r}'))
        for waiter in process.waiters:
            self.ready.append((waiter, process.error or process.result))

    def handle(self, process, request):
        match request:
            case None:
                self.ready.append((process, None))
            case Sleep(ticks) if ticks > 0:
                heapq.heappush(self.sleeping, (self.now + ticks, next(self.order), process))
            case Sleep():
                self.ready.append((process, ValueError('sleeping backwards')))
            case Send(channel, value):
                if self.receivers[channel]:
                    self.ready.append((self.receivers[channel].popleft(), value))
                else:
                    self.values[channel].append(value)
                self.ready.append((process, None))
            case Receive(channel) if self.values[channel]:
                self.ready.append((process, self.values[channel].popleft()))
            case Receive(channel):
                self.receivers[channel].append(process)
            case Spawn(generator, name):
                self.ready.append((process, self.spawn(generator, name)))
            case Join(Process(done=True) as other):
                self.ready.append((process, other.error or other.result))
            case Join(other):
                other.waiters.append(process)
            case _:
                self.ready.append((process, TypeError(f'unknown request {request!r}')))

    def run(self, limit=1000):
        for _ in range(limit):
            if self.ready:
                self.step(*self.ready.popleft())
            elif self.sleeping:
                self.now, _, process = heapq.heappop(self.sleeping)
                self.ready.append((process, None))
            else:
                break
        else:
            self.trace.append('limit')
        blocked = [process for process in self.processes if not process.done]
        for process in blocked:
            process.generator.close()
        return self.trace, blocked


def producer(channel, n, pause):
    for i in range(n):
        yield Send(channel, (channel, i))
        yield Sleep(pause)
    yield Send(channel, None)
    return n


def consumer(channel):
    seen = []
    while (item := (yield Receive(channel))) is not None:
        seen.append(item[1])
    return seen


def failing():
    yield Sleep(2)
    raise KeyError('failed')


def parent(scheduler):
    child = yield Spawn(failing(), 'child')
    try:
        yield Join(child)
    except KeyError as error:
        caught = repr(error)
    endless_one = yield Spawn(endless(), 'endless')
    yield Sleep(3)
    scheduler.kill(endless_one, 'enough')
    try:
        yield Join(endless_one)
    except Killed as error:
        caught += f', {error}'
    try:
        yield 'nonsense'
    except TypeError as error:
        caught += f', {error}'
    try:
        yield Sleep(-1)
    except ValueError as error:
        caught += f', {error}'
    return caught


def endless():
    turns = 0
    try:
        while True:
            turns += 1
            yield Sleep(1)
    finally:
        print('endless ran', turns)


def blocked():
    try:
        yield Receive('never')
    finally:
        print('blocked is closed')


def nested(depth):
    if depth:
        left = yield from nested(depth - 1)
        yield
        return left + 1
    return 0
    yield


scheduler = Scheduler()
for name, generator in {'pa': producer('a', 3, 2), 'ca': consumer('a'), 'pb': producer('b', 2, 5), 'cb': consumer('b'), 'parent': parent(scheduler), 'blocked': blocked(), 'nested': nested(4)}.items():
    scheduler.spawn(generator, name)
trace, left = scheduler.run()
print(*trace, sep='\n')
print(left, scheduler.now, [process.result for process in scheduler.processes if process.error is None])
second = Scheduler()
second.spawn(endless(), 'forever')
print(second.run(limit=20)[0])
