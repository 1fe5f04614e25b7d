# Functions as replacements.
import re

print(re.sub('\\d+', lambda m: str(int(m[0]) * 2), 'a1 b22 c333'), re.subn('[aeiou]', lambda m: m.group().upper(), 'banana', 2))
seen = []


def note(m):
    seen.append((m.group(), m.span(), m.groups(), m.string, m.pos, m.endpos, m.re.pattern))
    return ''


print(re.sub('(a)|b', note, 'abc'), seen)
print(re.sub('a', lambda m: None, 'banana'), re.sub('', lambda m: '-', 'ab'), re.sub('x', lambda m: 1 / 0, 'abc'))
print(re.sub('.', str.upper, 'a') if False else re.sub('(?P<w>\\w+)', lambda m: m['w'][::-1], 'abc def'))


class Counter:
    def __init__(self):
        self.n = 0

    def __call__(self, m):
        self.n += 1
        return '%d:%s' % (self.n, m[0])


c = Counter()
print(re.sub('[a-c]', c, 'abcabc', count=4), c.n)
print(re.compile(b'[a-c]').sub(lambda m: m[0] * 2, b'abcd'), re.compile('é').sub(lambda m: 'e', 'éaé'))
# A function may use the same pattern, and change what is not a part of it.
p = re.compile('\\w')
print(p.sub(lambda m: p.sub('<\\g<0>>', m[0] + 'x'), 'ab'))
data = bytearray(b'abc')
print(re.sub(b'b', lambda m: bytes(data[:1]), data), data)
print(re.sub('a', lambda m: (yield_ := m[0]) + yield_, 'ba'))
for f in (lambda m: 1, lambda m: b'x', lambda m: ['x'], lambda: '', lambda m: m.group(5), lambda m: 1 / 0):
    try:
        print(re.sub('b', f, 'abc'))
    except Exception as e:
        print(type(e).__name__, e)
for f in (lambda m: 'x', lambda m: 5):
    try:
        print(re.sub(b'b', f, b'abc'))
    except TypeError as e:
        print('TypeError', e)
table = {'<': '&lt;', '>': '&gt;', '&': '&amp;'}
print(re.sub('[<>&]', lambda m: table[m.group()], 'a<b>&c'))
