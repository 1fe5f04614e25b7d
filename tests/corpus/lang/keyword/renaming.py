"""A renamer that makes identifiers out of any text, with iskeyword and issoftkeyword."""
import re
from collections import namedtuple
from keyword import iskeyword, issoftkeyword, kwlist, softkwlist


def identifier(text, taken=()):
    name = re.sub(r"\W+", "_", text.strip()).strip("_") or "unnamed"
    if name[0].isdigit():
        name = "_" + name
    if iskeyword(name) or issoftkeyword(name) and name != "_":
        name += "_"
    base, number = name, 2
    while name in taken:
        name = f"{base}{number}"
        number += 1
    return name


names = []
for title in ("Name", "class", "First name", "1st place", "", "???", "größe (cm)", "Name", "match", "None", "none",
              "a-b", "a_b", "class", "__init__", "x²", "日本", "lambda_"):
    names.append(identifier(title, names))
    print(f"{title!r:16} {names[-1]:12} {names[-1].isidentifier()}")
Row = namedtuple("Row", names[:3])
print(Row(1, 2, 3))
for bad in ("class", "1st", "a b", ""):
    try:
        namedtuple("Row", [bad])
    except ValueError as error:
        print(error)
print(namedtuple("Row", ["class", "ok", "ok", "_x", *softkwlist], rename=True)._fields)
for word in kwlist[3:6] + softkwlist:
    try:
        print(word, eval(f"lambda {word}=1: {word}")())
    except SyntaxError as error:
        print(word, type(error).__name__)
try:
    iskeyword({})
except TypeError as error:
    print(error)
try:
    issoftkeyword(set())
except TypeError as error:
    print(error)
