def f():
    try:
        a()
    except E as e:
        b(e)
    except:
        c()
    else:
        d()
