# Modes: set, masked, spelled out, and asked about.
import os
import stat

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"os-permissions-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)


def attempt(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__name__, error)


def mode(path):
    found = stat.S_IMODE(os.stat(path).st_mode)
    return f"{found:04o} {stat.filemode(os.stat(path).st_mode)}"


previous = os.umask(0)
for mask in (0o000, 0o022, 0o027, 0o077, 0o777):
    os.umask(mask)
    name = f"m{mask:03o}"
    os.close(os.open(name, os.O_CREAT | os.O_WRONLY, 0o666))
    os.mkdir(name + "d", 0o755)
    print(f"{mask:03o}", mode(name), mode(name + "d"), os.umask(mask) == mask)
os.umask(0o1234567)
print(oct(os.umask(previous)))
for wanted in (0, 0o400, 0o644, 0o751, 0o777, 0o4755, 0o2755, 0o1777, 0o7777):
    os.chmod("m000", wanted)
    print(mode("m000"))
os.chmod("m000d", 0o1777)
print(mode("m000d"))
os.chmod("m000", 0o600)
fd = os.open("m000", os.O_RDWR)
os.fchmod(fd, 0o640)
print(mode("m000"))
os.chmod(fd, 0o604)
print(mode("m000"))
os.close(fd)
os.symlink("m000", "link")
os.chmod("link", 0o666)
print(mode("m000"), stat.S_ISLNK(os.lstat("link").st_mode))
attempt(os.chmod, "missing", 0o600)
attempt(os.chmod, "m000")
attempt(os.chmod, "m000", "rw")
attempt(os.chmod, "m000", None)
attempt(os.chmod, 98765, 0o600)
attempt(os.fchmod, 98765, 0o600)
attempt(os.chmod, [], 0o600)

print(os.F_OK, os.R_OK | os.W_OK | os.X_OK, os.access("m000", os.F_OK), os.access(b"m000", os.R_OK | os.W_OK))
print(os.access("missing", os.F_OK), os.access("missing", os.W_OK), os.access("m000/x", os.F_OK))
os.chmod("m000", 0o700)
print(os.access("m000", os.X_OK), os.access(".", os.R_OK | os.X_OK), os.access("link", os.W_OK))
attempt(os.access, "m000")
attempt(os.access, "m000", "r")
attempt(os.access, None, os.R_OK)
attempt(os.access, "m000", os.R_OK, 3)
attempt(os.access, "nul\0", os.R_OK)
executable = [name for name in sorted(os.listdir()) if os.stat(name).st_mode & stat.S_IXUSR]
print(executable)
print([stat.filemode(kind | 0o644) for kind in (stat.S_IFREG, stat.S_IFDIR, stat.S_IFLNK, stat.S_IFIFO, stat.S_IFSOCK, stat.S_IFBLK, stat.S_IFCHR)])
for name in os.listdir():
    (os.rmdir if name.endswith("d") else os.remove)(name)
os.chdir("/")
os.rmdir(folder)
