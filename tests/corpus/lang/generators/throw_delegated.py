def inner():
    while True:
        try:
            x = yield 1
            print('in', x)
        except ValueError as e:
            print('inner caught', e)
            yield 'v'
        except KeyError as e:
            return 'ret ' + str(e)
        except GeneratorExit:
            print('inner exit'); raise
        finally:
            print('inner finally')
def outer():
    try:
        r = yield from inner()
        print('outer got', r)
        yield 'after'
    except TypeError as e:
        print('outer TE', e); yield 'te'
    except GeneratorExit:
        print('outer exit'); raise
def top():
    return (yield from outer())
for gen in (outer, top):
    g = gen(); print(next(g)); print(g.throw(ValueError('a'))); print(next(g)); print(g.throw(KeyError('k'))); print(list(g))
    g = gen(); next(g); print(g.throw(TypeError('t'))); g.close()
    g = gen(); next(g); g.close(); print(list(g))
    g = gen(); next(g)
    try: g.throw(ZeroDivisionError)
    except ZeroDivisionError as e: print(repr(e))
class It:
    def __iter__(s): return s
    def __next__(s): return 5
    def throw(s, e): print('It.throw', repr(e)); raise StopIteration('done')
    def close(s): print('It.close')
def o(): 
    r = yield from It()
    print('r', r); yield 'z'
g = o(); next(g); print(g.throw(ValueError('q'))); g.close()
g = o(); next(g); g.close()
def o2():
    try: yield from [1, 2, 3]
    except KeyError as e: print('o2', e); yield 'k'
g = o2(); next(g); print(g.throw(KeyError('kk'))); print(list(g))
class Bad:
    def __iter__(s): return s
    def __next__(s): return 5
    def close(s): raise RuntimeError('close failed')
def o3(): yield from Bad()
g = o3(); next(g)
try: g.close()
except RuntimeError as e: print(e)
def re():
    try: yield 1
    except ValueError:
        for f in (lambda: next(G), lambda: G.send(None), lambda: G.throw(KeyError), lambda: G.close()):
            try: f()
            except ValueError as e: print(e)
        print(G.gi_running)
        import gc; gc.collect()
        yield [1]*2
def reo():
    a = ['x']*3
    yield from re()
    yield a
G = reo(); next(G); print(G.throw(ValueError)); print(list(G))
def ig():
    try: yield 1
    except GeneratorExit: yield 2
def igo(): yield from ig()
g = igo(); next(g)
try: g.close()
except RuntimeError as e: print(e)
def deep(n):
    if n: yield from deep(n-1)
    else: yield 1
g = deep(400); next(g)
try: g.throw(ValueError('deep'))
except ValueError as e: print(e)
g = deep(400); next(g); g.close(); print('closed')
g = (x for x in [1]); next(g)
try: g.throw(StopIteration('a'))
except RuntimeError as e: print(e)
