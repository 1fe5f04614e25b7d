# sub and subn with text: counts, groups, empty matches.
import re

print(re.sub('a', 'b', 'banana'), re.sub('a', 'b', 'banana', 2), re.sub('a', 'b', 'banana', count=1), re.sub('x', 'y', 'banana'))
print(re.subn('a', 'b', 'banana'), re.subn('a', '', 'banana', 2), re.subn('x', 'y', 'abc'), re.subn('', '-', 'abc'), re.sub('a', 'b', 'aaa', -1))
print(re.sub('(\\w+) (\\w+)', '\\2 \\1', 'hello world'), re.sub('(?P<x>a)(b)?', '[\\g<x>|\\g<2>|\\2|\\g<0>]', 'abac'))
print(re.sub('(a)', '\\g<1>0', 'a'), re.sub('(a)', '\\10', 'a') if False else '', re.sub('a', '\\\\', 'a'), re.sub('a', '\\n\\t\\r\\a\\b\\f\\v', 'a').encode())
print(re.sub('a', '\\0', 'a').encode(), re.sub('a', '\\101\\060\\07', 'a').encode(), re.sub('a', '\\.\\-\\*', 'a'), re.sub('a', '\\é', 'a'))
print(re.sub('x*', '-', 'abxd'), re.sub('x*?', '-', 'xx'), re.sub('', '-', ''), re.sub('$', '!', 'a\n'), re.sub('^', '> ', 'a\nb', flags=re.M), re.sub('(?=b)', '-', 'abb'))
print(re.sub('\\b', '|', 'ab cd'), re.sub('é', 'e', 'éaé'), re.sub('a', 'é😀', 'aba'), re.sub('[^a-z]+', lambda m: '<%d>' % len(m[0]), 'ab12é cd'))
p = re.compile('(?P<k>\\w+)=(?P<v>\\w+)')
print(p.sub('\\g<v>=\\g<k>', 'a=1, b=2'), p.subn('\\g<v>', 'a=1, b=2', 1), p.sub(repl='-', string='a=1'), p.sub('x', 'a=1 b=2', count=1))
text = 'unchanged'
print(re.sub('zzz', 'y', text) is text, re.subn('zzz', 'y', text)[0] is text)


class S(str):
    pass


print(type(re.sub('a', S('b'), 'a')), type(re.sub('z', 'b', S('a'))), re.sub(S('a'), S('b'), S('banana')))
print(re.sub('(a)(b)?', r'<\2>', 'a'), re.sub('(?:(a)|b)', r'<\1>', 'ab'))
m = re.match('(?P<a>x)(y)?', 'x')
print(m.expand('\\g<a>-\\1-\\2-\\g<0>\\n').encode(), m.expand('plain'), m.expand(''), repr(m.expand('\\\\')))
for bad in (lambda: re.sub('a', 5, 'a'), lambda: re.sub('a', None, 'a'), lambda: re.sub('a', 'b', 5), lambda: re.sub('a', b'b', 'xa'), lambda: re.sub(b'a', 'b', b'a'), lambda: re.sub('a', 'b', b'a'),
            lambda: re.sub(b'a', b'b', 'a'), lambda: re.sub('a', 'b', 'a', 'c'), lambda: re.sub('a'), lambda: re.sub('a', b'b', 'x'), lambda: m.expand(5), lambda: m.expand(), lambda: p.sub('x'), lambda: re.subn('a', ['b'], 'a')):
    try:
        print(bad())
    except TypeError as e:
        print('TypeError:', e)
