def f():
    for i in range(3):
        try:
            print(i)
        except* ValueError:
            if i:
                break
