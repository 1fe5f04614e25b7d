s = "\ud800"
print(len(s), ord(s), repr(s), s == "\ud800", s < "\ue000", s + s == s * 2, [s])
t = "a" + s + "b"
print(len(t), t[0], t[2], t.find("b"), t.index(s), repr(t[::-1]), repr(t.upper()), t.split(s))
pair = "\ud83d" + "\ude00"
print(len(pair), pair == "😀", repr(pair))
print(repr(chr(0xdfff)), sorted(["\ud800", "a", "\uffff", "😀"]) == ["a", "\ud800", "\uffff", "😀"])
try:
    print(s)
except UnicodeEncodeError as error:
    print("refused:", error)
