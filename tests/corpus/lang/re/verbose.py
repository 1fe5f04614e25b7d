# Patterns over several lines, with comments.
import re

number = re.compile(r'''
    (?P<sign> [-+] )?      # a sign (if there is one
    (?: (?P<int> \d+ ) (?: \. (?P<frac> \d* ) )?
      | \. (?P<only> \d+ ) )
    (?: [eE] (?P<exp> [-+]? \d+ ) )?   # [ an exponent
    (?P<unit> \ ?\#? )''', re.VERBOSE)
for text in ('1', '-2.5', '.5e10', '+3.e-2 #', 'x', '7 #8'):
    m = number.match(text)
    print(text, m and m.groupdict())
for pattern, text in [('a b', 'ab'), ('a\\ b', 'a b'), ('a[ ]b', 'a b'), ('a # b\n c', 'ac'), ('a\\#b', 'a#b'), ('[#]', '#'), ('a\t\n\r\f\vb', 'ab'), ('a {2}', 'aa'), ('a{ 2}', 'a{2}'), ('( ?: a)', 'a'), ('(?: a ) *', 'aa'), ('a # c', 'a'), ('a(?#b c)d', 'ad'), ('a\u00a0b', 'a\u00a0b'),
                      ('\\\n', '\n'), ('a #\\\nb\nc', 'ac'), ('(?-x: a)b', ' ab'), ('(?x: a) b', 'ab')]:
    try:
        m = re.fullmatch(pattern, text, re.X)
        print(ascii(pattern), m and m.span())
    except re.error as e:
        print(ascii(pattern), '->', e)
for pattern in ('(?x) a (', '(?x)\n  a\n  [', '(?x)a # )\n)', '(?x) * a', '(?x)(?P< a>b)', '(?x)a** #', '(?x)# only', '(?x)a | (?i) b'):
    try:
        print(ascii(pattern), re.compile(pattern).groups)
    except re.error as e:
        print(ascii(pattern), '->', ascii(str(e)), e.lineno, e.colno)
