"""What natives say of themselves: there is a text, and it is found in all ways."""
import collections
import functools
import inspect
import itertools
import json
import math
import operator
import os
import re
import sys
import time


def documented(what):
    text = what.__doc__
    return isinstance(text, str) and len(text) > 5 and text == text.strip("\n")


for name in "abs len print sorted open isinstance max iter getattr __import__".split():
    value = getattr(__builtins__, name) if not isinstance(__builtins__, dict) else __builtins__[name]
    print(name, documented(value), inspect.getdoc(value) == inspect.cleandoc(value.__doc__))

for cls in [int, float, complex, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset, range,
            slice, property, collections.deque, re.Match, type]:
    silent = [name for name in sorted(vars(cls))
              if not name.startswith("_") and callable(getattr(cls, name))
              and not documented(getattr(cls, name))]
    print(cls.__name__, documented(cls), silent)

for module in [math, itertools, operator, json, os, re, sys, time, functools]:
    silent = [name for name in ("sqrt", "gcd", "tee", "chain", "add", "itemgetter", "dumps", "getcwd", "stat",
                                "compile", "exit", "intern", "sleep", "time", "reduce", "partial")
              if hasattr(module, name) and not documented(getattr(module, name))]
    print(module.__name__, silent)

# Special methods have the same text everywhere.
for name in "__add__ __eq__ __hash__ __init__ __iter__ __len__ __new__ __repr__ __getitem__ __setattr__".split():
    texts = {vars(cls)[name].__doc__ for cls in (int, str, tuple, object) if name in vars(cls)}
    print(name, len(texts), all(texts))
print((1).__add__.__doc__ == int.__add__.__doc__, [].append.__doc__ == list.append.__doc__)
print(int.__add__.__doc__, "|", object.__init__.__doc__, "|", str.__len__.__doc__)

# Functions and methods keep theirs; a derived class finds what it inherits.
class Loud(list):
    def append(self, item):
        super().append(item)

    def extend(self, items):
        """Extends."""

print(Loud.append.__doc__, inspect.getdoc(Loud.append) == inspect.getdoc(list.append))
print(inspect.getdoc(Loud.extend), inspect.getdoc(Loud().pop) == inspect.getdoc(list.pop))

# They cannot be changed, nor deleted.
for what in (len, str.join, int.__add__, [].append, vars(int)["real"]):
    for change in (lambda: setattr(what, "__doc__", "x"), lambda: delattr(what, "__doc__")):
        try:
            change()
            print("changed")
        except (AttributeError, TypeError) as error:
            print(type(error).__name__)
wrapped = functools.wraps(len)(lambda obj: 0)
print(wrapped.__doc__ == len.__doc__, wrapped.__name__, wrapped.__qualname__, wrapped.__module__)
