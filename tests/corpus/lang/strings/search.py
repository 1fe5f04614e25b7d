s = "abracadabra"
print(s.find("a"), s.find("a", 1), s.find("a", 1, 3), s.find("x"), s.find("bra", -4), s.find(""), s.find("", 5), s.find("", 11), s.find("", 12), s.find("a", -100, 100))
print(s.rfind("a"), s.rfind("a", 0, 10), s.rfind("x"), s.rfind(""), s.rfind("bra", 0, -1), s.rfind("", 3, 5))
print(s.index("c"), s.rindex("b"), s.count("a"), s.count("ab"), s.count(""), s.count("a", 3), s.count("a", 3, 8), s.count("aa"), "aaaa".count("aa"), "".count(""), s.count("", 4, 4), s.count("", 20))
print(s.startswith("abra"), s.startswith("bra", 1), s.startswith("bra", 1, 3), s.startswith(("x", "ab")), s.startswith(()), s.startswith(""), s.startswith("", 12))
print(s.endswith("abra"), s.endswith("abr", 0, -1), s.endswith(("x", "bra")), s.endswith(""), s.endswith("abracadabrax"))
print("bra" in s, "" in s, "xyz" not in s, s in s)
u = "日本語日本"
print(u.find("本"), u.rfind("本"), u.index("語", 1, 4), u.count("日"), u.find("日", 1), u.find("本語日"))
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: s.index("x"))
attempt(lambda: s.rindex("x"))
attempt(lambda: s.find(1))
attempt(lambda: s.startswith(1))
attempt(lambda: s.startswith(["a"]))
attempt(lambda: s.endswith(("a", 1)))
attempt(lambda: s.endswith((1, "a")))
attempt(lambda: s.count())
attempt(lambda: s.find("a", "b"))
attempt(lambda: s.find("a", None, None))
attempt(lambda: s.index("a", 0, 1, 2))
