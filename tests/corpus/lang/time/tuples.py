# What the functions of time tuples take, field by field.
import os
import time

os.environ['TZ'] = 'UTC'
time.tzset()
base = (2000, 1, 2, 3, 4, 5, 6, 7, 0)


def attempt(name, function, given):
    try:
        print(name, given, repr(function(given)))
    except Exception as error:
        print(name, given, type(error).__name__, error)


FORMAT = '%Y|%m|%d|%H|%M|%S|%w|%j|%Z|%z'
functions = {
    'asctime': time.asctime,
    'mktime': time.mktime,
    'strftime': lambda given: time.strftime(FORMAT, given),
}
for name, function in functions.items():
    for given in (base, (1, 2, 3), 5, list(base), 'abcdefghi', None, time.gmtime(0)):
        attempt(name, function, given)
    for at in range(9):
        for value in (-1, 0, 100, 1000, -2, -3, 60, 61, 62, 366, 2**31, 2**63, -2**31 - 1, 'x', 1.5):
            changed = list(base)
            changed[at] = value
            attempt(name, function, tuple(changed))
