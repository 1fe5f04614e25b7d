# What templates and formatters refuse, and how.
import string
from string import Formatter, Template


def attempt(f, *args, **kwargs):
    try:
        print('ok', f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e)


for text in ('$', 'a $', 'one\ntwo $ x', 'one\n$', '\n\n  ${', '$1', '${a', '${a b}', 'ab $-', '$a $', 'x\r\ny$!'):
    attempt(Template(text).substitute, a=1)
attempt(Template('$a').substitute)
attempt(Template('${a}').substitute, {'b': 1})
attempt(Template('$a').substitute, {}, {})
attempt(Template('$a').substitute, 5)
attempt(Template('$a').safe_substitute, {}, {})
attempt(Template)
f = Formatter()
for text in ('{', '}', '{0', 'a}b', '{a!}', '{a!x}', '{a!rr}', '{a!r', '{a!', '{:', '{a:{', '{ {', '{0}{}', '{}{0}', '{a.}', '{a[}', '{a[]}', '{a[0]x}', '{b}', '{5}', '{:{:{:{}}}}', '{a.nope}', '{a[0]}'):
    attempt(f.format, text, 1, 2, 3, 4, a=7)
attempt(f.format)
attempt(f.format, '{:d}', 'x')
attempt(f.format, '{:5q}', 1)
attempt(f.convert_field, 1, 'z')
attempt(f.get_value, 5, [], {})
attempt(f.get_value, 'k', [], {})
attempt(f.get_field, 'a.b', [], {'a': 1})
attempt(f.vformat, '{}', [], {})
attempt(string.capwords, 5)
attempt(f.format_field, 1, 'z')
attempt(lambda: string.Template('$a').get_identifiers(1))
