"""Text: lines split into words, which are put in lower case, counted and sorted by their count."""

import sys

SYLLABLES = ["ka", "To", "mi", "RE", "su", "no", "Li", "ven"]


def text(count):
    lines = []
    state = 1
    for _ in range(count):
        words = []
        for _ in range(10):
            state = (state * 1103 + 12345) % 65537
            word = SYLLABLES[state % 8] + SYLLABLES[state % 7] + SYLLABLES[state % 5]
            words.append(word + ("," if state % 11 == 0 else ""))
        lines.append(" ".join(words) + ".")
    return "\n".join(lines)


def run(count):
    written = text(count)
    total = 0
    for _ in range(8):
        counts = {}
        for line in written.split("\n"):
            for word in line.split():
                word = word.strip(",.").lower()
                counts[word] = counts.get(word, 0) + 1
        ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        for word, number in ranked:
            total = (total * 31 + number * len(word) + ord(word[0])) % 1000003
    return total


print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 90000))
