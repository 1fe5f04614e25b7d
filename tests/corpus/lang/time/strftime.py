# All conversions of strftime, with flags and widths, and what is none.
import time

moments = [
    (2005, 3, 7, 8, 9, 6, 0, 66, 0),
    (-5, 12, 31, 18, 9, 6, 0, 366, 0),
    (1999, 1, 1, 0, 0, 0, 4, 1, 0),
    (2024, 2, 29, 12, 30, 59, 3, 60, 0),
]
letters = 'aAbBcCdDeFgGhHIjklmMnpPrRStTuUVwWxXyYz%'
for moment in moments:
    for letter in letters:
        print(letter, repr(time.strftime('%' + letter, moment)), end=' ')
    print()

odd = ['%', '%Q', '%Ey', '%Od', '%5Y', '%-d', '%_d', '%^a', '%010Y', '%E', '%:z', '%+', 'abc%',
       '%-5d', 'é%Y', '\ud800%Y', '%i', '%1', '%1%', '%^p', '%#p', '%#a', '%05e', '%_5H', '%-j',
       '%10a', '%^10B', '%-y', '%020c', '%40c', '%Ex', '%Oe', '%5%', '%5n', '%v', '%5Q', '%10F',
       '%12D', '%012D', '%-D', '%^c', '%_c', '%5z', '%_5z', '%-z', '%05z', '%Ed', '%OY', '%EOy',
       '%-_d', '%_-d', '%0_5d', '%^#b', '%3S', '%r %R %T', '']
for format in odd:
    print(ascii(format), *[ascii(time.strftime(format, moment)) for moment in moments])

for year in (1969, 1968, 99, 9, 1899, 10000, 0, -1, -99, -100, -101):
    print(time.strftime('%y %Y %G %g %C %D %F %c', (year, 1, 1, 0, 0, 0, 0, 1, 0)))

# Weeks of the years' beginnings and ends.
for year in range(1998, 2012):
    for day in (0, 1, 2, 3, 4, 6, 360, 363, 364):
        moment = time.gmtime((year - 1970) * 31556952 + day * 86400)
        print(time.strftime('%G-%V-%u %U %W %j', moment), end=';')
    print()

print(len(time.strftime('%1000Y', moments[0])), repr(time.strftime('%1024Y', moments[0])))
print(len(time.strftime('x' * 5000, moments[0])), repr(time.strftime('%9999999999d', moments[0])))
fields = time.struct_time((1,) * 9, {'tm_zone': 'ABC', 'tm_gmtoff': -12345})
print(time.strftime('%Z %z %#Z %8Z', fields))
print(time.strftime('%Z %z', time.gmtime(0)), repr(time.strftime('%z', (1,) * 8 + (-1,))))


def attempt(*args):
    try:
        print(repr(time.strftime(*args)))
    except Exception as error:
        print(type(error).__name__, error)


attempt(3)
attempt(b'%Y')
attempt('a\0b', moments[0])
attempt('%Z', time.struct_time((1,) * 9, {'tm_zone': 5}))
attempt('%Z', time.struct_time((1,) * 9, {'tm_gmtoff': 'x'}))
attempt('%Z', time.struct_time((1,) * 9, {'tm_gmtoff': 2**40}))
print(len(time.strftime('%Y')) == 4)
