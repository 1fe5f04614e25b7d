# A chat room of cooperating tasks: members join, talk, are kicked out, and the room closes.
import asyncio
from contextlib import asynccontextmanager


class Room:
    def __init__(self):
        self.members, self.history, self.closed = {}, [], asyncio.Event()

    @asynccontextmanager
    async def joined(self, name):
        if name in self.members:
            raise ValueError(f"{name} is in the room already")
        inbox = self.members[name] = asyncio.Queue()
        await self.say("room", f"{name} joins")
        try:
            yield inbox
        finally:
            del self.members[name]
            await self.say("room", f"{name} leaves")

    async def say(self, name, text):
        self.history.append(f"{name}: {text}")
        for other, inbox in self.members.items():
            if other != name:
                inbox.put_nowait((name, text))
        await asyncio.sleep(0)


async def member(room, name, lines, heard):
    async with room.joined(name) as inbox:
        async def listen():
            while True:
                who, text = await inbox.get()
                heard.setdefault(name, []).append(f"{who[0]}:{text}")
                if text == f"out, {name}":
                    raise PermissionError(f"{name} is kicked out")

        listening = asyncio.create_task(listen())
        closing = asyncio.create_task(room.closed.wait())
        try:
            for line in lines:
                if listening.done():
                    break
                await room.say(name, line)
            done, _ = await asyncio.wait({listening, closing}, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                await task
        finally:
            for task in (listening, closing):
                task.cancel()
            await asyncio.gather(listening, closing, return_exceptions=True)
    return f"{name} went home"


async def main():
    room, heard = Room(), {}
    tasks = {name: asyncio.create_task(member(room, name, lines, heard), name=name) for name, lines in (
        ("ann", ["hello", "how are you?"]), ("bob", ["hi", "out, cid"]), ("cid", ["I sell things"] * 3))}
    twin = asyncio.create_task(member(room, "ann", [], heard))
    for _ in range(20):
        await asyncio.sleep(0)
    print({name: task.done() for name, task in tasks.items()}, repr(twin.exception()), sorted(room.members))
    late = asyncio.create_task(member(room, "dan", ["late"], heard))
    for _ in range(5):
        await asyncio.sleep(0)
    tasks["bob"].cancel("bob's cable is out")
    for _ in range(5):
        await asyncio.sleep(0)
    room.closed.set()
    results = await asyncio.gather(*tasks.values(), late, return_exceptions=True)
    print(*map(repr, results), sep="\n")
    print(*room.history, sep="\n")
    for name in sorted(heard):
        print(name, "heard", heard[name])
    print(room.members, len(asyncio.all_tasks()))


asyncio.run(main())
