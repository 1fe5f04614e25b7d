"""singledispatch and singledispatchmethod: annotations, unions, abstract classes, late registration, stacking, refusals."""
from collections.abc import Iterable, Mapping, Sequence, Sized
from functools import cmp_to_key, partialmethod, singledispatch, singledispatchmethod, total_ordering


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


@singledispatch
def show(value, depth=0):
    """Shows a value."""
    return f'object {value!r}'


@show.register
def _(value: int | float, depth=0):
    return f'number {value}'


@show.register(bool)
def _(value, depth=0):
    return 'yes' if value else 'no'


@show.register(str)
@show.register(bytes)
def text(value, depth=0):
    return f'text {len(value)}'


@show.register
def _(value: Mapping, depth=0):
    return '{' + ', '.join(f'{show(k)}: {show(v, depth + 1)}' for k, v in value.items()) + '}' + f'@{depth}'


show.register(list, lambda value, depth=0: '[' + ', '.join(show(item, depth=depth + 1) for item in value) + ']')
show.register(type(None), lambda value, depth=0: 'nothing')
for value in 1, 2.5, True, 'abc', b'ab', {1: {'a': None}}, [1, [False, [{}]]], (1,), ..., None, 1j:
    print(show(value))
print(show.__name__, show.__doc__, show.dispatch(bool) is show.registry[bool], show.dispatch(str) is text, show.dispatch(set) is show.registry[object], sorted(cls.__name__ for cls in show.registry))


class Both(Sized, Iterable):
    def __len__(self):
        return 1

    def __iter__(self):
        return iter('a')


@singledispatch
def kind(value):
    return 'object'


kind.register(Sized, lambda value: 'sized')
print(kind(Both()), kind([]), kind(5))
kind.register(Iterable, lambda value: 'iterable')
print(attempt(kind, type('Loose', (), {'__len__': lambda self: 0, '__iter__': lambda self: iter(())})()), '|', kind(Both()))
kind.register(Sequence, lambda value: 'sequence')
print(kind([]), kind(()), kind(''), attempt(kind), '|', attempt(kind, value=1))
print(attempt(kind.register), '|', attempt(kind.register, 5), '|', attempt(kind.register, 'int', len), '|', attempt(kind.register, int, 5) and attempt(kind, 1))
print(attempt(kind.register, len)[:60], '|', attempt(kind.register, list[int], len), '|', attempt(kind.register, int | list[str], len), '|', attempt(singledispatch))


def annotated(value: 'Missing'):
    pass


def unfit(value: 5):
    pass


print(attempt(kind.register, annotated), '|', attempt(kind.register, unfit))


class Formatter:
    def __init__(self, mark):
        self.mark = mark

    @singledispatchmethod
    def format(self, value):
        return f'{self.mark}{value}'

    @format.register
    def _(self, value: int):
        return f'{self.mark}{value:+d}'

    @format.register(list)
    def _(self, value):
        return [self.format(item) for item in value]

    @singledispatchmethod
    @classmethod
    def make(cls, value):
        return cls('?')

    @make.register(str)
    @classmethod
    def _(cls, value):
        return cls(value)

    format_twice = partialmethod(format, [1, 'b'])


f = Formatter('#')
print(f.format('a'), f.format(5), f.format([1, 'x', [2]]), Formatter.make('s').mark, f.make(5).mark, Formatter.format.__name__ if hasattr(Formatter.format, '__name__') else '', f.format_twice())
print(attempt(f.format), '|', attempt(singledispatchmethod), '|', attempt(singledispatchmethod, 5), '|', attempt(Formatter.format, 5))
