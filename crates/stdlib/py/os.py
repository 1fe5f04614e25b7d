"""OS routines: files, folders, the environment and the process.

What the embedder does not lend is an OSError; processes are not started."""

import abc
import posix
import stat as st
import sys
from _collections_abc import Mapping, MutableMapping
from posix import (
    _exit,
    access,
    chdir,
    chmod,
    close,
    cpu_count,
    dup,
    fdatasync,
    fsync,
    getcwd,
    getcwdb,
    getgid,
    getpid,
    getppid,
    getuid,
    isatty,
    link,
    lseek,
    mkdir,
    open,
    pipe,
    putenv,
    read,
    readlink,
    remove,
    rename,
    replace,
    rmdir,
    strerror,
    symlink,
    truncate,
    umask,
    unlink,
    unsetenv,
    urandom,
    write,
)

name = "posix"
linesep = "\n"
error = OSError

import posixpath as path

sys.modules["os.path"] = path
from os.path import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2

F_OK = 0
R_OK = 4
W_OK = 2
X_OK = 1

EX_OK = 0
EX_USAGE = 64
EX_DATAERR = 65
EX_NOINPUT = 66
EX_NOUSER = 67
EX_NOHOST = 68
EX_UNAVAILABLE = 69
EX_SOFTWARE = 70
EX_OSERR = 71
EX_OSFILE = 72
EX_CANTCREAT = 73
EX_IOERR = 74
EX_TEMPFAIL = 75
EX_PROTOCOL = 76
EX_NOPERM = 77
EX_CONFIG = 78

O_RDONLY = 0
O_WRONLY = 0o1
O_RDWR = 0o2
O_CREAT = 0o100
O_EXCL = 0o200
O_TRUNC = 0o1000
O_APPEND = 0o2000
O_ACCMODE = 0o3
O_NOCTTY = 0o400
O_NONBLOCK = O_NDELAY = 0o4000
O_DSYNC = 0o10000
O_SYNC = O_RSYNC = O_FSYNC = 0o4010000
O_DIRECTORY = 0o200000
O_NOFOLLOW = 0o400000
O_CLOEXEC = 0o2000000

supports_bytes_environ = True
supports_dir_fd = set()
supports_effective_ids = set()
supports_fd = {chmod, truncate}
supports_follow_symlinks = set()

__all__ = [
    "altsep",
    "curdir",
    "pardir",
    "sep",
    "pathsep",
    "linesep",
    "defpath",
    "name",
    "path",
    "devnull",
    "SEEK_SET",
    "SEEK_CUR",
    "SEEK_END",
    "fsencode",
    "fsdecode",
    "get_exec_path",
    "fdopen",
    "extsep",
    "makedirs",
    "removedirs",
    "renames",
    "walk",
    "environ",
    "environb",
    "getenv",
    "getenvb",
    "PathLike",
    "fspath",
    "stat_result",
    "terminal_size",
    "times_result",
    "error",
    "stat",
    "lstat",
    "fstat",
    "listdir",
    "scandir",
    "DirEntry",
    "utime",
    "times",
    "get_terminal_size",
    "ftruncate",
    "fchmod",
    "pread",
    "pwrite",
    "geteuid",
    "getegid",
    "getlogin",
    "device_encoding",
    "closerange",
    "supports_bytes_environ",
    *[word for word in dir(posix) if not word.startswith("_")],
    *[word for word in globals() if word.startswith(("O_", "EX_")) or word.endswith("_OK")],
    "_exit",
]

_NO_PROCESSES = {
    "system",
    "popen",
    "fork",
    "forkpty",
    "execl",
    "execle",
    "execlp",
    "execlpe",
    "execv",
    "execve",
    "execvp",
    "execvpe",
    "spawnl",
    "spawnle",
    "spawnlp",
    "spawnlpe",
    "spawnv",
    "spawnve",
    "spawnvp",
    "spawnvpe",
    "posix_spawn",
    "posix_spawnp",
    "startfile",
    "wait",
    "waitpid",
    "kill",
    "killpg",
}


def __getattr__(name):
    if name in _NO_PROCESSES:
        raise AttributeError(
            f"module 'os' has no attribute {name!r}: MiniScript starts and ends no processes"
        )
    raise AttributeError(f"module 'os' has no attribute {name!r}", name=name, obj=sys.modules["os"])


def _exists(name):
    return name in globals()


# Names of files.


