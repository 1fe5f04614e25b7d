# Local time by the variable TZ: offsets, names, and what lies between.
import os
import time


def show(zone):
    if zone is None:
        os.environ.pop('TZ', None)
    else:
        os.environ['TZ'] = zone
    print(zone, time.tzset(), time.tzname, time.timezone, time.altzone, time.daylight)


for zone in ('EST+05EDT,M4.1.0,M10.5.0', 'UTC0', 'UTC', '<+0330>-3:30', 'AEST-10AEDT-11,M10.5.0,M3.5.0',
             'CET-1CEST,M3.5.0,M10.5.0/3', ''):
    show(zone)
    for moment in (1000000000, 1143961199, 1143961200, 1162105199, 1162105200, 1720000000.5):
        local = time.localtime(moment)
        print(tuple(local), local.tm_zone, local.tm_gmtoff, time.ctime(moment))
        print(time.mktime(local), time.asctime(local), time.strftime('%Z %z %s %c', local))
    for daylight in (0, 1):
        for fields in ((2006, 1, 1, 1, 1, 1, 1, 1), (2006, 7, 1, 1, 1, 1, 1, 1)):
            print(time.mktime((*fields, daylight)), time.strftime('%Z %z', (*fields, daylight)))
    for fields in ((2006, 1, 1, 1, 1, 1, 1, 1), (2006, 7, 1, 1, 1, 1, 1, 1)):
        print(time.mktime((*fields, -1)), repr(time.strftime('%Z|%z', (*fields, -1))))

# Zones of strptime are those of now.
show('EST+05EDT,M4.1.0,M10.5.0')
for text in ('EST', 'edt', 'UTC', 'gmt', 'CET'):
    try:
        fields = time.strptime(text, '%Z')
        print(text, fields.tm_isdst, fields.tm_zone)
    except ValueError as error:
        print(error)

try:
    time.tzset(1)
except TypeError as error:
    print(error)
try:
    time.mktime()
except TypeError as error:
    print(error)
