"""Files of text: TextIOWrapper over a buffer of bytes.

Text that was read ahead is one piece (`_chars`), in which the file stands at a byte
(`_at`); text that is not written yet is encoded (`_pending`). Natives of _iocore know
these members by number, and leave to the methods with an underscore what is unusual."""

import _iocore
from _io import (
    _NEWLINES,
    IncrementalNewlineDecoder,
    UnsupportedOperation,
    _TextIOBase,
    _kind,
    _unpicklable,
)
from _io_files import _dirty, _finish, _length

_CHUNK = 8192

_UTF_8 = {"utf-8", "utf8", "u8", "utf", "cp65001", "locale"}


def _family(encoding):
    name = encoding.lower().replace("_", "-")
    if name in _UTF_8:
        return "utf-8"
    for family in ("utf-8-sig", "utf-16", "utf-32"):
        if name == family or name == family.replace("-", "", 1):
            return family
    for width in ("utf-16", "utf-32"):
        for order in ("le", "be"):
            if name.replace("-", "") == width.replace("-", "") + order:
                return f"{width}-{order}"
    return "other"


class _Decoder:
    """An incremental decoder: bytes of a character that is not whole wait."""

    def __init__(self, encoding, errors):
        self.encoding = encoding
        self.errors = errors
        self.family = self.started = _family(encoding)
        self.rest = b""

    def copy(self):
        twin = _Decoder(self.encoding, self.errors)
        twin.started = self.started
        twin.rest = self.rest
        return twin

    def reset(self, to_start=True):
        self.rest = b""
        if to_start:
            self.started = self.family

    def decode(self, data, final=False):
        if not isinstance(data, bytes):
            data = bytes(data)
        if self.rest:
            data = self.rest + data
            self.rest = b""
        if self.started in ("utf-8-sig", "utf-16", "utf-32"):
            data = self._mark(data, final)
        kind = self.started
        if kind == "utf-8":
            whole = len(data) if final else _iocore.utf8_whole(data)
            name = self.encoding if self.family == "other" else "utf-8"
        elif kind.startswith(("utf-16-", "utf-32-")) and kind != self.family or kind[-3:] in ("-le", "-be"):
            whole = self._units(data, kind, final)
            name = kind
        else:
            whole = len(data)
            name = self.encoding
        if whole < len(data):
            self.rest = data[whole:]
            data = data[:whole]
        return data.decode(name, self.errors)

    def _mark(self, data, final):
        if self.started == "utf-8-sig":
            if len(data) < 3 and not final and b"\xef\xbb\xbf".startswith(data):
                self.rest = data
                return b""
            self.started = "utf-8"
            return data.removeprefix(b"\xef\xbb\xbf")
        size = 2 if self.started == "utf-16" else 4
        if len(data) < size:
            if not final:
                self.rest = data
                return b""
            return data
        for order, mark in (("le", b"\xff\xfe"), ("be", b"\xfe\xff")):
            if size == 4:
                mark = mark + b"\0\0" if order == "le" else b"\0\0" + mark
            if data.startswith(mark):
                self.started += "-" + order
                return data[size:]
        self.started += "-le"
        return data

    @staticmethod
    def _units(data, kind, final):
        if final:
            return len(data)
        size = 2 if kind.startswith("utf-16") else 4
        whole = len(data) // size * size
        if size == 2 and whole >= 2:
            last = int.from_bytes(data[whole - 2 : whole], "little" if kind.endswith("le") else "big")
            if 0xD800 <= last < 0xDC00:
                whole -= 2
        return whole


class _Work:
    """What a wrapper knows besides its members."""

    __slots__ = (
        "encoding",
        "errors",
        "newline",
        "line_buffering",
        "write_through",
        "translates",
        "family",
        "marked",
        "decoder",
        "newlines",
        "universal",
        "seekable",
        "chunk",
        "before",
        "reads",
        "writes",
        "host",
        "fails",
    )


