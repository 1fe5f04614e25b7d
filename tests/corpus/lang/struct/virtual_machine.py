"""A stack machine whose programs are bytes made with struct: assembler, disassembler, runner."""
import struct

NAMES = "push add sub mul div dup swap pop jump jz less print call ret load store halt text".split()
CODES = {name: code for code, name in enumerate(NAMES)}
FORMATS = {"push": "<q", "jump": "<H", "jz": "<H", "call": "<H", "load": "<B", "store": "<B"}


class MachineError(Exception):
    pass


def assemble(source):
    lines = [line.split(";")[0].split(None, 1) for line in source.splitlines()]
    labels, at, out = {}, 0, bytearray()
    for final in (False, True):
        at = 0
        for number, words in enumerate(lines, 1):
            if not words:
                continue
            name, argument = words[0], words[1].strip() if len(words) > 1 else None
            if name.endswith(":"):
                labels[name[:-1]] = at
                continue
            if name not in CODES:
                raise MachineError(f"line {number}: no instruction {name!r}")
            code = bytes([CODES[name]])
            if name == "text":
                data = argument.strip('"').encode()
                code += struct.pack("<H", len(data)) + data
            elif name in FORMATS:
                if argument is None:
                    raise MachineError(f"line {number}: {name} needs an argument")
                value = labels.get(argument, 0 if not final else None) if name in ("jump", "jz", "call") else int(argument, 0)
                if value is None:
                    raise MachineError(f"line {number}: no label {argument!r}")
                try:
                    code += struct.pack(FORMATS[name], value)
                except struct.error as error:
                    raise MachineError(f"line {number}: {error}") from None
            at += len(code)
            if final:
                out += code
    return bytes(out)


def decode(code, at):
    try:
        name = NAMES[code[at]]
    except IndexError:
        raise MachineError(f"no instruction at {at}") from None
    if name == "text":
        size, = struct.unpack_from("<H", code, at + 1)
        return name, code[at + 3:at + 3 + size].decode(), at + 3 + size
    if name in FORMATS:
        value, = struct.unpack_from(FORMATS[name], code, at + 1)
        return name, value, at + 1 + struct.calcsize(FORMATS[name])
    return name, None, at + 1


def run(code, limit=10000):
    stack, calls, memory, at, steps, printed = [], [], [0] * 8, 0, 0, []
    while True:
        steps += 1
        if steps > limit:
            raise MachineError(f"more than {limit} steps")
        name, value, following = decode(code, at)
        try:
            match name:
                case "push": stack.append(value)
                case "add" | "sub" | "mul" | "div" | "less":
                    right, left = stack.pop(), stack.pop()
                    stack.append({"add": int.__add__, "sub": int.__sub__, "mul": int.__mul__, "div": int.__floordiv__, "less": int.__lt__}[name](left, right))
                case "dup": stack.append(stack[-1])
                case "swap": stack[-2:] = stack[:-3:-1]
                case "pop": stack.pop()
                case "jump": following = value
                case "jz": following = following if stack.pop() else value
                case "print" | "text": printed.append(value if name == "text" else str(stack.pop()))
                case "call":
                    calls.append(following)
                    following = value
                case "ret": following = calls.pop()
                case "load": stack.append(memory[value])
                case "store": memory[value] = stack.pop()
                case "halt": return " ".join(printed), steps
        except IndexError as error:
            raise MachineError(f"{name} at {at}: {error}") from error
        at = following


FACTORIAL = """
    push 12
    call fact
    text "12! ="
    print
    halt
fact:               ; n -- n!
    store 0
    push 1
loop: """ + """
    load 0
    jz done
    load 0
    mul
    load 0
    push -1
    add
    store 0
    jump loop
done:
    ret
"""
code = assemble(FACTORIAL)
print(len(code), code.hex())
at = 0
while at < len(code):
    name, value, following = decode(code, at)
    print(f"{at:3} {name} {'' if value is None else value}".rstrip())
    at = following
for source in (FACTORIAL, "push 0x10\npush 3\ndiv\nprint\nhalt", "push 1\npush 2\nswap\nsub\nprint\nhalt", "again:\njump again", "pop", "push 1\npush 0\ndiv",
               "fly", "jump", "jump nowhere", "push 9223372036854775808", "load 300", "load 9", "ret", "push 1", 'text "grün"\nhalt'):
    try:
        print(run(assemble(source)))
    except (MachineError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
