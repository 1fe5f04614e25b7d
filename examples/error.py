"""An error as a user meets it: the traceback on stderr, exit code 1."""


def average(texts):
    return sum(int(text) for text in texts) / len(texts)


print(average(["12", "7", "5"]))
print(average(["12", "seven"]))
