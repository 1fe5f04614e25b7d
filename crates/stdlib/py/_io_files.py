"""Files of bytes: FileIO, which calls the system, and the buffers above it."""

import _iocore
import posix
from _io import (
    DEFAULT_BUFFER_SIZE,
    UnsupportedOperation,
    _BufferedIOBase,
    _RawIOBase,
    _unpicklable,
)

# Files that hold what is not written yet, by id: they live until it is.
_dirty = _iocore.dirty

_READ_WRITE = 0o2
_WRITE = 0o1
_CREATE = 0o100
_EXCLUSIVE = 0o200
_TRUNCATE = 0o1000
_APPEND = 0o2000
_CLOEXEC = 0o2000000

_FOLDER = 0o040000


def _clean():
    # Before another file is opened or looked at, and at the end of the program.
    for file in list(_dirty.values()):
        try:
            file.flush()
        except Exception:
            pass
    _dirty.clear()


# What finalizers leave open: the streams of `sys` with their parts, by their ids.
_lasting = set()


def _finish(self):
    try:
        if id(self) in _lasting:
            self.flush()
        elif not self.closed:
            self.close()
    except Exception:
        pass


_length = _iocore.limit


def _room(buffer):
    try:
        view = memoryview(buffer)
        if not view.readonly:
            return view
    except TypeError:
        pass
    raise TypeError(
        f"readinto() argument must be read-write bytes-like object, not {type(buffer).__name__}"
    )


class FileIO(_RawIOBase):
    """Open a file."""

    __module__ = "_io"
    __slots__ = ("_closefd", "_created", "_fd", "_readable", "_seekable", "_writable", "_appending")
    __reduce_ex__ = _unpicklable

    def __new__(cls, *args, **kwargs):
        """Create and return a new object.  See help(type) for accurate signature."""
        self = super().__new__(cls)
        self._fd = -1
        self._closefd = True
        return self

    def __init__(self, file, mode="r", closefd=True, opener=None):
        """Initialize self.  See help(type(self)) for accurate signature."""
        if self._fd >= 0:
            if self._closefd:
                self.close()
            self._fd = -1
        if not isinstance(mode, str):
            raise TypeError(f"FileIO() argument 2 must be str, not {type(mode).__name__}")
        if isinstance(file, float):
            raise TypeError("integer argument expected, got float")
        fd = -1
        if isinstance(file, int):
            fd = int(file)
            if fd < 0:
                raise ValueError("negative file descriptor")
        kinds = [letter for letter in mode if letter in "xrwa"]
        if not set(mode) <= set("xrwab+"):
            raise ValueError(f"invalid mode: {mode}")
        if len(kinds) != 1 or mode.count("+") > 1:
            raise ValueError(
                "Must have exactly one of create/read/write/append mode and at most one plus"
            )
        plus = "+" in mode
        self._created = kinds[0] == "x"
        self._appending = kinds[0] == "a"
        self._readable = kinds[0] == "r" or plus
        self._writable = kinds[0] != "r" or plus
        self._seekable = None
        flags = _READ_WRITE if plus else _WRITE if self._writable else 0
        flags |= {
            "r": 0,
            "w": _CREATE | _TRUNCATE,
            "a": _CREATE | _APPEND,
            "x": _CREATE | _EXCLUSIVE,
        }[kinds[0]]
        flags |= _CLOEXEC
        self._closefd = bool(closefd)
        opened = fd < 0
        if opened:
            if not closefd:
                raise ValueError("Cannot use closefd=False with file name")
            if opener is None:
                fd = posix.open(file, flags, 0o666)
            else:
                fd = opener(file, flags)
                if not isinstance(fd, int):
                    raise TypeError("expected integer from opener")
                if fd < 0:
                    raise ValueError(f"opener returned {fd}")
        try:
            if posix._stat(fd, True, "fstat")[0] & 0o170000 == _FOLDER:
                raise OSError(21, "Is a directory", file)
            self.name = file
            if self._appending:
                try:
                    posix.lseek(fd, 0, 2)
                except OSError:
                    pass
        except BaseException:
            if opened:
                posix.close(fd)
            raise
        self._fd = fd

    __del__ = _finish

    def __repr__(self, /):
        """Return repr(self)."""
        name = f"<{type(self).__module__}.{type(self).__qualname__}"
        if self._fd < 0:
            return f"{name} [closed]>"
        try:
            called = f"name={self.name!r}"
        except AttributeError:
            called = f"fd={self._fd}"
        return f"{name} {called} mode={self.mode!r} closefd={self._closefd}>"

    def _check(self):
        if self._fd < 0:
            raise ValueError("I/O operation on closed file")

    def _check_reads(self):
        self._check()
        if not self._readable:
            raise UnsupportedOperation("File not open for reading")

    def _check_writes(self):
        self._check()
        if not self._writable:
            raise UnsupportedOperation("File not open for writing")

    @property
    def closed(self):
        """True if the file is closed"""
        return self._fd < 0

    @property
    def closefd(self):
        """True if the file descriptor will be closed by close()."""
        return self._closefd

    @property
    def mode(self):
        """String giving the file mode"""
        if self._created:
            return "xb+" if self._readable else "xb"
        if self._appending:
            return "ab+" if self._readable else "ab"
        if self._readable:
            return "rb+" if self._writable else "rb"
        return "wb"

    def read(self, size=-1, /):
        """Read so many bytes at most, or all up to the end."""
        self._check_reads()
        size = _length(size)
        if size < 0:
            return self.readall()
        return posix.read(self._fd, size)

    def readall(self, /):
        """Read all data from the file, returned as bytes."""
        self._check_reads()
        data = posix.read(self._fd, 1 << 16)
        if len(data) < 1 << 16:
            more = posix.read(self._fd, 1 << 16) if data else b""
            if not more:
                return data
            data += more
        parts = bytearray(data)
        while True:
            data = posix.read(self._fd, 1 << 20)
            if not data:
                return bytes(parts)
            parts += data

    def readinto(self, buffer, /):
        """Same as RawIOBase.readinto()."""
        self._check_reads()
        with _room(buffer) as view, view.cast("B") as target:
            data = posix.read(self._fd, len(target))
            target[: len(data)] = data
        return len(data)

    def write(self, b, /):
        """Write buffer b to file, return number of bytes written."""
        self._check_writes()
        return posix.write(self._fd, b)

    def seek(self, pos, whence=0, /):
        """Move to new file position and return the file position."""
        self._check()
        return posix.lseek(self._fd, pos, whence)

    def tell(self, /):
        """Current file position."""
        self._check()
        return posix.lseek(self._fd, 0, 1)

    def truncate(self, size=None, /):
        """Truncate the file to at most size bytes and return the truncated size."""
        self._check_writes()
        if size is None:
            size = self.tell()
        posix.truncate(self._fd, size)
        return size

    def close(self, /):
        """Close the file."""
        if self._fd < 0:
            return
        try:
            super().close()
        finally:
            fd, self._fd = self._fd, -1
            if self._closefd:
                posix.close(fd)

    def seekable(self, /):
        """True if file supports random-access."""
        self._check()
        if self._seekable is None:
            try:
                posix.lseek(self._fd, 0, 1)
                self._seekable = True
            except OSError:
                self._seekable = False
        return self._seekable

    def readable(self, /):
        """True if file was opened in a read mode."""
        self._check()
        return self._readable

    def writable(self, /):
        """True if file was opened in a write mode."""
        self._check()
        return self._writable

    def fileno(self, /):
        """Return the underlying file descriptor (an integer)."""
        self._check()
        return self._fd

    def isatty(self, /):
        """True if the file is connected to a TTY device."""
        self._check()
        return posix.isatty(self._fd)


