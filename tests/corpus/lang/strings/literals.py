print('single', "double", 'it''s', "a" 'b' "c", '"', "'", '\'', "\"")
print("tab\tnew\\n", "\x41\u0042\U00000043\103\101", "\a\b\f\v\r\0".__len__(), len("\
continued"))
print(r"raw\n\t\x", r'\'', R"\\", len(r"\n"))
print("""triple
"quoted" 'text'
""", '''other
\ttriple''')
print("é", "ü", "日本", "😀", len("😀"), len("日本"))
print(repr("a\nb\tc\\d'e"), repr('say "hi"'), repr("both ' and \""), repr("\x00\x1f\x7f\x80\xa0\xad"), repr("é日😀"), repr("\u200b\ufeff\ud800"))
print("a"
      "b"
      f"{1}"
      "c")
print(len("\ud800"), "\ud800" == "\ud800", ["\ud83d\ude00"], "x" "" "y")
s = "multi \
line"
print(s)
