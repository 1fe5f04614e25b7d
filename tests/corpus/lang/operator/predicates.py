"""operator's comparisons, truth, identity and call: own classes asked, and wrong numbers of arguments."""
import operator as op


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Asked:
    """Says which special method was asked."""

    def __init__(self, name, truth=True):
        self.name, self.truth = name, truth

    def __eq__(self, other):
        print(f'  {self.name} ==')
        return NotImplemented if self.name == 'shy' else 'eq'

    def __ne__(self, other):
        print(f'  {self.name} !=')
        return [] if self.name != 'shy' else NotImplemented

    def __lt__(self, other):
        return f'{self.name}<'

    def __bool__(self):
        print(f'  {self.name} truth')
        return self.truth

    def __contains__(self, item):
        return self.truth and 'not a bool'


a, shy = Asked('a'), Asked('shy', 0)
print(op.eq(a, 1), op.ne(a, 1), op.eq(1, a), op.eq(shy, 1), op.ne(1, shy), op.eq(shy, a), op.lt(a, 1), op.gt(1, a), attempt(op.ge, a, 1), '|', attempt(op.le, shy, shy))
print(op.is_(a, a), op.is_(a, shy), op.is_not([], []), op.is_not(None, None), op.truth(a), op.not_(a), attempt(op.truth, shy), '|', op.truth(''), op.truth([0]), op.contains(a, 1))
print(op.call(max, 3, 9, key=lambda x: -x), op.call(dict, a=1), op.call(lambda *args: args), attempt(op.call, 5), '|', attempt(op.call, len, [], 1))
for function in op.eq, op.ne, op.is_, op.is_not, op.truth, op.lt, op.contains:
    print(function.__name__, attempt(function), '|', attempt(function, 1) if function is not op.truth else '-', '|', attempt(function, 1, 2, 3), '|', attempt(function, a=1))
print(attempt(op.contains, 5, 1), '|', attempt(op.truth, type('L', (), {'__len__': lambda self: -1})()), '|', attempt(op.truth, type('L', (), {'__len__': lambda self: 'x'})()), '|', attempt(op.not_, type('B', (), {'__bool__': lambda self: 1})()))
nan = float('nan')
print(op.eq(nan, nan), op.ne(nan, nan), op.is_(nan, nan), op.eq([nan], [nan]), op.eq(1, 1.0), op.eq((1, 2), [1, 2]), op.ne('a', b'a'), op.eq(range(0), range(5, 5)), op.eq({1: 2}, {1.0: 2.0}))
print(op.__eq__ is op.eq, op.__call__ is op.call, op.__contains__(b'abc', b'b'), op.countOf([1, True, 1.0, 2], 1), op.indexOf('abc', 'c'), op.concat([1], [2]), op.length_hint(iter([1, 2])), attempt(op.indexOf, [1], 2), '|', attempt(op.length_hint, 5, 'x'))
a @= 1 if False else type('R', (), {'__rmatmul__': lambda self, other: 'reflected @'})()
print(a, op.matmul(type('M', (), {'__matmul__': lambda self, other: other})(), 5), attempt(op.imatmul, 5, 6), '|', attempt(op.imatmul, 5))
