"""Files that are read and written in an encoding, for `codecs`."""

from codecs import Codec

# Users see these classes as the module's own.
__name__ = 'codecs'


class _Stream(Codec):
    """What readers and writers share: they are encodings, and files underneath."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors

    def reset(self):
        """Forgets what has come."""

    def __getattr__(self, name):
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamWriter(_Stream):
    """Writes text into a binary file."""

    def write(self, object):
        """Writes an object, encoded."""
        data, consumed = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        """Writes several strings."""
        self.write("".join(list))

    def seek(self, offset, whence=0):
        """Moves in the file."""
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Stream):
    """Reads text from a binary file."""

    charbuffertype = str

    def __init__(self, stream, errors="strict"):
        """Read from a stream of bytes; errors says what is done with what cannot be decoded."""
        _Stream.__init__(self, stream, errors)
        self.bytebuffer = b""
        self._empty_charbuffer = self.charbuffertype()
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def _join_lines(self):
        if self.linebuffer:
            self.charbuffer = self._empty_charbuffer.join(self.linebuffer)
        self.linebuffer = None

    def read(self, size=-1, chars=-1, firstline=False):
        """Reads text: about size bytes, or chars characters, or all there is."""
        self._join_lines()
        if chars < 0 and size >= 0 and self.charbuffer:
            chars = size
        while True:
            if chars >= 0 and len(self.charbuffer) >= chars:
                break
            fresh = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + fresh
            if not data:
                break
            try:
                text, consumed = self.decode(data, self.errors)
            except UnicodeDecodeError as error:
                if not firstline:
                    raise
                # A line before the error can be had.
                text, consumed = self.decode(data[:error.start], self.errors)
                if len(text.splitlines(keepends=True)) <= 1:
                    raise
            self.bytebuffer = data[consumed:]
            self.charbuffer += text
            if not fresh or size < 0 or (chars < 0 and (size < 0 or text)):
                break
        if chars < 0:
            result = self.charbuffer
            self.charbuffer = self._empty_charbuffer
        else:
            result = self.charbuffer[:chars]
            self.charbuffer = self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        """Reads a line."""
        if self.linebuffer:
            line = self.linebuffer.pop(0)
            if len(self.linebuffer) == 1:
                self.charbuffer = self.linebuffer[0]
                self.linebuffer = None
            return line if keepends else line.splitlines(keepends=False)[0]
        step = size or 72
        line = self._empty_charbuffer
        while True:
            data = self.read(step, firstline=True)
            if data and (isinstance(data, str) and data.endswith("\r")
                         or isinstance(data, bytes) and data.endswith(b"\r")):
                # The next character may belong to the end of the line.
                data += self.read(size=1, chars=1)
            line += data
            lines = line.splitlines(keepends=True)
            if lines:
                if len(lines) > 1:
                    line = lines[0]
                    del lines[0]
                    if len(lines) > 1:
                        lines[-1] += self.charbuffer
                        self.linebuffer = lines
                        self.charbuffer = None
                    else:
                        self.charbuffer = lines[0] + self.charbuffer
                    return line if keepends else line.splitlines(keepends=False)[0]
                bare = lines[0].splitlines(keepends=False)[0]
                if lines[0] != bare:
                    return lines[0] if keepends else bare
            if not data or size is not None:
                if line and not keepends:
                    line = line.splitlines(keepends=False)[0]
                return line
            if step < 8000:
                step *= 2

    def readlines(self, sizehint=None, keepends=True):
        """Reads all lines."""
        return self.read().splitlines(keepends)

    def reset(self):
        """Forgets what has been read ahead."""
        self.bytebuffer = b""
        self.charbuffer = self._empty_charbuffer
        self.linebuffer = None

    def seek(self, offset, whence=0):
        """Moves in the file."""
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        """Return the next line."""
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self


class StreamReaderWriter:
    """Reads and writes one file, by a reader and a writer."""

    encoding = "unknown"

    def __init__(self, stream, Reader, Writer, errors="strict"):
        """Read and write a stream of bytes by a reader and a writer of the codec."""
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        """Reads text."""
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        """Reads a line."""
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        """Reads all lines."""
        return self.reader.readlines(sizehint)

    def __next__(self):
        """Return the next line."""
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        """Writes text."""
        return self.writer.write(data)

    def writelines(self, list):
        """Writes several strings."""
        return self.writer.writelines(list)

    def reset(self):
        """Forgets what has come."""
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        """Moves in the file."""
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        """All else is the stream's own."""
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)


class StreamRecoder:
    """Reads and writes a file of one encoding in another one."""

    data_encoding = "unknown"
    file_encoding = "unknown"

    def __init__(self, stream, encode, decode, Reader, Writer, errors="strict"):
        """Read and write a stream of bytes in another encoding."""
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        """Reads what there is, encoded anew."""
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        """Reads a line, encoded anew."""
        line = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(line, self.errors)[0]

    def readlines(self, sizehint=None):
        """Reads all lines, encoded anew."""
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        """Return the next line."""
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        """Writes data of the one encoding in the other."""
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        """Writes several pieces."""
        return self.writer.write(self.decode(b"".join(list), self.errors)[0])

    def reset(self):
        """Forgets what has come."""
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        """Moves in the file."""
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)

    def __getattr__(self, name):
        """All else is the stream's own."""
        if name == "stream":
            raise AttributeError(name)
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError("can't serialize %s" % self.__class__.__name__)
