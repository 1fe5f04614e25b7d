# time.struct_time: a tuple with names, and two fields more.
import copy
import time

made = time.struct_time((2005, 3, 7, 8, 9, 6, 0, 66, 0))
print(made)
print(made[0], made[-1], made[:3], len(made), made.tm_year, made.tm_mon, made.tm_mday)
print(made.tm_hour, made.tm_min, made.tm_sec, made.tm_wday, made.tm_yday, made.tm_isdst)
print(made.tm_zone, made.tm_gmtoff)
print(time.struct_time.n_fields, made.n_sequence_fields, made.n_unnamed_fields)
print(made.__match_args__)
print(made == (2005, 3, 7, 8, 9, 6, 0, 66, 0), hash(made) == hash(tuple(made)), made > (2005, 3))
print(isinstance(made, tuple), type(made).__name__, type(made).__module__, time._STRUCT_TM_ITEMS)

long = time.struct_time(range(11))
print(long, long.tm_zone, long.tm_gmtoff, len(long))
named = time.struct_time(range(9), {'tm_zone': 'ABC', 'tm_gmtoff': 3600, 'other': 1})
print(named.tm_zone, named.tm_gmtoff, named.__reduce__())
print(time.struct_time(sequence='abcdefghi'))
print(time.struct_time(range(10), {'tm_zone': 'no'}).tm_zone)
other = copy.copy(named)
print(other == named, other.tm_zone, other is named)
print(named + (1, 2), named.count(3), named.index(4))

match time.gmtime(86400 * 365):
    case time.struct_time(year, month, day):
        print(year, month, day)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: time.struct_time())
attempt(lambda: time.struct_time((1, 2)))
attempt(lambda: time.struct_time(range(12)))
attempt(lambda: time.struct_time(5))
attempt(lambda: time.struct_time(range(9), 3))
attempt(lambda: made.foo)
attempt(lambda: made[9])
attempt(lambda: setattr(made, 'tm_year', 3))
attempt(lambda: setattr(made, 'tm_zone', 3))
attempt(lambda: setattr(made, 'foo', 3))
attempt(lambda: delattr(made, 'tm_year'))
attempt(lambda: made.__setitem__)
attempt(lambda: type('Sub', (time.struct_time,), {}))
