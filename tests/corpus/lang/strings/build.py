s = ""
for i in range(2000):
    s += str(i % 10)
    if i % 500 == 0:
        t = s
print(len(s), s[:12], s[-5:], len(t), t[-3:])
a = b = "x" * 10
a += "y"
b += "z"
print(a, b)
parts = []
for word in ("alpha", "beta", "gamma"):
    parts.append(word[::-1] + word[0].upper())
print(" ".join(parts), "".join(reversed("abc")), str(list("abc")), list(map(ord, "abc")))
print("=" * 20, "ab" * 3 + "c", 3 * "-", "é" * 3)
count = {}
for c in "mississippi":
    count[c] = count.get(c, 0) + 1
print(count, sorted(count.items(), key=lambda item: (-item[1], item[0])))
def caesar(text, shift):
    out = ""
    for c in text:
        if c.isalpha():
            base = ord("a") if c.islower() else ord("A")
            out += chr((ord(c) - base + shift) % 26 + base)
        else:
            out += c
    return out
print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
