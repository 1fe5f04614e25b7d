# SystemExit out of a task: run() cleans the others up, and the code is the program's.
import asyncio
import sys
import threading


async def leaves():
    try:
        await asyncio.sleep(0)
        sys.exit(9)
    finally:
        print("leaves: finally")


async def waits(name):
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise
    finally:
        print(name, "finally")


async def main():
    task = asyncio.create_task(waits("other"), name="other")
    try:
        await asyncio.gather(leaves(), asyncio.sleep(0))
    except asyncio.CancelledError:
        print("main is cancelled")
        raise
    except SystemExit as error:
        print("main sees", error.code, task.done())
        return error.code


def in_thread():
    try:
        sys.exit(3)
    except SystemExit as error:
        print("thread", error.code)
        raise


thread = threading.Thread(target=in_thread)
thread.start()
thread.join()
try:
    print("run returns", asyncio.run(main()))
except SystemExit as error:
    print("run ends with", error.code)
    raise
finally:
    print("the end")
