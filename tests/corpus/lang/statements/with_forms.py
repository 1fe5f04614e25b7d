"""The with statement: several managers, parentheses, targets, suppression in the middle, errors in enter, exit and target."""


def attempt(function, *args):
    try:
        return function(*args)
    except BaseException as error:
        return f'{error!r} from {error.__context__!r}'


log = []


class M:
    def __init__(self, name, enter=None, leave=None, value=None):
        self.name, self.enter, self.leave, self.value = name, enter, leave, value

    def __enter__(self):
        log.append(f'+{self.name}')
        if self.enter:
            raise self.enter
        return self.value if self.value is not None else self.name

    def __exit__(self, kind, value, traceback):
        log.append(f'-{self.name}' + (f'({value!r})' if kind else ''))
        if isinstance(self.leave, BaseException):
            raise self.leave
        return self.leave


class Target:
    def __setattr__(self, name, value):
        raise AttributeError(f'no {name}')


def run(label, function):
    log.clear()
    print(f'{label}: {attempt(function)} {" ".join(log)}')


def two():
    with M('a') as a, M('b') as b:
        return a + b


def parenthesised():
    with (
        M('a') as a,
        M('b'),
        M('c', value=(1, (2, 3))) as (x, (y, *z)),
    ):
        return a, x, y, z


def tuple_not():
    with (M('a'), M('b')) as pair:
        return pair


def just_one():
    with (M('a')):
        with (M('b')) as b: return b


def inner_suppresses():
    with M('outer'), M('inner', leave=True):
        raise KeyError('k')
    return 'after'


def enter_fails():
    with M('a', leave=True), M('b', enter=ValueError('enter')):
        log.append('never')
    return 'a swallowed it'


def enter_fails_first():
    with M('a', enter=ValueError('enter')), M('b'):
        pass


def exit_fails():
    with M('a'), M('b', leave=TypeError('exit')):
        raise KeyError('body')


def exit_replaces_return():
    for _ in range(2):
        with M('a', leave=TypeError('exit')):
            return 'lost'


def target_fails():
    with M('a', leave=True) as Target().x:
        log.append('never')
    return 'swallowed'


def unpack_fails():
    with M('a', value=(1, 2)) as (p, q, r):
        pass


def flow():
    result = []
    for i in range(4):
        with M(f'm{i}', leave=True):
            if i == 0:
                continue
            if i == 1:
                raise OSError
            if i == 2:
                result.append('through')
            if i == 3:
                break
        result.append(i)
    return result


def truthy_values():
    results = []
    for leave in [], [0], 0, 'x', None, 0.0:
        try:
            with M('t', leave=leave):
                1 / 0
            results.append('swallowed')
        except ZeroDivisionError:
            results.append('passed')
    return results


def generator():
    with M('g'):
        yield 1
        yield 2


def generator_closed():
    g = generator()
    next(g)
    g.close()
    return [*generator()]


def base_exceptions():
    for error in KeyboardInterrupt(), SystemExit(1), GeneratorExit():
        with M('b', leave=True):
            raise error
    return 'all swallowed'


def same_twice():
    m = M('same')
    with m, m as again:
        return again


def nested_raise():
    with M('a', leave=ValueError('a')):
        with M('b', leave=ValueError('b')):
            raise ValueError('body')


for function in (two, parenthesised, tuple_not, just_one, inner_suppresses, enter_fails, enter_fails_first, exit_fails, exit_replaces_return, target_fails, unpack_fails, flow, truthy_values, generator_closed, base_exceptions, same_twice, nested_raise):
    run(function.__name__, function)


class NoExit:
    def __enter__(self):
        log.append('entered')


class NoEnter:
    def __exit__(self, *details):
        pass


class BadExit(NoExit):
    def __exit__(self):
        pass


class RaisingBool(NoExit):
    def __exit__(self, *details):
        return self

    def __bool__(self):
        raise RuntimeError('no truth')


def use(manager):
    with manager:
        log.append('body')
        raise KeyError('in body')


for manager in NoExit(), NoEnter(), BadExit(), RaisingBool(), 5, None, M, open:
    run(type(manager).__name__, lambda: use(manager))
for source in 'with a', 'with a:', 'with: b', 'with a as: b', 'with a as b as c: d', 'with (a, b): c', 'with (a as b): c', 'with (a as b, c as d,): e', 'with (a, b) as c: d', 'with (a, b as c): d', 'with (a as b), c: d', 'with a, : b', 'with (a,): b', 'with (): a', 'with (a as b) as c: d', 'with a as (b, c): d', 'with a as [b, *c]: d', 'with a as b.c, d as e[0]: f', 'with (yield): a', 'with a := b: c', 'with (a := b): c', 'with (a := b) as c: d', 'with *a: b', 'with (*a, b): c', 'with a if b else c: d', 'with lambda: a: b', 'with a as b if c else d: e', 'with (a as b, *c): d', 'with a as 5: b', 'with a as b, c as f(): d', 'async with a: b', 'with (a for b in c): d', 'with (a as b for c in d): e':
    try:
        compile(source + (' ' if source[-1] == ':' else ''), 'f', 'exec')
        print(source, '-> fine')
    except SyntaxError as error:
        print(source, '->', type(error).__name__, error.msg, error.offset)
