# What regular expressions are used for.
import re

log = '''2024-05-06 12:00:01 INFO  server: started on port 8080
2024-05-06 12:00:05 WARN  db: slow query (1532 ms)
2024-05-06 12:01:00 ERROR server: connection from 10.0.0.17 refused
not a line of the log
'''
line = re.compile(r'^(?P<date>\d{4}-\d\d-\d\d) (?P<time>[\d:]+) (?P<level>[A-Z]+)\s+(?P<who>\w+): (?P<what>.*)$', re.M)
for m in line.finditer(log):
    print(m.groupdict(), m.span('what'))
print(re.findall(r'\b(?:\d{1,3}\.){3}\d{1,3}\b', log), re.findall(r'\((\d+) ms\)', log))

token = re.compile(r'''\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<name>[A-Za-z_]\w*)|(?P<string>"(?:[^"\\]|\\.)*")|(?P<op>\*\*|[-+*/=()]))''')


def tokens(text):
    at = 0
    while at < len(text.rstrip()):
        m = token.match(text, at)
        if m is None:
            raise SyntaxError('bad character %r at %d' % (text[at], at))
        yield m.lastgroup, m[m.lastgroup]
        at = m.end()


print(list(tokens(r'area = pi * (r ** 2) + "a\"b" - 3.5 ')))
try:
    list(tokens('a ? b'))
except SyntaxError as e:
    print(e)

camel = lambda text: re.sub(r'_([a-z])', lambda m: m[1].upper(), text)
snake = lambda text: re.sub(r'(?<!^)(?=[A-Z])', '_', text).lower()
print(camel('some_long_name'), snake('SomeLongName'), snake(camel('a_b_c')))
print(re.sub(r'(?<=\d)(?=(\d{3})+\b)', ',', '1234567 89 1000'), re.sub(r'\s+', ' ', '  a \t b\n\nc ').strip())
mail = re.compile(r'[\w.+-]+@[\w-]+(?:\.[\w-]+)+')
print(mail.findall('write to a.b+c@example.org, or <x@y.co.uk>; not to a@b or @c.d'), bool(mail.fullmatch('a@b.c')))
print(re.findall(r'<(\w+)[^>]*>(.*?)</\1>', '<b>bold</b> and <i class="x">it<b>al</b>ic</i>'), re.split(r'(?<=[.!?])\s+', 'One. Two! Three? Four'))
template = 'Dear {name}, you owe {sum:.2f} {missing}'
values = {'name': 'Ann', 'sum': 12.5}
print(re.sub(r'\{(\w+)(:[^}]*)?\}', lambda m: format(values[m[1]], (m[2] or ':')[1:]) if m[1] in values else m[0], template))
url = re.match(r'(?P<scheme>[a-z]+)://(?:(?P<user>[^@/]*)@)?(?P<host>[^:/]+)(?::(?P<port>\d+))?(?P<path>/[^?#]*)?(?:\?(?P<query>[^#]*))?', 'https://me@example.org:8080/a/b?x=1&y=2#z')
print(url.groupdict(), dict(re.findall(r'(\w+)=(\w+)', url['query'])))
print(re.fullmatch(r'(?=.*\d)(?=.*[a-z])(?=.*[A-Z]).{8,}', 'Passw0rdX') is not None, sorted(re.findall(r'\w+', 'b a C'), key=str.lower))
roman = re.compile('^M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})$')
print([n for n in ('MMXXIV', 'IIII', 'XLII', 'VX') if roman.match(n)])
