# Asynchronous context managers.
def run(coroutine):
    while True:
        try:
            coroutine.send(None)
        except StopIteration as stop:
            return stop.value


class Pause:
    def __await__(self):
        yield


class Manager:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    async def __aenter__(self):
        await Pause()
        print('enter', self.name)
        return self.name

    async def __aexit__(self, kind, value, traceback):
        await Pause()
        print('exit', self.name, kind, value)
        return self.swallow


async def plain():
    async with Manager('a') as a, Manager('b') as b:
        print(a, b)
        return 'value'


print(run(plain()))


async def raising(swallow):
    async with Manager('outer'):
        async with Manager('inner', swallow) as x:
            raise ValueError('v')
        print('after')
    return 'end'


print(run(raising(True)))
try:
    run(raising(False))
except ValueError as e:
    print('out', e)


async def loops():
    for i in range(3):
        async with Manager(i):
            if i == 0:
                continue
            if i == 1:
                break


run(loops())


class NoExit:
    async def __aenter__(self):
        pass


class NotAwaitable:
    def __aenter__(self):
        return 5

    def __aexit__(self, *args):
        return None


class BadExit:
    async def __aenter__(self):
        pass

    def __aexit__(self, *args):
        return 7


for manager in (5, NoExit(), NotAwaitable(), BadExit()):
    async def use():
        async with manager:
            pass
    try:
        run(use())
    except TypeError as e:
        print(e)
