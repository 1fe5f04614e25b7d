# Handles of callbacks and of timers: made by the loop or by hand, compared, cancelled, shown.
import asyncio


def fails(function, *args, **kwargs):
    try:
        print(function(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__)


def callback(*args):
    print("called with", args)


class Quiet:
    def __repr__(self):
        return "<quiet>"

    def __call__(self, *args):
        raise LookupError(args)


async def main():
    loop = asyncio.get_running_loop()
    soon = loop.call_soon(callback, 1, "two")
    timer = loop.call_at(loop.time() + 3600, callback)
    print(type(soon) is asyncio.Handle, type(timer) is asyncio.TimerHandle, soon.cancelled(), timer.cancelled())
    when = timer.when()
    print(type(when).__name__, when > loop.time())
    await asyncio.sleep(0)
    timer.cancel()
    timer.cancel()
    print(timer.cancelled(), repr(timer).startswith("<TimerHandle cancelled when="), timer.when() == when)
    soon.cancel()
    print(soon.cancelled(), repr(soon))

    made = asyncio.Handle(callback, ("by", "hand"), loop)
    made._run()
    print(repr(made).split(" callback(")[0], made.cancelled())
    timers = [asyncio.TimerHandle(at, callback, (), loop) for at in (3.0, 1.0, 2.0, 1.0)]
    print([one.when() for one in sorted(timers)], timers[1] == timers[3], timers[1] < timers[0], timers[0] >= timers[2], timers[1] <= timers[3])
    print(hash(timers[0]) == hash(timers[0].when()), timers[1] != timers[2], timers[1] == asyncio.TimerHandle(1.0, callback, (), loop))
    fails(lambda: timers[0] < made)
    fails(lambda: timers[0] < 5)
    print(timers[0] == 5, timers[0] != made)
    fails(asyncio.Handle)
    fails(asyncio.Handle, callback)
    fails(asyncio.TimerHandle, 1.0)
    fails(asyncio.TimerHandle, None, callback, (), loop)
    told = []
    loop.set_exception_handler(lambda loop, context: told.append((context["message"], repr(context["exception"]), type(context["handle"]).__name__)))
    loop.call_soon(Quiet(), 5)
    loop.call_later(0, Quiet())
    await asyncio.sleep(0.01)
    print(*told, sep="\n")
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    fails(loop.set_exception_handler, 5)
    order = []
    handles = [loop.call_soon(order.append, n) for n in range(6)]
    for handle in handles[::2]:
        handle.cancel()
    loop.call_soon_threadsafe(order.append, "threadsafe")
    await asyncio.sleep(0)
    print(order)
    many = [loop.call_later(3600, order.append, n) for n in range(300)]
    for handle in many[:299]:
        handle.cancel()
    loop.call_later(0.005, order.append, "timer")
    await asyncio.sleep(0.02)
    print(order[-1], many[299].cancelled())
    many[299].cancel()

    class Stop(BaseException):
        pass

    def stops():
        raise SystemExit("a callback ends the program")

    loop.call_soon(stops)
    await asyncio.sleep(3600)


asyncio.run(main())
