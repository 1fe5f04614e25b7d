# What hash objects refuse.
import hashlib


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for make in (hashlib.md5, hashlib.sha1, hashlib.sha224, hashlib.sha256, hashlib.sha384,
             hashlib.sha512, hashlib.sha3_224, hashlib.sha3_256, hashlib.sha3_384,
             hashlib.sha3_512, hashlib.shake_128, hashlib.shake_256, hashlib.blake2b,
             hashlib.blake2s):
    show(make, "text")
    show(make, 5)
    show(make, data=b"")
h = hashlib.sha256(b"a")
show(h.update, "a")
show(h.update, 5)
show(h.update)
show(h.update, b"a", b"b")
show(h.digest, 1)
show(h.hexdigest, 1)
show(h.copy, 1)
show(type(h))
show(setattr, h, "name", "x")
show(setattr, h, "x", 1)
show(hashlib.new, "nothing")
show(hashlib.new, 5)
show(hashlib.new, "sha256", "a")
show(hashlib.new, "sha256", foo=1)
show(hashlib.md5, b"", 1)
for make in (hashlib.shake_128, hashlib.shake_256):
    s = make(b"a")
    show(s.digest)
    show(s.digest, "x")
    show(s.digest, -1)
    show(s.digest, 0)
    show(s.hexdigest, length=5)
    print(type(s), type(s).__mro__[1], s.digest_size)
print(type(h), type(hashlib.blake2b()), type(hashlib.blake2s()))
print(hashlib.__all__)
