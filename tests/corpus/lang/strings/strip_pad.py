s = "  xx hello xx\t\n"
print([s.strip(), s.lstrip(), s.rstrip(), s.strip("x "), s.strip(" x\t\n"), s.lstrip(" "), s.rstrip("\n"), "xxax".strip("x"), "abc".strip("abc"), "abc".strip(""), "\u3000a\xa0".strip(), "".strip(), "a".strip(None)])
print("abc".center(10), "|", "abc".center(9, "*"), "abc".center(10, "*"), "abcd".center(9, "*"), "abc".center(2), "ab".center(5, "-"), "".center(3, "x"), "|")
print("abc".ljust(6) + "|", "abc".ljust(6, ".") + "|", "abc".rjust(6), "abc".rjust(6, "."), "abc".ljust(0), "日".rjust(3, "本"))
print("42".zfill(5), "-42".zfill(5), "+42".zfill(5), "".zfill(3), "abc".zfill(2), "-".zfill(3), "--1".zfill(5), "x1".zfill(4))
print("a\tb".expandtabs(), "a\tb".expandtabs(4), "abcd\te".expandtabs(4), "\t".expandtabs(0) + "|", "a\nbc\td".expandtabs(4), "a\tb".expandtabs(tabsize=2), "a\tb\tc".expandtabs(1))
print("TestHook".removeprefix("Test"), "TestHook".removeprefix("x"), "TestHook".removesuffix("Hook"), "aaa".removeprefix("a"), "".removesuffix("x"), "abc".removesuffix(""))
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: "a".center(5, "xy"))
attempt(lambda: "a".center(5, ""))
attempt(lambda: "a".center("5"))
attempt(lambda: "a".ljust(5, 1))
attempt(lambda: "a".strip(1))
attempt(lambda: "a".zfill(1.5))
attempt(lambda: "a".zfill())
attempt(lambda: "a".removeprefix(1))
