"""UserString: a str to look at, a class to extend; operators, comparisons, methods, refusals."""
from collections import UserDict, UserList, UserString


def attempt(function, *args, **kwargs):
    try:
        return repr(function(*args, **kwargs))
    except Exception as error:
        return f'{type(error).__name__}: {error}'


class Path(UserString):
    """Joins with a slash."""

    def __truediv__(self, other):
        return self.__class__(f'{self.data}/{other}')


p = Path('usr') / 'lib' / UserString('x')
print(p, repr(p), type(p).__name__, p == 'usr/lib/x', 'lib' in p, UserString('lib') in p, len(p), p.data is p.data)
print([type(x).__name__ for x in (p.upper(), p + 'a', 'a' + p, p * 2, 2 * p, p[1:3], p[0], p % (), p.split('/')[0], p.format(), p.encode())])
print('a' + p, p + p, p * 2, p[::-1], p[-1], UserString(12) + 3, UserString(p).data, int(UserString('7')), float(UserString('1.5')), complex(UserString('1j')))
print(p < 'v', p <= p, 'a' < p, p > UserString('a'), hash(p) == hash('usr/lib/x'), {p: 1}['usr/lib/x'], UserString('%s-%d') % ('a', 3), '%s!' % UserString('x'))
print(p.replace('lib', UserString('bin')), p.find(UserString('lib')), p.count('/'), p.partition('/'), p.join(['a', 'b']), p.startswith(('usr', 'x')), p.removeprefix('usr'))
print(p.center(15, '*'), p.zfill(12), p.title(), p.casefold(), p.index('l'), p.rindex('/'), p.isalpha(), p.translate({117: 'U'}), p.splitlines(), p.lstrip('us'))
print(UserString('{}-{a}').format(1, a=2), UserString('{k}').format_map({'k': 5}), UserString.maketrans('a', 'b'), UserString('é').encode(), UserString('x\u20ac').encode('ascii', 'replace'))
print(attempt(lambda: p + 5), '|', attempt(lambda: p * 'a'), '|', attempt(lambda: p[99]), '|', attempt(lambda: p['a']), '|', attempt(lambda: 5 in p))
print(attempt(p.index, 'zz'), '|', attempt(UserString), '|', attempt(lambda: p < 5), '|', attempt(p.join, [p]), '|', attempt(setattr, p, 'data', 5), '|', attempt(len, p))


class Limited(UserList):
    def append(self, item):
        if len(self.data) >= 3:
            raise OverflowError('full')
        super().append(item)


limited = Limited('ab')
limited.append('c')
print(limited, attempt(limited.append, 'd'), limited + ['x'], ['x'] + limited, type(limited[:1]).__name__, limited * 2 == list('abcabc'), limited > ['a'], attempt(UserList, 5))
limited.insert(1, 'i')
limited.sort(key=lambda x: x != 'i')
print(limited, limited.copy() == limited, limited.pop(0), limited.__class__.__name__, limited.count('a'), attempt(limited.remove, 'zz'))


class Attr(UserDict):
    def __missing__(self, key):
        return f'no {key}'

    def __getattr__(self, name):
        if name == 'data':
            raise AttributeError(name)
        return self[name]


attr = Attr({'a': 1}, b=2)
print(attr.a, attr['zz'], attr.get('zz'), 'zz' in attr, attr | {'c': 3}, {'c': 3} | attr, type(attr | {}).__name__, attr.copy(), Attr.fromkeys('xy', 0), attempt(UserDict, 1, 2))
