# stat's functions on what os.stat gives.
import os
import stat
from stat import S_ISDIR, S_ISREG, ST_MODE, ST_SIZE

here = os.stat(".")
print(S_ISDIR(here[ST_MODE]), S_ISREG(here.st_mode), stat.filemode(here.st_mode)[0], here[stat.ST_INO] == here.st_ino)
null = os.stat(os.devnull)
print(stat.S_ISCHR(null.st_mode), stat.filemode(null.st_mode)[0], null[ST_SIZE], null[stat.ST_NLINK])
print(stat.S_IRWXU | stat.S_IRWXG | stat.S_IRWXO == 0o777, stat.S_IMODE(stat.S_ISUID | 0o644))
print([getattr(here, name) == here[at] for at, name in enumerate(("st_mode", "st_ino", "st_dev", "st_nlink", "st_uid", "st_gid", "st_size"))])
print(here[stat.ST_MTIME] == int(here.st_mtime), here[stat.ST_ATIME] <= here.st_atime, here[stat.ST_CTIME] <= here.st_ctime)
try:
    stat.S_ISDIR(here)
except TypeError:
    print("TypeError")
try:
    here[stat.ST_CTIME + 1]
except IndexError as error:
    print(error)
match here:
    case os.stat_result(st_size=size):
        print("matched", size == here.st_size)
