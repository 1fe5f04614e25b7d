# What is wrong with patterns: message, position, line and column.
import re
import warnings

warnings.simplefilter('ignore')

patterns = ['(', 'a(b', '((a)', ')', 'a)', '(a))', '(?', '(?:', '(?:a', '(?P', '(?P<', '(?P<a', '(?P<a>', '(?P<a>b', '(?P<>a)', '(?P<1>a)', '(?P<a b>c)', '(?P<a>b)(?P<a>c)', '(?P=', '(?Px)', '(?P>a)', '(?x', '(?~a)', '(?é)', '(?\\x)',
            '(?#', '(?#a', 'a(?#b)c', '|', '||', '(|)', '()', '(?:)', '[a', '[', 'a[b', '[[:alpha:]', '*a', 'a|*b', '(+a)', 'a**', 'x{2}{3}', 'x{3,2}', '\\', 'abc\\', '\\z', 'a\\zb', 'a\nb(', '\n\n*', 'a\n[b', '(?x)a\n# (\n(', 'é(', 'éé\n)',
            '(?P<é>a)', '(?P<a\u0301>b)', '(?P<\ud800>b)', '(?<a>b)', '(?<>b)', "(?'a'b)", '(?&a)', '(?1)', '(?R)', '(?|a)', '(?P<a', '(?P<a>(?P<b>c)(?P<a>d))']
for pattern in patterns:
    try:
        p = re.compile(pattern)
        print(ascii(pattern), 'ok', p.groups)
    except re.error as e:
        print(ascii(pattern), '->', ascii(str(e)), ascii(e.msg), e.pos, e.lineno, e.colno, e.pattern is pattern)
for pattern in (b'(', b'(?P<\xe9>a)', b'\\q', b'\n(', b'[\xe9-a]', b'(?\xe9)', b'(?P<a>b)(?P=\xe9)'):
    try:
        re.compile(pattern)
        print(pattern, 'ok')
    except re.error as e:
        print(pattern, '->', e, e.pos, e.lineno, e.colno, e.pattern)
e = re.error('message')
print(e, e.msg, e.pattern, e.pos, e.lineno, e.colno, e.args, repr(e))
e = re.error('message', 'a\nbc', 3)
print(e, e.msg, e.lineno, e.colno, e.args, issubclass(re.error, Exception), re.error.__module__, re.error.__name__)
try:
    raise re.error('m', b'x', 0)
except re.error as e:
    print(e, e.lineno, e.colno)
try:
    re.error()
except TypeError as e:
    print(e)
re.compile('a(b[c')
