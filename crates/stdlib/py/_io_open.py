"""`open()`: what the mode asks for."""

import posix
from _io import DEFAULT_BUFFER_SIZE, _kind
from _io_files import BufferedRandom, BufferedReader, BufferedWriter, FileIO

open = open


def text_encoding(encoding, stacklevel=2, /):
    """Return what an encoding argument asks for: UTF-8 has to be named, or it is 'locale'."""
    return "locale" if encoding is None else encoding


def open_code(path):
    """Opens the provided file with the intent to import the contents."""
    if not isinstance(path, str):
        raise TypeError(f"open_code() argument 'path' must be str, not {_kind(path)}")
    return open(path, "rb")


def _path(file):
    if isinstance(file, (str, bytes, int)):
        return file
    method = getattr(type(file), "__fspath__", None)
    if method is None:
        if hasattr(type(file), "__index__"):
            return file.__index__()
        raise TypeError(
            f"expected str, bytes or os.PathLike object, not {type(file).__name__}"
        )
    path = method(file)
    if not isinstance(path, (str, bytes)):
        raise TypeError(
            f"expected {type(file).__name__}.__fspath__() to return str or bytes, not {type(path).__name__}"
        )
    return path


def _open(file, mode, buffering, encoding, errors, newline, closefd, opener):
    file = _path(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {_kind(mode)}")
    if not isinstance(buffering, int):
        if not hasattr(type(buffering), "__index__"):
            raise TypeError(
                f"'{type(buffering).__name__}' object cannot be interpreted as an integer"
            )
        buffering = buffering.__index__()
    for name, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
        if value is not None and not isinstance(value, str):
            raise TypeError(
                f"open() argument '{name}' must be str or None, not {_kind(value)}"
            )
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    text = "t" in letters
    binary = "b" in letters
    updating = "+" in letters
    if text and binary:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set("axrw")) > 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if binary:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        if errors is not None:
            raise ValueError("binary mode doesn't take an errors argument")
        if newline is not None:
            raise ValueError("binary mode doesn't take a newline argument")
        if buffering == 1:
            import warnings

            warnings.warn(
                "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                RuntimeWarning,
                2,
            )
    kind = "".join(letters & set("axrw"))
    raw = FileIO(file, kind + ("+" if updating else ""), closefd, opener)
    result = raw
    try:
        terminal = buffering < 0 and raw.isatty()
        line_buffering = buffering == 1 or (buffering < 0 and terminal)
        if buffering == 0:
            if not binary:
                raise ValueError("can't have unbuffered text I/O")
            return raw
        size = DEFAULT_BUFFER_SIZE if buffering < 0 or buffering == 1 else buffering
        if updating:
            buffer = BufferedRandom(raw, size)
        elif kind == "r":
            buffer = BufferedReader(raw, size)
        else:
            buffer = BufferedWriter(raw, size)
        result = buffer
        if binary:
            return buffer
        from _io_text import TextIOWrapper

        wrapper = TextIOWrapper(buffer, encoding, errors, newline, line_buffering)
        result = wrapper
        wrapper.mode = mode
        return wrapper
    except BaseException:
        result.close()
        raise
