def f():
    try:
        return 1
    except* ValueError:
        try:
            pass
        finally:
            return 2
