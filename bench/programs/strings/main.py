"""String building: formatting, joining, splitting, slicing, and a count of words."""

import sys


def sentence(state):
    words = []
    for _ in range(8):
        state = (state * 1103 + 12345) % 65537
        words.append("w" + str(state % 97))
    return state, " ".join(words)


def run(count):
    counts = {}
    state = 1
    total = 0
    for i in range(count):
        state, text = sentence(state)
        line = f"{i:05d}:{text}"
        for word in line[6:].split(" "):
            counts[word] = counts.get(word, 0) + 1
        line = line.replace("w1", "one").upper()
        total = (total * 31 + len(line) + line.find("ONE")) % 1000003
        if line.startswith("0000"):
            total += 1
    text = ""
    for word in sorted(counts):
        text += word + "=" + str(counts[word]) + ";"
    for letter in text:
        total = (total * 31 + ord(letter)) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 400000))
