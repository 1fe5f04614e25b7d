"""What a program learns of its time zone: the offsets fit the names and the local fields."""
import os
import time

for zone in ("UTC", "EST5EDT,M3.2.0,M11.1.0", "CET-1CEST,M3.5.0,M10.5.0/3", "XYZ-5:30"):
    os.environ["TZ"] = zone
    time.tzset()
    print(zone, time.timezone, time.altzone, time.daylight, time.tzname)
    for moment in (0, 1_700_000_000, 1_720_000_000):
        local = time.localtime(moment)
        offset = time.altzone if local.tm_isdst else time.timezone
        print("  ", time.strftime("%Y-%m-%d %H:%M:%S %z %Z", local), local.tm_isdst,
              local.tm_gmtoff == -offset, local.tm_zone == time.tzname[local.tm_isdst],
              time.mktime(local) == moment)
print(time.altzone == time.timezone, len(time.tzname))
try:
    time.tzset(1)
except TypeError as error:
    print(error)
