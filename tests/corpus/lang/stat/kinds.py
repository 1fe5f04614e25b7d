# The module stat by itself: kinds, permissions and their texts for made-up modes, and for real files.
import os
import stat

KINDS = {"dir": stat.S_IFDIR, "chr": stat.S_IFCHR, "blk": stat.S_IFBLK, "reg": stat.S_IFREG, "fifo": stat.S_IFIFO, "lnk": stat.S_IFLNK, "sock": stat.S_IFSOCK}
TESTS = {"dir": stat.S_ISDIR, "chr": stat.S_ISCHR, "blk": stat.S_ISBLK, "reg": stat.S_ISREG, "fifo": stat.S_ISFIFO, "lnk": stat.S_ISLNK, "sock": stat.S_ISSOCK,
         "door": stat.S_ISDOOR, "port": stat.S_ISPORT, "wht": stat.S_ISWHT}
for name, kind in KINDS.items():
    mode = kind | 0o4751
    print(name, oct(kind), [title for title, test in TESTS.items() if test(mode)], stat.S_IFMT(mode) == kind, oct(stat.S_IMODE(mode)), stat.filemode(mode))
for bits in (0, 0o777, 0o7777, 0o4000, 0o4100, 0o2000, 0o2010, 0o1000, 0o1001, 0o6440, 0o124, 0o401):
    print(f"{bits:04o}", stat.filemode(bits), stat.filemode(stat.S_IFREG | bits))
print(stat.S_ISUID, stat.S_ISGID, stat.S_ISVTX, stat.S_ENFMT == stat.S_ISGID, stat.S_IREAD, stat.S_IWRITE, stat.S_IEXEC)
print(stat.S_IRWXU == stat.S_IRUSR | stat.S_IWUSR | stat.S_IXUSR, stat.S_IRWXG == stat.S_IRGRP | stat.S_IWGRP | stat.S_IXGRP, oct(stat.S_IRWXO), stat.S_IROTH + stat.S_IWOTH + stat.S_IXOTH)
print(stat.ST_MODE, stat.ST_INO, stat.ST_DEV, stat.ST_NLINK, stat.ST_UID, stat.ST_GID, stat.ST_SIZE, stat.ST_ATIME, stat.ST_MTIME, stat.ST_CTIME)
print(stat.UF_IMMUTABLE, stat.SF_APPEND, stat.FILE_ATTRIBUTE_HIDDEN, stat.FILE_ATTRIBUTE_DIRECTORY)


def fails(function, *args):
    try:
        print(function(*args))
    except Exception as error:
        print(type(error).__name__)


for function in (stat.S_ISDIR, stat.S_IFMT, stat.S_IMODE, stat.filemode):
    fails(function, "x")
    fails(function)
    fails(function, 1.5)
    fails(function, -1)
    fails(function, 2**70)
    fails(function, True)

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"stat-kinds-{os.getpid()}")
os.mkdir(folder, 0o750)
path = os.path.join(folder, "f")
os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
os.symlink("f", path + "l")
reader, writer = os.pipe()
for found in (os.stat(folder), os.stat(path), os.lstat(path + "l"), os.stat(path + "l"), os.fstat(reader), os.stat(os.devnull)):
    print([title for title, test in TESTS.items() if test(found.st_mode)], stat.filemode(found.st_mode)[0], found[stat.ST_MODE] == found.st_mode, found[stat.ST_SIZE] == found.st_size)
os.close(reader)
os.close(writer)
for add in (stat.S_IXUSR, stat.S_IRGRP | stat.S_IWGRP, stat.S_IRWXO):
    os.chmod(path, stat.S_IMODE(os.stat(path).st_mode) | add)
    print(stat.filemode(os.stat(path).st_mode))
os.chmod(path, stat.S_IMODE(os.stat(path).st_mode) & ~(stat.S_IRWXG | stat.S_IRWXO))
print(stat.filemode(os.stat(path).st_mode))
os.remove(path + "l")
os.remove(path)
os.rmdir(folder)
