"""A table printed with format specs that are themselves computed; columns wrapped and aligned."""
from string import Formatter, Template, capwords

ROWS = [("apple", 3, 0.5, True), ("kiwi", 12, 1.25, False), ("dragon fruit", 1, 10.0, True), ("", -4, 1e6, None)]
HEAD = ("name", "count", "price", "ripe")


def kind(column):
    return ">" if all(isinstance(row[column], (int, float)) and not isinstance(row[column], bool) for row in ROWS) else "<"


def cell(value):
    return f"{value:,.2f}" if isinstance(value, float) else "-" if value is None else str(value)


widths = [max(len(cell(row[i])) for row in [HEAD, *ROWS]) for i in range(4)]
line = " | ".join(f"{{:{kind(i)}{width}}}" for i, width in enumerate(widths))
print(line)
print(line.format(*(capwords(name) for name in HEAD)))
print("-+-".join("-" * width for width in widths))
for row in ROWS:
    print(line.format(*map(cell, row)))
print("{:^{w}}|{:*^{w}}|{:{fill}>{w}}".format("ab", "cd", "ef", w=6, fill="."))
print("{0:{1}{2}{3}}|{0!r:{1}{2}{3}}".format("x", "~", "^", 7), "{:=+08.2f}|{:#x}|{:_b}|{:,}".format(3.14159, 255, 1023, 10 ** 9))
print([name for _, name, _, _ in Formatter().parse(line)], [spec for _, _, spec, _ in Formatter().parse("{a:>{w}}{b:x}")])


def wrap(text, width):
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] += " " * bool(lines[-1]) + word
    return lines


TEXT = "A table may hold long texts, which are wrapped at the blanks between their words."
for left, right in zip(wrap(TEXT, 22), wrap(TEXT, 30) + [""]):
    print(f"|{left:<22}|{right:>30}|")
letter = Template("Dear $name,\nyou owe ${sum}${unit}.")
for row in ROWS[:2]:
    print(letter.safe_substitute(name=row[0].title(), sum=f"{row[1] * row[2]:.2f}"))
for spec, value in (("5", None), ("d", 1.5), ("s", 1), ("+", "a"), ("z", 1), (".2d", 3), (",_", 1), ("=5", "a"), ("c", -1), ("05", "x"), (" .3", 2.0)):
    try:
        print(repr(spec), repr(format(value, spec)))
    except (ValueError, TypeError, OverflowError) as error:
        print(repr(spec), type(error).__name__, error)
