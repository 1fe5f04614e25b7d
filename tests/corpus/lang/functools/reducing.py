# reduce and cmp_to_key.
from functools import cmp_to_key, reduce
import operator


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a + b, 'abc'), reduce(max, [3, 9, 2], 5), reduce(operator.mul, [], 7), reduce(None, [4]), reduce(None, [], 'i'))
print(reduce(lambda a, b: [a, b], range(4)), reduce(operator.add, ([1], [2]), []), reduce(operator.add, iter([2**62, 2**62])))
for args in ((), (max,), (max, [], 1, 2), (max, []), (max, 5), (5, [1, 2]), (lambda a: a, [1, 2])):
    attempt(reduce, *args)
attempt(reduce, operator.add, [1, 'a'])


class Bad:
    def __iter__(self):
        raise ValueError('bad')


attempt(reduce, max, Bad())


def broken():
    yield 1
    raise KeyError('broken')


attempt(reduce, max, broken())
K = cmp_to_key(lambda a, b: b - a)
print(sorted([3, 1, 2], key=K), K(1) < K(2), K(1) > K(2), K(1) == K(1), K(1) != K(1), K(1) <= K(1), K(1) >= K(2), K(5).obj)
print(sorted('bAc', key=cmp_to_key(lambda a, b: (a.lower() > b.lower()) - (a.lower() < b.lower()))), max([4, 7, 5], key=K), min([(1, 'b'), (1, 'a')], key=cmp_to_key(lambda a, b: 0)))
k = K(1)
k.obj = 10
print(k.obj, k < K(5), cmp_to_key(mycmp=lambda a, b: 0)(1) == cmp_to_key(lambda a, b: 0)(2))
attempt(lambda: K(1) < 5)
attempt(lambda: K(1) == 5)
attempt(hash, K(1))
attempt(cmp_to_key)
attempt(lambda: cmp_to_key(5)(1) < cmp_to_key(5)(2))
attempt(lambda: cmp_to_key(lambda a, b: 'x')(1) < cmp_to_key(len)(2))
attempt(lambda: sorted([1, 2], key=cmp_to_key(lambda a, b: 1 / 0)))
attempt(lambda: K.obj)
print(type(K).__name__, type(K(1)).__name__, K(obj=3).obj)
words = ['banana', 'fig', 'apple', 'kiwi']
print(sorted(words, key=cmp_to_key(lambda a, b: len(a) - len(b) or (a > b) - (a < b))))
