def show(change, n=6):
    a = list(range(n))
    try:
        change(a)
    except Exception as error:
        print(type(error).__name__, error, end=" ")
    print(a)
def assign(start, stop, step, value):
    def change(a):
        a[start:stop:step] = value
    return change
def delete(start, stop, step):
    def change(a):
        del a[start:stop:step]
    return change
show(assign(1, 3, None, "xyz"))
show(assign(1, 3, None, []))
show(assign(3, 1, None, ["new"]))
show(assign(None, None, None, [9]))
show(assign(10, 20, None, [7, 8]))
show(assign(-2, None, None, (1, 2, 3)))
show(assign(0, 0, None, range(3)))
show(assign(None, None, 2, "abc"))
show(assign(None, None, 2, "ab"))
show(assign(None, None, -1, range(6)))
show(assign(None, None, -1, range(5)))
show(assign(5, 1, 2, []))
show(assign(5, 1, 2, [1]))
show(assign(0, 3, 1, [1]))
show(assign(0, 3, None, 5))
show(assign(0, 3, 2, 5))
show(assign(0, 3, 0, []))
show(assign("x", 3, 1, []))
show(delete(1, 3, None))
show(delete(None, None, 2))
show(delete(None, None, -2))
show(delete(4, 1, -1))
show(delete(3, 1, None))
show(delete(-100, 100, None))
show(delete(1, None, 3))
show(delete(0, 3, 0))
a = [1, 2, 3]
a[1:1] = a
print(a)
a[::2] = a[1::2]
print(a)
a[:] = (x * 2 for x in a)
print(a)
a[len(a):] = [0]
a[:2], a[-1] = "pq", "r"
print(a)
