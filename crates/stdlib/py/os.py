"""OS routines: files, folders, the environment and the process.

What the embedder does not lend is an OSError; processes are not started."""

import abc
import posix
import stat as st
import sys
from _collections_abc import GenericAlias, Mapping, MutableMapping
from _os_results import stat_result, terminal_size, times_result
from posix import (
    _exit,
    access,
    chdir,
    chmod,
    close,
    cpu_count,
    dup,
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

    __slots__ = ("_name", "_path", "_kind", "_inode", "_stat", "_lstat")
    __module__ = "posix"

    def __new__(cls, *args):
        if cls is not DirEntry or not args or args[0] is not _MAKE:
            raise TypeError("cannot create 'posix.DirEntry' instances")
        return super().__new__(cls)

    def __init__(self, _, folder, name, kind, inode):
        self._name = name
        self._path = path.join(folder, name)
        self._kind = kind
        self._inode = inode
        self._stat = self._lstat = None

    @property
    def name(self):
        """the entry's base filename, relative to scandir() "path" argument"""
        return self._name

    @property
    def path(self):
        """the entry's full path name; equivalent to os.path.join(scandir_path, entry.name)"""
        return self._path

    __class_getitem__ = classmethod(GenericAlias)

    def __fspath__(self, /):
        """Return the path of the entry."""
        return self._path

    def __repr__(self, /):
        """Return repr(self)."""
        return f"<DirEntry {self._name!r}>"

    def inode(self, /):
        """Return inode of the entry; cached per entry."""
        return self._inode

    def stat(self, /, *, follow_symlinks=True):
        """Return stat_result object for the entry; cached per entry."""
        if follow_symlinks and self._kind == st.S_IFLNK:
            if self._stat is None:
                self._stat = stat(self._path)
            return self._stat
        if self._lstat is None:
            self._lstat = lstat(self._path)
        return self._lstat

    def _is(self, kind, follow_symlinks):
        if follow_symlinks and self._kind == st.S_IFLNK:
            try:
                return st.S_IFMT(self.stat().st_mode) == kind
            except FileNotFoundError:
                return False
        return self._kind == kind

    def is_dir(self, /, *, follow_symlinks=True):
        """Return True if the entry is a directory; cached per entry."""
        return self._is(st.S_IFDIR, follow_symlinks)

    def is_file(self, /, *, follow_symlinks=True):
        """Return True if the entry is a file; cached per entry."""
        return self._is(st.S_IFREG, follow_symlinks)

    def is_symlink(self, /):
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
    return _walk(fspath(top), topdown, onerror, followlinks)


def _walk(sys_top, topdown, onerror, followlinks):
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
                yield from _walk(inner, topdown, onerror, followlinks)
    else:
        for inner in below:
            yield from _walk(inner, topdown, onerror, followlinks)
        yield sys_top, dirs, nondirs


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Set the access and modified time of path."""
    _no_folder(dir_fd)
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None:
        if not isinstance(times, tuple) or len(times) != 2:
            raise TypeError("utime: 'times' must be either a tuple of two ints or None")
        ns = tuple(t * 10**9 if isinstance(t, int) else _nanoseconds(t) for t in times)
    elif ns is not None:
        if not isinstance(ns, tuple) or len(ns) != 2:
            raise TypeError("utime: 'ns' must be a tuple of two ints")
        ns = tuple(_index(t) for t in ns)
    if ns is not None:
        for t in ns:
            _check_time(t // 10**9)
    posix._times(path, ns, follow_symlinks)


def _nanoseconds(seconds):
    if not isinstance(seconds, float):
        return _index(seconds) * 10**9
    if seconds != seconds:
        raise ValueError("Invalid value NaN (not a number)")
    whole = seconds // 1
    _check_time(whole)
    return int(whole) * 10**9 + int((seconds - whole) * 1e9)


def _check_time(seconds):
    if not -(2**63) <= seconds < 2**63:
        raise OverflowError("timestamp out of range for platform time_t")


def _index(number):
    # What may stand for an int.
    try:
        return range(number).stop
    except OverflowError:
        return number


def _descriptor(fd):
    if isinstance(fd, int):
        return fd
    fileno = getattr(fd, "fileno", None)
    if fileno is None:
        raise TypeError("argument must be an int, or have a fileno() method.")
    found = fileno()
    if not isinstance(found, int):
        raise TypeError("fileno() returned a non-integer")
    if found < 0:
        raise ValueError(f"file descriptor cannot be a negative integer ({found})")
    return found


def fsync(fd):
    """Force write of fd to disk."""
    posix.fsync(_descriptor(fd))


def fdatasync(fd):
    """Force write of fd to disk without forcing update of metadata."""
    posix.fdatasync(_descriptor(fd))


def _unnamed(function, fd, value):
    # An error of a call by number names no file.
    try:
        function(_index(fd), value)
    except OSError as error:
        raise OSError(error.errno, error.strerror) from None


def ftruncate(fd, length, /):
    """Truncate a file, specified by file descriptor, to a specific length."""
    _unnamed(truncate, fd, length)


def fchmod(fd, mode):
    """Change the access permissions of the file given by file descriptor fd."""
    _unnamed(chmod, fd, mode)


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


def geteuid():
    """Return the current process's effective user id."""
    return getuid()


def getegid():
    """Return the current process's effective group id."""
    return getgid()


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
