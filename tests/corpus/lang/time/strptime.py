# Reading times: every directive, what is ambiguous, what is wrong.
import os
import time

os.environ['TZ'] = 'UTC'
time.tzset()

CASES = [
    ('2005-03-07', '%Y-%m-%d'),
    ('x', 'y'),
    ('1', '%'),
    ('1', '%q'),
    ('1', '%1'),
    ('12:30 PM', '%I:%M %p'),
    ('12:30 am', '%I:%M %p'),
    ('Mon Mar  7 08:09:06 2005',),
    ('111', '%d%m'),
    ('1 1', '%d%m'),
    ('32', '%d'),
    ('0', '%d'),
    ('61', '%S'),
    ('62', '%S'),
    ('99', '%y'),
    ('68', '%y'),
    ('69', '%y'),
    ('2005 366', '%Y %j'),
    ('366', '%j'),
    ('2004 366', '%Y %j'),
    ('2005 10 1', '%Y %W %w'),
    ('2005 10 1', '%Y %U %w'),
    ('2005 10', '%Y %U'),
    ('2005 10 1', '%G %V %u'),
    ('2005 10 1', '%Y %V %u'),
    ('2005 10', '%G %V'),
    ('2005 066', '%G %j'),
    ('10', '%V'),
    ('2005', '%G'),
    ('+0530', '%z'),
    ('-05:30:15', '%z'),
    ('-05:30:15.5', '%z'),
    ('+05:3015', '%z'),
    ('Z', '%z'),
    ('z', '%z'),
    ('UTC', '%Z'),
    ('gmt', '%Z'),
    ('foo', '%Z'),
    ('.5', '.%f'),
    ('1234567', '%f'),
    ('abc  def', 'abc def'),
    ('ab', 'AB'),
    ('monday', '%A'),
    ('mon', '%A'),
    ('tue', '%a'),
    ('MAY', '%B'),
    ('may', '%b'),
    ('2005-03-07x', '%Y-%m-%d'),
    ('', '%Y'),
    ('', ''),
    ('a', ''),
    ('100%', '%j%%'),
    ('29 Feb', '%d %b'),
    ('29 Feb 1900', '%d %b %Y'),
    ('٣', '%d'),
    ('03/07/05', '%x'),
    ('08:09:06', '%X'),
    ('Mon Mar 7 08:09:06 2005', '%c'),
    (1, '%d'),
    ('1', 1),
    ('1',),
    (),
    ('1', '%d', 'x'),
    ('5 5', '%d%n%m'),
    ('2005 53 6', '%G %V %u'),
    ('2004 53 6', '%G %V %u'),
    ('2005 0 0', '%Y %U %w'),
    ('2005 0 1', '%Y %W %w'),
    ('2005 53 6', '%Y %W %w'),
    (' 7', '%d'),
    (' 7', '%m'),
    ('  7', '%d'),
    ('7', '%e'),
    ('12', '%H%M'),
    ('1 2', '%H\t%M'),
    ('3(', '%d('),
    ('%d', '%%d'),
    ('5', '%Ed'),
    ('Mon 1 2005', '%a %W %Y'),
    ('2005 1 7', '%G %V %w'),
    ('2005 1 0', '%G %V %w'),
    ('1999', '%Y%'),
    ('12 13', '%H %I'),
    ('PM', '%p'),
    ('5 pm', '%H %p'),
    ('1:2', '%M:%S'),
    ('+24:00', '%z'),
    ('+2400', '%z'),
    ('+0060', '%z'),
    ('10000', '%Y'),
    ('ı', 'I'),
    ('2005 1 8', '%G %V %u'),
    ('xMonday', 'x%A'),
    ('2005-W10-1', '%G-W%V-%u'),
    ('9999 53 7', '%G %V %u'),
    ('1 1 1', '%G %V %u'),
    ('0001 1 1', '%G %V %u'),
    ('0000', '%Y'),
    ('tuesday tuesday', '%A %a'),
    (b'1', '%d'),
    ('1', b'%d'),
]


def attempt(*args):
    try:
        fields = time.strptime(*args)
        print(args, tuple(fields), fields.tm_zone, fields.tm_gmtoff)
    except Exception as error:
        print(args, type(error).__name__, error)


for case in CASES:
    attempt(*case)

for week in (0, 1, 2, 26, 52, 53):
    for day in range(7):
        for year in (1999, 2000, 2004, 2005, 2010):
            print(time.strptime(f'{year} {week} {day}', '%Y %U %w')[:3], end=' ')
            print(time.strptime(f'{year} {week} {day}', '%Y %W %w')[:3], end=' ')
            if week:
                print(time.strptime(f'{year} {week} {day + 1}', '%G %V %u')[:3], end=' ')
    print()

# What was written is read.
for moment in range(0, 3 * 10**9, 123456789):
    fields = time.gmtime(moment)
    for format in ('%a %b %d %H:%M:%S %Y', '%c', '%Y-%m-%dT%H:%M:%S', '%j %Y %X', '%x %I %p %M %S'):
        read = time.strptime(time.strftime(format, fields), format)
        assert read[:8] == fields[:8], (format, read, fields)
print(type(time.strptime('1', '%d')).__name__)
