# Encodings and error handlers of text files.
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"open-encodings-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
text = "aé€😀\nzweite\n"
for encoding in ("utf-8", "utf8", "UTF-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be", "utf-8-sig"):
    with open("f", "w", encoding=encoding) as f:
        f.write(text)
        f.write("mehr\n")
        print(f.encoding, end=" ")
    with open("f", "rb") as f:
        data = f.read()
        print(len(data), data[:6])
    with open("f", encoding=encoding) as f:
        print(f.readlines())
    with open("f", encoding=encoding) as f:
        print([f.read(1) for _ in range(6)], f.read())
    with open("f", "a", encoding=encoding) as f:
        f.write("Ende")
    with open("f", encoding=encoding) as f:
        print(repr(f.read()[-9:]))
with open("f", "w", encoding="latin-1") as f:
    f.write("äöü")
    try:
        f.write("€")
    except UnicodeEncodeError as error:
        print(error)
with open("f", "rb") as f:
    print(f.read())
for errors in ("strict", "ignore", "replace", "backslashreplace", "surrogateescape"):
    try:
        with open("f", encoding="utf-8", errors=errors) as f:
            print(errors, ascii(f.read()), f.errors)
    except UnicodeDecodeError as error:
        print(errors, error)
for errors in ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace"):
    try:
        with open("g", "w", encoding="ascii", errors=errors) as f:
            f.write("a€b")
        print(errors, open("g", "rb").read())
    except UnicodeEncodeError as error:
        print(errors, error)
with open("f", "wb") as f:
    f.write("€".encode()[:2])
for errors in ("strict", "replace"):
    try:
        with open("f", encoding="utf-8", errors=errors) as f:
            print(ascii(f.read()))
    except UnicodeDecodeError as error:
        print(error)
# Characters that are cut by the end of a piece.
with open("f", "w", encoding="utf-8") as f:
    f.write("x" + "€" * 6000 + "\n" + "😀" * 3000)
with open("f", encoding="utf-8") as f:
    first = f.readline()
    print(len(first), first.count("€"), len(f.read()))
with open("f", encoding="utf-8") as f:
    count = 0
    while piece := f.read(1000):
        count += len(piece)
    print(count)
with open("f", "w") as f:
    try:
        f.write("\ud800")
    except UnicodeEncodeError as error:
        print(error)
for name in os.listdir():
    os.remove(name)
os.chdir("/")
os.rmdir(folder)
