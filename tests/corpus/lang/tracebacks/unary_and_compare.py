x = "text"
if 1 < 2 and -x:
    pass
