# A task of one's own kind: registered by hand, entered and left, found by all_tasks and current_task.
import asyncio


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__)


class OwnTask:
    """Drives a coroutine, a step for each turn of the loop."""

    def __init__(self, coroutine, loop, name):
        self.coroutine, self.loop, self.name, self.finished, self.value = coroutine, loop, name, False, None
        asyncio._register_task(self)
        loop.call_soon(self.step)

    def get_loop(self):
        return self.loop

    def done(self):
        return self.finished

    def step(self):
        asyncio._enter_task(self.loop, self)
        try:
            self.coroutine.send(None)
        except StopIteration as end:
            self.finished, self.value = True, end.value
        else:
            self.loop.call_soon(self.step)
        finally:
            asyncio._leave_task(self.loop, self)

    def __repr__(self):
        return f"<OwnTask {self.name}>"


async def work(times):
    seen = []
    for _ in range(times):
        seen.append(repr(asyncio.current_task()))
        await asyncio.sleep(0)
    return seen


async def main():
    loop = asyncio.get_running_loop()
    own = OwnTask(work(2), loop, "own")
    plain = asyncio.create_task(work(1), name="plain")
    print(len(asyncio.all_tasks()), own in asyncio.all_tasks(), asyncio.current_task().get_name() != "own")
    while not own.done():
        await asyncio.sleep(0)
    print(own.value, own in asyncio.all_tasks(), plain.done(), "name='plain'" in plain.result()[0])
    asyncio._unregister_task(own)
    asyncio._unregister_task(own)
    fails(asyncio._enter_task, loop, own)
    fails(asyncio._leave_task, loop, own)
    fails(asyncio._leave_task, loop)
    fails(asyncio._register_task)
    fails(asyncio.current_task, 1, 2)
    fails(asyncio.all_tasks, 1, 2)

    class Factory:
        made = []

        def __call__(self, loop, coroutine, context=None):
            task = asyncio.Task(coroutine, loop=loop, context=context)
            Factory.made.append(coroutine.__name__)
            return task

    loop.set_task_factory(Factory())
    async with asyncio.TaskGroup() as group:
        group.create_task(work(1), name="in the group")
        loop.create_task(work(2))
    print(Factory.made, type(loop.get_task_factory()).__name__, sorted(task.get_name() for task in asyncio.all_tasks())[0][:4])
    loop.set_task_factory(None)
    fails(loop.set_task_factory, 5)
    fails(asyncio.LifoQueue, 1, 2, 3)
    fails(asyncio.PriorityQueue, 1, 2, 3)
    fails(asyncio.Queue, size=3)
    fails(asyncio.Task, 5)
    fails(asyncio.Task)
    fails(asyncio.SelectorEventLoop().create_task, None)
    task = asyncio.Task(work(1), name=7)
    print(repr(task.get_name()), task.get_coro().__name__, task.get_stack()[0].f_code.co_name, await task is task.result())
    task.set_name(["list"])
    print(task.get_name(), task.get_stack(), task.cancelling(), task.uncancel())
    fails(task.set_result, 1)
    fails(task.set_exception, ValueError())


asyncio.run(main())
