# What is wrong with replacements.
import re
import warnings

warnings.simplefilter('ignore')

for repl in ('\\', 'a\\', '\\q', '\\x41', '\\u0041', '\\N{DASH}', '\\2', '\\1', '\\10', '\\99', '\\400', '\\777', '\\g', '\\g<', '\\g<>', '\\g<1', '\\g<a', '\\g<a>', '\\g<b>', '\\g<2>', '\\g<1>', '\\g<-1>', '\\g<a.b>', '\\g<1a>',
             '\\g< 1>', '\\g<99999999999999>', '\\g<1073741823>', '\\g<0>', '\\gx', '\\d', '\\Z', '\\8', '\\08', '\\018', '\\081', '\\é', '\\ ', '\\_'):
    for pattern in ('(?P<a>x)', 'x'):
        try:
            print(repl, pattern, re.sub(pattern, repl, 'x').encode())
        except re.error as e:
            print(repl, pattern, '->', e, e.msg, e.pos, e.pattern == repl)
        except IndexError as e:
            print(repl, pattern, '-> IndexError', e)
m = re.match('(?P<a>x)', 'x')
for template in ('\\q', '\\2', '\\g<zz>', '\\g<', '\\'):
    try:
        m.expand(template)
    except (re.error, IndexError) as e:
        print(template, type(e).__name__, e)
for repl in (b'\\g<\xe9>', b'\\q', b'\\2', b'\\g<zz>'):
    try:
        re.sub(b'x', repl, b'x')
    except (re.error, IndexError) as e:
        print(repl, type(e).__name__, e)
try:
    re.sub('x', 'a\nb\\q', 'x')
except re.error as e:
    print(e, e.lineno, e.colno, repr(e))
# The replacement is looked at also where nothing matches.
try:
    re.sub('x', '\\q', '')
except re.error as e:
    print(e)
