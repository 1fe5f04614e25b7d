"""The classes beneath `io`: the bases, StringIO and BytesIO; the files lie in _io_files,
_io_text and _io_open, which are loaded when they are first asked for.

The hot methods are natives of _iocore. They reach the members in `__slots__` by number,
in the order of the sorted names: do not add to these lists without a look there."""

import _iocore

DEFAULT_BUFFER_SIZE = 8192

_FILES = {
    "FileIO": "_io_files",
    "BufferedReader": "_io_files",
    "BufferedWriter": "_io_files",
    "BufferedRandom": "_io_files",
    "BufferedRWPair": "_io_files",
    "TextIOWrapper": "_io_text",
    "open": "_io_open",
    "_open": "_io_open",
    "open_code": "_io_open",
    "text_encoding": "_io_open",
}

BlockingIOError = BlockingIOError


def __getattr__(name):
    home = _FILES.get(name)
    if home is None:
        raise AttributeError(f"module '_io' has no attribute {name!r}")
    found = globals()[name] = getattr(__import__(home), name)
    return found


def _kind(value):
    # As messages about arguments name it.
    return "None" if value is None else type(value).__name__


def _unpicklable(self, version):
    """`__reduce_ex__` of the streams that rest on a file."""
    name = type(self).__name__
    if version > 1 and type(self).__module__ == "_io":
        name = f"_io.{name}"
    raise TypeError(f"cannot pickle {name!r} object")


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


class _IOBase:
    """The abstract base class for all I/O classes."""

    __module__ = "_io"
    __slots__ = ("__dict__", "__weakref__")

    def seek(self, *args):
        """Change the stream position to the given byte offset."""
        raise UnsupportedOperation("seek")

    def tell(self):
        """Return current stream position."""
        return self.seek(0, 1)

    def truncate(self, pos=None, /):
        """Truncate file to size bytes."""
        raise UnsupportedOperation("truncate")

    def fileno(self):
        """Returns underlying file descriptor if one exists."""
        raise UnsupportedOperation("fileno")

    def flush(self):
        """Flush write buffers, if applicable."""
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def close(self):
        """Flush and close the IO object."""
        if not getattr(self, "__IOBase_closed", False):
            try:
                self.flush()
            finally:
                setattr(self, "__IOBase_closed", True)

    @property
    def closed(self):
        return getattr(self, "__IOBase_closed", False)

    def seekable(self):
        """Return whether object supports random access."""
        return False

    def readable(self):
        """Return whether object was opened for reading."""
        return False

    def writable(self):
        """Return whether object was opened for writing."""
        return False

    def isatty(self):
        """Return whether this is an 'interactive' stream."""
        self._checkClosed()
        return False

    def _checkClosed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _checkSeekable(self):
        if not self.seekable():
            raise UnsupportedOperation("File or stream is not seekable.")

    def _checkReadable(self):
        if not self.readable():
            raise UnsupportedOperation("File or stream is not readable.")

    def _checkWritable(self):
        if not self.writable():
            raise UnsupportedOperation("File or stream is not writable.")

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        """Read and return a line from the stream."""
        size = _iocore.limit(size)
        peek = getattr(self, "peek", None)
        parts = bytearray()
        while size < 0 or len(parts) < size:
            count = 1
            if peek is not None:
                ahead = peek(1)
                if ahead:
                    count = ahead.find(b"\n") + 1 or len(ahead)
                    if size >= 0:
                        count = min(count, size - len(parts))
            data = self.read(count)
            if not isinstance(data, bytes):
                raise OSError(
                    f"read() should have returned a bytes object, not '{type(data).__name__}'"
                )
            if not data:
                break
            parts += data
            if parts.endswith(b"\n"):
                break
        return bytes(parts)

    def readlines(self, hint=-1, /):
        """Return a list of lines from the stream."""
        if hint is not None and not hasattr(type(hint), "__index__"):
            raise TypeError(
                f"argument should be integer or None, not '{type(hint).__name__}'"
            )
        if hint is None or hint <= 0:
            return list(self)
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if size > hint:
                break
        return lines

    def writelines(self, lines, /):
        """Write a list of lines to stream."""
        self._checkClosed()
        for line in lines:
            self.write(line)


