"""Text at work: wrapping, tables, word counts, a diff, a template language, Roman numerals, a cipher and an anagram index."""
import re
import string
from collections import Counter, defaultdict
from itertools import groupby, zip_longest

TEXT = '''It was the best of times, it was the worst of times, it was the age of wisdom,
it was the age of foolishness -- it was the époque of Belief.

It was the season of Light; it was the season of Darkness (was it?).
'''


def wrap(text, width):
    for paragraph in re.split(r'\n\s*\n', text.strip()):
        line = []
        for word in paragraph.split():
            if line and sum(map(len, line)) + len(line) + len(word) > width:
                yield line
                line = []
            line.append(word)
        yield line + [None]


def justify(words, width):
    if words[-1] is None or len(words) == 1:
        return ' '.join(filter(None, words))
    gaps, space = len(words) - 1, width - sum(map(len, words))
    return ''.join(word + ' ' * (space // gaps + (i < space % gaps)) for i, word in enumerate(words[:-1])) + words[-1]


for width in 30, 47:
    print(*(f'|{justify(line, width):<{width}}|' for line in wrap(TEXT, width)), sep='\n')
words = re.findall(r"\w+", TEXT.casefold())
counts = Counter(words)
print(counts.most_common(4), len(counts), {length: ' '.join(sorted(set(group))) for length, group in groupby(sorted(words, key=len), key=len) if length > 5})


def table(rows, header, align='<>^'):
    cells = [header] + [[f'{cell:,.2f}' if isinstance(cell, float) else str(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip_longest(*cells, fillvalue='')]
    for number, row in enumerate(cells):
        print(' | '.join(f'{cell:{how}{width}}' for cell, how, width in zip_longest(row, align, widths, fillvalue='')).rstrip())
        if not number:
            print('-+-'.join('-' * width for width in widths))


table([['bread', 1234.5, 'é'], ['a longer name', 0.125, None], ['short']], ['name', 'price', 'note'])


def diff(a, b):
    lengths = defaultdict(int)
    for i, x in reversed([*enumerate(a)]):
        for j, y in reversed([*enumerate(b)]):
            lengths[i, j] = 1 + lengths[i + 1, j + 1] if x == y else max(lengths[i + 1, j], lengths[i, j + 1])
    i = j = 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            yield ' ', a[i]
            i, j = i + 1, j + 1
        elif j < len(b) and (i == len(a) or lengths[i, j + 1] > lengths[i + 1, j]):
            yield '+', b[j]
            j += 1
        else:
            yield '-', a[i]
            i += 1


print(''.join(f'{sign}{char}'.strip() for sign, char in diff('kitten', 'sitting')), [*diff(['a', 'b', 'c'], ['b', 'c', 'd'])])


class Template:
    """{{ name|filter }}, {% for x in list %} ... {% end %}, {% if name %} ... {% else %} ... {% end %}"""
    FILTERS = {'upper': str.upper, 'title': str.title, 'count': len, 'join': ', '.join}

    def __init__(self, source):
        self.parts = re.split(r'(\{\{.*?\}\}|\{%.*?%\})', source)

    def render(self, **names):
        self.at = 0
        return ''.join(self.block(names, True, ()))

    def block(self, names, active, ends):
        while self.at < len(self.parts):
            part = self.parts[self.at]
            self.at += 1
            if part.startswith('{{'):
                if active:
                    name, *filters = part[2:-2].strip().split('|')
                    value = names
                    for step in name.split('.'):
                        value = value[step] if isinstance(value, dict) else getattr(value, step)
                    for one in filters:
                        value = self.FILTERS[one](value)
                    yield str(value)
            elif part.startswith('{%'):
                match part[2:-2].split():
                    case ['for', name, 'in', source]:
                        start = self.at
                        for item in names[source] if active else ():
                            self.at = start
                            yield from self.block(names | {name: item}, True, ('end',))
                        if not active or not names[source]:
                            yield from self.block(names, False, ('end',))
                    case ['if', name]:
                        yield from self.block(names, active and bool(names.get(name)), ('else', 'end'))
                        if self.last == 'else':
                            yield from self.block(names, active and not names.get(name), ('end',))
                    case [word] if word in ends:
                        self.last = word
                        return
                    case words:
                        raise SyntaxError(f'unexpected {" ".join(words)!r}')
            elif active:
                yield part
        if ends:
            raise SyntaxError(f'no {ends[-1]}')


template = Template('Dear {{ user.name|title }},{% for x in list %} {{ x }}{% if loud %}!{% else %}.{% end %}{% end %} ({{ list|count }}) {% if missing %}never {{ nothing }}{% end %}{{ words|join|upper }}')
print(template.render(user={'name': 'ann lee'}, list=[1, 2], words=['a', 'b'], loud=True))
print(template.render(user=type('U', (), {'name': 'bob'}), list=[], words=[], loud=False))
for source in '{% for x in y %}', '{% end %}', '{{ a|none }}', '{{ b }}', '{% what is this %}', '{{ a.nothing }}':
    try:
        print(Template(source).render(a='x', y=[1]))
    except (SyntaxError, KeyError, AttributeError) as error:
        print(source, type(error).__name__, error)


def roman(n):
    out = ''
    for value, text in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), 'M CM D CD C XC L XL X IX V IV I'.split()):
        out += text * (n // value)
        n %= value
    return out


def unroman(text):
    values = [dict(zip('IVXLCDM', (1, 5, 10, 50, 100, 500, 1000)))[char] for char in text]
    return sum(-a if a < b else a for a, b in zip(values, values[1:] + [0]))


print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)], all(unroman(roman(n)) == n for n in range(1, 4000)))


def vigenere(text, key, sign=1):
    shifts = [string.ascii_lowercase.index(char) for char in key]
    letters = (i for i in range(len(text)))
    return ''.join(chr((ord(c) - base + sign * shifts[next(letters) % len(key)]) % 26 + base) if c.isascii() and c.isalpha() and (base := 65 if c.isupper() else 97) else c for c in text)


secret = vigenere(TEXT, 'lemon')
print(secret.split('\n')[0], vigenere(secret, 'lemon', -1) == TEXT)
index = defaultdict(set)
for word in 'listen silent enlist google elbow below bored robed inlets'.split():
    index[''.join(sorted(word))].add(word)
print(sorted(sorted(group) for group in index.values() if len(group) > 1), string.capwords("o'neil's  big   day"), TEXT[:20].translate(str.maketrans('aeiou', '43102')))
