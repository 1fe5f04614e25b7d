one, word, none, items, pair = 1, "abc", None, [1], (1,)
def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: "a" - "b")
attempt(lambda: [] + ())
attempt(lambda: () + [])
attempt(lambda: "a" * 1.5)
attempt(lambda: "a" * "b")
attempt(lambda: [1] * [2])
attempt(lambda: None + None)
attempt(lambda: {} + {})
attempt(lambda: 1 @ 2)
attempt(lambda: -"a")
attempt(lambda: +[])
attempt(lambda: ~"a")
attempt(lambda: not [])
attempt(lambda: 1 & 1.0)
attempt(lambda: 1 ** "a")
attempt(lambda: 1 // None)
attempt(lambda: 5 % "a")
attempt(lambda: print + 1)
attempt(lambda: int + 1)
attempt(lambda: 1 in 5)
attempt(lambda: 1 in "abc")
attempt(lambda: None in "abc")
attempt(lambda: word())
attempt(lambda: one())
attempt(lambda: none())
attempt(lambda: [][0]())
attempt(lambda: one[0])
attempt(lambda: none[0])
attempt(lambda: len[0])
attempt(lambda: items["a"])
attempt(lambda: pair["a"])
attempt(lambda: word["a"])
attempt(lambda: items[1.0])
attempt(lambda: items[None])
attempt(lambda: range(3)["x"])
attempt(lambda: [1][:"a"])
def augmented():
    x = 1
    x += "a"
attempt(augmented)
def augmented2():
    x = "a"
    x -= 1
attempt(augmented2)
def augmented3():
    x = []
    x += 5
attempt(augmented3)
