# Counter.
from collections import Counter

c = Counter('abracadabra')
print(c, c['a'], c['zz'], c.most_common(2), c.most_common(), c.total(), len(c), 'zz' in c)
print(sorted(c.elements()), list(Counter(a=2, b=0, c=-1, d=1).elements()))
c.update('aaa')
c.update({'b': 10}, z=1)
c.update(z=2)
print(c)
c.subtract('abz')
c.subtract({'r': 5}, q=1)
c.subtract(Counter(q=1))
print(c, c.total())
del c['q']
del c['never']
print(c, c.copy() == c, c.copy() is c, type(c.copy()).__name__)
a, b = Counter(x=3, y=1, n=-2), Counter(x=1, y=2, m=4)
print(a + b, a - b, a & b, a | b, +a, -a)
a += b
print(a)
a -= Counter(x=1)
print(a)
a &= Counter(x=2, y=9)
print(a)
a |= Counter(k=1)
print(a)
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) != Counter(a=1), Counter(a=1) == {'a': 1})
print(Counter(a=1) <= Counter(a=2), Counter(a=1) < Counter(a=1), Counter(a=3) >= Counter(b=0), Counter(b=1) > Counter())
print(Counter(), Counter([]), Counter(None), Counter({'a': 'x', 'b': 1}), Counter([1, 1, 2, None]))
print(dict(Counter('aab')), list(Counter('bca')))


class Sub(Counter):
    pass


print(Sub('aab'), Sub('a') + Sub('a'), Sub('a').copy())
words = 'one two two three three three'.split()
print(Counter(words).most_common(1), Counter(map(len, words)), Counter(words).most_common(0), Counter().most_common(3))
print(Counter(words).pop('one'), Counter(words).get('four'), Counter(words).setdefault('five', 2), c.clear(), c)


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


attempt(Counter.fromkeys, 'ab')
attempt(Counter, 5)
attempt(Counter, 'a', 'b')
attempt(Counter, [[]])
attempt(lambda: Counter('a') + 5)
attempt(lambda: Counter('a') - {'a': 1})
attempt(lambda: Counter('a') & 5)
attempt(lambda: Counter('a') < 5)
attempt(hash, Counter())
attempt(lambda: Counter(a='x').update(a=1))
attempt(Counter(a='x').total)
attempt(lambda: list(Counter(a=1.5).elements()))
attempt(Counter('a').subtract, 5)
