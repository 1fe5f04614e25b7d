"""codecs.open: files read and written in an encoding, with errors, positions and modes."""
import codecs
import os

NAME = "codecs_files_scratch.txt"


def attempt(what, function):
    try:
        print(what, "->", repr(function()))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


try:
    with codecs.open(NAME, "w", "utf-16-le") as file:
        print(type(file).__name__, file.write("première\r\n"), file.encoding, file.mode)
        file.writelines(["zwei\n", "drei"])
    with open(NAME, "rb") as file:
        print(file.read())
    with codecs.open(NAME, encoding="utf-16-le") as file:
        print(repr(file.readline()), repr(file.read(2)), repr(file.readlines()))
        file.seek(0)
        print([line.strip() for line in file], file.closed)
    print(file.closed)
    with codecs.open(NAME, "a", "utf-16-le") as file:
        file.write("+")
    print(codecs.open(NAME, "r", "utf-16-le").read()[-3:])
    with codecs.open(NAME, "rb", "ascii", errors="ignore") as file:
        print(repr(file.read()))
    attempt("as ascii", lambda: codecs.open(NAME, "r", "utf-8").read() and codecs.open(NAME, "r", "ascii").read())
    with codecs.open(NAME, "w+", "latin-1", errors="xmlcharrefreplace") as file:
        file.write("naïve €")
        file.seek(0)
        print(file.read())
    with codecs.open(NAME) as file:
        print(type(file).__name__)
        attempt("as the locale reads", lambda: file.read())
    with codecs.open(NAME, "rb") as file:
        print(file.read())
    attempt("strict", lambda: codecs.open(NAME, "w", "ascii").write("é"))
    attempt("unknown encoding", lambda: codecs.open(NAME, "r", "nowhere"))
    attempt("bad mode", lambda: codecs.open(NAME, "q", "utf-8"))
    attempt("missing file", lambda: codecs.open("codecs_no_such_file", "r", "utf-8"))
    attempt("no name", lambda: codecs.open())
finally:
    os.remove(NAME)
print(os.path.exists(NAME))
