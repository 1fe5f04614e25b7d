# split: limits, groups, empty matches.
import re

print(re.split(',', 'a,b,,c'), re.split(',', ''), re.split(',', 'abc'), re.split('[,;]\\s*', 'a, b;c;  d'))
print(re.split('(,)', 'a,b'), re.split('(,)|(;)', 'a,b;c'), re.split('((,)(\\s)?)', 'a, b,c'), re.split('(?:,)', 'a,b'))
print(re.split(',', 'a,b,c,d', 2), re.split(',', 'a,b,c', maxsplit=1), re.split(',', 'a,b', 0), re.split(',', 'a,b', -1), re.split(',', 'a,b', 99))
print(re.split('', 'abc'), re.split('x*', 'axbc'), re.split('\\b', 'ab cd'), re.split('(?<=a)', 'banana'), re.split('(x)*', 'ab'), re.split('$', 'a\nb\n'))
print(re.split('\\W+', 'Words, words, words.'), re.split('(\\W+)', '...words, words...'), re.split('[a-f]+', '0a3B9', flags=re.IGNORECASE))
print(re.split('é', 'aébéc'), re.split('(é)', 'aéb', 1), re.split(b',', b'a,b'), re.split(b'(,)', bytearray(b'a,b')), re.split(b',', memoryview(b'a,b')))
p = re.compile('\\s*(?P<op>[-+*/])\\s*')
print(p.split('1 + 2*3 - 4'), p.split('1 + 2*3', maxsplit=1), p.split(string='a-b'))
text = 'whole'
print(re.split(',', text)[0] is text, re.split('^', 'a\nb\nc', flags=re.M), re.split('\n', 'a\nb\n'))


class S(str):
    pass


print([type(part) for part in re.split(',', S('a,b'))], [type(part) for part in re.split(',', S('ab'))])
for bad in (lambda: re.split(',', 5), lambda: re.split(',', b'a'), lambda: re.split(b',', 'a'), lambda: re.split(',', 'a', 'b'), lambda: re.split(','), lambda: p.split(), lambda: p.split('a', limit=1)):
    try:
        print(bad())
    except TypeError as e:
        print('TypeError:', e)
try:
    re.split('(', 'a')
except re.error as e:
    print('error:', e)
