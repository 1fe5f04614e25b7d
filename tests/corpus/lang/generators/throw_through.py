"""throw() through generators that delegate: who is on the stack, and what is thrown."""
import sys


def names():
    frame, found = sys._getframe(1), []
    while frame.f_code.co_name != '<module>':
        found.append(frame.f_code.co_name)
        frame = frame.f_back
    return found


def inner():
    try:
        print('start', names())
        yield 1
    except ValueError as error:
        print('caught', repr(error), names(), sys.exc_info()[0])
        yield 2
    finally:
        print('finally', names())


def middle():
    local = 'of middle'
    yield from inner()
    print('middle goes on', names())


def outer():
    yield from middle()


def drive(gen):
    print(gen.send(None))
    print(gen.throw(ValueError('thrown')))
    print(gen.gi_frame.f_lineno - outer.__code__.co_firstlineno, gen.gi_running)
    print(list(gen))


drive(outer())
gen = outer()
next(gen)
print(gen.gi_yieldfrom.__name__, gen.gi_yieldfrom.gi_yieldfrom.__name__)
gen.close()


def looking():
    try:
        yield
    except KeyError:
        back = sys._getframe().f_back
        print(back.f_code.co_name, back.f_locals, back.f_back.f_code.co_name, holder.gi_running)
        try:
            holder.send(None)
        except ValueError as error:
            print(error)
        yield 'looked'


def holding():
    kept = 'kept'
    yield from looking()


holder = holding()
holder.send(None)
print(holder.throw(KeyError), holder.gi_running)
print(holder.gi_frame.f_locals, holder.gi_frame.f_back)


class Returns(Exception):
    def __new__(cls, *args):
        return cls


class Raises(Exception):
    def __init__(self, *args):
        raise LookupError('made nothing')


def waiting():
    try:
        yield
    except Exception as error:
        print(type(error).__name__, str(error)[:30])


for cls in (Returns, Raises):
    gen = waiting()
    next(gen)
    try:
        gen.throw(cls)
    except StopIteration:
        print('ended')
    fresh = waiting()
    try:
        fresh.throw(cls)
    except Exception as error:
        print(type(error).__name__, str(error)[:30])
    print(next(fresh, 'over'))
gen = waiting()
next(gen)
for bad in (5, int, None):
    try:
        gen.throw(bad)
    except TypeError as error:
        print(error)
next(gen, None)


def raising():
    try:
        yield
    except ValueError:
        raise KeyError('from inside')


def catching():
    try:
        yield from raising()
    except KeyError as error:
        print(error, repr(error.__context__), names())
        yield 'caught'


gen = catching()
next(gen)
print(gen.throw(ValueError('v')))
entry = None
gen = holding()
next(gen)
try:
    gen.throw(IndexError('through'))
except IndexError as error:
    entry = error.__traceback__
while entry is not None:
    print(entry.tb_frame.f_code.co_name)
    entry = entry.tb_next
