def f():
    try:
        raise ValueError("first")
    finally:
        [][3]
f()
