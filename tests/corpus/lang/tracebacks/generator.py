def gen():
    yield 1
    yield 1 + None
def consume():
    for v in gen():
        print(v)
consume()
