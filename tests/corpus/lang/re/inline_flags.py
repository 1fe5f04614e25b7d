# Flags in the pattern: for all of it, for a group, switched off.
import re

for pattern, text in [
    ('(?i:a)b', 'Ab'), ('(?i:a)b', 'AB'), ('a(?i:b)c', 'aBc'), ('(?i)a(?-i:b)c', 'AbC'),
    ('(?i)a(?-i:b)c', 'ABC'), ('(?s-i:a.)b', 'a\nb'), ('(?x: a b )c', 'abc'), ('(?x: a b ) c', 'ab c'),
    ('(?m:^a)$', 'a'), ('(?x)a(?-x: )b', 'a b'), ('(?a:\\w)\\w', 'aé'), ('(?a:\\w)\\w', 'éa'),
    ('(?u:\\w)', 'é'), ('(?i:(a)\\1)', 'aA'), ('((?i:a))\\1', 'AA'),
    ('((?i:a))\\1', 'Aa'), ('(?i:[a-c])+', 'aBc'), ('(?-i:a)', 'A'), ('(?i)(?:a|(?-i:b))+', 'AbB'),
    ('(?im)^A$', 'b\na'), ('(?ims:x.)', 'X\n'),
]:
    m = re.search(pattern, text)
    print(pattern, ascii(text), m and m.span())
for pattern in ('(?i', '(?i)', 'a(?i)', '(?i)(?m)a', '(?i:a', '(?-', '(?-i', '(?-i)', '(?i-', '(?i-i:a)', '(?q)',
                '(?iq)', '(?i-q:a)', '(?-a:b)', '(?-L:b)', '(?au:a)', '(?aL)', '(?t:a)', '(?-t:a)', '(?i!)', '(?é)',
                '(?i:a)(?i)', '|(?i)', ' (?i)a', '(?x) (?i)a', '(?#c)(?i)a', '((?i)a)'):
    try:
        p = re.compile(pattern)
        print(pattern, 'ok', p.flags)
    except re.error as e:
        print(pattern, '->', e)
for pattern in (b'(?L:a)', b'(?u)a', b'(?aL:a)', b'(?L)(?a:b)', b'(?i)a'):
    try:
        print(pattern, re.compile(pattern).flags)
    except (re.error, ValueError) as e:
        print(pattern, '->', e)
