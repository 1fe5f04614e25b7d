# The module stat: bits and names.
import stat

for mode in (0o100644, 0o040755, 0o120777, 0o104755, 0o102644, 0o041777, 0o020600, 0o060660, 0o010600, 0o140755, 0, 0o107777, 0o101000):
    print(oct(mode), stat.filemode(mode), oct(stat.S_IMODE(mode)), oct(stat.S_IFMT(mode)), end=" ")
    print(stat.S_ISREG(mode), stat.S_ISDIR(mode), stat.S_ISLNK(mode), stat.S_ISCHR(mode), stat.S_ISBLK(mode), stat.S_ISFIFO(mode), stat.S_ISSOCK(mode), stat.S_ISDOOR(mode), stat.S_ISPORT(mode), stat.S_ISWHT(mode))
names = [name for name in dir(stat) if name.startswith(("S_I", "ST_", "UF_", "SF_", "FILE_")) and not callable(getattr(stat, name))]
print(len(names))
for name in names:
    print(name, getattr(stat, name))
for call in (lambda: stat.S_ISDIR("x"), lambda: stat.filemode(None), lambda: stat.S_IMODE(1.5), lambda: stat.nothing):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__)
