"""A template engine: compiled with re to a list of steps; loops, conditions, filters, errors."""
import re

TAG = re.compile(r"({{.*?}}|{%.*?%}|{#.*?#})", re.DOTALL)
EXPRESSION = re.compile(r"""^\s*(?P<path>[a-z_]\w*(?:\.\w+)*)(?P<filters>(?:\s*\|\s*\w+)*)\s*$""", re.IGNORECASE)
FILTERS = {"upper": str.upper, "title": str.title, "length": len, "join": ", ".join,
           "escape": lambda text: re.sub("[<>&]", lambda m: f"&#{ord(m[0])};", str(text))}


class TemplateError(Exception):
    pass


def lookup(path, scope):
    value = scope
    for part in path.split("."):
        try:
            value = value[int(part)] if part.isdigit() else value[part] if isinstance(value, dict) else getattr(value, part)
        except (LookupError, AttributeError, TypeError) as error:
            raise TemplateError(f"{path}: {type(error).__name__} at {part!r}") from error
    return value() if callable(value) else value


def evaluate(text, scope):
    match = EXPRESSION.match(text)
    if not match:
        raise TemplateError(f"cannot read {text.strip()!r}")
    value = lookup(match["path"], scope)
    for name in re.findall(r"\w+", match["filters"]):
        if name not in FILTERS:
            raise TemplateError(f"no filter {name!r}")
        value = FILTERS[name](value)
    return value


def parse(text):
    stack = [("root", [])]
    for number, piece in enumerate(TAG.split(text)):
        if number % 2 == 0:
            stack[-1][1].append(piece)
        elif piece.startswith("{{"):
            stack[-1][1].append(("value", piece[2:-2]))
        elif piece.startswith("{%"):
            words = piece[2:-2].split()
            if loop := re.fullmatch(r"for (\w+) in (\S+)", " ".join(words)):
                stack.append((("for", *loop.groups()), []))
            elif words[0] == "if" and len(words) in (2, 3):
                stack.append((("if", words[-1], words[1] == "not"), []))
            elif words[0].startswith("end") and stack[-1][0][0] == words[0][3:]:
                head, body = stack.pop()
                stack[-1][1].append((*head, body))
            else:
                raise TemplateError(f"unexpected {' '.join(words)!r}")
    if len(stack) > 1:
        raise TemplateError(f"{stack[-1][0][0]} is not closed")
    return stack[0][1]


def render(steps, scope):
    for step in steps:
        match step:
            case str():
                yield step
            case ("value", text):
                yield str(evaluate(text, scope))
            case ("for", name, path, body):
                for index, item in enumerate(evaluate(path, scope)):
                    yield from render(body, {**scope, name: item, "index": index})
            case ("if", path, negated, body):
                if bool(evaluate(path, scope)) != negated:
                    yield from render(body, scope)


SCOPE = {"user": {"name": "ann lee", "tags": ["a", "b<"]}, "items": [{"n": 1, "ok": True}, {"n": 2, "ok": False}], "empty": [], "x": 1.5}
for template in ("Hello {{ user.name | title }}!{# a comment #}", "{% for i in items %}{{index}}:{{ i.n }}{% if not i.ok %}?{% endif %} {% endfor %}",
                 "{{ user.tags|join|escape }} {{user.tags.0}} {{ user.name.upper | length }}", "{% if empty %}never{% endif %}{%if x%}x={{x}}{%endif%}",
                 "{{ user.nothing }}", "{{ user.tags.9 }}", "{{ 1 + 1 }}", "{{ x | wrong }}", "{% for a %}", "{% if x %}open", "{% endif %}", "{{ x.real.imag }}",
                 "{% for t in user.tags %}{% for i in items %}{{t}}{{i.n}} {% endfor %}{% endfor %}", "a {{\nx\n}} b {", "{{ x | length }}"):
    try:
        print(repr(template), "->", repr("".join(render(parse(template), SCOPE))))
    except (TemplateError, TypeError) as error:
        print(repr(template), "->", type(error).__name__, error)
