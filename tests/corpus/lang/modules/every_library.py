# Every module of the library is there, knows its name, and is imported once.
import sys

NAMES = """
__future__ _thread abc array asyncio atexit base64 binascii bisect builtins cmath codecs collections
collections.abc concurrent.futures contextlib contextvars copy copyreg dataclasses enum errno
functools gc genericpath hashlib heapq hmac inspect io itertools json json.decoder json.encoder
keyword linecache math numbers operator os os.path posixpath queue random re reprlib secrets stat
string struct sys threading time traceback types typing unicodedata warnings weakref
""".split()

for name in NAMES:
    module = __import__(name, fromlist=["x"])
    assert module is sys.modules[name], name
    assert __import__(name, fromlist=["x"]) is module, name
    shown = module.__name__
    print(name, shown if shown != name else "")

for name in ("no_such_library", "json.no_such_part", "math.no_such_part"):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(type(error).__name__, error, error.name)

# A module that is taken out of the table is made anew; the old one lives on.
import heapq

old = heapq
del sys.modules["heapq"]
import heapq

print(old is heapq, old.__name__ == heapq.__name__, heapq.nsmallest(2, [3, 1, 2]))
