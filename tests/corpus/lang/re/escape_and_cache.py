# escape, purge, template, compile and what they keep.
import re
import warnings

every = ''.join(map(chr, range(256)))
print(ascii(re.escape(every)), re.escape(bytes(range(256))) == re.escape(every).encode('latin-1'))
print(re.escape(''), re.escape('a.b*c'), re.escape('é😀 x'), re.escape(b'a-b'), re.fullmatch(re.escape(every), every) is not None, type(re.escape(bytearray(b'.'))))
for text in ('a b#c', '(?i)', '[x]', '\\d', 'a\nb', '^$', '{1}', '~&-'):
    print(re.escape(text), re.match(re.escape(text), text, re.X).group() == text)
for bad in (5, None, ['a']):
    try:
        print(re.escape(bad))
    except TypeError as e:
        print('TypeError:', e)
a = re.compile('cached')
print(re.compile('cached') is a, re.compile('cached', re.I) is a, re.compile(b'cached') is a, re.compile('cached', 0) is a)
re.purge()
print(re.compile('cached') is a, re.compile('cached') == a, re.purge())
for i in range(600):
    re.compile('x%d' % i)
print(re.match('x599$', 'x599'), re.compile('x1') == re.compile('x1'))
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(re.template('a').search('ba'), re.compile('a', re.T).flags)
    try:
        re.template('a*')
    except re.error as e:
        print(e, e.pos)
    print([(str(w.message), w.category.__name__) for w in seen])
try:
    re.purge(1)
except TypeError as e:
    print('TypeError', e)
for bad in (lambda: re.compile(), lambda: re.compile(5), lambda: re.compile(None), lambda: re.compile('a', 'x'), lambda: re.compile(bytearray(b'a')), lambda: re.template(5)):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            print(bad())
    except TypeError as e:
        print('TypeError', e)
print(sorted(re.__all__), re.__name__, re.__version__)
namespace = {}
exec('from re import *', namespace)
print(sorted(set(re.__all__) - set(namespace)), namespace['search']('b', 'abc'))
