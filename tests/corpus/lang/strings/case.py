s = "hELLO wORLD, it's 3rd"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold(), sep="|")
print("straße".upper(), "ÀÉ".lower(), "ǆ".title(), "ß".casefold(), "ŉ".upper(), "İ".lower(), "ΑΣ".lower(), "éa".capitalize(), "ﬁn".upper(), "ﬁn".title())
words = ["abc", "ABC", "Abc", "aBc", "abc1", "123", "", " ", "a b", "Hello World", "Hello world", "é", "É", "٣", "²", "½", "a_b", "_", "1a", "日本", "\n", "ǅ"]
for method in ("isalpha", "isdigit", "isalnum", "isdecimal", "isnumeric", "isspace", "isupper", "islower", "istitle", "isidentifier", "isprintable", "isascii"):
    print(method, [getattr(word, method)() for word in words])
print("abc".upper().lower() == "abc", "".upper() == "", "a1b2".upper(), "1".isupper(), "A1".isupper(), "a1".islower())
