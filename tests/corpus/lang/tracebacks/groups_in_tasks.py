# An error that nobody catches: a group of what failed in tasks, with notes, causes and a chain.
import asyncio


class Refused(Exception):
    def __init__(self, who, why):
        super().__init__(f"{who}: {why}")
        self.add_note(f"ask {who} again")


async def ask(who, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    try:
        return {"ann": 1}[who]
    except KeyError as error:
        raise Refused(who, "no such entry") from error


async def divide(number):
    return 10 // number


async def everybody():
    async with asyncio.TaskGroup() as group:
        group.create_task(ask("ann", 1))
        group.create_task(ask("bob", 2))
        group.create_task(divide(0))


def run():
    try:
        asyncio.run(everybody())
    except* ZeroDivisionError as group:
        print("caught", group.exceptions)
        raise ValueError("the numbers were wrong") from None
    finally:
        print("finally")


try:
    run()
except ExceptionGroup as group:
    print(group.message, [type(error).__name__ for error in group.exceptions])
    group.add_note("seen at the top")
    raise
