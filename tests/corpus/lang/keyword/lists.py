"""keyword: the lists, and each keyword tried as a name."""
import keyword


def attempt(what, function, *args):
    try:
        print(what, "->", function(*args))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


print(keyword.kwlist)
print(keyword.softkwlist)
print(len(keyword.kwlist), keyword.kwlist == sorted(keyword.kwlist), len(set(keyword.kwlist)))
print([name for name in ("if", "If", "print", "match", "case", "_", "None", "nonlocal", "", "exec", "async", "type")
       if keyword.iskeyword(name)])
print([name for name in ("if", "match", "case", "_", "type", "__", "None") if keyword.issoftkeyword(name)])
print(keyword.iskeyword("is "), keyword.iskeyword(5), keyword.issoftkeyword(None), keyword.iskeyword(b"if"))
attempt("iskeyword of a list", keyword.iskeyword, ["if"])
attempt("issoftkeyword of a dict", keyword.issoftkeyword, {})
attempt("iskeyword()", lambda: keyword.iskeyword())
attempt("issoftkeyword(1, 2)", lambda: keyword.issoftkeyword("a", "b"))

print("assigned to")
for name in keyword.kwlist:
    try:
        exec(f"{name} = 1", {})
        print("  ", name, "is free")
    except SyntaxError as error:
        print(f"   {name:9} {error.msg}")
print("soft ones are names")
space = {}
for name in keyword.softkwlist:
    exec(f"{name} = '{name}'\ndef f({name}): return {name}\nresult = f(1) + len({name})", space)
    print("  ", name, space["result"])
match = [1, 2]
case = "case"
match match:
    case [1, case]:
        print(match, case)
print(all(name.isidentifier() for name in keyword.kwlist), "match".isidentifier())
