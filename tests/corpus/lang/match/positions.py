# Where errors in patterns are shown.
class Args:
    __match_args__ = ()


class Raises:
    @property
    def x(self):
        raise KeyError("x")


def guard(x):
    match x:
        case [1, y] if y / 0:
            return 1


def attribute(x):
    match x:
        case {"k": [_, Raises(
            x=1)]}:
            return 2


def value(x):
    match x:
        case 1 | 2 | x.missing:
            return 3


def positional(x):
    match x:
        case [Args(
            1, 2), *_] | {"a": 1}:
            return 4


import sys


def show(f, x):
    try:
        f(x)
    except Exception as e:
        tb = e.__traceback__.tb_next
        print(type(e).__name__, e, tb.tb_lineno)


show(guard, [1, 2])
show(attribute, {"k": [0, Raises()]})
show(value, 3)
show(positional, [Args()])
guard([2, 2])
try:
    guard([1, 1])
except ZeroDivisionError as first:
    try:
        value(5)
    except AttributeError as second:
        positional([Args()])
