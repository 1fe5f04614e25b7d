# What an except* leaves behind is shown with all its links.
def work():
    try:
        1 / 0
    except ZeroDivisionError as z:
        raise ExceptionGroup("work", [ValueError(1), z, ExceptionGroup("in", [TypeError("t"), KeyError("k")])])


def handle():
    try:
        work()
    except* ValueError:
        raise RuntimeError("while handling")
    except* TypeError as e:
        e.add_note("raised again")
        raise
    except* KeyError as e:
        raise LookupError("from") from e


handle()
