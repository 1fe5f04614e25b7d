# Constants, capwords, Template and Formatter.
import string
from string import Formatter, Template

print(string.ascii_letters, string.digits, string.hexdigits, string.octdigits, string.punctuation)
print(string.ascii_lowercase, string.ascii_uppercase, repr(string.whitespace), repr(string.printable))
print(string.capwords('the  quick\tBROWN fox'), string.capwords('a-b-C', '-'), repr(string.capwords('  x ')), string.capwords(' x ', ' '))

t = Template('$who likes ${what}s, not $$5 or ${who}_x $who-y')
print(t.substitute(who='tim', what='kung pao'), t.substitute({'who': 1, 'what': 2}), t.substitute({'who': 1, 'what': 2}, what=3))
print(t.template, t.is_valid(), t.get_identifiers(), t.delimiter)
print(Template('$a $b ${c} $$').safe_substitute(a=1), Template('$ $1 ${ ${a $a-b').safe_substitute(a='A'), Template('x $').safe_substitute())
print(Template('$ b').is_valid(), Template('${a').is_valid(), Template('').substitute(), Template('$_x $A1é').get_identifiers())


class Percent(Template):
    delimiter = '%'


print(Percent('%a %% $a %{a}').substitute(a=1))

f = Formatter()
print(f.format('{0} {1!r:>5} {name[0]} {name.__class__.__name__:*^9} {{}}', 1, 'x', name=[7]))
print(f.format('{} {} {:{}}', 1, 2, 'a', '>4'), f.format('{:{w}.{p}}', 3.14159, w=8, p=3), f.format(''), f.format('{!a}', 'é'), f.format('{a!s:^5}|', a=1))
print(f.vformat('{x} {0}', [5], {'x': 6}), list(f.parse('a{b!r:c{d}}e{{f}}{}')), list(f.parse('')), list(f.parse('}}x')))
print(f.get_field('0.real', [3 + 4j], {}), f.get_field('a[k][0]', [], {'a': {'k': 'v'}}), f.get_value(0, 'ab', {}), f.get_value('k', (), {'k': 1}))
print(f.convert_field('é', 'a'), f.convert_field('x', 'r'), f.convert_field(1, 's'), f.convert_field(1, None), f.format_field(5, '03d'))


class Default(Formatter):
    used = None

    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f'<{key}>')
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used_args, args, kwargs):
        self.used = sorted(map(str, used_args))

    def convert_field(self, value, conversion):
        return value.upper() if conversion == 'u' else super().convert_field(value, conversion)


d = Default()
print(d.format('{0} {a} {b!u} {1}', 'x', 'y', b='bee', c=3), d.used)
for text in ('{a[b]}', '{a.b[c].d}', '{0[}]}', 'x{:{{}}}', '{a!r}', '{a:}', '{a!r:}', '{:{a}{b}}'):
    try:
        print(text, list(f.parse(text)))
    except ValueError as e:
        print(text, e)
print(string.__all__)
