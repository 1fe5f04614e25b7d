print("banana".replace("a", "o"), "banana".replace("a", "o", 2), "banana".replace("a", ""), "banana".replace("", "-"), "banana".replace("", "-", 3), "".replace("", "x"), "".replace("a", "x"), "banana".replace("ana", "X"), "aaa".replace("aa", "b"), "banana".replace("x", "y"), "banana".replace("a", "o", 0), "banana".replace("a", "o", -1), "日本".replace("本", "x"))
table = {ord("a"): "1", ord("b"): None, ord("c"): ord("d"), 233: "e"}
print("aabbccé".translate(table), "xyz".translate({}))
print("hello".translate("".maketrans("el", "ip")), "hello".translate(str.maketrans("el", "ip", "o")), str.maketrans({"a": "b", 99: None}), str.maketrans("ab", "cd", "e"))
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: "a".replace("a"))
attempt(lambda: "a".replace("a", 1))
attempt(lambda: "a".replace(1, "a"))
attempt(lambda: str.maketrans("ab", "c"))
attempt(lambda: str.maketrans({"ab": 1}))
attempt(lambda: "a".translate({97: 1 << 30}))
attempt(lambda: "a".translate({97: 1.5}))
attempt(lambda: "a".translate())
