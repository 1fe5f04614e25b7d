class Box:
    pass
box = Box()
box.inner = None
print(box.inner.deep.deeper)
