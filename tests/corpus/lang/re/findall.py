# findall and finditer.
import re

print(re.findall('a', 'banana'), re.findall('x', 'banana'), re.findall('', 'ab'), re.findall('a*', 'baac'), re.findall('(a)', 'banana'), re.findall('(a)(n)?', 'banana'), re.findall('(?:a)', 'ba'))
print(re.findall('(a)|(b)', 'abc'), re.findall('((a)|b)', 'abc'), re.findall('(x)?a', 'ba'), re.findall('\\b\\w', 'the quick fox'), re.findall('(\\w)(\\d)', 'a1 b2'))
p = re.compile('\\d+')
print(p.findall('1 22 333'), p.findall('1 22 333', 2), p.findall('1 22 333', 2, 6), p.findall('1 22', pos=1), p.findall(string='12'), p.findall('12', 5), p.findall('12', 1, 0))
print(re.findall('é.', 'éaébé'), re.findall('.', '😀é\ud800a') == ['😀', 'é', '\ud800', 'a'], re.findall(b'.', b'ab\n'), re.findall(b'(a)(b)?', bytearray(b'aba')))
for pattern, text in [('a', 'banana'), ('', 'ab'), ('a*', 'baac'), ('(?P<v>[aeiou])', 'éabé i'), ('x*', 'éxé'), ('(?<=(.))b', 'abéb'), ('$', 'a\n'), ('(?m)^', 'a\nb')]:
    print(pattern, [(m.span(), m.group(), m.groups()) for m in re.finditer(pattern, text)])
it = re.finditer('a', 'banana')
print(iter(it) is it, next(it), next(it), next(it), next(it, 'end'), next(it, 'end'), type(it).__name__)
print([m.start() for m in p.finditer('1 22 333', 1)], [m.start() for m in p.finditer('1 22 333', 0, 3)], [m.endpos for m in p.finditer('1 2', endpos=2)])
for m in re.finditer('(?P<word>[a-z]+)|(?P<num>[0-9]+)', 'ab12cd'):
    print(m.lastgroup, m.lastindex, m.group(), m.pos, m.endpos)
# The iterator goes on where it was, whatever is done meanwhile.
q = re.compile('.')
print([(m[0], [k[0] for k in q.finditer('xy')]) for m in q.finditer('ab')])
data = bytearray(b'aXbX')
it = re.finditer(b'X', data)
print(next(it).span())
try:
    data.append(1)
except BufferError as e:
    print('BufferError', e)
print([m.span() for m in it], data)
for bad in (lambda: re.findall('a', 5), lambda: re.finditer('a', 5), lambda: re.finditer('a', b'a'), lambda: re.findall(b'a', 'a'), lambda: p.findall(), lambda: p.finditer('a', 'b'), lambda: next(re.finditer('(', 'a'))):
    try:
        print(bad())
    except (TypeError, re.error) as e:
        print(type(e).__name__, e)
