# The functions of operators, in place and not, on values of many types.
import operator


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


import operator as op
pairs = [(7, 2), (7.5, -2), (True, 3), (2**70, 3), ('ab', 'c'), ([1], [2]), ('ab', 2), ({1}, {1}), ({'a': 1}, {'b': 2}), (None, 1)]
names = ['add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow', 'lshift', 'rshift', 'and_', 'or_', 'xor', 'matmul', 'concat', 'lt', 'le', 'eq', 'ne', 'gt', 'ge', 'is_', 'is_not', 'contains', 'getitem', 'countOf', 'indexOf']
for name in names:
    f = getattr(op, name)
    shown = []
    for a, b in pairs:
        try:
            shown.append(repr(f(a, b))[:24])
        except Exception as e:
            shown.append(f'{type(e).__name__}: {e}'[:60])
    print(name, f.__name__, shown)
for name in ['iadd', 'isub', 'imul', 'itruediv', 'ifloordiv', 'imod', 'ipow', 'ilshift', 'irshift', 'iand', 'ior', 'ixor', 'imatmul', 'iconcat']:
    f = getattr(op, name)
    for make in (lambda: (6, 3), lambda: ([1], [2]), lambda: ({1}, {1, 2}), lambda: ('a', 'b')):
        a, b = make()
        try:
            result = f(a, b)
            print(name, result, result is a if isinstance(a, (list, set)) else '-')
        except TypeError as e:
            print(name, 'TypeError', e)
print(op.neg(3), op.pos(-2), op.inv(5), op.invert(0), op.abs(-4), op.not_([]), op.truth('a'), op.index(True), op.length_hint(iter([1, 2])), op.length_hint(5, 9), op.call(max, 1, 2, key=None))
items = [1, 2, 3]
op.setitem(items, 0, 'x')
op.delitem(items, 1)
print(items, op.__add__(1, 2), op.__contains__([1], 1), op.__not__(0), op.add is op.__add__)
for f, args in ((op.neg, ('a',)), (op.inv, (1.5,)), (op.abs, ([],)), (op.add, (1,)), (op.add, (1, 2, 3)), (op.setitem, ((), 0, 1)), (op.delitem, ([], 0)), (op.index, (1.5,)), (op.concat, (1, 2)), (op.iconcat, (1, 2)), (op.length_hint, ([], 'a')), (op.not_, ()), (op.countOf, (5, 1)), (op.indexOf, ([1], 2)), (op.contains, (5, 1))):
    attempt(f, *args)
attempt(op.add, a=1, b=2)


class V:
    def __init__(self, n):
        self.n = n

    def __add__(self, other):
        return V(self.n + other)

    def __iadd__(self, other):
        self.n += other
        return self

    def __matmul__(self, other):
        return 'matmul', other

    def __lt__(self, other):
        return 'less'

    def __eq__(self, other):
        return []


v = V(1)
print(op.add(v, 2).n, op.iadd(v, 5) is v, v.n, op.matmul(v, 1), op.lt(v, 1), op.eq(v, 1), op.ne(v, v), op.countOf([v, v, 1], v))
