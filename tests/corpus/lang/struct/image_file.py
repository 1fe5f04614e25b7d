"""A bitmap written and read back with struct: headers, padded rows, damaged files."""
import struct
from binascii import crc32

HEADER = struct.Struct("<2sIHHI")
INFO = struct.Struct("<IiiHHIIiiII")


def write(rows):
    height, width = len(rows), len(rows[0])
    pad = -width * 3 % 4
    body = b"".join(b"".join(struct.pack("<3B", b, g, r) for r, g, b in row) + bytes(pad) for row in reversed(rows))
    start = HEADER.size + INFO.size
    return (HEADER.pack(b"BM", start + len(body), 0, 0, start)
            + INFO.pack(INFO.size, width, height, 1, 24, 0, len(body), 2835, 2835, 0, 0) + body)


def read(data):
    magic, size, _, _, start = HEADER.unpack_from(data)
    if magic != b"BM" or size != len(data):
        raise ValueError(f"not a bitmap: {magic!r}, {size} of {len(data)} bytes")
    _, width, height, planes, bits, *_ = INFO.unpack_from(data, HEADER.size)
    if (planes, bits) != (1, 24):
        raise ValueError(f"{bits} bits")
    stride = (width * 3 + 3) // 4 * 4
    rows = []
    for y in reversed(range(height)):
        pixels = struct.iter_unpack("<3B", data[start + y * stride:start + y * stride + width * 3])
        rows.append([(r, g, b) for b, g, r in pixels])
    return rows


image = [[(x * 50, y * 100, 255 - x) for x in range(5)] for y in range(3)]
data = write(image)
print(len(data), HEADER.size, INFO.size, data[:30], crc32(data))
print(read(data) == image, INFO.format, struct.calcsize("2sIHHI"), struct.calcsize("<2sIHHI"))
for damaged in (data[:-1], b"XX" + data[2:], data[:20], b"", data[:28] + b"\x08" + data[29:]):
    try:
        print(len(read(damaged)))
    except (ValueError, struct.error) as error:
        print(type(error).__name__, error)


def chunks(data):
    """Chunks of a RIFF file: four letters, a length, data padded to even."""
    at = 0
    while at < len(data):
        kind, size = struct.unpack_from("<4sI", data, at)
        yield kind.decode("ascii"), data[at + 8:at + 8 + size]
        at += 8 + size + size % 2


samples = [int(30000 * ((i % 20) / 10 - 1)) for i in range(41)]
sound = struct.pack("<HHIIHH", 1, 1, 8000, 16000, 2, 16)
body = struct.pack(f"<{len(samples)}h", *samples)
riff = b"".join(struct.pack("<4sI", kind, len(part)) + part + b"\0" * (len(part) % 2)
                for kind, part in ((b"fmt ", sound), (b"note", b"odd"), (b"data", body)))
for kind, part in chunks(riff):
    print(kind, len(part), crc32(part))
print([value for value, in struct.iter_unpack("<h", dict(chunks(riff))["data"])] == samples)
for wrong in (lambda: list(chunks(riff[:-85] + b"abc")), lambda: list(struct.iter_unpack("<h", b"abc")), lambda: struct.iter_unpack("", b"a"),
              lambda: struct.iter_unpack("<h", "text"), lambda: struct.pack("<h", 40000), lambda: struct.pack("<3B", 1, 2), lambda: struct.iter_unpack("<h")):
    try:
        print(wrong())
    except (struct.error, TypeError, UnicodeDecodeError) as error:
        print(type(error).__name__, error)
