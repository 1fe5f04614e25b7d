# The counting loop of Counter.
from collections import Counter, _count_elements


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print("ok", result if "object at" not in repr(result) else type(result).__name__)
    except Exception as e:
        print(type(e).__name__, e)


print(Counter('abracadabra').most_common(2), Counter([1, 1.0, True, 2]), Counter(), Counter(a=2), Counter({'x': -1}))


class Odd(dict):
    def get(self, key, default=None):
        return 10


odd = Odd()
_count_elements(odd, 'aab')
print(odd)


class Noted(dict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value * 100)


noted = Noted()
_count_elements(noted, 'aa')
print(noted)
plain = {'a': 5, 'b': 2**62}
_count_elements(plain, 'abbc')
print(plain)
_count_elements(plain, iter(()))
c = Counter('ab')
c['a'] = 'text'
attempt(c.update, 'a')
attempt(Counter, [[]])
attempt(Counter, 5)
attempt(_count_elements, [], 'a')
attempt(_count_elements, {})
attempt(_count_elements, {}, 1)


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return self.n % 3

    def __eq__(self, other):
        return self.n == other.n


c = Counter(Key(n % 7) for n in range(30))
print(sorted((k.n, v) for k, v in c.items()))


class Bad:
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ZeroDivisionError('eq')


attempt(Counter, [Bad(), Bad()])
words = ('the quick brown the lazy the end ' * 50).split()
print(Counter(words).most_common(3), Counter(map(len, words)), sum(Counter(words).values()))
c = Counter()
for w in words:
    c[w] += 1
print(c == Counter(words), c['missing'], len(c))
