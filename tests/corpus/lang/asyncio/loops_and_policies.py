# Loop objects and policies without run(): made, set, run, stopped, closed, and what they refuse.
import asyncio
import warnings


def attempt(function, *args, **kwargs):
    try:
        print("->", function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])


def fails(function, *args, **kwargs):
    try:
        print("->", type(function(*args, **kwargs)).__name__)
    except BaseException as error:
        print(type(error).__name__)


async def value(result):
    return result


attempt(asyncio.get_running_loop)
policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.AbstractEventLoopPolicy), isinstance(policy, asyncio.DefaultEventLoopPolicy))
fails(asyncio.get_event_loop_policy, 1)
fails(asyncio.set_event_loop_policy, "no policy")
fails(asyncio.DefaultEventLoopPolicy, 5)
fails(asyncio.BoundedSemaphore, 1, 2, 3)
fails(asyncio.AbstractEventLoopPolicy().new_event_loop)
fails(asyncio.AbstractEventLoop().run_forever)


class Policy(asyncio.DefaultEventLoopPolicy):
    made = 0

    def new_event_loop(self):
        Policy.made += 1
        return super().new_event_loop()


asyncio.set_event_loop_policy(Policy())
print(asyncio.run(value("run through the policy")), Policy.made)
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(Policy.made, isinstance(loop, asyncio.BaseEventLoop), isinstance(loop, asyncio.SelectorEventLoop), asyncio.get_event_loop_policy().get_event_loop() is loop)
fails(asyncio.set_event_loop, 5)
print(loop.is_running(), loop.is_closed(), loop.get_debug(), loop.time() <= loop.time())
print(loop.run_until_complete(value(5)), loop.run_until_complete(asyncio.ensure_future(value(6), loop=loop)))
attempt(loop.run_until_complete, 5)
attempt(loop.run_until_complete)

steps = []
loop.call_soon(steps.append, "soon")
loop.call_soon(loop.stop)
loop.call_soon(steps.append, "in the same round")
loop.call_soon(loop.call_soon, steps.append, "in the next round")
loop.run_forever()
print(steps)
loop.stop()
loop.run_forever()
print(steps)


async def asks():
    print(asyncio.get_running_loop() is loop, loop.is_running())
    attempt(loop.run_until_complete, None)
    attempt(loop.run_forever)
    attempt(loop.close)
    attempt(asyncio.run, None)
    coroutine = value(1)
    attempt(asyncio.run, coroutine)
    coroutine.close()
    loop.stop()
    await asyncio.sleep(3600)


task = loop.create_task(asks(), name="asks")
loop.run_forever()
print(task.done(), task.get_name(), len(asyncio.all_tasks(loop)), asyncio.current_task(loop))
task.cancel()
attempt(loop.run_until_complete, task)
future = loop.create_future()
loop.call_later(0.01, future.set_result, "later")
print(loop.run_until_complete(future))
stopping = loop.create_future()
loop.call_soon(loop.stop)
attempt(loop.run_until_complete, stopping)
attempt(loop.call_later, None, print)
attempt(loop.create_task, 5)
loop.set_debug(True)
print(loop.get_debug())
attempt(loop.call_soon, value, 1)
attempt(loop.call_soon, 5)
loop.set_debug(False)


loop.close()
loop.close()
print(loop.is_closed())
for call in (loop.run_forever, lambda: loop.call_soon(print), lambda: loop.call_later(1, print)):
    attempt(call)
coroutine = value(1)
attempt(loop.run_until_complete, coroutine)
coroutine.close()
with asyncio.Runner() as runner:
    print(runner.run(value("runner")), runner.get_loop() is runner.get_loop(), Policy.made)
    attempt(runner.run, 5)
attempt(runner.get_loop)
asyncio.set_event_loop_policy(None)
print(type(asyncio.get_event_loop_policy()) is type(policy))
bare = asyncio.BaseEventLoop()
attempt(bare.create_task, 5)
attempt(asyncio.BaseEventLoop.run_until_complete, bare)
bare.close()
selector = asyncio.SelectorEventLoop()
attempt(selector.run_until_complete, 5)
selector.close()
attempt(selector.run_forever)
