# A SyntaxError of exec that nobody catches.
print("before")


def helper(text):
    exec(text)


try:
    helper("return 5")
except SyntaxError as e:
    print(e.text, e.filename, e.lineno)
helper("x = 1\ny = = 2\n")
