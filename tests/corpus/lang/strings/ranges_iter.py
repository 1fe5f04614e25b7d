s = "aé日😀"
it = iter(s)
print(next(it), next(it), list(it), next(it, "end"))
for i, c in enumerate(s, 1):
    print(i, c, ord(c), end="; ")
print()
print(list(zip(s, s[1:])), dict(zip("ab", "cd")), tuple("xyz"), "".join(sorted("hello")), [*"ab", *"c"])
a, *b = "word"
print(a, b)
(x, y), z = "ab", "c"
print(x, y, z)
print(len(""), len("\n"), len("é"), len("e\u0301"), "é" == "e\u0301")
print("ab\n" "cd" in "xab\ncdx", "a\0b", len("a\0b"), "\0" in "a\0b")
print(s.__len__(), s.__contains__("é"), "a".__add__("b"), "ab".__getitem__(1), "a".__eq__("a"), "a".__lt__("b"), "a".__eq__(1))
