# re.match, re.search and re.fullmatch: where a pattern may match.
import re

for pattern, text in [
    ('abc', 'abcdef'), ('abc', 'xabc'), ('', ''), ('', 'abc'), ('a|ab', 'ab'), ('ab?', 'a'),
    ('a*', 'aaab'), ('a+?', 'aaa'), ('.', '\n'), ('a.c', 'abc'), ('^b', 'ab'), ('a$', 'a\n'),
    ('a\\Z', 'a\n'), ('\\Aa', 'a'), ('x*', 'axx'), ('(a|ab)(c|bcd)(d*)', 'abcd'),
]:
    print(pattern, repr(text))
    for find in re.match, re.search, re.fullmatch:
        m = find(pattern, text)
        print('   ', find.__name__, m and (m.span(), m.group(), m.groups()))

p = re.compile('b+')
text = 'abbbcbb'
print(p.match(text), p.match(text, 1), p.match(text, 1, 3), p.match(text, 4))
print(p.search(text), p.search(text, 4), p.search(text, 2, 3), p.search(text, 20), p.search(text, -5))
print(p.fullmatch(text), p.fullmatch(text, 1, 4), p.fullmatch(text, pos=5), p.fullmatch(text, endpos=3))
print(p.search(string=text, pos=2), p.search(text, endpos=2), p.search(text, True))
m = p.search(text, 2, 100)
print(m.pos, m.endpos, m.span(), m.string, m.re is p)
# A position is not a beginning, the end position is an end.
q = re.compile('^b|b$')
print(q.search('abb', 1), q.search('abbc', 1, 3), re.compile('(?m)^b').search('a\nb', 2))
for bad in (lambda: re.match('a'), lambda: re.match('a', 5), lambda: re.search('a', None),
            lambda: re.fullmatch('a', ['a']), lambda: re.search(5, 'a'), lambda: re.match([], 'a'),
            lambda: p.search('a', 'b'), lambda: p.match('a', 1.0), lambda: p.fullmatch('a', 0, '1'),
            lambda: p.search(), lambda: p.match('a', nope=1)):
    try:
        print(bad())
    except TypeError as e:
        print('TypeError:', e)
