# Match objects: attributes, representation, copies.
import copy
import re

m = re.search('(?P<a>l+)(x)?', 'hello world', re.I)
print(m, repr(m) == str(m), bool(m), m.string, m.re, m.pos, m.endpos, m.lastindex, m.lastgroup, m.regs)
for pattern, text in [('.*', 'x' * 100), ('(?s).*', 'a\n"\'é\x00'), ("'.*", "'\""), (b'.+', b'ab\xff'), ('é', 'aé'), ('$', 'abc'), ('😀', 'é😀'), (b'', bytearray(b'x'))]:
    print(repr(re.search(pattern, text)))
print(copy.copy(m) is m, copy.deepcopy(m) is m, m == m, m == re.search('(?P<a>l+)(x)?', 'hello world', re.I), hash(m) == hash(m), m != 5)
print(type(m), type(m) is re.Match, isinstance(m, re.Match), re.Match.__module__, re.Match.__name__, [name for name in dir(m) if not name.startswith('_')])
for bad in (lambda: re.Match(), lambda: setattr(m, 'pos', 1), lambda: setattr(m, 'x', 1), lambda: m.nope, lambda: m < m, lambda: m[0:1], lambda: m + m, lambda: setattr(re.Match, 'y', 1), lambda: type('M', (re.Match,), {}), lambda: len(m), lambda: m[99], lambda: m.expand('\\q')):
    try:
        print(bad())
    except (TypeError, AttributeError, IndexError, re.error) as e:
        print(type(e).__name__, e)
# Positions count characters, whatever their size.
text = 'aé😀b\ud800c' * 3
for m in re.finditer('(b)(.)(c)', text):
    print(m.span(), m.span(1), m.span(2), m.span(3), m.start(), m.end(3), m.regs, text[m.start():m.end()] == m[0])
p = re.compile('(?<=(😀))b|$')
print([(m.span(), m.regs) for m in p.finditer(text)], p.search(text, 5).span(), p.match(text, 3).regs, p.search(text, 0, 3).span())
# A match of a bytearray reads it when it is asked.
data = bytearray(b'abcdef')
m = re.search(b'c(d)', data)
data[2:4] = b'XY'
print(m.group(), m.groups(), m.string is data, m)
del data[3:]
print(m.group(), m.groups(), m.span())
view = memoryview(b'hello')
m = re.search(b'l+', view)
print(m.group(), m.string is view, m.span())
match re.match('(a)(?P<n>b)', 'ab'):
    case re.Match(lastgroup='n') as found:
        print(found['n'])
if m := re.match('(\\d+)', '42 x'):
    print(int(m[1]))
