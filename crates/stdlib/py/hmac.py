"""Keyed hashing for the authentication of messages, RFC 2104."""

import _hashlib
from _hashlib import compare_digest
import hashlib as _hashes

trans_5C = bytes([x ^ 0x5C for x in range(256)])
trans_36 = bytes([x ^ 0x36 for x in range(256)])

# The length of digests depends on the algorithm.
digest_size = None

# What makes the objects of a built-in algorithm, and the algorithm's name.
_NAMES = {getattr(_hashes, name): name for name in _hashes.algorithms_guaranteed}


def _name_of(digestmod):
    """The name of a built-in algorithm, None for an algorithm of the caller's own."""
    if isinstance(digestmod, str):
        return digestmod
    try:
        return _NAMES.get(digestmod)
    except TypeError:
        return None


def _maker_of(digestmod):
    """What makes hash objects of an algorithm."""
    if callable(digestmod):
        return digestmod
    if isinstance(digestmod, str):
        return lambda data=b"": _hashes.new(digestmod, data)
    return lambda data=b"": digestmod.new(data)


class HMAC:
    """A message authentication code on its way.

    It has the interface of hash objects.
    """

    __slots__ = ("_hmac", "_inner", "_outer", "block_size", "digest_size")

    # Where a hash object does not say how long its blocks are.
    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        """Starts with a key, and takes msg if there is one."""
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        name = _name_of(digestmod)
        if name is not None:
            self._hmac = _hashlib.hmac_new(key, msg, name)
            self._inner = self._outer = None
            self.digest_size = self._hmac.digest_size
            self.block_size = self._hmac.block_size
        else:
            self._hmac = None
            self._start(key, msg, _maker_of(digestmod))

    def _start(self, key, msg, make):
        """The definition of RFC 2104, over hash objects of any making."""
        self._outer = make()
        self._inner = make()
        self.digest_size = self._inner.digest_size
        block = getattr(self._inner, "block_size", self.blocksize)
        if block < 16:
            block = self.blocksize
        self.block_size = block
        if len(key) > block:
            key = make(key).digest()
        key = key.ljust(block, b"\0")
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        """hmac- and the name of the algorithm."""
        if self._hmac is not None:
            return self._hmac.name
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        """Takes more of the message."""
        (self._hmac if self._hmac is not None else self._inner).update(msg)

    def copy(self):
        """A copy that goes its own way."""
        other = self.__class__.__new__(self.__class__)
        other.digest_size = self.digest_size
        other.block_size = self.block_size
        if self._hmac is not None:
            other._hmac = self._hmac.copy()
            other._inner = other._outer = None
        else:
            other._hmac = None
            other._inner = self._inner.copy()
            other._outer = self._outer.copy()
        return other

    def _current(self):
        """A hash object whose digest is that of the message so far."""
        if self._hmac is not None:
            return self._hmac
        whole = self._outer.copy()
        whole.update(self._inner.digest())
        return whole

    def digest(self):
        """The code of the message so far; more can be taken."""
        return self._current().digest()

    def hexdigest(self):
        """The code in hexadecimal digits."""
        return self._current().hexdigest()


def new(key, msg=None, digestmod=""):
    """An HMAC object; digestmod is an algorithm's name, or what makes hash objects."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The code of a message that is there as a whole."""
    name = _name_of(digest)
    if name is not None:
        return _hashlib.hmac_digest(key, msg, name)
    mac = HMAC.__new__(HMAC)
    mac._hmac = None
    mac._start(key, msg, _maker_of(digest))
    return mac.digest()
