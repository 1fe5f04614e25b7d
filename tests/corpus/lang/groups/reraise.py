# What handlers raise is merged with what is left.
def tree(e, indent=1):
    print("  " * indent + type(e).__name__, getattr(e, "message", e.args), "| context", repr(e.__context__), "| cause",
          repr(e.__cause__), "|", e.__traceback__.tb_lineno - base if e.__traceback__ else None)
    for part in getattr(e, "exceptions", ()):
        tree(part, indent + 1)


base = 0


def group():
    return ExceptionGroup(
        "g", [ValueError(1), ExceptionGroup("in", [TypeError(2), ValueError(3)]), KeyError(4), OSError(5)]
    )


def show(f):
    print(f.__name__)
    try:
        f()
    except BaseException as e:
        tree(e)
    else:
        print("  nothing")


def all_handled():
    try:
        raise group()
    except* Exception:
        pass


def part_left():
    try:
        raise group()
    except* (ValueError, KeyError):
        pass


def one_again():
    try:
        raise group()
    except* ValueError:
        raise
    except* (TypeError, KeyError):
        pass


def two_again():
    try:
        raise group()
    except* ValueError:
        raise
    except* (TypeError, KeyError):
        raise
    except* OSError:
        pass


def all_again():
    try:
        raise group()
    except* Exception:
        raise


def raised_by_name():
    try:
        raise group()
    except* ValueError as e:
        raise e


def all_by_name():
    try:
        raise group()
    except* Exception as e:
        raise e


def new_one():
    try:
        raise group()
    except* Exception:
        raise RuntimeError("new")


def new_and_rest():
    try:
        raise group()
    except* ValueError:
        raise RuntimeError("new")


def new_from_and_again():
    try:
        raise group()
    except* ValueError as e:
        raise RuntimeError("new") from e
    except* TypeError:
        raise
    except* KeyError:
        raise IndexError("second") from None


def new_group():
    try:
        raise group()
    except* ValueError as e:
        raise ExceptionGroup("mine", [e, AttributeError()])


def nested():
    try:
        try:
            raise group()
        except* ValueError:
            raise AttributeError("a")
        finally:
            print("  inner finally")
    except* AttributeError as e:
        print("  got", repr(e))
    except* TypeError as e:
        print("  got", repr(e))


def inner_part():
    try:
        raise group()
    except* ValueError as e:
        raise e.exceptions[1].exceptions[0]


def handler_handles():
    try:
        raise group()
    except* ValueError:
        try:
            raise
        except ExceptionGroup as e:
            print("  caught", repr(e))
    except* Exception:
        try:
            1 / 0
        except ZeroDivisionError:
            pass


for f in (
    all_handled, part_left, one_again, two_again, all_again, raised_by_name, all_by_name, new_one, new_and_rest,
    new_from_and_again, new_group, nested, inner_part, handler_handles,
):
    base = f.__code__.co_firstlineno
    show(f)
