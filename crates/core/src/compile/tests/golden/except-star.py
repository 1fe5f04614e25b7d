def f():
    try:
        a()
    except* E as e:
        b(e)
    except* (F, G):
        raise
    else:
        c()
    finally:
        d()
