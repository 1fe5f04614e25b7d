"""Names, homes and signatures as text of what is native."""
import array
import collections
import functools
import inspect
import itertools
import math
import operator
import re
import struct
import types


def show(what):
    row = [getattr(what, name, "-") for name in ("__name__", "__qualname__", "__module__")]
    owner = getattr(what, "__objclass__", None)
    text = getattr(what, "__text_signature__", "-")
    print(type(what).__name__, *row, owner.__name__ if owner else "-", text)


for what in (len, repr, print, sorted, max, math.sqrt, math.hypot, itertools.tee, operator.add, functools.reduce,
             struct.pack, struct.unpack, globals, round):
    show(what)
for what in (str.join, str.format, int.__add__, int.bit_length, list.__getitem__, dict.update, object.__init__,
             object.__reduce__, type.mro, vars(int)["real"], vars(dict)["fromkeys"],
             collections.deque.append, collections.deque.__add__, collections.deque.maxlen,
             collections.defaultdict.copy, collections.defaultdict.__missing__, re.Pattern.match,
             re.Match.group, array.array.append, functools.partial.__call__, itertools.chain.__next__,
             itertools.chain.from_iterable, struct.Struct.pack, types.GenericAlias.__call__):
    show(what)

# What is bound is named after what it is bound to.
class Line(collections.deque):
    class Inner(list):
        pass

for what in ([].append, "".join, (1).__add__, collections.deque().append, Line().append, Line.Inner().append,
             Line().__len__, Line.append, dict.fromkeys, int.from_bytes,
             itertools.count().__next__, int.__new__, object.__new__, collections.deque.__new__, Line.__new__):
    show(what)
    print(" ", repr(what).split(" at 0x")[0].split(" object")[0])

# The signatures' parameters.
for what in (sorted, math.isclose, str.split, int.to_bytes, pow, collections.deque().append, itertools.accumulate):
    try:
        for parameter in inspect.signature(what).parameters.values():
            print(what.__name__, parameter.name, parameter.kind.description, parameter.default)
    except ValueError as error:
        print(what.__name__, "no signature")

# They are as they are shown: positional-only names are no keywords.
for call in (lambda: math.sqrt(x=4), lambda: len(obj=[]), lambda: sorted(iterable=[1]), lambda: pow(base=2, exp=5),
             lambda: sorted([3, 1], key=None, reverse=True), lambda: "a b".split(sep=" ", maxsplit=1),
             lambda: round(number=2.5), lambda: sum([1], start=2), lambda: math.isclose(a=1, b=1)):
    try:
        print(call())
    except TypeError as error:
        print("TypeError:", error)
