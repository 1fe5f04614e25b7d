# Groups: numbers, names, what has not matched, and every way to ask.
import re

m = re.match(r'(?P<year>\d{4})-(?P<month>\d\d)(-(?P<day>\d\d))?(x)?', '2024-05 rest')
print(m.group(), m.group(0), m.group(1), m.group('month'), m.group(1, 'month', 4, 0))
print(m[0], m['year'], m[2], m[4], m['day'])
print(m.groups(), m.groups('-'), m.groups(default=0))
print(m.groupdict(), m.groupdict('?'), m.groupdict(default=None))
print(m.span(), m.span(1), m.span('month'), m.span(4), m.start(3), m.end('day'))
print(m.start(), m.end(), m.start('year'), m.end(2))
print(m.regs)
print(m.lastindex, m.lastgroup, m.re.groups, dict(m.re.groupindex))
print(m.group(True), m[False])


class One:
    def __index__(self):
        return 1


print(m.group(One()), m[One()], m.start(One()))

for make in (lambda: m.group(9), lambda: m.group(-1), lambda: m.group('none'), lambda: m[6],
             lambda: m['x'], lambda: m.start(7), lambda: m.end('q'), lambda: m.span(10 ** 30),
             lambda: m.group(1.0), lambda: m.group(1, 'zz'), lambda: m[None]):
    try:
        print(make())
    except IndexError as e:
        print('IndexError:', e)
for make in (lambda: m.group([]), lambda: m.groups(1, 2), lambda: m.start(1, 2),
             lambda: m.groupdict(nope=1), lambda: len(m), lambda: iter(m) and list(m)[0]):
    try:
        print(make())
    except (TypeError, IndexError) as e:
        print(type(e).__name__)

# The last group is the one that was closed last.
for pattern in ('(a)(b)', '((a)(b))', '(a)|(b)', '(a)(b)?', '((a)b)', 'ab', '(?P<x>a)(?P<y>b)',
                '(?P<x>(?P<y>a)b)', '(?:(a)|(b))*'):
    m = re.match(pattern, 'ab')
    print(pattern, m.lastindex, m.lastgroup, m.groups(), m.regs)
# Groups in repetitions keep what they matched last.
for pattern, text in [('(a|b)*', 'abab'), ('(?:(a)|(b))+', 'abb'), ('(?:(a)|b)*', 'ab'),
                      ('((a)|(b)|(c))*', 'abc'), ('(a*)*', 'aa'), ('(a*)+', 'b'), ('(|a)+', 'aa'),
                      ('(?:(a)(b)?)+', 'aba'), ('(a?)*?$', 'aa'), ('((?:a|ab)(c|bcd))(d*)', 'abcd')]:
    print(pattern, re.match(pattern, text).regs)
