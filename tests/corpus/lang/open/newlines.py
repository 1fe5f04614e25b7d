# Ends of lines: how they are read and written.
import os

folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), f"open-newlines-{os.getpid()}")
os.mkdir(folder)
os.chdir(folder)
with open("mixed", "wb") as f:
    f.write(b"unix\nmac\rdos\r\nlast")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("mixed", newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines)
    with open("mixed", newline=newline) as f:
        print(repr(f.read(9)), repr(f.readline()), repr(f.read()))
    with open("mixed", newline=newline) as f:
        print([line for line in f])
    with open("out", "w", newline=newline) as f:
        print(f.write("a\nb\r\nc\rd"), end=" ")
    with open("out", "rb") as f:
        print(f.read())
# A pair of \r and \n that is cut by the end of a piece.
with open("long", "wb") as f:
    f.write(b"x" * 8191 + b"\r\n" + b"y" * 8190 + b"\r\nz\r")
with open("long") as f:
    print([(len(line), line[-2:]) for line in f], f.newlines)
with open("long", newline="") as f:
    print([(len(line), line[-2:]) for line in f], f.newlines)
with open("long", newline="\r\n") as f:
    print([(len(line), line[-2:]) for line in f])
with open("long") as f:
    f.read(8190)
    print(repr(f.read(3)), repr(f.readline()[-3:]), repr(f.readline()), repr(f.readline()))
# Where the file stands between lines.
with open("mixed", newline="\n") as f:
    places = []
    while line := f.readline():
        places.append(f.tell())
    print(places)
    for place in places:
        f.seek(place)
        print(place, repr(f.readline()))
os.remove("mixed")
os.remove("out")
os.remove("long")
os.chdir("/")
os.rmdir(folder)
