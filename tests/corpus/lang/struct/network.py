"""Packets of a made-up protocol: variable fields, byte orders, checksums, a stream cut anywhere."""
import struct
from enum import IntEnum


class Kind(IntEnum):
    PING, TEXT, POINTS, RECORD = range(4)


def checksum(data):
    total = sum(word for word, in struct.iter_unpack("!H", data + b"\0" * (len(data) % 2)))
    while total >> 16:
        total = (total & 0xFFFF) + (total >> 16)
    return ~total & 0xFFFF


def varint(n):
    out = bytearray()
    while n > 0x7F:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    return bytes(out + bytes([n]))


def read_varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        at, value, shift = at + 1, value | (byte & 0x7F) << shift, shift + 7
        if byte < 0x80:
            return value, at


def encode(kind, body):
    match kind:
        case Kind.PING:
            payload = struct.pack("!Q", body)
        case Kind.TEXT:
            text = body.encode()
            payload = varint(len(text)) + text
        case Kind.POINTS:
            payload = struct.pack(f"!H{len(body) * 2}d", len(body), *(value for point in body for value in point))
        case Kind.RECORD:
            payload = struct.pack("!?cbhi5sxf", *body)
        case _:
            raise ValueError(f"kind {kind}")
    head = struct.pack("!BBH", 0xA5, kind, len(payload))
    return head + struct.pack("!H", checksum(head + payload)) + payload


def decode(buffer):
    """Whole packets of a buffer, which keeps the rest."""
    while len(buffer) >= 6:
        magic, kind, size, check = struct.unpack_from("!BBHH", buffer)
        if magic != 0xA5:
            del buffer[0]
            continue
        if len(buffer) < 6 + size:
            return
        payload = bytes(buffer[6:6 + size])
        good = checksum(buffer[:4] + payload) == check
        del buffer[:6 + size]
        if not good:
            yield "bad checksum", kind, size
            continue
        match Kind(kind):
            case Kind.PING:
                yield "ping", *struct.unpack("!Q", payload)
            case Kind.TEXT:
                length, at = read_varint(payload, 0)
                yield "text", payload[at:at + length].decode()
            case Kind.POINTS:
                count, = struct.unpack_from("!H", payload)
                yield "points", list(struct.iter_unpack("!2d", payload[2:])), count
            case Kind.RECORD:
                yield "record", *struct.unpack("!?cbhi5sxf", payload)


PACKETS = [(Kind.PING, 2 ** 63 + 5), (Kind.TEXT, "grüße " * 30), (Kind.POINTS, [(0.5, -1e300), (float("inf"), 3)]),
           (Kind.RECORD, (True, b"x", -128, -2, 2 ** 31 - 1, b"abc", 0.1)), (Kind.TEXT, ""), (Kind.POINTS, [])]
stream = b"".join(encode(*packet) for packet in PACKETS)
print(len(stream), stream[:16].hex(" "), [varint(n).hex() for n in (0, 127, 128, 300, 2 ** 40)])
buffer, found = bytearray(), []
for at in range(0, len(stream), 7):
    buffer += stream[at:at + 7]
    found += decode(buffer)
for packet in found:
    print(packet)
print(len(buffer))
damaged = bytearray(b"\x00noise" + stream)
damaged[40] ^= 1
print([packet[0] for packet in decode(damaged)], len(damaged))
for kind, body in ((9, b""), (Kind.PING, -1), (Kind.PING, 2 ** 64), (Kind.RECORD, (1, b"xy", 0, 0, 0, b"", 0)), (Kind.RECORD, (1,)),
                   (Kind.TEXT, 5), (Kind.POINTS, [(1, "2")]), (Kind.RECORD, (1, b"x", 128, 0, 0, b"", 0)), (Kind.RECORD, (1, b"x", 0, 0, 0, "text", 0)),
                   (Kind.RECORD, (1, b"x", 0, 0, 0, b"", 1e39))):
    try:
        print(len(encode(kind, body)))
    except (ValueError, struct.error, AttributeError, OverflowError) as error:
        print(kind, type(error).__name__, error)
