"""Every way through try: values of return, break and continue in finally, nesting, exceptions replaced and restored."""
import sys


def attempt(function, *args):
    try:
        return function(*args)
    except BaseException as error:
        chain = []
        while error is not None:
            chain.append(repr(error))
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return ' <- '.join(chain)


log = []


def paths(how):
    log.clear()
    for i in range(3):
        try:
            log.append(f'try{i}')
            if how == 'return':
                return log.append('value') or 'returned'
            if how == 'break':
                break
            if how == 'continue':
                continue
            if how == 'raise':
                raise KeyError(i)
            if how == 'exit':
                sys.exit(5)
            if how == 'close':
                raise GeneratorExit
        except KeyError:
            log.append('except')
            if i == 1:
                raise ValueError('from except')
        else:
            log.append('else')
        finally:
            log.append('finally')
    else:
        log.append('loop else')
    return 'end'


for how in 'return', 'break', 'continue', 'raise', 'exit', 'close', 'nothing':
    print(how, attempt(paths, how), log)


def swallowed(how):
    while True:
        try:
            try:
                raise OSError('lost')
            finally:
                if how == 'return':
                    return 'return wins'
                if how == 'break':
                    break
                if how == 'raise':
                    raise RuntimeError('new')
        finally:
            log.append(type(sys.exc_info()[1]).__name__)
    return 'after break'


for how in 'return', 'break', 'raise':
    log.clear()
    print(how, attempt(swallowed, how), log, sys.exc_info()[0])


def return_values():
    values = [1]
    x = 1

    def f():
        nonlocal x
        try:
            return x, values
        finally:
            x = 2
            values.append('appended later')

    def g():
        try:
            return 'first'
        finally:
            try:
                return 'second'
            finally:
                return 'third'
    return f(), x, g()


print(return_values())


def restored():
    seen = []
    try:
        raise KeyError('outer')
    except KeyError:
        seen.append(sys.exc_info()[1].args)
        try:
            raise ValueError('inner')
        except ValueError as error:
            seen.append((error.args, error.__context__.args))
        seen.append(sys.exc_info()[1].args)
        for value in generator():
            seen.append((value, sys.exc_info()[1].args))
        try:
            raise
        except KeyError as again:
            seen.append((again.args, again.__context__))
    seen.append(sys.exc_info())
    return seen


def generator():
    yield sys.exc_info()[1].args
    try:
        raise TypeError('in generator')
    except TypeError:
        yield sys.exc_info()[1].args
    yield sys.exc_info()[1].args


print(*restored(), sep='\n')


def name_is_gone():
    error = 'before'
    try:
        1 / 0
    except ZeroDivisionError as error:
        kept = error
    try:
        return error
    except UnboundLocalError as unbound:
        return str(unbound), str(kept), kept.__traceback__ is not None


def dynamic():
    kinds = [KeyError]

    def choose():
        log.append('chosen')
        return tuple(kinds)
    try:
        try:
            raise OSError('x')
        except choose():
            return 'no'
        except (ValueError, (TypeError, OSError)) if False else OSError as e:
            return 'matched'
    finally:
        kinds.append(1)


log.clear()
print(name_is_gone(), dynamic(), log)


def bad_match(what):
    try:
        raise KeyError('original')
    except what:
        return 'caught'


for what in (KeyError, (ValueError, KeyError), (), 5, 'KeyError', (KeyError, 5), (5, KeyError), [KeyError], int, object, BaseException, KeyError('instance'), (ValueError, (KeyError,))):
    print(what if not isinstance(what, type) else what.__name__, '->', attempt(bad_match, what))
try:
    raise KeyError from None
except KeyError as e:
    print(e.__cause__, e.__suppress_context__)
print(attempt(lambda: (_ for _ in ()).throw(KeyError, 'a', 5)), '|', attempt(exec, 'raise'), '|', attempt(exec, 'raise 5'), '|', attempt(exec, 'raise KeyError from 5'), '|', attempt(exec, 'raise KeyError("a") from ValueError'), '|', attempt(exec, 'raise int'))
