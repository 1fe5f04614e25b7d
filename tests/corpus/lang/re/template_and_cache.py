"""re.template and re.purge: what is left of them, and patterns that survive the cache."""
import re
import warnings


def attempt(what, function, *args):
    try:
        print(what, "->", repr(function(*args)))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    made = re.template("a b")
    print(made.pattern, made.flags & re.UNICODE == re.UNICODE, made.search("xa b").span())
    attempt("template()", lambda: re.template())
    attempt("template('(')", lambda: re.template("("))
print([(type(one.message).__name__ if hasattr(one, "message") else one.category.__name__) for one in caught])
first = re.compile("ab+c")
print(first is re.compile("ab+c"))
re.purge()
second = re.compile("ab+c")
print(first == second, first.match("abbc").end(), second.match("abbc").end())
for count in range(600):
    re.compile(f"x{count}y*")
print(re.compile("x5y*").fullmatch("x5yyy") is not None, first.sub("-", "abc abbc"))
attempt("error", lambda: re.compile("(?P<a>x)(?P<a>y)"))
attempt("error", lambda: re.error("made", "pat\ntern", 5).lineno)
try:
    re.compile("ab\n(cd")
except re.error as error:
    print(error.msg, error.pattern == "ab\n(cd", error.pos, error.lineno, error.colno)
print(re.escape("a.b*c[d]\n é-#&~"), re.escape(b"\x00a+"), re.escape(""))
attempt("escape", re.escape, 5)