class _RawIOBase(_IOBase):
    """Base class for raw binary I/O."""

    __module__ = "_io"
    __slots__ = ()

    def read(self, size=-1, /):
        size = -1 if size is None else _iocore.index(size)
        if size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        if count is None:
            return None
        return bytes(buffer[:count])

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, b, /):
        raise NotImplementedError

    def readall(self):
        """Read until EOF, using multiple read() call."""
        parts = bytearray()
        while True:
            data = self.read(DEFAULT_BUFFER_SIZE)
            if data is None and not parts:
                return None
            if not data:
                return bytes(parts)
            parts += data


class _BufferedIOBase(_IOBase):
    """Base class for buffered IO objects."""

    __module__ = "_io"
    __slots__ = ()

    def read(self, size=-1, /):
        """Read and return up to n bytes."""
        raise UnsupportedOperation("read")

    def read1(self, size=-1, /):
        """Read and return up to n bytes, with at most one read() call."""
        raise UnsupportedOperation("read1")

    def write(self, b, /):
        """Write the given buffer to the IO stream."""
        raise UnsupportedOperation("write")

    def detach(self):
        """Disconnect this buffer from its underlying raw stream and return it."""
        raise UnsupportedOperation("detach")

    def readinto(self, buffer, /):
        return self._readinto(buffer, self.read)

    def readinto1(self, buffer, /):
        return self._readinto(buffer, self.read1)

    def _readinto(self, buffer, read):
        with memoryview(buffer) as view, view.cast("B") as target:
            if target.readonly:
                raise TypeError(
                    f"readinto() argument must be read-write bytes-like object, not {type(buffer).__name__}"
                )
            data = read(len(target))
            if not isinstance(data, bytes):
                raise TypeError(f"read() should return bytes")
            if len(data) > len(target):
                raise ValueError(
                    f"read() returned too much data: {len(target)} bytes requested, {len(data)} returned"
                )
            target[: len(data)] = data
        return len(data)


class _TextIOBase(_IOBase):
    """Base class for text I/O."""

    __module__ = "_io"
    __slots__ = ()

    def detach(self):
        """Separate the underlying buffer from the TextIOBase and return it."""
        raise UnsupportedOperation("detach")

    def read(self, size=-1, /):
        """Read at most n characters from stream."""
        raise UnsupportedOperation("read")

    def readline(self, size=-1, /):
        """Read until newline or EOF."""
        raise UnsupportedOperation("readline")

    def write(self, s, /):
        """Write string to stream."""
        raise UnsupportedOperation("write")

    @property
    def encoding(self):
        return None

    @property
    def newlines(self):
        return None

    @property
    def errors(self):
        return None


# What `newlines` says, by the bits of what was seen: \n, \r, \r\n.
_NEWLINES = (
    None,
    "\n",
    "\r",
    ("\r", "\n"),
    "\r\n",
    ("\n", "\r\n"),
    ("\r", "\r\n"),
    ("\r", "\n", "\r\n"),
)


class IncrementalNewlineDecoder:
    """Codec used when reading a file in universal newlines mode."""

    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        """Initialize self.  See help(type(self)) for accurate signature."""
        self._decoder = decoder
        self._translate = bool(translate)
        self._errors = errors
        self._seen = 0
        self._pending = False

    def decode(self, /, input, final=False):
        if self._decoder is None:
            output = input
        else:
            output = self._decoder.decode(input, final)
        if not isinstance(output, str):
            raise TypeError(
                f"decoder should return a string result, not '{type(output).__name__}'"
            )
        if self._pending and (output or final):
            output = "\r" + output
            self._pending = False
        if not final and output.endswith("\r"):
            output = output[:-1]
            self._pending = True
        output, seen = _iocore.translate(output, not self._translate, final)
        self._seen |= seen
        return output

    def getstate(self, /):
        if self._decoder is None:
            data, flag = b"", 0
        else:
            data, flag = self._decoder.getstate()
        return data, flag << 1 | self._pending

    def setstate(self, state, /):
        if not isinstance(state, tuple):
            raise TypeError("state argument must be a tuple")
        data, flag = state
        self._pending = bool(flag & 1)
        if self._decoder is not None:
            self._decoder.setstate((data, flag >> 1))

    def reset(self, /):
        self._seen = 0
        self._pending = False
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        return _NEWLINES[self._seen]


