# What may mean something else one day.
import re
import warnings


def check(pattern, function=re.compile, *more):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            result = function(pattern, *more)
        except (re.error, OverflowError) as e:
            result = e
    print(ascii(pattern), ascii(str(result)), [(w.category.__name__, ascii(str(w.message))) for w in seen])


for pattern in ('[[a]', '[a[b]', '[^[a]', '[a--b]', '[--b]', '[a-z--c]', '[a&&b]', '[&&]', '[a~~b]', '[a||b]', '[|||]', '[a-b&&c~~d||e]', '[a-]', '[a\\--]', '[--]', '[a--', '[[', '[&&&a', '(?x)[a --]'):
    check(pattern)
for pattern in ('(a)(?(+1)b)', '(a)(?(1_0)b)', '(a)(?( 1 )b)', '(a)(?(\u0661)b)', b'(a)(?(+1)b)', b'(?P<a\xe9>b)', '(?P<\xe9>b)', '(?(1_)a)', '(a)(?(01)b)'):
    check(pattern)
for repl in ('\\g<+1>', '\\g<01>', '\\g<1_0>', '\\g< 1 >', '\\g<\u0661>'):
    check('(a)', re.sub, repl, 'xa')
check(b'(a)', re.sub, b'\\g<+1>', b'xa')
with warnings.catch_warnings():
    warnings.simplefilter('error')
    for pattern in ('[[x]', '(?(1_0)', '[a&&'):
        try:
            re.compile(pattern)
        except Warning as e:
            print(type(e).__name__, e)
        except re.error as e:
            print('error', e)
# What was warned about is kept compiled, and means what it did.
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print(re.findall('[[a]', 'x[a'), re.findall('[[a]', '['), len(seen))
