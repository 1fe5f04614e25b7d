saved = None
def f():
    raise LookupError("saved one")
try:
    f()
except LookupError as e:
    saved = e
print("later")
raise saved