class StringIO(_TextIOBase):
    """Text I/O implementation using an in-memory buffer."""

    __module__ = "_io"
    # By number in _iocore.
    __slots__ = ("_at", "_buffer", "_count", "_mode", "_newline", "_seen")

    __init__ = _iocore.string_init
    write = _iocore.string_write
    getvalue = _iocore.string_getvalue
    read = _iocore.string_read
    readline = _iocore.string_readline
    __next__ = _iocore.string_next
    seek = _iocore.string_seek
    tell = _iocore.string_tell
    truncate = _iocore.string_truncate

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if "readline" in cls.__dict__ and "__next__" not in cls.__dict__:
            cls.__next__ = _IOBase.__next__

    def _live(self):
        if self._buffer is None:
            raise ValueError("I/O operation on closed file")

    def close(self, /):
        """Close the file; its text is gone."""
        self._buffer = None

    def flush(self):
        pass

    @property
    def closed(self):
        return self._buffer is None

    @property
    def line_buffering(self):
        self._live()
        return False

    @property
    def newlines(self):
        self._live()
        return _NEWLINES[self._seen]

    def readable(self, /):
        """Returns True if the IO object can be read."""
        self._live()
        return True

    def writable(self, /):
        """Returns True if the IO object can be written."""
        self._live()
        return True

    def seekable(self, /):
        """Returns True if the IO object can be seeked."""
        self._live()
        return True

    def __getstate__(self):
        return self.getvalue(), self._newline, self._count, dict(self.__dict__) or None

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) < 4:
            raise TypeError(
                f"{type(self).__name__}.__setstate__ argument should be 4-tuple, got {type(state).__name__}"
            )
        value, newline, position, attributes = state[:4]
        self.__init__("", newline)
        mode, self._mode = self._mode, self._mode & 3
        self.write(value)
        self._mode = mode
        if not isinstance(position, int):
            raise TypeError(
                f"third item of state must be an integer, got {type(position).__name__}"
            )
        if position < 0:
            raise ValueError("position value cannot be negative")
        self.seek(position)
        if attributes is not None:
            self.__dict__.update(attributes)


class BytesIO(_BufferedIOBase):
    """Buffered I/O implementation using an in-memory bytes buffer."""

    __module__ = "_io"
    # By number in _iocore.
    __slots__ = ("_at", "_buffer")

    __init__ = _iocore.bytes_init
    write = _iocore.bytes_write
    getvalue = _iocore.bytes_getvalue
    read = _iocore.bytes_read
    read1 = _iocore.bytes_read
    readline = _iocore.bytes_readline
    __next__ = _iocore.bytes_next
    seek = _iocore.bytes_seek
    tell = _iocore.bytes_tell
    truncate = _iocore.bytes_truncate

    def _live(self):
        if self._buffer is None:
            raise ValueError("I/O operation on closed file.")

    def close(self, /):
        """Disable all I/O operations."""
        if self._buffer is not None:
            # Refused while a memoryview shows the bytes.
            self._buffer.clear()
            self._buffer = None

    @property
    def closed(self):
        """Whether the file is closed."""
        return self._buffer is None

    def __iter__(self, /):
        """Implement iter(self)."""
        return self

    def getbuffer(self, /):
        """Get a read-write view over the contents of the BytesIO object."""
        self._live()
        return memoryview(self._buffer)

    def readinto(self, buffer, /):
        """Read bytes into buffer."""
        self._live()
        with memoryview(buffer) as view, view.cast("B") as target:
            if target.readonly:
                raise TypeError(
                    f"readinto() argument must be read-write bytes-like object, not {type(buffer).__name__}"
                )
            data = self.read(len(target))
            target[: len(data)] = data
        return len(data)

    def readlines(self, size=None, /):
        """List of bytes objects, each a line from the file."""
        self._live()
        if size is not None and not isinstance(size, int):
            raise TypeError(f"integer argument expected, got '{type(size).__name__}'")
        return super().readlines(size)

    def flush(self, /):
        """Does nothing."""
        self._live()

    def isatty(self, /):
        """Always returns False."""
        self._live()
        return False

    def readable(self, /):
        """Returns True if the IO object can be read."""
        self._live()
        return True

    def writable(self, /):
        """Returns True if the IO object can be written."""
        self._live()
        return True

    def seekable(self, /):
        """Returns True if the IO object can be seeked."""
        self._live()
        return True

    def __getstate__(self):
        return self.getvalue(), self._at, dict(self.__dict__) or None

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) < 3:
            raise TypeError(
                f"{type(self).__name__}.__setstate__ argument should be 3-tuple, got {type(state).__name__}"
            )
        value, position, attributes = state[:3]
        self.__init__(value)
        if not isinstance(position, int):
            raise TypeError(
                f"second item of state must be an integer, not {type(position).__name__}"
            )
        if position < 0:
            raise ValueError("position value cannot be negative")
        self._at = position
        if attributes is not None:
            self.__dict__.update(attributes)
