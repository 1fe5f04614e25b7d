"""A hex dump read and written, Intel hex records with checksums, a delta between two dumps."""
import binascii


def dump(data, start=0, width=16):
    lines, last, skipped = [], None, False
    for at in range(0, len(data), width):
        row = data[at:at + width]
        if row == last and at + width < len(data):
            if not skipped:
                lines.append("*")
            skipped = True
            continue
        last, skipped = row, False
        text = "".join(chr(b) if 32 <= b < 127 else "." for b in row)
        half = binascii.hexlify(row, " ").decode()
        lines.append(f"{start + at:08x}  {half:<{width * 3 - 1}}  |{text}|")
    return lines


def undump(lines, width=16):
    out = bytearray()
    repeat = False
    for line in lines:
        if line == "*":
            repeat = True
            continue
        address, rest = line.split("  ", 1)
        row = binascii.unhexlify(rest[:width * 3 - 1].replace(" ", ""))
        if repeat:
            while len(out) < int(address, 16):
                out += out[-width:]
            repeat = False
        out += row
    return bytes(out)


data = b"A dump of bytes\x00" + bytes(64) + bytes(range(200, 231)) + b"tail"
for line in dump(data):
    print(line)
print(undump(dump(data)) == data, dump(b""), undump([]))


def record(address, kind, data=b""):
    body = bytes([len(data), address >> 8, address & 255, kind]) + data
    return ":" + (body + bytes([-sum(body) & 255])).hex().upper()


def load(text):
    memory, base = {}, 0
    for number, line in enumerate(text.split(), 1):
        try:
            if line[0] != ":":
                raise binascii.Error("no colon")
            body = binascii.a2b_hex(line[1:])
            if sum(body) & 255:
                raise binascii.Error(f"checksum {sum(body) & 255:#04x}")
            size, address, kind, data = body[0], int.from_bytes(body[1:3], "big"), body[3], body[4:-1]
            if size != len(data):
                raise binascii.Error(f"{size} said, {len(data)} there")
        except (binascii.Error, ValueError, IndexError) as error:
            return f"line {number}: {type(error).__name__}: {error}"
        if kind == 0:
            memory.update(enumerate(data, base + address))
        elif kind == 4:
            base = int.from_bytes(data, "big") << 16
        elif kind == 1:
            return sorted(memory.items())
    return "no end"


records = [record(0, 4, b"\0\1"), record(0x1234, 0, b"\xde\xad"), record(0, 1)]
print(records)
print(load("\n".join(records)))
for wrong in ("", records[0], records[0][1:], records[1][:-1], records[1][:-2] + "00", records[1].replace("DE", "ZZ"), ":00", ":0100000000FF :"):
    print(repr(wrong), load(wrong))
