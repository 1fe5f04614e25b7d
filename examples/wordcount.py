"""Counts words: dict, str methods, sorted with a key function."""

TEXT = """
the small engine runs the small script
and the script asks the engine for the time
"""


def count(text):
    counts = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return counts


def rank(item):
    word, number = item
    return (-number, word)


for word, number in sorted(count(TEXT).items(), key=rank)[:4]:
    print(f"{word:8}{'#' * number} {number}")
