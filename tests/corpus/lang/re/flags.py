# Flags of compile and of the functions, and the flags of a pattern.
import re

print(re.findall('A.b', 'a\nb axb AXB'), re.findall('A.b', 'a\nb axb', re.I), re.findall('a.b', 'a\nb', re.S))
print(re.findall('^a|b$', 'a\nab\nb'), re.findall('^a|b$', 'a\nab\nb', re.M), re.findall('^', 'a\nb\n', re.M))
print(re.findall(r'\w+', 'aé_1'), re.findall(r'\w+', 'aé_1', re.A), re.findall(rb'\w+', 'aé'.encode()))
print(re.findall('a b # c\n c', 'abc'), re.findall('a b # c\n c', 'abc', re.X))
print(re.findall(r'\d\s\b', '٣\u2003'), re.findall(r'\d', '٣', re.ASCII), re.findall('É', 'é', re.I), re.findall('É', 'é', re.I | re.A))
print(re.match('(?i)A', 'a'), re.match('(?s).', '\n'), re.match('(?x) a ', 'a'), re.match('(?a)\\w', 'é'))
print(re.compile('a').flags, re.compile(b'a').flags, re.compile('(?im)a').flags, re.compile('a', re.A).flags, re.compile(b'(?L)a').flags)
print(type(re.compile('a').flags), re.compile('a', re.I | re.M).flags == re.I | re.M | re.U)
print(re.compile('a', 2).flags, re.search('A', 'a', 2), re.sub('A', 'x', 'aA', flags=re.I), re.split('B', 'abc', flags=re.I), re.subn('A', 'x', 'aA', 1, re.I))
for name in ('A', 'I', 'L', 'M', 'S', 'U', 'X', 'T'):
    flag = getattr(re, name)
    print(name, repr(flag), str(flag), int(flag), flag.name, getattr(re, flag.name) is flag)
print(repr(re.NOFLAG), repr(re.DEBUG), repr(re.I | re.X), repr(re.RegexFlag(0)), repr(~re.I & re.RegexFlag(10)))
print(re.RegexFlag.IGNORECASE is re.I is re.IGNORECASE, re.RegexFlag(2) is re.I, isinstance(re.I, int), re.I | 8)
print(re.I in re.I | re.M, re.I & re.M, bool(re.NOFLAG), hash(re.I) == hash(re.RegexFlag.I))
print(sorted(re.RegexFlag.__members__))
for flags in (re.L, re.A | re.U):
    try:
        re.compile('a', flags)
    except ValueError as e:
        print('ValueError:', e)
for flags in (re.U, re.L | re.A):
    try:
        re.compile(b'a', flags)
    except ValueError as e:
        print('ValueError:', e)
try:
    re.compile(re.compile('a'), re.I)
except ValueError as e:
    print('ValueError:', e)
try:
    re.compile('(?L)a')
except re.error as e:
    print(e)
print(re.compile(re.compile('a')) is re.compile('a'), re.search(re.compile('b'), 'abc'))