class PathLike(abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    @abc.abstractmethod
    def __fspath__(self):
        """Return the file system path representation of the object."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any(getattr(base, "__fspath__", None) is not None and "__fspath__" in base.__dict__ for base in subclass.__mro__) or NotImplemented
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


def fspath(path):
    """Return the path representation of a path-like object."""
    if isinstance(path, (str, bytes)):
        return path
    kind = type(path)
    try:
        found = kind.__fspath__(path)
    except AttributeError:
        if hasattr(kind, "__fspath__"):
            raise
        raise TypeError(
            f"expected str, bytes or os.PathLike object, not {kind.__name__}"
        ) from None
    if isinstance(found, (str, bytes)):
        return found
    raise TypeError(
        f"expected {kind.__name__}.__fspath__() to return str or bytes, not {type(found).__name__}"
    )


def fsencode(filename):
    """Encode filename to the filesystem encoding with 'surrogateescape' error handler."""
    filename = fspath(filename)
    if isinstance(filename, str):
        return filename.encode("utf-8", "surrogateescape")
    return filename


def fsdecode(filename):
    """Decode filename from the filesystem encoding with 'surrogateescape' error handler."""
    filename = fspath(filename)
    if isinstance(filename, bytes):
        return filename.decode("utf-8", "surrogateescape")
    return filename


# What is known of files.


class _Fields(tuple):
    """A tuple whose items have names; some names stand for no item."""

    __slots__ = ()
    n_unnamed_fields = 0

    def __new__(cls, sequence=(), dict={}):
        sequence = tuple(sequence)
        least, most = cls.n_sequence_fields, cls.n_fields
        if not least <= len(sequence) <= most:
            kind = "at least" if len(sequence) < least else "at most"
            kind = "a" if least == most else kind
            count = least if len(sequence) < least else most
            raise TypeError(
                f"{cls.__module__}.{cls.__name__}() takes {'an' if kind != 'a' else 'a'} {kind + ' ' if kind != 'a' else ''}{count}-sequence ({len(sequence)}-sequence given)"
            )
        return super().__new__(cls, sequence)

    def __repr__(self):
        pairs = ", ".join(f"{name}={value!r}" for name, value in zip(self._names, self))
        return f"{self.__class__.__module__}.{self.__class__.__name__}({pairs})"

    def __reduce__(self):
        return self.__class__, (tuple(self), {})


def _item(at):
    return property(lambda self: self[at])


class terminal_size(_Fields):
    """A tuple of (columns, lines) for holding terminal window size"""

    __slots__ = ()
    n_fields = n_sequence_fields = 2
    _names = __match_args__ = ("columns", "lines")
    columns = _item(0)
    lines = _item(1)


class times_result(_Fields):
    """times_result: Result from os.times()."""

    __slots__ = ()
    __module__ = "posix"
    n_fields = n_sequence_fields = 5
    _names = __match_args__ = ("user", "system", "children_user", "children_system", "elapsed")
    user = _item(0)
    system = _item(1)
    children_user = _item(2)
    children_system = _item(3)
    elapsed = _item(4)


class stat_result(tuple):
    """stat_result: Result from stat, fstat, or lstat."""

    n_fields = 19
    n_sequence_fields = 10
    n_unnamed_fields = 3
    __match_args__ = (
        "st_mode",
        "st_ino",
        "st_dev",
        "st_nlink",
        "st_uid",
        "st_gid",
        "st_size",
    )

    def __new__(cls, sequence, dict={}):
        fields = tuple(sequence)
        if not 10 <= len(fields) <= 19:
            kind = "at least 10" if len(fields) < 10 else "at most 19"
            raise TypeError(
                f"os.stat_result() takes an {kind}-sequence ({len(fields)}-sequence given)"
            )
        self = super().__new__(cls, fields[:10])
        rest = fields[10:]
        names = cls._more
        values = {name: None for name in names}
        values.update(zip(names, rest))
        for at, name in ((7, "st_atime"), (8, "st_mtime"), (9, "st_ctime")):
            if values[name] is None:
                values[name] = fields[at]
        for name in names:
            if name in dict:
                values[name] = dict[name]
        self.__dict__.update(values)
        return self

    _more = (
        "st_atime",
        "st_mtime",
        "st_ctime",
        "st_atime_ns",
        "st_mtime_ns",
        "st_ctime_ns",
        "st_blksize",
        "st_blocks",
        "st_rdev",
    )

    def __setattr__(self, name, value):
        raise AttributeError("readonly attribute")

    def __repr__(self):
        names = self.__match_args__ + ("st_atime", "st_mtime", "st_ctime")
        pairs = ", ".join(f"{name}={value!r}" for name, value in zip(names, self))
        return f"os.stat_result({pairs})"

    def __reduce__(self):
        return stat_result, (tuple(self), dict(self.__dict__))

    st_mode = _item(0)
    st_ino = _item(1)
    st_dev = _item(2)
    st_nlink = _item(3)
    st_uid = _item(4)
    st_gid = _item(5)
    st_size = _item(6)


def _result(fields):
    # Whole seconds are items, fractions are in the attributes.
    first = fields[:10]
    atime, mtime, ctime, blksize, blocks, rdev = fields[10:]
    seconds = [t // 10**9 + t % 10**9 * 1e-9 for t in (atime, mtime, ctime)]
    return stat_result((*first, *seconds, atime, mtime, ctime, blksize, blocks, rdev))


def _no_folder(dir_fd):
    if dir_fd is not None:
        raise NotImplementedError("dir_fd unavailable on this platform")


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """Perform a stat system call on the given path."""
    _no_folder(dir_fd)
    return _result(posix._stat(path, follow_symlinks, "stat: path"))


def lstat(path, *, dir_fd=None):
    """Perform a stat system call on the given path, without following symbolic links."""
    _no_folder(dir_fd)
    return _result(posix._stat(path, False, "lstat: path"))


def fstat(fd):
    """Perform a stat system call on the given file descriptor."""
    if not isinstance(fd, int):
        raise TypeError(f"'{type(fd).__name__}' object cannot be interpreted as an integer")
    return _result(posix._stat(fd, True, "fstat"))


def listdir(path=None):
    """Return a list containing the names of the files in the directory."""
    if path is None:
        path = "."
    return [entry[0] for entry in posix._entries(path, "listdir: path")]


class DirEntry:
    """What scandir() finds."""

    __slots__ = ("name", "path", "_kind", "_inode", "_stat", "_lstat")
    __module__ = "posix"

    def __new__(cls, *args):
        if cls is not DirEntry or not args or args[0] is not _MAKE:
            raise TypeError("cannot create 'posix.DirEntry' instances")
        return super().__new__(cls)

    def __init__(self, _, folder, name, kind, inode):
        self.name = name
        self.path = path.join(folder, name)
        self._kind = kind
        self._inode = inode
        self._stat = self._lstat = None

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def inode(self):
        """Return inode of the entry; cached per entry."""
        return self._inode

    def stat(self, *, follow_symlinks=True):
        """Return stat_result object for the entry; cached per entry."""
        if follow_symlinks and self._kind == st.S_IFLNK:
            if self._stat is None:
                self._stat = stat(self.path)
            return self._stat
        if self._lstat is None:
            self._lstat = lstat(self.path)
        return self._lstat

    def _is(self, kind, follow_symlinks):
        if follow_symlinks and self._kind == st.S_IFLNK:
            try:
                return st.S_IFMT(self.stat().st_mode) == kind
            except FileNotFoundError:
                return False
        return self._kind == kind

    def is_dir(self, *, follow_symlinks=True):
        """Return True if the entry is a directory; cached per entry."""
        return self._is(st.S_IFDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Return True if the entry is a file; cached per entry."""
        return self._is(st.S_IFREG, follow_symlinks)

    def is_symlink(self):
        """Return True if the entry is a symbolic link; cached per entry."""
        return self._kind == st.S_IFLNK


_MAKE = object()


class _ScandirIterator:
    __module__ = "posix"

    def __init__(self, folder, entries):
        self._folder = folder
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return DirEntry(_MAKE, self._folder, *next(self._entries))

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


_ScandirIterator.__name__ = _ScandirIterator.__qualname__ = "ScandirIterator"


def scandir(path=None):
    """Return an iterator of DirEntry objects for given path."""
    if path is None:
        path = "."
    entries = posix._entries(path, "scandir: path")
    return _ScandirIterator(fspath(path), entries)


# Changing folders and files.


def makedirs(name, mode=0o777, exist_ok=False):
    """Super-mkdir; create a leaf directory and all intermediate ones."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass
        here = b"." if isinstance(tail, bytes) else "."
        if tail == here:
            return
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """Super-rmdir; remove a leaf directory and all empty intermediate ones."""
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Super-rename; create directories as necessary and delete any left empty."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator."""
    sys_top = fspath(top)
    try:
        found = scandir(sys_top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    dirs = []
    nondirs = []
    below = []
    with found:
        for entry in found:
            try:
                is_dir = entry.is_dir()
            except OSError:
                is_dir = False
            (dirs if is_dir else nondirs).append(entry.name)
            if not topdown and is_dir:
                if followlinks or not entry.is_symlink():
                    below.append(entry.path)
    if topdown:
        yield sys_top, dirs, nondirs
        for name in dirs:
            inner = path.join(sys_top, name)
            if followlinks or not path.islink(inner):
                yield from walk(inner, topdown, onerror, followlinks)
    else:
        for inner in below:
            yield from walk(inner, topdown, onerror, followlinks)
        yield sys_top, dirs, nondirs


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Set the access and modified time of path."""
    _no_folder(dir_fd)
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None:
        if not isinstance(times, tuple) or len(times) != 2:
            raise TypeError("utime: 'times' must be either a tuple of two ints or None")
        ns = tuple(
            t * 10**9 if isinstance(t, int) else _nanoseconds(t) for t in times
        )
    elif ns is not None:
        if not isinstance(ns, tuple) or len(ns) != 2:
            raise TypeError("utime: 'ns' must be a tuple of two ints")
    posix._times(path, ns, follow_symlinks)


def _nanoseconds(seconds):
    whole = seconds // 1
    return int(whole) * 10**9 + int((seconds - whole) * 1e9)


def ftruncate(fd, length, /):
    """Truncate a file, specified by file descriptor, to a specific length."""
    truncate(fd, length)


def fchmod(fd, mode):
    """Change the access permissions of the file given by file descriptor fd."""
    if not isinstance(fd, int):
        raise TypeError(f"'{type(fd).__name__}' object cannot be interpreted as an integer")
    chmod(fd, mode)


def pread(fd, length, offset, /):
    """Read a number of bytes from a file descriptor starting at a particular offset."""
    here = lseek(fd, 0, SEEK_CUR)
    try:
        lseek(fd, offset, SEEK_SET)
        return read(fd, length)
    finally:
        lseek(fd, here, SEEK_SET)


def pwrite(fd, buffer, offset, /):
    """Write bytes to a file descriptor starting at a particular offset."""
    here = lseek(fd, 0, SEEK_CUR)
    try:
        lseek(fd, offset, SEEK_SET)
        return write(fd, buffer)
    finally:
        lseek(fd, here, SEEK_SET)


def fdopen(fd, mode="r", buffering=-1, encoding=None, *args, **kwargs):
    if not isinstance(fd, int):
        raise TypeError(f"invalid fd type ({type(fd)}, expected integer)")
    import io

    if "b" not in mode:
        encoding = io.text_encoding(encoding)
    return io.open(fd, mode, buffering, encoding, *args, **kwargs)


# The environment.


class _Environ(MutableMapping):
    def __init__(self, data, encodekey, decodekey, encodevalue, decodevalue):
        self.encodekey = encodekey
        self.decodekey = decodekey
        self.encodevalue = encodevalue
        self.decodevalue = decodevalue
        self._data = data

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)
        value = self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        pairs = ", ".join(
            f"{self.decodekey(key)!r}: {self.decodevalue(value)!r}"
            for key, value in self._data.items()
        )
        return f"environ({{{pairs}}})"

    def copy(self):
        return dict(self)

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = dict(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        new = dict(other)
        new.update(self)
        return new


def _encode(value):
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value.encode("utf-8", "surrogateescape")


def _decode(value):
    return value.decode("utf-8", "surrogateescape")


def _check_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError(f"bytes expected, not {type(value).__name__}")
    return value


environ = _Environ(posix._environ(), _encode, _decode, _encode, _decode)
environb = _Environ(environ._data, _check_bytes, bytes, _check_bytes, bytes)


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environ.get(key, default)


def getenvb(key, default=None):
    """Get an environment variable, return None if it doesn't exist."""
    return environb.get(key, default)


def get_exec_path(env=None):
    """Returns the sequence of directories that will be searched for the named executable."""
    if env is None:
        env = environ
    path_list = env.get("PATH")
    if path_list is None:
        path_list = defpath
    return path_list.split(pathsep)


# The process.

geteuid = getuid
getegid = getgid


def get_terminal_size(fd=1, /):
    """Return the size of the terminal window as (columns, lines)."""
    return terminal_size(posix.get_terminal_size(fd))


def times():
    """Return a collection containing process timing information."""
    return times_result(posix._cpu_times())


def getlogin():
    """Return the actual login name."""
    for name in ("LOGNAME", "USER"):
        if value := environ.get(name):
            return value
    raise OSError(6, strerror(6))


def device_encoding(fd):
    """Return a string describing the encoding of a terminal's file descriptor."""
    return "UTF-8" if isatty(fd) else None


def closerange(fd_low, fd_high, /):
    """Closes all file descriptors in [fd_low, fd_high), ignoring errors."""
    for fd in range(fd_low, fd_high):
        try:
            close(fd)
        except OSError:
            pass
