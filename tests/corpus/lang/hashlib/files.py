# Digests of files.
import hashlib
import io


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


data = bytes(range(256)) * 20
print(hashlib.file_digest(io.BytesIO(data), "sha256").hexdigest() == hashlib.sha256(data).hexdigest())
print(hashlib.file_digest(io.BytesIO(data), hashlib.md5).hexdigest())
print(hashlib.file_digest(io.BytesIO(b""), "sha1").hexdigest())


class Reader:
    """A file that has no getbuffer()."""

    def __init__(self, data):
        self.data = data

    def readable(self):
        return True

    def readinto(self, buffer):
        part, self.data = self.data[:1000], self.data[1000:]
        buffer[:len(part)] = part
        return len(part)


print(hashlib.file_digest(Reader(data), "sha3_256").hexdigest())
print(hashlib.file_digest(Reader(data), lambda: hashlib.blake2s(digest_size=8)).hexdigest())
show(hashlib.file_digest, 5, "md5")
show(hashlib.file_digest, io.BytesIO(b""), "nothing")
show(hashlib.file_digest, io.BytesIO(b"x"), lambda: 5)
show(hashlib.file_digest)
