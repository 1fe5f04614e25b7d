"""Secure hashes and message digests under one interface.

A hash object takes data by update() and gives digest() or hexdigest() of all of it.
new(name) makes one by its name; each algorithm has a function of its name besides.
"""

import _hashlib
from _hashlib import blake2b, blake2s, pbkdf2_hmac, scrypt

algorithms_guaranteed = {
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
    "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256",
}
algorithms_available = algorithms_guaranteed | {"sha512_224", "sha512_256"}

__all__ = (
    "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s",
    "sha3_224", "sha3_256", "sha3_384", "sha3_512", "shake_128", "shake_256",
    "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest",
)

md5 = _hashlib.openssl_md5
sha1 = _hashlib.openssl_sha1
sha224 = _hashlib.openssl_sha224
sha256 = _hashlib.openssl_sha256
sha384 = _hashlib.openssl_sha384
sha512 = _hashlib.openssl_sha512
sha3_224 = _hashlib.openssl_sha3_224
sha3_256 = _hashlib.openssl_sha3_256
sha3_384 = _hashlib.openssl_sha3_384
sha3_512 = _hashlib.openssl_sha3_512
shake_128 = _hashlib.openssl_shake_128
shake_256 = _hashlib.openssl_shake_256


def __hash_new(name, data=b"", **kwargs):
    """A hash object of the algorithm that is named, which has taken some data."""
    if not isinstance(name, str):
        raise TypeError("name must be a string")
    if name == "blake2b":
        return blake2b(data, **kwargs)
    if name == "blake2s":
        return blake2s(data, **kwargs)
    return _hashlib.new(name, data, **kwargs)


new = __hash_new


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """A hash object that has taken all of a binary file.

    digest is the name of an algorithm, or a function that makes a hash object.
    """
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        # The data lie in memory already.
        made.update(fileobj.getbuffer())
        return made
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable")
            and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    buffer = bytearray(_bufsize)
    view = memoryview(buffer)
    while size := fileobj.readinto(buffer):
        made.update(view[:size])
    return made
