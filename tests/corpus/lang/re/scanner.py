# Pattern.scanner and re.Scanner.
import re

s = re.compile('a|(b)').scanner('abcab')
print(type(s), s.pattern, s.match(), s.match(), s.match(), s.match())
s = re.compile('a|(b)').scanner('abcab')
print(s.search(), s.search(), s.search(), s.search(), s.search(), s.search())
s = re.compile('x*').scanner('axb')
print([s.search() and s.search().span() for _ in range(3)])
s = re.compile('x*').scanner('axb')
print([m.span() for m in iter(s.match, None)])
s = re.compile('\\d').scanner('1234', 1, 3)
print([m[0] for m in iter(s.search, None)], s.search())
s = re.compile('é').scanner('aéé')
print(s.search().span(), s.match().span(), s.match())
for bad in (lambda: re.compile('a').scanner(5), lambda: re.compile('a').scanner(b'a'), lambda: re.compile('a').scanner(), lambda: s.match(1), lambda: type(s)(), lambda: s.nope):
    try:
        print(bad())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


def ident(scanner, token):
    return 'name', token


def number(scanner, token):
    return 'number', float(token) if '.' in token else int(token), scanner.match.span()


lexer = re.Scanner([
    (r'[a-zA-Z_]\w*', ident),
    (r'\d+\.\d*', number),
    (r'\d+', number),
    (r'=|\+|-|\*|/', lambda scanner, token: 'op' + token),
    (r'\(', 'open'),
    (r'\s+', None),
])
print(lexer.scan('sum = 3*foo + 312.50+bar'))
print(lexer.scan('a (b ! c'), lexer.scan(''), lexer.scan('!'))
print(re.Scanner([('a', 'A')], re.I).scan('aAb'), re.Scanner([('', 1)]).scan('x'))
try:
    re.Scanner([('(', None)])
except re.error as e:
    print(type(e).__name__, e)
try:
    lexer.scan(5)
except TypeError as e:
    print(e)
