"""A JSON reader and writer by hand, checked against the json module on values, on errors and on random trees."""
import json
import random


class Reader:
    ESCAPES = {'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f', '/': '/', '\\': '\\', '"': '"'}
    WORDS = {'true': True, 'false': False, 'null': None}

    def __init__(self, text):
        self.text, self.at = text, 0

    def fail(self, why):
        line = self.text.count('\n', 0, self.at) + 1
        column = self.at - self.text.rfind('\n', 0, self.at)
        raise ValueError(f'{why} at {line}:{column}')

    def space(self):
        while self.text[self.at:self.at + 1] in (' ', '\t', '\n', '\r') and self.at < len(self.text):
            self.at += 1
        return self.text[self.at:self.at + 1]

    def document(self):
        value = self.value()
        if self.space():
            self.fail('extra data')
        return value

    def value(self):
        match self.space():
            case '{':
                return dict(self.pairs())
            case '[':
                return list(self.items(']', self.value))
            case '"':
                return self.string()
            case '-' | '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9':
                return self.number()
            case '':
                self.fail('no value')
        for word, value in self.WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        self.fail('no value')

    def items(self, closing, one):
        self.at += 1
        if self.space() == closing:
            self.at += 1
            return
        while True:
            yield one()
            char = self.space()
            self.at += 1
            if char == closing:
                return
            if char != ',':
                self.at -= 1
                self.fail('no comma')

    def pairs(self):
        def pair():
            if self.space() != '"':
                self.fail('no key')
            key = self.string()
            if self.space() != ':':
                self.fail('no colon')
            self.at += 1
            return key, self.value()
        yield from self.items('}', pair)

    def string(self):
        parts, self.at = [], self.at + 1
        while (char := self.text[self.at:self.at + 1]) != '"':
            if char == '' or char < ' ':
                self.fail('bad string')
            self.at += 1
            if char == '\\':
                kind = self.text[self.at:self.at + 1]
                self.at += 1
                if kind == 'u':
                    code = int(self.text[self.at:self.at + 4], 16)
                    self.at += 4
                    if 0xD800 <= code < 0xDC00 and self.text.startswith('\\u', self.at):
                        low = int(self.text[self.at + 2:self.at + 6], 16)
                        if 0xDC00 <= low < 0xE000:
                            code = 0x10000 + (code - 0xD800 << 10 | low - 0xDC00)
                            self.at += 6
                    char = chr(code)
                elif kind in self.ESCAPES and kind:
                    char = self.ESCAPES[kind]
                else:
                    self.fail('bad escape')
            parts.append(char)
        self.at += 1
        return ''.join(parts)

    def number(self):
        start = self.at
        while self.text[self.at:self.at + 1] in tuple('+-0123456789.eE'):
            self.at += 1
        text = self.text[start:self.at]
        digits = text.lstrip('-').split('.')[0].lower().split('e')[0]
        try:
            if len(digits) > 1 and digits[0] == '0' or text.endswith('.') or '.e' in text.lower():
                raise ValueError
            return int(text) if text.lstrip('-').isdigit() else float(text)
        except ValueError:
            self.at = start
            self.fail(f'bad number {text}')


def write(value):
    match value:
        case None | True | False:
            return {None: 'null', True: 'true', False: 'false'}[value]
        case int() | float():
            return repr(value)
        case str():
            return '"' + ''.join({'"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r', '\b': '\\b', '\f': '\\f'}.get(c) or (c if ' ' <= c < '\x7f' else
                                 f'\\u{ord(c):04x}' if ord(c) < 0x10000 else '\\u{:04x}\\u{:04x}'.format(0xD800 + (ord(c) - 0x10000 >> 10), 0xDC00 + (ord(c) & 0x3FF))) for c in value) + '"'
        case list() | tuple():
            return '[' + ', '.join(map(write, value)) + ']'
        case dict():
            return '{' + ', '.join(f'{write(key)}: {write(item)}' for key, item in value.items()) + '}'
    raise TypeError(f'no JSON: {type(value).__name__}')


rng = random.Random(42)


def tree(depth):
    kind = rng.randrange(8 if depth else 5)
    return [None, bool(rng.randrange(2)), rng.randrange(-10 ** 6, 10 ** 6), rng.random() * 10 ** rng.randrange(-20, 20), ''.join(chr(rng.choice([65, 10, 34, 92, 233, 0x1F600, 8364, 127])) for _ in range(rng.randrange(6))),
            ][kind] if kind < 5 else [tree(depth - 1) for _ in range(rng.randrange(4))] if kind < 7 else {str(i): tree(depth - 1) for i in range(rng.randrange(4))}


agree = 0
for _ in range(300):
    value = tree(4)
    text = write(value)
    agree += text == json.dumps(value) and Reader(text).document() == value == json.loads(text)
print('agree', agree)
for text in ['', ' ', '[1,]', '{"a":1,}', '[1 2]', '{a: 1}', '{"a" 1}', '"abc', '"\n"', '"\\x"', '01', '-', '1.', '1e', 'tru', '[1]]', '[[', '{"a": [1, {"b": nul}]}', '\n\n  @', '1.5e3', '-0', '"\\ud83d\\ude00\\u00e9"', '{"a": 1, "a": 2}', ' [ ] ', '"\x7f"', '1E+2', '0.5']:
    try:
        ours = repr(Reader(text).document())
    except ValueError as error:
        ours = str(error)
    try:
        theirs = repr(json.loads(text))
    except ValueError as error:
        theirs = str(error)
    print(ascii(text), '->', ascii(ours), '' if ours == theirs else '| ' + theirs)
for value in {1}, [1, object()], b'x':
    try:
        write(value)
    except TypeError as error:
        print(error)
