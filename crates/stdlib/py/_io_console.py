"""The standard streams of `sys`, made when they are first asked for."""

import _iocore
from _io_files import BufferedReader, BufferedWriter, FileIO, _lasting
from _io_text import TextIOWrapper

_made = {}


class _HostFile(FileIO):
    """A raw stream that the host reads or writes for the VM."""

    __slots__ = ("_number", "_rest", "_send")

    def __init__(self, number, name, send):
        self._fd = self._number = number
        self._closefd = False
        self._created = self._appending = False
        self._readable = number == 0
        self._writable = number != 0
        self._seekable = False
        self._send = send
        self._rest = b""
        self.name = name

    def read(self, size=-1, /):
        self._check_reads()
        if size is None or size < 0:
            return self.readall()
        if not self._rest:
            self._rest = _iocore.read_input()
        data, self._rest = self._rest[:size], self._rest[size:]
        return data

    def readall(self):
        self._check_reads()
        parts = bytearray(self._rest)
        self._rest = b""
        while line := _iocore.read_input():
            parts += line
        return bytes(parts)

    def readinto(self, buffer, /):
        with memoryview(buffer) as view, view.cast("B") as target:
            data = self.read(len(target))
            target[: len(data)] = data
        return len(data)

    def write(self, b, /):
        self._check_writes()
        data = bytes(b)
        self._send(data)
        return len(data)


_HostFile.__name__ = _HostFile.__qualname__ = "FileIO"
_HostFile.__module__ = "_io"


class _HostWriter(BufferedWriter):
    """A buffer that hands on at once what it gets, so that print() stays behind it."""

    __slots__ = ()

    def write(self, b, /):
        count = super().write(b)
        self._write_out()
        return count

    def flush(self):
        super().flush()
        if self._raw._number == 1:
            _iocore.flush_output()


_HostWriter.__name__ = _HostWriter.__qualname__ = "BufferedWriter"
_HostWriter.__module__ = "_io"


def stream(name):
    """The stream of this name: stdin, stdout or stderr."""
    found = _made.get(name)
    if found is not None:
        return found
    number = ("stdin", "stdout", "stderr").index(name)
    raw = _HostFile(number, f"<{name}>", (None, _iocore.write_output, _iocore.write_error)[number])
    if number == 0:
        found = TextIOWrapper(BufferedReader(raw), "utf-8", "strict")
        _iocore.set_plain_input(found)
    else:
        terminal = raw.isatty()
        errors = "strict" if number == 1 else "backslashreplace"
        found = TextIOWrapper(_HostWriter(raw), "utf-8", errors, None, number == 2)
        if number == 1:
            found._work.line_buffering = terminal
            found._work.host = 2
            found._quick = 2
            _iocore.set_plain_output(found)
    found.mode = "r" if number == 0 else "w"
    _made[name] = found
    # Finalizers at the end of the program may still write to it.
    _lasting.update(map(id, (found, found.buffer, raw)))
    return found
