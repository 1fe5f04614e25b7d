# Moments as fields in UTC, and texts of them.
import time

for moment in [0, 1, -1, 86399, 951782399, 951782400, 1e9, 1109999999.9, -1.5, True,
               2**31 - 1, 2**31, -2**31, 253402300799, 253402300800, -62135596800, -62167219201,
               10**16, -10**12, 67767976233532799]:
    fields = time.gmtime(moment)
    print(moment, tuple(fields), fields.tm_zone, fields.tm_gmtoff)

# Days follow each other.
last = time.gmtime(-86400 * 400)
for day in range(-399, 800):
    fields = time.gmtime(86400 * day)
    assert fields.tm_wday == (last.tm_wday + 1) % 7
    assert fields.tm_yday == (last.tm_yday + 1 if last.tm_year == fields.tm_year else 1)
    last = fields

now = time.time()
print(abs(time.mktime(time.localtime(now)) - now) < 2)
print(time.gmtime()[0] >= 2023, time.gmtime(None)[0] >= 2023)
print(len(time.ctime()) == 24, len(time.asctime()) == 24, time.ctime(None)[-4:] >= '2023')

print(time.asctime(time.gmtime(0)))
print(time.asctime((2000, 1, 2, 3, 4, 5, 6, 7, 0)))
print(time.asctime((-5, 12, 31, 23, 59, 61, -1, 366, -1)))
print(time.asctime((12345, 0, 0, 0, 0, 0, 8, 0, 0)))


def attempt(function, *args):
    try:
        print(args, function(*args))
    except Exception as error:
        print(args, type(error).__name__, error)


for function in (time.gmtime, time.localtime, time.ctime):
    for moment in (1e20, 10**20, -10**20, 10**17, 'x', float('nan'), float('inf'), [], 1j):
        attempt(function, moment)
