# Pattern objects: attributes, comparison, representation, copies.
import copy
import re

p = re.compile('(?P<a>x)(y)?(?P<b>z)', re.I | re.M)
print(p.pattern, p.flags, p.groups, dict(p.groupindex), list(p.groupindex), p.groupindex['b'], 'c' in p.groupindex, len(p.groupindex))
for q in (p, re.compile('a'), re.compile('a', re.I), re.compile('a', re.A | re.S | re.X), re.compile(b'a'), re.compile(b'a', re.L), re.compile("it's"), re.compile('"\''), re.compile('é\n'), re.compile('x' * 300), re.compile('a', re.U), re.compile('')):
    print(repr(q), str(q) == repr(q))
print(re.compile('a') == re.compile('a'), re.compile('a') == re.compile('a', re.I), re.compile('a') != re.compile('b'), re.compile('a') == re.compile(b'a'), re.compile('a') == 'a', p == p, re.compile('(?i)a') == re.compile('a', re.I))
print(hash(p) == hash(re.compile(p.pattern, p.flags)), len({re.compile('a'), re.compile('a'), re.compile('b')}), {p: 1}[p])
print(copy.copy(p) is p, copy.deepcopy(p) is p, p.__copy__() is p, p.__deepcopy__({}) is p)
print(type(p), type(p) is re.Pattern, isinstance(p, re.Pattern), re.Pattern.__name__, re.Pattern.__module__, re.Pattern[str], re.Match[bytes], bool(p))
print(p.search.__name__, p.search.__self__ is p, callable(p.sub), re.Pattern.findall(re.compile('a'), 'aba'))
print([name for name in dir(re.Pattern) if not name.startswith('_')])
for bad in (lambda: re.Pattern(), lambda: setattr(p, 'pattern', 'a'), lambda: setattr(p, 'x', 1), lambda: delattr(p, 'flags'), lambda: setattr(re.Pattern, 'x', 1), lambda: type('P', (re.Pattern,), {}), lambda: p < p, lambda: p.nope, lambda: p + 1, lambda: len(p),
            lambda: p(), lambda: p['a'], lambda: p.groupindex['zz'], lambda: re.Pattern.search('a', 'b'), lambda: p.groups.real.nope):
    try:
        print(bad())
    except (TypeError, AttributeError, KeyError) as e:
        print(type(e).__name__, e)


class S(str):
    pass


s = S('a')
print(type(re.compile(s).pattern), re.compile(s).search(S('ba')).string, re.compile(s) == re.compile('a'))
import weakref
print(weakref.ref(p)() is p)
match p:
    case re.Pattern(pattern=text, groups=3):
        print('matched', text)
