# An exception thrown into a generator that has not begun shows the line of its `def`.
import traceback


def first():
    yield 1


class Owner:
    def second(self):  # the line is shown, nothing in it is marked
        with open("missing") as file:
            yield file


async def third():
    yield 3


async def fourth():
    return 4


for made in (first(), Owner().second(), (n for n in range(3)), fourth()):
    try:
        made.throw(ValueError("thrown"))
    except ValueError as error:
        print(*traceback.format_exception(error), sep="", end="")
    print(list(made) if hasattr(made, "__next__") else made.cr_frame)

try:
    third().athrow(KeyError("k")).send(None)
except KeyError as error:
    print(*traceback.format_exception(error), sep="", end="")

first().throw(ValueError("uncaught"))
