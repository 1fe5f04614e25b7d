"""async for over iterators, generators and comprehensions, with @ on what they deliver."""
import asyncio


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __matmul__(self, other):
        if not isinstance(other, Matrix):
            return NotImplemented
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows])

    def __rmatmul__(self, other):
        return f'{other} times {self.rows}'

    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


async def steps(n):
    try:
        for i in range(n):
            yield Matrix([[1, i], [0, 1]])
    finally:
        print('closed after', i)


async def main():
    total = Matrix([[1, 0], [0, 1]])
    async for step in steps(4):
        total @= step
    else:
        print('all done', total.rows)
    async for number in Countdown(5):
        if number == 2:
            print('enough')
            break
    else:
        print('never')
    print([n async for n in Countdown(6) if n % 2], {n: n * n async for n in Countdown(3)}, sorted({n async for n in Countdown(2)}))
    lazy = (n async for n in Countdown(3))
    print(type(lazy).__name__, [x async for x in lazy], [x async for x in lazy])
    print([(a, b) async for a in Countdown(3) for b in range(a)], [await asyncio.sleep(0, n) for n in (1, 2)])
    async for (a, *rest), box.value in pairs():
        print(a, rest, box.value)
    print(3 @ Matrix([[1]]))
    for bad in [1, 2], AwaitsNothing(), NotIterator():
        try:
            async for _ in bad:
                pass
        except TypeError as error:
            print(error)
    for left, right in (Matrix([[1]]), 2), (1, 2):
        try:
            left @ right
        except TypeError as error:
            print(error)
    try:
        box.value @= [1]
    except TypeError as error:
        print(error)


class Box:
    pass


class NotIterator:
    def __aiter__(self):
        return iter([1])


class AwaitsNothing:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


async def pairs():
    yield (1, 2, 3), 'x'
    yield 'ab', 'y'


box = Box()
asyncio.run(main())