class TextIOWrapper(_TextIOBase):
    """Character and line based layer over a BufferedIOBase object, buffer."""

    __module__ = "_io"
    # By number in _iocore.
    __slots__ = (
        "_at",
        "_buffer",
        "_chars",
        "_mode",
        "_pending",
        "_quick",
        "_telling",
        "_work",
    )

    _CHUNK_SIZE = _CHUNK

    write = _iocore.text_write
    readline = _iocore.text_readline
    __next__ = _iocore.text_next
    _take = _iocore.text_take
    _rest = _iocore.text_rest
    __reduce_ex__ = _unpicklable

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        if "readline" in cls.__dict__ and "__next__" not in cls.__dict__:
            cls.__next__ = _TextIOBase.__next__

    def __init__(
        self,
        buffer,
        encoding=None,
        errors=None,
        newline=None,
        line_buffering=False,
        write_through=False,
    ):
        """Initialize self.  See help(type(self)) for accurate signature."""
        for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None and not isinstance(value, str):
                raise TypeError(
                    f"TextIOWrapper() argument '{name}' must be str or None, not {_kind(value)}"
                )
        _check_newline(newline)
        if encoding is None or encoding == "locale":
            encoding = "utf-8"
        "".encode(encoding)
        work = _Work()
        work.fails = False
        work.host = 0
        work.reads = bool(buffer.readable())
        work.writes = bool(buffer.writable())
        work.seekable = bool(buffer.seekable())
        work.line_buffering = bool(line_buffering)
        work.write_through = bool(write_through)
        self._buffer = buffer
        self._work = work
        self._pending = bytearray()
        self._telling = work.seekable
        self._set(encoding, errors or "strict", newline)
        if work.seekable and work.writes and buffer.tell() != 0:
            work.marked = True

    def _set(self, encoding, errors, newline):
        work = self._work
        work.encoding = encoding
        work.errors = errors
        work.newline = newline
        work.family = _family(encoding)
        work.marked = False
        work.decoder = None
        work.newlines = None
        work.universal = newline is None or newline == ""
        work.translates = newline if newline in ("\r", "\r\n") else ""
        self._mode = {None: 0, "": 1, "\n": 0, "\r": 2, "\r\n": 3}[newline]
        self._forget()
        self._hurry()

    def _hurry(self):
        work = self._work
        plain = (
            work.writes
            and work.family == "utf-8"
            and not work.translates
            and not work.line_buffering
            and not work.write_through
        )
        self._quick = (work.host or 1) if plain else 0

    def _forget(self):
        self._chars = ""
        self._at = 0
        self._work.chunk = None

    __del__ = _finish

    def __repr__(self, /):
        """Return repr(self)."""
        text = f"<{type(self).__module__}.{type(self).__qualname__}"
        try:
            text += f" name={self.name!r}"
        except Exception:
            pass
        try:
            text += f" mode={self.mode!r}"
        except Exception:
            pass
        return f"{text} encoding={self.encoding!r}>"

    def _state(self):
        try:
            work = self._work
        except AttributeError:
            raise ValueError("I/O operation on uninitialized object") from None
        if self._buffer is None:
            raise ValueError("underlying buffer has been detached")
        return work

    def _live(self):
        work = self._state()
        if self._buffer.closed:
            raise ValueError("I/O operation on closed file.")
        return work

    @property
    def buffer(self):
        self._state()
        return self._buffer

    @property
    def encoding(self):
        return self._state_of().encoding

    @property
    def errors(self):
        return self._state_of().errors

    def _state_of(self):
        try:
            return self._work
        except AttributeError:
            raise ValueError("I/O operation on uninitialized object") from None

    @property
    def newlines(self):
        newlines = self._state().newlines
        return None if newlines is None else newlines.newlines

    @property
    def line_buffering(self):
        return self._state().line_buffering

    @property
    def write_through(self):
        return self._state().write_through

    @property
    def name(self):
        self._state()
        return self._buffer.name

    @property
    def closed(self):
        self._state()
        return self._buffer.closed

    def reconfigure(
        self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None
    ):
        """Reconfigure the text stream with new parameters."""
        for name, value in (("encoding", encoding), ("errors", errors)):
            if value is not None and not isinstance(value, str):
                raise TypeError(
                    f"reconfigure() argument '{name}' must be str or None, not {_kind(value)}"
                )
        for value in (line_buffering, write_through):
            if value is not None and not isinstance(value, int):
                raise TypeError(
                    f"'{type(value).__name__}' object cannot be interpreted as an integer"
                )
        work = self._state()
        changes = encoding is not None or errors is not None or newline is not ...
        if work.chunk and changes:
            raise UnsupportedOperation(
                "It is not possible to set the encoding or newline of stream after the first read"
            )
        if newline is ...:
            newline = work.newline
        elif newline is not None and not isinstance(newline, str):
            raise TypeError(
                f"reconfigure() argument 'newline' must be str or None, not {_kind(newline)}"
            )
        _check_newline(newline)
        if errors is None:
            errors = work.errors if encoding is None else "strict"
        if encoding is None:
            encoding = work.encoding
        elif encoding == "locale":
            encoding = "utf-8"
        "".encode(encoding)
        self.flush()
        if line_buffering is not None:
            work.line_buffering = bool(line_buffering)
        if write_through is not None:
            work.write_through = bool(write_through)
        if changes:
            self._set(encoding, errors, newline)
        else:
            self._hurry()
        if work.host and not self._quick:
            # print() may not write past it any more.
            _iocore.set_plain_output(None)

    def seekable(self, /):
        self._state()
        return self._buffer.seekable()

    def readable(self, /):
        self._state()
        return self._buffer.readable()

    def writable(self, /):
        self._state()
        return self._buffer.writable()

    def fileno(self, /):
        self._state()
        return self._buffer.fileno()

    def isatty(self, /):
        self._state()
        return self._buffer.isatty()

    def flush(self, /):
        work = self._live()
        self._telling = work.seekable
        self._spill()
        self._buffer.flush()

    def close(self, /):
        work = self._state()
        if not self._buffer.closed:
            try:
                self.flush()
            finally:
                self._quick = 0
                self._pending = bytearray()
                _dirty.pop(id(self), None)
                self._buffer.close()
                if work.host:
                    _iocore.set_plain_output(None)

    def detach(self, /):
        self._state()
        self.flush()
        buffer = self._buffer
        self._buffer = None
        self._quick = 0
        self._chars = ""
        return buffer

    # Writing.

    def _soil(self):
        self._live()
        _dirty[id(self)] = self

    def _spill(self):
        pending = self._pending
        if pending:
            data = bytes(pending)
            pending.clear()
            _dirty.pop(id(self), None)
            self._buffer.write(data)

    def _encode(self, text):
        work = self._work
        name = work.encoding
        if work.family in ("utf-8-sig", "utf-16", "utf-32"):
            if work.marked:
                name = "utf-8" if work.family == "utf-8-sig" else work.family + "-le"
            work.marked = True
        return text.encode(name, work.errors)

    def _write(self, text, /):
        work = self._live()
        if not work.writes:
            raise UnsupportedOperation("not writable")
        count = len(text)
        ends = work.line_buffering and ("\n" in text or "\r" in text)
        if work.translates:
            text = text.replace("\n", work.translates)
        data = self._encode(text)
        if work.chunk is not None or self._chars:
            self._forget()
            if work.decoder is not None:
                work.decoder.reset(False)
        pending = self._pending
        if not pending:
            _dirty[id(self)] = self
        pending += data
        if len(pending) >= self._CHUNK_SIZE or ends or work.write_through:
            self._spill()
        if ends:
            self._buffer.flush()
        self._hurry()
        return count

    def truncate(self, pos=None, /):
        self._live()
        self.flush()
        if pos is None:
            pos = self.tell()
        return self._buffer.truncate(pos)

    # Reading.

    def _begin_reading(self):
        work = self._live()
        if not work.reads:
            raise UnsupportedOperation("not readable")
        if work.decoder is None:
            work.decoder = _Decoder(work.encoding, work.errors)
            if work.universal:
                work.newlines = IncrementalNewlineDecoder(None, work.newline is None)
        self._quick = 0
        if self._pending:
            self._spill()
            self._buffer.flush()
        return work

    def _decode(self, decoder, newlines, data, final):
        text = decoder.decode(data, final)
        return text if newlines is None else newlines.decode(text, final)

    def _fill(self):
        work = self._begin_reading()
        buffer = self._buffer
        read = getattr(buffer, "read1", None) or buffer.read
        while True:
            if work.seekable:
                pending = work.newlines is not None and work.newlines._pending
                before = (work.decoder.copy(), pending)
            else:
                before = None
            data = read(self._CHUNK_SIZE)
            if not isinstance(data, (bytes, bytearray, memoryview)):
                name = "read1" if hasattr(buffer, "read1") else "read"
                raise TypeError(
                    f"underlying {name}() should have returned a bytes-like object, not '{type(data).__name__}'"
                )
            text = self._decode(work.decoder, work.newlines, data, not data)
            self._chars = text
            self._at = 0
            work.chunk = bytes(data) if work.seekable else None
            work.before = before
            if text or not data:
                return bool(text)

    def read(self, size=-1, /):
        size = _length(size)
        work = self._begin_reading()
        if size < 0:
            rest = self._take(-1)
            data = self._buffer.read()
            if not isinstance(data, (bytes, bytearray, memoryview)):
                raise TypeError(
                    f"underlying read() should have returned a bytes-like object, not '{type(data).__name__}'"
                )
            text = rest + self._decode(work.decoder, work.newlines, data, True)
            self._forget()
            return text
        text = self._take(size)
        while len(text) < size and self._fill():
            text += self._take(size - len(text))
        return text

    def _readline(self, size=-1, /):
        size = _iocore.index(size)
        self._begin_reading()
        mode = self._mode
        line = self._take(-1)
        start = 0
        while True:
            end = _iocore.line_end(line, start, mode)
            if size >= 0 and len(line) >= size and not 0 <= end <= size:
                break
            if end >= 0 and not (mode == 1 and end == len(line) and line.endswith("\r")):
                break
            start = max(len(line) - 1, 0)
            if not self._fill():
                break
            line += self._take(-1)
        if end < 0:
            end = len(line)
        if size >= 0:
            end = min(end, size)
        if end < len(line):
            rest = line[end:]
            line = line[:end]
            self._at -= len(rest.encode("utf-8", "surrogatepass"))
        return line

    def _next(self):
        line = self._readline(-1)
        if not line:
            self._telling = self._work.seekable
            self._work.chunk = None
        return line

    # Places.

    def tell(self, /):
        """Return the place in the text, as a number that seek() takes."""
        work = self._live()
        if not work.seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self.flush()
        position = self._buffer.tell()
        chunk = work.chunk
        if chunk is None:
            return position
        decoder = work.decoder
        ahead = self._rest()
        pending = work.newlines is not None and work.newlines._pending
        if not ahead[1] and not decoder.rest and not pending:
            return position
        before, pending = work.before
        start = position - len(chunk)
        done = self._chars.encode("utf-8", "surrogatepass")[: ahead[0]]
        done = len(done.decode("utf-8", "surrogatepass"))
        if done == 0 and not ahead[1]:
            return position - len(decoder.rest)
        if done == 0:
            return start - len(before.rest) - bool(pending)

        def count(length):
            newlines = None
            if work.newlines is not None:
                newlines = IncrementalNewlineDecoder(None, work.newline is None)
                newlines._pending = pending
            return len(self._decode(before.copy(), newlines, chunk[:length], False))

        low, high = 0, len(chunk)
        while low < high:
            middle = (low + high) // 2
            if count(middle) < done:
                low = middle + 1
            else:
                high = middle
        if count(low) > done:
            # A lone \r is known as such by what follows it.
            low -= 1
        return start + low

    def seek(self, cookie, whence=0, /):
        """Go to a place that tell() returned, to the start or to the end, and return it."""
        work = self._live()
        if not work.seekable:
            raise UnsupportedOperation("underlying stream is not seekable")
        if whence == 1:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero cur-relative seeks")
            cookie = self.tell()
        elif whence == 2:
            if cookie != 0:
                raise UnsupportedOperation("can't do nonzero end-relative seeks")
            self.flush()
            position = self._buffer.seek(0, 2)
            self._stand(position)
            return position
        elif whence != 0:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        if cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self.flush()
        self._buffer.seek(cookie)
        self._stand(cookie)
        return cookie

    def _stand(self, position):
        work = self._work
        self._forget()
        work.marked = position != 0
        if work.decoder is not None:
            work.decoder.reset(position == 0)
            if work.newlines is not None:
                work.newlines._pending = False
        if work.writes:
            self._hurry()


def _check_newline(newline):
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")
