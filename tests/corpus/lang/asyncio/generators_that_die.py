# Asynchronous generators that die while the loop closes those that are left.
import asyncio


async def numbers():
    for n in range(3):
        yield n


async def drained():
    generator = numbers()
    async for _ in generator:
        pass
    knot = [generator]
    knot.append(knot)


async def main(n):
    for _ in range(n):
        await drained()
    left = [numbers() for _ in range(n)]
    return sum([await each.__anext__() for each in left]), left

for n in range(1, 40):
    total, left = asyncio.run(main(n))
    assert total == 0 and all(each.ag_frame is None for each in left)
print("closed")
