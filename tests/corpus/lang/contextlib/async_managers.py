# Asynchronous managers, driven by hand.
from contextlib import *


@contextmanager
def cm(x, fail=None):
    "doc of cm"
    print('enter', x)
    try:
        yield x
    except ValueError as e:
        print('caught', e)
        if fail: raise fail
    finally:
        print('exit', x)
def run(c):
    try:
        while True: c.send(None)
    except StopIteration as e: return e.value
@asynccontextmanager
async def acm(x):
    print('aenter', x)
    try: yield x
    except ValueError: print('acaught')
    finally: print('aexit', x)
async def main():
    async with acm(1) as v: print(v)
    async with acm(1) as v: raise ValueError
    try:
        async with acm(1) as v: raise KeyError(5)
    except KeyError as e: print(repr(e))
    class AT:
        async def aclose(self): print('aclosed')
    async with aclosing(AT()) as z: pass
    async with nullcontext(7) as z: print(z)
    async with AsyncExitStack() as st:
        await st.enter_async_context(acm('st'))
        st.enter_context(cm('sync'))
        async def acb(*a, **k): print('acb', a, k)
        st.push_async_callback(acb, 1, z=2)
        async def ax(*e): print('ax', e[0]); return True
        st.push_async_exit(ax)
        st.push_async_exit(acm)
        raise KeyError('in')
    @acm('d')
    async def g(): return 'g'
    print(await g())
    st = AsyncExitStack(); st.callback(print, 'x'); await st.aclose()
    try: await AsyncExitStack().enter_async_context(3)
    except TypeError as e: print(e)
try: run(main())
except TypeError as e: print(e)