class _Buffered(_BufferedIOBase):
    """What the buffers share: a raw stream, what was read ahead and what is not written."""

    # By number in _iocore.
    __slots__ = ("_ahead", "_pending", "_pos", "_raw", "_size")
    __module__ = "_io"
    __reduce_ex__ = _unpicklable

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if "readline" in cls.__dict__ and "__next__" not in cls.__dict__:
            cls.__next__ = _BufferedIOBase.__next__

    def _begin(self, raw, buffer_size):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self._raw = raw
        self._size = buffer_size
        self._ahead = b""
        self._pos = 0
        self._pending = bytearray()

    __del__ = _finish

    @property
    def raw(self):
        raw = self._stream()
        return raw

    def _stream(self):
        try:
            raw = self._raw
        except AttributeError:
            raise ValueError("I/O operation on uninitialized object") from None
        if raw is None:
            raise ValueError("raw stream has been detached")
        return raw

    def _live(self, what):
        raw = self._stream()
        if raw.closed:
            raise ValueError(what)
        return raw

    def __repr__(self):
        name = f"{type(self).__module__}.{type(self).__qualname__}"
        try:
            called = self.name
        except (AttributeError, ValueError):
            return f"<{name}>"
        return f"<{name} name={called!r}>"

    @property
    def closed(self):
        return self._stream().closed

    @property
    def name(self):
        return self._stream().name

    @property
    def mode(self):
        return self._stream().mode

    def detach(self):
        raw = self._stream()
        self.flush()
        self._raw = None
        self._ahead = b""
        return raw

    def fileno(self):
        return self._stream().fileno()

    def isatty(self):
        return self._stream().isatty()

    def seekable(self):
        return self._stream().seekable()

    def flush(self):
        self._live("flush of closed file")
        self._write_out()

    def close(self):
        raw = self._stream()
        if not raw.closed:
            try:
                self.flush()
            finally:
                self._pending.clear()
                self._ahead = b""
                _dirty.pop(id(self), None)
                raw.close()

    def tell(self):
        position = self._stream().tell()
        if position < 0:
            raise OSError(f"Raw stream returned invalid position {position}")
        return position - (len(self._ahead) - self._pos) + len(self._pending)

    def seek(self, target, whence=0, /):
        raw = self._live("seek of closed file")
        if whence not in (0, 1, 2):
            raise ValueError(f"whence value {whence} unsupported")
        if not raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        target = _iocore.index(target)
        if whence != 2 and not self._pending and self._ahead:
            # Within what was read ahead nothing is read again.
            here = raw.tell()
            wanted = target if whence == 0 else here - (len(self._ahead) - self._pos) + target
            at = len(self._ahead) - (here - wanted)
            if 0 <= at <= len(self._ahead):
                self._pos = at
                return wanted
        self._write_out()
        if whence == 1:
            target -= len(self._ahead) - self._pos
        position = raw.seek(target, whence)
        self._ahead = b""
        self._pos = 0
        if position < 0:
            raise OSError(f"Raw stream returned invalid position {position}")
        return position

    def truncate(self, pos=None, /):
        raw = self._live("truncate of closed file")
        if not raw.writable():
            raise UnsupportedOperation("truncate")
        self._write_out()
        if pos is None:
            pos = self.tell()
        if self._ahead:
            here = self.tell()
            self._ahead = b""
            self._pos = 0
            raw.seek(here)
        return raw.truncate(pos)

    def _write_out(self):
        pending = self._pending
        if not pending:
            return
        raw = self._raw
        while pending:
            written = raw.write(bytes(pending))
            if written is None:
                raise BlockingIOError(11, "write could not complete without blocking", 0)
            if not 0 <= written <= len(pending):
                raise OSError(
                    f"raw write() returned invalid length {written} (should have been between 0 and {len(pending)})"
                )
            del pending[:written]
        _dirty.pop(id(self), None)

    def _read_raw(self, size):
        data = self._raw.read(size)
        if data is not None and not isinstance(data, bytes):
            data = bytes(data)
        return data

    # Reading.

    def _do_read(self, size=-1, /):
        raw = self._live("read of closed file")
        size = _length(size)
        if size < -1:
            raise ValueError("read length must be non-negative or -1")
        self._write_out()
        rest = self._ahead[self._pos :]
        if size == -1:
            self._ahead = b""
            self._pos = 0
            readall = getattr(raw, "readall", None)
            if readall is not None:
                data = readall()
                if data is not None and not isinstance(data, bytes):
                    raise TypeError("readall() should return bytes")
                if not rest:
                    return data
                return rest + data if data else rest
            parts = bytearray(rest)
            while True:
                data = self._read_raw(self._size)
                if not data:
                    return bytes(parts) if parts or data is not None else None
                parts += data
        if size <= len(rest):
            self._pos += size
            return rest[:size]
        parts = bytearray(rest)
        self._ahead = b""
        self._pos = 0
        while len(parts) < size:
            wanted = size - len(parts)
            data = self._read_raw(max(self._size, wanted // self._size * self._size))
            if not data:
                if data is None and not parts:
                    return None
                break
            parts += data[:wanted]
            if len(data) > wanted:
                self._ahead = data
                self._pos = wanted
        return bytes(parts)

    def _fill(self):
        if self._pos >= len(self._ahead):
            self._write_out()
            self._ahead = self._read_raw(self._size) or b""
            self._pos = 0

    def _do_peek(self, size=0, /):
        """Return what was read ahead, at least a byte of it but at the end."""
        self._live("peek of closed file")
        self._fill()
        return self._ahead[self._pos :]

    def _do_read1(self, size=-1, /):
        self._live("read of closed file")
        size = _iocore.index(size)
        if size < 0:
            size = self._size
        if size == 0:
            return b""
        if self._pos >= len(self._ahead):
            self._write_out()
            data = self._read_raw(size) or b""
            self._ahead = b""
            self._pos = 0
            return data
        data = self._ahead[self._pos : self._pos + size]
        self._pos += len(data)
        return data

    def _readinto(self, buffer, read):
        with _room(buffer) as view, view.cast("B") as target:
            data = read(len(target))
            if data is None:
                return None
            target[: len(data)] = data
        return len(data)

    def _do_readline(self, size=-1, /):
        self._live("readline of closed file")
        if size is None or size == -1:
            end = self._ahead.find(b"\n", self._pos) + 1
            if end:
                line = self._ahead[self._pos : end]
                self._pos = end
                return line
            size = -1
        else:
            size = _length(size)
        parts = bytearray()
        while size < 0 or len(parts) < size:
            self._fill()
            if self._pos >= len(self._ahead):
                break
            end = self._ahead.find(b"\n", self._pos) + 1
            stop = end or len(self._ahead)
            if size >= 0:
                stop = min(stop, self._pos + size - len(parts))
            parts += self._ahead[self._pos : stop]
            self._pos = stop
            if stop == end:
                break
        return bytes(parts)

    # Writing.

    def _keep_some(self, b, before):
        # The raw stream takes nothing now: what has room waits.
        pending = self._pending
        room = max(self._size - len(pending), 0)
        if pending or b:
            _dirty[id(self)] = self
        pending += b[:room]
        if len(b) > room:
            raise BlockingIOError(
                11, "write could not complete without blocking", before + room
            )

    def _do_write(self, b, /):
        raw = self._live("write to closed file")
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        if isinstance(b, bytes):
            count = len(b)
        else:
            try:
                b = memoryview(b).tobytes()
            except TypeError:
                raise TypeError(
                    f"a bytes-like object is required, not '{type(b).__name__}'"
                ) from None
            count = len(b)
        if self._ahead:
            # The raw stream stands behind what was read ahead.
            behind = len(self._ahead) - self._pos
            self._ahead = b""
            self._pos = 0
            if behind:
                raw.seek(-behind, 1)
        pending = self._pending
        if len(pending) + count > self._size:
            try:
                self._write_out()
            except BlockingIOError:
                self._keep_some(b, 0)
                return count
            while len(b) > self._size:
                written = raw.write(b)
                if written is None:
                    self._keep_some(b, count - len(b))
                    return count
                if not 0 <= written <= len(b):
                    raise OSError(
                        f"raw write() returned invalid length {written} (should have been between 0 and {len(b)})"
                    )
                b = b[written:]
        if b:
            if not pending:
                _dirty[id(self)] = self
            pending += b
        return count


class BufferedReader(_Buffered):
    """Create a new buffered reader using the given readable raw IO object."""

    __module__ = "_io"
    __slots__ = ()

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        """Initialize self.  See help(type(self)) for accurate signature."""
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        self._begin(raw, buffer_size)

    read = _Buffered._do_read
    read1 = _Buffered._do_read1
    peek = _Buffered._do_peek
    readline = _iocore.buffer_readline
    __next__ = _iocore.buffer_next

    def flush(self):
        self._stream().flush()

    def readable(self):
        return self._stream().readable()


class BufferedWriter(_Buffered):
    """A buffer for a writeable sequential RawIO object."""

    __module__ = "_io"
    __slots__ = ()

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        """Initialize self.  See help(type(self)) for accurate signature."""
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self._begin(raw, buffer_size)

    write = _Buffered._do_write

    def writable(self):
        return self._stream().writable()


class BufferedRandom(_Buffered):
    """A buffered interface to random access streams."""

    __module__ = "_io"
    __slots__ = ()

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        """Initialize self.  See help(type(self)) for accurate signature."""
        if not raw.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")
        if not raw.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not raw.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self._begin(raw, buffer_size)

    read = _Buffered._do_read
    read1 = _Buffered._do_read1
    peek = _Buffered._do_peek
    readline = _iocore.buffer_readline
    write = _Buffered._do_write
    __next__ = _iocore.buffer_next

    def readable(self):
        return self._stream().readable()

    def writable(self):
        return self._stream().writable()


class BufferedRWPair(_BufferedIOBase):
    """A buffered reader and writer object together."""

    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        """Initialize self.  See help(type(self)) for accurate signature."""
        if not reader.readable():
            raise UnsupportedOperation("File or stream is not readable.")
        if not writer.writable():
            raise UnsupportedOperation("File or stream is not writable.")
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    __del__ = _finish

    def read(self, size=-1, /):
        return self.reader.read(size)

    def readinto(self, buffer, /):
        return self.reader.readinto(buffer)

    def write(self, b, /):
        return self.writer.write(b)

    def peek(self, size=0, /):
        return self.reader.peek(size)

    def read1(self, size=-1, /):
        return self.reader.read1(size)

    def readinto1(self, buffer, /):
        return self.reader.readinto1(buffer)

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def flush(self):
        return self.writer.flush()

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    def isatty(self):
        return self.reader.isatty() or self.writer.isatty()

    @property
    def closed(self):
        return self.writer.closed
