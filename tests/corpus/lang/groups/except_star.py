# except*: which handler gets what.
import sys


def run(exc):
    try:
        raise exc
    except* ValueError as e:
        print("  value", repr(e), sys.exc_info()[1] is e)
    except* (TypeError, KeyError) as e:
        print("  type or key", repr(e))
    except* OSError:
        print("  os", repr(sys.exc_info()[1]))
    else:
        print("  else")
    finally:
        print("  finally", sys.exc_info()[:2])


def show(exc):
    print(repr(exc))
    try:
        run(exc)
    except BaseException as e:
        print("  left", repr(e), e is exc, repr(e.__context__), repr(e.__cause__))


show(ValueError(1))
show(ZeroDivisionError(2))
show(KeyboardInterrupt())
show(ExceptionGroup("a", [ValueError(1)]))
show(ExceptionGroup("a", [ValueError(1), TypeError(2), KeyError(3), OSError(4)]))
show(ExceptionGroup("a", [ValueError(1), ZeroDivisionError(2), ExceptionGroup("b", [ValueError(3), IndexError()])]))
show(ExceptionGroup("a", [ZeroDivisionError(2)]))
show(BaseExceptionGroup("a", [ValueError(1), KeyboardInterrupt()]))
show(BaseExceptionGroup("a", [ExceptionGroup("b", [TypeError()]), BaseExceptionGroup("c", [OSError(), GeneratorExit()])]))


def fine():
    try:
        print("body")
    except* ValueError:
        print("never")
    else:
        print("else")
    try:
        return "returned"
    except* ValueError:
        pass


print(fine())


# The name is gone, what was handled before is handled again.
def names():
    try:
        raise KeyError("outer")
    except KeyError:
        try:
            raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
        except* ValueError as e:
            print(repr(sys.exc_info()[1]), repr(e.__context__))
        except* TypeError as e:
            print(repr(sys.exc_info()[1]))
        print(repr(sys.exc_info()[1]))
        try:
            e
        except UnboundLocalError as u:
            print(u)


names()


# A naked exception is wrapped, and stays what it was if it is raised again.
def naked(again):
    try:
        raise ValueError("naked")
    except* ValueError as e:
        print(repr(e), repr(e.exceptions[0]), e.message == "", e.__traceback__, e.exceptions[0].__traceback__ is None)
        if again == 1:
            raise
        if again == 2:
            raise e
        if again == 3:
            raise TypeError("other") from e
        if again == 4:
            raise e.exceptions[0]


for again in range(5):
    try:
        naked(again)
    except BaseException as e:
        print(again, repr(e), repr(e.__context__), repr(e.__cause__))


def wrong(what):
    try:
        try:
            raise ExceptionGroup("g", [ValueError(1)])
        except* what:
            print("no")
    except TypeError as e:
        print(e, repr(e.__context__))


for what in (5, int, "x", None, (ValueError, 5), ExceptionGroup, BaseExceptionGroup, (ValueError, ExceptionGroup),
             ((ValueError,),), [ValueError]):
    wrong(what)
wrong_order = []


def order(name, value):
    wrong_order.append(name)
    return value


try:
    raise ExceptionGroup("g", [ValueError(1)])
except* order("first", ValueError):
    pass
except* order("second", TypeError):
    pass
print(wrong_order)


class Watch(ExceptionGroup):
    def split(self, what):
        print("split", what)
        return super().split(what)


try:
    raise Watch("w", [ValueError(1), TypeError(2)])
except* ValueError as e:
    print(repr(e))
except* TypeError as e:
    print(repr(e))
