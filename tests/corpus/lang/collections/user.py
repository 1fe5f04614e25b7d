# UserDict, UserList and UserString.
from collections import UserDict, UserList, UserString


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f'no {key}'


d = Lower({'A': 1}, B=2)
d.update(C=3)
d.setdefault('D', 4)
print(d, d['a'], d['x'], 'a' in d, 'A' in d, len(d), sorted(d), d.data, d.get('a'), d.get('x'))
print(d | {'E': 5}, {'Z': 0} | UserDict(q=1), d.copy(), type(d.copy()).__name__, d == d.data, Lower.fromkeys('XY', 1))
d |= {'F': 6}
print(attempt(d.pop, 'f'), attempt(d.pop, 'F'), attempt(d.pop, 'none', None), list(d.items()), attempt(d.popitem), bool(UserDict()))
attempt(lambda: UserDict()['a'])
attempt(UserDict, 5)
attempt(UserDict().__delitem__, 'a')
attempt(lambda: UserDict() | 5)
attempt(UserDict().popitem)
attempt(hash, UserDict())

l = UserList([3, 1, 2])
l.append(5)
l.extend(UserList([7]))
l.extend((8,))
l.insert(0, 0)
print(l, l[0], l[1:3], type(l[1:3]).__name__, len(l), 5 in l, l.index(5), l.count(1), l + [1], [1] + l, l + UserList('a'))
l.sort(reverse=True)
l.reverse()
print(l, l * 2, 2 * UserList('a'), l == [0, 1, 2, 3, 5, 7, 8], l < [1], l >= UserList(), l != [], l > [0], l <= [0])
l += 'xy'
l *= 1
del l[0]
l[0] = 'first'
l[1:3] = []
print(l, l.pop(), l.pop(0), l.copy(), l.copy() is l, UserList(), UserList('ab'), UserList(UserList([1])), list(reversed(l)))
l.remove(5)
l.clear()
print(l)
attempt(UserList().pop)
attempt(UserList().remove, 1)
attempt(lambda: UserList()[0])
attempt(UserList, 5)
attempt(UserList().index, 5)
attempt(hash, UserList())
attempt(lambda: UserList([1]) < 5)

s = UserString('Hello World')
print(s, repr(s), len(s), s[0], s[-5:], type(s[1]).__name__, 'World' in s, UserString('lo') in s, s + '!', '>' + s, s * 2, s + 5)
print(s == 'Hello World', s == UserString('x'), s < 'Z', s >= 'A', s != 'a', hash(s) == hash('Hello World'), str(s) is s.data)
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize(), s.casefold(), s.center(15, '*'), s.ljust(13, '.'), s.rjust(13), s.zfill(13))
print(s.count('o'), s.find('o'), s.rfind('o'), s.index('W'), s.rindex('l'), s.replace('l', 'L', 1), s.replace(UserString('o'), '0'), s.split(), s.rsplit('o', 1), s.partition(' '), s.rpartition('o'))
print(s.startswith('He'), s.endswith('x'), s.isalpha(), s.isdigit(), s.islower(), s.isupper(), s.istitle(), s.isspace(), s.isalnum(), s.isascii(), s.isdecimal(), s.isidentifier(), s.isnumeric(), s.isprintable())
print(s.strip('Hd'), s.lstrip('H'), s.rstrip('d'), s.removeprefix('Hello '), s.removesuffix(UserString('World')), s.join(['a', 'b']), s.splitlines(), s.expandtabs(), s.translate({72: 'J'}), s.encode(), s.encode('ascii'))
print(UserString('%d-%s') % (1, 'a'), UserString('{}{x}').format(1, x=2), UserString('{x}').format_map({'x': 1}), int(UserString('12')), float(UserString('1.5')), UserString(12), UserString(s), UserString.maketrans('a', 'b'))
print(sorted([UserString('b'), UserString('a')]), s > 'A', s <= 'A', s.__getnewargs__(), '%s' % s, complex(UserString('1j')), '%s!' % UserString('x'))
attempt(UserString)
attempt(lambda: s[100])
attempt(s.index, 'zzz')
attempt(lambda: s * 'a')
attempt(int, UserString('x'))
attempt(lambda: s < 5)
attempt(s.upper, 1)
