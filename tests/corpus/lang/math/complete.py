# Every function of math, with its errors.
import math


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


inf, nan = math.inf, math.nan
values = (0.0, -0.0, 1.0, -1.0, 0.5, 2.5, inf, -inf, nan, 171.0, -171.5, 710.0, "x", None, 3)
names = [name for name in dir(math) if not name.startswith("_")]
print(names)


def text(result):
    return "%.11g" % result if isinstance(result, float) else repr(result)


for name in names:
    function = getattr(math, name)
    if not callable(function):
        continue
    row = []
    for value in values:
        try:
            row.append(text(function(value)))
        except Exception as error:
            row.append(type(error).__name__ + ": " + str(error))
    print(name, *row, sep=" | ")
