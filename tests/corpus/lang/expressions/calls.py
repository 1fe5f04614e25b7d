"""How arguments meet parameters: every kind, defaults, unpacking, and the wording of every mismatch."""


def check(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except TypeError as error:
        return f'TypeError: {error}'


def plain(a, b, c=3):
    return a, b, c


def positional(a, b=2, /):
    return a, b


def keyword(*, k, l=2):
    return k, l


def everything(p, q=2, /, r=3, *args, s, t=5, **kwargs):
    return p, q, r, args, s, t, kwargs


def same_name(a, /, **kwargs):
    return a, kwargs


def none():
    return 'none'


for label, call in {
    'plain': lambda: [plain(1, 2), plain(b=1, a=2), plain(1, c=5, b=4), plain(*[1, 2, 3]), plain(**{'a': 1, 'b': 2}), plain(1, *[2], **{'c': 9})],
    'missing': lambda: [check(plain), check(plain, 1), check(plain, b=1), check(plain, c=1), check(positional), check(keyword), check(everything), check(everything, 1)],
    'too many': lambda: [check(plain, 1, 2, 3, 4), check(none, 1), check(none, 1, 2), check(positional, 1, 2, 3), check(keyword, 1), check(keyword, 1, k=2), check(keyword, 1, 2, k=2, l=3), check(plain, 1, 2, 3, 4, c=5)],
    'unknown': lambda: [check(plain, 1, 2, d=4), check(none, x=1), check(plain, 1, 2, C=3), check(keyword, k=1, m=2), check(positional, 1, b=2), check(positional, a=1), check(positional, a=1, b=2)],
    'twice': lambda: [check(plain, 1, a=2), check(plain, 1, 2, b=3), check(lambda: plain(1, **{'a': 2})), check(lambda: plain(b=1, **{'b': 2})), check(lambda: plain(**{'a': 1}, **{'a': 2}))],
    'everything': lambda: [everything(1, s=2), everything(1, 2, 3, 4, 5, s=6, u=7), everything(1, r=2, s=3, p=4, q=5), everything(*'abcd', **dict(s=1, t=2, z=3)), same_name(1, a=2)],
    'stars': lambda: [plain(*'ab', *'c'), plain(*range(2), c=0), plain(*(), 1, *[], 2), keyword(**{'k': 1}, **{'l': 2}), none(*[], **{}), everything(*[1], *(), s=0, **{}, **{'x y': 1})],
    'wrong stars': lambda: [check(lambda: plain(*5)), check(lambda: plain(**5)), check(lambda: plain(**{1: 2})), check(lambda: plain(1, **[('a', 1)])), check(lambda: plain(*None)), check(lambda: plain(**None)), check(lambda: none(**{'a': 1}))],
}.items():
    print(label)
    for result in call():
        print('   ', result)


class Mapping:
    def keys(self):
        return ['k', 'l']

    def __getitem__(self, key):
        return key * 2


class BadKeys:
    def keys(self):
        return 5

    def __getitem__(self, key):
        return 1


class FailingIter:
    def __iter__(self):
        raise TypeError('my own message')


print(keyword(**Mapping()), check(lambda: keyword(**BadKeys())), '|', check(lambda: plain(*FailingIter())), '|', check(lambda: plain(1, *FailingIter())), '|', plain(*iter('xyz')), plain(*{'a': 1, 'b': 2}))
default = []


def shared(item, seen=default, *, log={}):
    seen.append(item)
    log[item] = len(seen)
    return seen, log


print(shared(1), shared(2), shared(3, []), default is shared.__defaults__[0], shared.__kwdefaults__)
shared.__defaults__ = ('new', [])
shared.__kwdefaults__ = {'log': {}}
print(shared(), plain.__defaults__, check(setattr, plain, '__defaults__', [1]), '|', check(setattr, plain, '__kwdefaults__', []))
plain.__defaults__ = (1, 2, 3)
print(plain(), plain(0), check(plain, 1, 2, 3, 4))
plain.__defaults__ = None
print(check(plain, 1, 2), keyword.__kwdefaults__, check(lambda: (lambda x: x)()), '|', check(lambda: (lambda *, x: x)(1)), '|', check(lambda: (lambda x, /: x)(x=1)))
many = {f'k{i}': i for i in range(300)}
print(sum((lambda **kw: kw)(**many).values()), len((lambda *a: a)(*range(1000))), (lambda *a, **k: (len(a), len(k)))(*range(400), **many))


class Class:
    def method(self, x):
        return x

    @classmethod
    def make(cls, x):
        return x

    @staticmethod
    def static(x):
        return x

    def __init__(self, a=1):
        pass

    def __call__(self, required):
        return required


c = Class()
print(*[check(f) for f in (c.method, Class.method, c.make, Class.static, c)], check(Class, 1, 2), check(Class, b=1), check(c, 1, 2), check(c.method, 1, x=2), check(Class.make, 1, 2), sep='\n')
