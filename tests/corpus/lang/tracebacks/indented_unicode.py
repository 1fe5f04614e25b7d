def f():
        if True:
                        größe = "ä" + "日本" + 1 + "x"
f()
