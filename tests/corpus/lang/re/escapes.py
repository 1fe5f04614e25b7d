# Escapes outside of sets.
import re

for pattern, text in [
    ('\\.', 'a.b'), ('\\\\', 'a\\b'), ('\\n', '\n'), ('\\t\\r\\f\\v\\a', '\t\r\f\v\a'), ('\\x41', 'A'), ('\\u0041', 'A'),
    ('\\U0001F600', '😀'), ('\\0', '\0'), ('\\07', '\7'), ('\\007', '\7'), ('\\0123', '\n3'), ('\\101', 'A'), ('\\377', 'ÿ'),
    ('(a)\\1', 'aa'), ('(a)\\01', 'a\1'), ('\\é', 'é'), ('\\-\\/\\ \\#', '-/ #'), ('\\d\\D\\s\\S\\w\\W', '1a b_-'), ('\\bfoo\\b', 'a foo b'),
    ('\\Bo\\B', 'foob'), ('\\Aa', 'a'), ('a\\Z', 'a'), ('\\{\\}', '{}'), ('\\(\\)', '()'), ('\\_', '_'), ('\\"', '"'),
    ('(1)(2)(3)(4)(5)(6)(7)(8)(9)(a)\\10', '123456789aa'), ('(a)\\1\\x31', 'aa1'),
]:
    m = re.search(pattern, text)
    print(ascii(pattern), m and m.span())
for pattern in ('\\', 'a\\', '\\q', '\\y', '\\E', '\\x', '\\x1', '\\xg', '\\u', '\\u123', '\\U0001', '\\U00110000', '\\400', '\\777', '\\1', '\\8',
                '\\18', '(a)\\2', '(\\1)', '\\99', '\\N', '\\N{', '\\N{}', '\\N{NO SUCH NAME}', '\\C', '\\c', '\\k<a>', '\\g<1>', '\\p{L}'):
    try:
        re.compile(pattern)
        print(pattern, 'ok')
    except re.error as e:
        print(pattern, '->', e.msg, e.pos, e.lineno, e.colno)
for pattern in (b'\\x41', b'\\u0041', b'\\U00000041', b'\\N{a}', b'\\xe9', b'\\351', b'\\\xe9', b'\\q'):
    try:
        print(pattern, re.search(pattern, b'A\xe9'))
    except re.error as e:
        print(pattern, '->', e)
