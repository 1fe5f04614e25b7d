import asyncio, collections, contextlib, dataclasses, enum, functools, itertools, json, math, operator, re, string, struct
class Stop(BaseException):
    pass
class Boom(Exception):
    def __init__(self, a=0, b='b'):
        super().__init__(a, b)
        self.a, self.b = a, b
class Bang(Boom, ValueError):
    def __str__(self):
        return f'bang {self.a}'
STEPS = 0
def T(room=1500):
    global STEPS
    STEPS += 1
    if STEPS > room:
        raise Stop('too long')
def C(v):
    if isinstance(v, int) and not -10**60 < v < 10**60:
        return v % 1000003
    if isinstance(v, (str, bytes, list, tuple)) and len(v) > 50:
        return v[:50]
    return v
def V(k, v):
    print('V', k)
    return v
def E(e):
    chain = []
    at = e
    while at is not None and len(chain) < 5:
        chain.append(type(at).__name__)
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    print('!', ' < '.join(chain), e.args if isinstance(e, (KeyError, Boom)) else str(e), getattr(e, '__notes__', ''))
class CM:
    def __init__(self, k, swallow=()):
        self.k, self.swallow = k, swallow
    def __enter__(self):
        print('enter', self.k)
        return self.k
    def __exit__(self, kind, value, trace):
        print('exit', self.k, kind and kind.__name__, value)
        return isinstance(value, self.swallow)
    async def __aenter__(self):
        await asyncio.sleep(0)
        return self.__enter__()
    async def __aexit__(self, *a):
        await asyncio.sleep(0)
        return self.__exit__(*a)
def wrapped(k):
    def decorate(f):
        @functools.wraps(f)
        def inner(*args, **kwargs):
            print('call', k, len(args), sorted(kwargs))
            return f(*args, **kwargs)
        return inner
    return decorate
async def AG(n):
    for i in range(n):
        T()
        await asyncio.sleep(0)
        yield i
def S(v):
    return sorted(v) if isinstance(v, (set, frozenset)) else v
