# What has an `__iter__` that gives no iterator, or none, wherever things are walked through.


def t(name, do):
    try:
        print(name, "->", repr(do())[:150])
    except BaseException as error:
        print(name, "|", type(error).__name__, str(error)[:200])


class NI:
    def __iter__(self): return 5
class NI2:
    __iter__ = None
class NI3:
    def __iter__(self): return [1]
class NI4: pass
class NI5:
    def __getitem__(self, i): raise IndexError
for c in [NI, NI2, NI3, NI4, NI5]:
    def g():
        yield from c()
    t('yf ' + c.__name__, lambda: list(g()))
    t('iter ' + c.__name__, lambda: bool(iter(c())))
    def h():
        for x in c(): pass
    t('for ' + c.__name__, h)
    t('star ' + c.__name__, lambda: [*c()])
    t('call ' + c.__name__, lambda: print(*c()))
    def u(): a, b = c()
    t('unpack ' + c.__name__, u)
    t('list ' + c.__name__, lambda: list(c()))
    t('in ' + c.__name__, lambda: 1 in c())
    t('comp ' + c.__name__, lambda: [x for x in c()])
    t('gexp ' + c.__name__, lambda: bool((x for x in c())))
    t('map ' + c.__name__, lambda: bool(map(int, c())))
    t('zip ' + c.__name__, lambda: bool(zip([1], c())))
    t('enum ' + c.__name__, lambda: bool(enumerate(c())))
    t('sum ' + c.__name__, lambda: sum(c()))
    t('dict ' + c.__name__, lambda: dict(c()))
    t('set ' + c.__name__, lambda: set(c()))
    t('join ' + c.__name__, lambda: ''.join(c()))
    t('sorted ' + c.__name__, lambda: sorted(c()))
    async def co(): await c()
    def run(k):
        co_ = k()
        try: co_.send(None)
        finally: co_.close()
    t('await ' + c.__name__, lambda: run(co))
async def cor(): pass
def g():
    k = cor()
    try: yield from k
    finally: k.close()
t('yf coro', lambda: list(g()))
