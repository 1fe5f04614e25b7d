# The digest of each algorithm.
import hashlib


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


names = sorted(hashlib.algorithms_guaranteed)
print(names, hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
for name in names:
    make = getattr(hashlib, name)
    length = (20,) if name.startswith("shake") else ()
    for data in (b"", b"abc", bytes(range(256)) * 5):
        h = make(data)
        print(name, h.name, h.digest_size, h.block_size, h.hexdigest(*length))
        pieces = make()
        for at in range(0, len(data), 37):
            pieces.update(data[at:at + 37])
        assert pieces.digest(*length) == h.digest(*length) == hashlib.new(name, data).digest(*length)
        copied = pieces.copy()
        copied.update(b"more")
        assert pieces.digest(*length) == h.digest(*length) != copied.digest(*length)
        assert copied.digest(*length) == make(data + b"more").digest(*length)
for name in ("SHA256", "sha512_256", "sha512_224", "SHA1"):
    h = hashlib.new(name, b"x")
    print(name, h.name, h.hexdigest())
print(hashlib.md5(b"", usedforsecurity=False).hexdigest(), hashlib.sha1(string=b"a").hexdigest())
h = hashlib.sha256(bytearray(b"ab"))
h.update(memoryview(b"cd"))
print(h.hexdigest() == hashlib.sha256(b"abcd").hexdigest())
