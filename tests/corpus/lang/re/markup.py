"""A small markup language turned to HTML with re: blocks, spans, escapes, links, nesting."""
import re

TEXT = """\
# A *title* & more

Some _emphasised_ text with `code <b>` and a
[link](http://example.org/?a=1&b=2 "Title") over two lines.

- one
- two *bold and _both_*
- three \\*not bold\\*

```
if a < b:
    *raw*
```
## Second   ##
Last line.
"""
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escape(text):
    return re.sub('[&<>"]', lambda match: ESCAPES[match[0]], text)


def spans(text):
    kept = []

    def keep(html):
        kept.append(html)
        return f"\x00{len(kept) - 1}\x00"

    text = re.sub(r"\\([*_`\\])", lambda m: keep(m[1]), text)
    text = re.sub(r"`([^`]+)`", lambda m: keep(f"<code>{escape(m[1])}</code>"), text)
    text = re.sub(r'\[([^\]]+)\]\((\S+?)(?:\s+"([^"]*)")?\)',
                  lambda m: keep(f'<a href="{escape(m[2])}"' + (f' title="{m[3]}"' if m[3] else "") + f">{spans(m[1])}</a>"), text)
    text = escape(text)
    for mark, tag in ((r"\*", "b"), ("_", "i")):
        text = re.sub(rf"(?<!\w){mark}(?=\S)(.+?)(?<=\S){mark}(?!\w)", rf"<{tag}>\1</{tag}>", text)
    while "\x00" in text:
        text = re.sub("\x00(\\d+)\x00", lambda m: kept[int(m[1])], text)
    return text


def blocks(text):
    raw = re.compile(r"^```\n(.*?)^```\n?", re.MULTILINE | re.DOTALL)
    at = 0
    for match in raw.finditer(text):
        yield from plain(text[at:match.start()])
        yield f"<pre>{escape(match[1])}</pre>"
        at = match.end()
    yield from plain(text[at:])


def plain(text):
    for block in re.split(r"\n\s*\n|(?<=#)\n(?=\w)|(?m:\n(?=#))", text.strip("\n")):
        if not block.strip():
            continue
        if heading := re.fullmatch(r"(#{1,6})\s+(.*?)\s*#*", block):
            level = len(heading[1])
            yield f"<h{level}>{spans(heading[2])}</h{level}>"
        elif re.match(r"- ", block):
            items = re.findall(r"^- (.*)$", block, re.M)
            yield "<ul>" + "".join(f"<li>{spans(item)}</li>" for item in items) + "</ul>"
        else:
            yield "<p>" + spans(" ".join(block.split())) + "</p>"


html = "\n".join(blocks(TEXT))
print(html)
print(re.sub(r"<[^>]+>", "", html).split())
print(sorted(set(re.findall(r"<(\w+)", html))), re.findall(r'(\w+)="([^"]*)"', html))
stack = []
for close, tag in re.findall(r"<(/?)(\w+)[^>]*>", html):
    if close:
        assert stack.pop() == tag
    else:
        stack.append(tag)
print("balanced", not stack)
