print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc", "" < "a", "Z" < "a", "é" > "z", "日" < "😀", "\uffff" < "😀", "a" == "a", "a" != "b", "10" < "9")
print(sorted(["b", "A", "a", "B", "", "aa", "é", "日", "😀", "\uffff"]), max("hello"), min("hello"), max("abc", "abd"), min(["x", "y"], key=lambda c: -ord(c)))
print("abc" == "ab" + "c", "a" * 3 == "aaa", "x" * 0 == "", "ab" * -1 == "")
print(ord("a"), ord("😀"), chr(97), chr(128512), chr(0x10FFFF) == "\U0010ffff", ord("\ud800"), len(chr(0xD800)))
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: ord("ab"))
attempt(lambda: ord(""))
attempt(lambda: ord(5))
attempt(lambda: chr(-1))
attempt(lambda: chr(0x110000))
attempt(lambda: chr("a"))
attempt(lambda: chr(1 << 40))
attempt(lambda: chr(97.0))
