"""Where the frames of a traceback stand after the function has been left."""


def lines(function):
    try:
        function()
    except BaseException as error:
        entry = error.__traceback__.tb_next
        first = function.__code__.co_firstlineno
        while entry is not None:
            frame = entry.tb_frame
            print(function.__name__, entry.tb_lineno - first, frame.f_lineno - first)
            entry = entry.tb_next


def simple():
    x = 1
    return x / 0


def in_try():
    try:
        1 / 0
    finally:
        x = 1


def in_except():
    try:
        1 / 0
    except ZeroDivisionError:
        [][1]


def in_named():
    try:
        1 / 0
    except ZeroDivisionError as error:
        {}['x']


def in_finally():
    try:
        x = 1
    finally:
        int('x')


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return False


def in_with():
    with Manager():
        y = 1
        1 / 0
        z = 1


def in_loop():
    for n in range(3):
        try:
            10 / (1 - n)
        finally:
            last = n


def explicit():
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError from error


def deep():
    try:
        try:
            1 / 0
        finally:
            a = 1
    finally:
        b = 2


def unmatched():
    try:
        1 / 0
    except KeyError:
        pass
    except TypeError:
        pass


for function in (simple, in_try, in_except, in_named, in_finally, in_with, in_loop, explicit, deep,
                 unmatched):
    lines(function)
