"""string.Template: substitution, delimiters of subclasses, invalid places, identifiers."""
import string
from collections import ChainMap


def attempt(what, function):
    try:
        print(what, "->", repr(function()))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


template = string.Template("$who owes ${whom} $$5 for $what.${unit}s")
attempt("all", lambda: template.substitute(who="Ann", whom="Bob", what="tea", unit="cup"))
attempt("mapping", lambda: template.substitute({"who": 1, "whom": None, "what": [2], "unit": ""}))
attempt("both", lambda: template.substitute({"who": "x", "whom": "y"}, who="z", what=1, unit=2))
attempt("missing", lambda: template.substitute(who="Ann"))
attempt("safe", lambda: template.safe_substitute(who="Ann"))
attempt("chain", lambda: string.Template("$a$b").substitute(ChainMap({"a": 1}, {"a": 2, "b": 3})))
for text in ("$", "a $ b", "${a", "${}", "$1", "${1}", "$ünï", "$aé", "$_x", "x\ny $", "$$$a", "${a b}", "$A"):
    made = string.Template(text)
    attempt(repr(text), lambda: made.substitute(a="V", _x="U", A="W"))
    attempt("   safely", lambda: made.safe_substitute(a="V"))
    attempt("   names", lambda: (made.get_identifiers(), made.is_valid()))


class Percent(string.Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


class Braces(string.Template):
    braceidpattern = "[a-z.]+"


class Angle(string.Template):
    pattern = r"<(?:(?P<escaped><)|(?P<named>\w+)>|(?P<braced>!\w+)>|(?P<invalid>))"


class Sensitive(string.Template):
    flags = 0


attempt("percent", lambda: Percent("%with_under %notunder %% $x").safe_substitute(with_under=1, notunder=2))
attempt("percent strict", lambda: Percent("%notunder").substitute(notunder=2))
attempt("braces", lambda: Braces("$a ${a.b} ${a}").substitute({"a": 1, "a.b": 2}))
attempt("angle", lambda: Angle("<name> << <!b> x").substitute({"name": "N", "!b": "B"}))
attempt("sensitive", lambda: Sensitive("$a $A").safe_substitute(a=1, A=2))
attempt("two mappings", lambda: template.substitute({}, {}))
attempt("no text", lambda: string.Template())
attempt("a number", lambda: string.Template(5).substitute())
print(template.template, string.Template.delimiter, string.Template.idpattern, Percent.pattern.groupindex.keys() >= {"named"})


def bad_pattern():
    class Bad(string.Template):
        pattern = r"(?P<named>x)"
    return Bad("x").substitute(x=1)


attempt("pattern without groups", bad_pattern)
