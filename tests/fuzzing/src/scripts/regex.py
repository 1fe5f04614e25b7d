# Flags (a byte), a pattern, a zero byte, a text; both as str and as bytes.
import re

FLAGS = [re.IGNORECASE, re.MULTILINE, re.DOTALL, re.VERBOSE, re.ASCII]


def matched(match):
    if match is not None:
        start, end = match.span()
        assert 0 <= start <= end <= len(match.string)
        assert match.group() == match.string[start:end]
        match.groups(), match.groupdict(), match.regs, match.lastindex, match.lastgroup
        repr(match)
    return match


def use(pattern, flags, text, template):
    try:
        regex = re.compile(pattern, flags)
    except (re.error, OverflowError, ValueError, RecursionError):
        return
    repr(regex)
    first = matched(regex.search(text))
    matched(regex.match(text))
    matched(regex.fullmatch(text))
    matched(regex.search(text, 1, len(text) - 1))
    found = [matched(m).span() for m in regex.finditer(text)]
    assert bool(found) == (first is not None)
    assert len(regex.findall(text)) == len(found)
    assert len(regex.split(text)) == (regex.groups + 1) * len(found) + 1
    try:
        regex.sub(template, text)
        regex.subn(template, text, 2)
    except (re.error, IndexError):
        pass


def run(data):
    chosen = data[0] if data else 0
    flags = 0
    for bit, flag in enumerate(FLAGS):
        if chosen >> bit & 1:
            flags |= flag
    pattern, _, text = data[1:].partition(b"\0")
    template = pattern[:8]
    if chosen & 32:
        use(pattern, flags, text, template)
    else:
        errors = "surrogatepass" if chosen & 64 else "surrogateescape"
        try:
            use(
                pattern.decode("utf-8", errors),
                flags,
                text.decode("utf-8", errors),
                template.decode("utf-8", "replace"),
            )
        except UnicodeDecodeError:
            pass
    re.purge()
    return True
