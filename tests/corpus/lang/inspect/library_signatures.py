"""Signatures of classes, methods and functions of the library, and calls as they are shown."""
import asyncio
import collections
import contextvars
import copy
import functools
import hashlib
import inspect
import io
import json
import queue
import re
import string
import types
import weakref


def signature(what):
    try:
        return str(inspect.signature(what))
    except ValueError:
        return "no signature"


def show(owner, names):
    for name in names.split():
        print(getattr(owner, "__name__", owner), name, signature(getattr(owner, name)))


show(collections.UserString, """capitalize center count endswith expandtabs find format format_map index isalnum
isidentifier join ljust lower lstrip partition removeprefix replace rfind rsplit split splitlines startswith
strip swapcase translate upper zfill""")
show(collections.OrderedDict, "__eq__ __iter__ __or__ __repr__ move_to_end popitem setdefault")
show(collections.Counter, "elements most_common subtract update copy __add__ __missing__")
show(collections.ChainMap, "new_child __getitem__ pop popitem")
show(io.BytesIO, "close getbuffer isatty readable seekable writable")
show(io.StringIO, "close readable seekable writable")
show(io.TextIOWrapper, "close detach fileno flush isatty readable seekable writable")
show(asyncio.Future, "cancel cancelled done exception get_loop result __await__ __iter__ __repr__")
show(asyncio.Task, "cancel cancelling get_coro get_name get_stack print_stack uncancel")
show(queue.SimpleQueue, "empty get get_nowait put put_nowait qsize")
show(queue.Queue, "empty full get get_nowait join put put_nowait qsize task_done")
show(contextvars.Context, "copy items keys values __contains__ __eq__ __getitem__ __iter__ __len__")
show(types.SimpleNamespace, "__eq__ __repr__")
show(weakref.ProxyType, "__add__ __eq__ __getattribute__ __getitem__ __iter__ __len__ __setattr__ __rsub__ __str__")
show(hashlib, "md5 sha1 sha256 sha3_256 shake_128 blake2b blake2s new scrypt pbkdf2_hmac")
show(re, "compile escape findall finditer fullmatch match search split sub subn purge")
show(json, "dump dumps load loads detect_encoding")
show(copy, "copy deepcopy replace" if hasattr(copy, "replace") else "copy deepcopy")
show(functools, "cache cached_property lru_cache partial partialmethod reduce singledispatch total_ordering wraps")
show(string, "Template Formatter capwords")
show(inspect, "signature getdoc getmembers cleandoc unwrap getmro stack")

# What stands before a slash is no keyword, and what is shown can be passed by name.
text = collections.UserString("a-b-c")
items = queue.SimpleQueue()
for call in (lambda: text.split(sep="-", maxsplit=1), lambda: text.center(width=9), lambda: text.expandtabs(tabsize=2),
             lambda: text.removeprefix(prefix="a"), lambda: text.startswith(prefix="a", start=0),
             lambda: text.join(seq=["x", "y"]), lambda: text.strip(chars="ac"), lambda: text.zfill(width=8),
             lambda: text.translate({97: "z"}), lambda: text.translate(), lambda: text.center(9, "*", 1),
             lambda: text.count("-", start=2), lambda: text.find("-", end=1), lambda: text.isalpha(1),
             lambda: items.put(item=1, block=False), lambda: items.get(timeout=1), lambda: items.put_nowait(1),
             lambda: collections.OrderedDict(a=1).setdefault(key="b", default=2),
             lambda: collections.OrderedDict(a=1).popitem(last=False), lambda: type(text).upper(self=text),
             lambda: inspect.signature(3), lambda: inspect.signature(max)):
    try:
        print(repr(call()))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
