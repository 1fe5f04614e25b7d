def f():
    "日本"; x = "日本" + 1 + "ä"
try:
    f()
except TypeError as error:
    print(error)
def g(x):
    return ["日本", "ä", x["日本"], "😀"]
try:
    g({})
finally:
    f()
