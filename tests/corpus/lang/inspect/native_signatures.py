"""Signatures of native functions, methods, special methods and types, as they are shown."""
import binascii
import bisect
import cmath
import heapq
import inspect
import itertools
import math
import operator
import struct
import unicodedata


def signature(what):
    try:
        return str(inspect.signature(what))
    except ValueError:
        return "no signature"


FUNCTIONS = """abs aiter all anext any ascii bin callable chr compile delattr dir divmod eval exec format
getattr globals hasattr hash hex id input isinstance issubclass iter len locals max min next oct open
ord pow print repr round setattr sorted sum vars""".split()
for name in FUNCTIONS:
    print(name, signature(eval(name)))

TYPES = [int, float, complex, bool, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset,
         range, slice, object, property, enumerate, reversed, zip, map, filter, super, classmethod]
for cls in TYPES:
    print("class", cls.__name__, signature(cls), cls.__text_signature__)
    for name in sorted(vars(cls)):
        if not name.startswith("_") and callable(getattr(cls, name)) and name != "maketrans":
            print(" ", name, signature(getattr(cls, name)))

SPECIAL = """__abs__ __add__ __bool__ __call__ __contains__ __delitem__ __eq__ __float__ __format__ __getitem__
__hash__ __index__ __init__ __iter__ __len__ __mod__ __mul__ __neg__ __or__ __pow__ __radd__
__repr__ __rpow__ __setitem__ __str__ __reduce__ __reduce_ex__ __setattr__
__delattr__ __reversed__ __round__ __trunc__ __getnewargs__ __class_getitem__""".split()
for cls in [int, float, str, bytes, list, tuple, dict, set, object]:
    found = [name + signature(vars(cls)[name]) for name in SPECIAL
             if name in vars(cls) and callable(vars(cls)[name])]
    print(cls.__name__, *found)
    print(signature(cls.__new__), signature(cls.__init__))

# Functions of the language itself, in one place or the other.
WRITTEN = ("call", "index", "length_hint")
for module in (math, cmath, itertools, operator, bisect, heapq, struct, binascii, unicodedata):
    for name in sorted(vars(module)):
        value = getattr(module, name)
        if name[0] != "_" and name not in WRITTEN and (inspect.isbuiltin(value) or module is itertools and callable(value)):
            print(module.__name__, name, signature(value))

# What is bound has one parameter less; classes of scripts take what their base shows.
print(signature([].append), signature("".join), signature((1).__add__), signature({}.get))
print(signature(dict.fromkeys), signature(type("L", (list,), {})), signature(type("O", (), {})))
