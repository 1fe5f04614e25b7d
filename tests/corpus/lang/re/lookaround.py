# Assertions that look ahead and behind.
import re

for pattern, text in [
    ('a(?=b)', 'acab'), ('a(?!b)', 'abac'), ('(?<=a)b', 'bab'), ('(?<!a)b', 'abb'), ('(?=(a+))a*b\\1', 'baaabac'), ('(?=.*\\d)(?=.*[a-z])\\w{3}', 'ab1'),
    ('(?<=\\d{2})x', '1x12x'), ('(?<=a|b)c', 'acbc'), ('(?<=ab|cd)x', 'abx'), ('(?<!ab|cd)x', 'abxx'), ('(?<=(a))b', 'ab'), ('(?<=(?:a)(b))c', 'abc'), ('(?<=^)a', 'a'),
    ('(?<=\\b)a', 'a'), ('(?<!^)a', 'aa'), ('a(?=)', 'a'), ('a(?!)', 'a'), ('(?=a)(?=b)', 'ab'), ('(?!(a)b)a', 'abac'), ('(?<=é)a', 'éa'), ('(?<=éa)b', 'aéab'), ('(?<!é)a', 'éaa'),
    ('(?<=😀.)x', '😀éx'), ('(?<=a(?=b))b', 'ab'), ('(?<=(?<=a)b)c', 'abc'), ('(?=a(?=b(?=c)))', 'aabc'), ('(?:(?=(a))a)+b', 'aab'), ('(?:(?!b).)*', 'aab'), ('(?s:(?!end).)*', 'x\nend'),
    ('(?<=(.)\\b)x', 'a x'), ('(?=(\\w+))\\1:', 'abc:'), ('x(?<=x)(?<!y)', 'yx'), ('(?i)(?<=A)b', 'ab'), ('(?<=a{3})b', 'aaab'), ('$(?<=b)', 'ab'), ('(?<=[^a])b', 'abcb'), ('(?<!.)a', 'ba\na'),
]:
    m = re.search(pattern, text)
    print(pattern, ascii(text), m and (m.span(), m.regs))
p = re.compile('(?<=a)b')
print(p.search('ab', 1), p.match('ab', 1), re.compile('a(?=b)').search('ab', 0, 1), re.compile('(?<!a)b').match('ab', 1))
print(re.sub('(?<=\\d)(?=(?:\\d{3})+$)', ',', '1234567'), re.split('(?<=,)', 'a,b,c'), re.findall('(?=(\\d\\d))', '1234'))
for pattern in ('(?<=a*)b', '(?<=a|bc)d', '(?<!a+)', '(?<=a?)', '(?<=(a|bb))', '(?<=a{1,2})', '(?<=(a)\\1)', '(?<=(a)(?(1)b|c))', '(a)(?<=\\1)', '(a|bc)(?<=\\1)', '(?<=', '(?<!', '(?<',
                '(?<x', '(?=', '(?!a', '(?<=(?P<n>a)(?P=n))', '((?<=\\1))', '(?<=(?:a|b)c)', '(?<=\\Ba)'):
    try:
        re.compile(pattern)
        print(pattern, 'ok')
    except re.error as e:
        print(pattern, '->', e, e.pos)
