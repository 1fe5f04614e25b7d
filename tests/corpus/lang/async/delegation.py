# throw() and close() through yield from, and StopIteration values.
def inner():
    try:
        x = yield 1
        print('x', x)
    except ValueError as e:
        yield ('caught', e.args)
    finally:
        print('inner finally')
    return 'inner result'


def outer():
    r = yield from inner()
    print('r', r)
    return r * 2


g = outer()
print(next(g), g.gi_yieldfrom is not None)
print(g.throw(ValueError('v')))
try:
    next(g)
except StopIteration as e:
    print(e.value)

g = outer()
next(g)
g.close()
g = outer()
next(g)
try:
    g.throw(KeyError, 'k')
except KeyError as e:
    print('out', e)


class It:
    def __iter__(self):
        return self

    def __next__(self):
        return 1

    def send(self, value):
        print('send', value)
        if value == 'stop':
            raise StopIteration('sent')
        return 8

    def throw(self, *args):
        print('throw', args)
        if args[0] is KeyError:
            raise StopIteration('thrown')
        return 7

    def close(self):
        print('close')


def over(it):
    r = yield from it
    print('result', r)
    yield 'after'


g = over(It())
print(next(g), g.send(5), g.throw(ValueError('a')), g.throw(IndexError, 'b'))
print(g.throw(KeyError))
g = over(It())
next(g)
print(g.send('stop'))
g = over(It())
next(g)
g.close()


class Fails(It):
    def close(self):
        raise RuntimeError('close failed')


g = over(Fails())
next(g)
try:
    g.close()
except RuntimeError as e:
    print(e)


class Ends:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration(42)


print(next(over(Ends())))
g = over(iter([1, 2]))
next(g)
try:
    g.send('x')
except AttributeError as e:
    print(e)
g = over(iter([1, 2]))
next(g)
try:
    g.throw(ValueError('plain iterator'))
except ValueError as e:
    print(e)


def me():
    yield from other()


def other():
    try:
        next(running)
    except ValueError as e:
        print(e)
    yield 1


running = me()
next(running)


def reenter():
    class Throwing:
        def __iter__(self):
            return self

        def __next__(self):
            return 1

        def throw(self, *args):
            try:
                next(g)
            except ValueError as e:
                print(e)
            return 2
    yield from Throwing()


g = reenter()
print(next(g), g.throw(KeyError))


def deep(n):
    if n:
        return (yield from deep(n - 1))
    try:
        yield 'bottom'
    except ValueError:
        return 'thrown'


g = deep(100)
print(next(g))
try:
    g.throw(ValueError)
except StopIteration as e:
    print(e.value)
