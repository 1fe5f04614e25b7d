# The event loop's own interface, runners and policies.
import asyncio


def attempt(function, *args, **kwargs):
    try:
        print("->", function(*args, **kwargs))
    except BaseException as error:
        print(type(error).__name__, error)


async def answer(value=42):
    return value


loop = asyncio.new_event_loop()
print(loop, isinstance(loop, asyncio.AbstractEventLoop), isinstance(loop, asyncio.BaseEventLoop))
print(loop.run_until_complete(answer()), loop.is_running(), loop.is_closed())
loop.call_soon(print, "one")
loop.call_soon(loop.stop)
loop.call_soon(print, "two")
loop.call_soon(loop.call_soon, print, "three")
loop.run_forever()
print("stopped")
loop.stop()
loop.run_forever()
print("stopped again")
loop.call_later(0.02, loop.stop)
attempt(loop.run_until_complete, loop.create_future())
attempt(loop.run_until_complete, 3)
attempt(loop.create_task, 3)
attempt(loop.call_later, None, print)
attempt(loop.call_at, None, print)
attempt(loop.set_task_factory, 3)
attempt(loop.set_exception_handler, 3)


def inside():
    attempt(loop.run_forever)
    attempt(loop.close)
    attempt(asyncio.new_event_loop().run_forever)
    attempt(asyncio.run, None)
    print(asyncio.get_running_loop() is loop, asyncio.get_event_loop() is loop)
    print(asyncio.current_task(), loop.is_running(), asyncio.all_tasks())
    loop.stop()


loop.call_soon(inside)
loop.run_forever()


class Named(asyncio.Task):
    pass


def factory(loop, coro, **kwargs):
    print("factory", sorted(kwargs))
    return Named(coro, loop=loop, **kwargs)


loop.set_task_factory(factory)
print(loop.get_task_factory() is factory)
task = loop.create_task(answer("made"), name="by the factory")
print(type(task).__name__, task.get_name(), loop.run_until_complete(task))
loop.set_task_factory(None)
print(loop.get_debug())
loop.set_debug(True)
attempt(loop.call_soon, 3)
attempt(loop.call_soon, answer)
loop.set_debug(False)


async def executors():
    running = asyncio.get_running_loop()
    print(await running.run_in_executor(None, max, 3, 4))
    print(await asyncio.to_thread("{}-{x}".format, 1, x=2))
    try:
        await asyncio.to_thread(int, "no number")
    except ValueError as error:
        print(error)
    running.call_soon_threadsafe(print, "from elsewhere")
    await asyncio.sleep(0)
    await running.shutdown_asyncgens()
    await running.shutdown_default_executor()
    try:
        await running.run_in_executor(None, print)
    except RuntimeError as error:
        print(error)


loop.run_until_complete(executors())
loop.close()
loop.close()
print(loop)
attempt(loop.call_soon, print)
attempt(loop.call_later, 1, print)
attempt(loop.run_forever)
attempt(loop.run_in_executor, None, print)

attempt(asyncio.get_running_loop)
attempt(asyncio.current_task)
attempt(asyncio.all_tasks)
attempt(asyncio.run, 3)
attempt(asyncio.create_task, None)
policy = asyncio.get_event_loop_policy()
print(isinstance(policy, asyncio.DefaultEventLoopPolicy), isinstance(policy, asyncio.AbstractEventLoopPolicy))
mine = asyncio.new_event_loop()
asyncio.set_event_loop(mine)
print(asyncio.get_event_loop() is mine, policy.get_event_loop() is mine)
asyncio.set_event_loop(None)
attempt(asyncio.get_event_loop)
attempt(asyncio.set_event_loop, 3)
attempt(asyncio.set_event_loop_policy, 3)
asyncio.set_event_loop_policy(None)
mine.close()

with asyncio.Runner() as runner:
    print(runner.run(answer(1)), runner.run(answer(2)), runner.get_loop().is_closed())
attempt(runner.get_loop)
attempt(runner.run, 3)
runner = asyncio.Runner(debug=True, loop_factory=asyncio.SelectorEventLoop)
print(runner.get_loop().get_debug())
runner.close()
runner.close()
attempt(asyncio.AbstractEventLoop().run_forever)
attempt(asyncio.AbstractEventLoopPolicy().new_event_loop)
