"""All guaranteed algorithms over the same data, in pieces and at once; pbkdf2 and scrypt; files."""
import hashlib
import io


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


print(sorted(hashlib.algorithms_guaranteed), hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
DATA = bytes(range(256)) * 5
for name in sorted(hashlib.algorithms_guaranteed):
    whole = hashlib.new(name, DATA)
    pieces = hashlib.new(name)
    for at in range(0, len(DATA), 100):
        pieces.update(DATA[at:at + 100])
    size = (20,) if name.startswith("shake") else ()
    print(f"{name:10} {whole.digest_size:2} {whole.block_size:3} {whole.name:10} {whole.hexdigest(*size)[:40]}", whole.digest(*size) == pieces.digest(*size))
    empty = getattr(hashlib, name)()
    copy = empty.copy()
    copy.update(b"x")
    print("   ", empty.hexdigest(*size)[-16:], copy.hexdigest(*size)[-16:])
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3).hex())
print(hashlib.pbkdf2_hmac("sha1", b"pass\0word", b"sa\0lt", 5, dklen=16).hex(), len(hashlib.pbkdf2_hmac("sha512", b"", b"", 1, 100)))
attempt("no iterations", lambda: hashlib.pbkdf2_hmac("sha256", b"p", b"s", 0))
attempt("no length", lambda: hashlib.pbkdf2_hmac("sha256", b"p", b"s", 1, 0))
attempt("unknown", lambda: hashlib.pbkdf2_hmac("nowhere", b"p", b"s", 1))
attempt("text", lambda: hashlib.pbkdf2_hmac("sha256", "p", b"s", 1))
print(hashlib.scrypt(b"password", salt=b"NaCl", n=16, r=8, p=1, dklen=32).hex())
for name in ("sha256", "md5", hashlib.sha3_256, lambda: hashlib.blake2s(digest_size=8)):
    print(hashlib.file_digest(io.BytesIO(DATA * 300), name).hexdigest())
attempt("text file", lambda: hashlib.file_digest(None, "md5"))
attempt("no file", lambda: hashlib.file_digest(b"bytes", "md5"))
attempt("unknown for a file", lambda: hashlib.file_digest(io.BytesIO(), "nowhere"))
attempt("new", lambda: hashlib.new("md55"))
attempt("new of text", lambda: hashlib.new("md5", "text"))
attempt("sha256 of a number", lambda: hashlib.sha256(5))
attempt("shake without length", lambda: hashlib.shake_128(b"").digest())
attempt("digest with length", lambda: hashlib.md5(b"").digest(5))
attempt("not for security", lambda: hashlib.md5(b"x", usedforsecurity=False).hexdigest())
print(hashlib.sha1(bytearray(b"abc")).hexdigest(), hashlib.sha1(memoryview(b"abcd")[:3]).hexdigest() == hashlib.sha1(b"abc").hexdigest())
