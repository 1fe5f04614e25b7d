"""Random numbers for secrets: tokens, passwords, keys.

They come from the host's own source and cannot be foretold.
"""

import binascii as _binascii
from base64 import urlsafe_b64encode as _urlsafe
from hmac import compare_digest
from random import SystemRandom

__all__ = [
    "choice", "randbelow", "randbits", "SystemRandom", "token_bytes", "token_hex",
    "token_urlsafe", "compare_digest",
]

# Bytes of a token where nothing is said.
DEFAULT_ENTROPY = 32

_source = SystemRandom()
randbits = _source.getrandbits
choice = _source.choice


def randbelow(exclusive_upper_bound):
    """An int from 0 up to the bound, which is excluded."""
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _source._randbelow(exclusive_upper_bound)


def token_bytes(nbytes=None):
    """So many random bytes."""
    return _source.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    """So many random bytes, two hexadecimal digits each."""
    return _binascii.hexlify(token_bytes(nbytes)).decode("ascii")


def token_urlsafe(nbytes=None):
    """So many random bytes as text that can stand in an address."""
    return _urlsafe(token_bytes(nbytes)).rstrip(b"=").decode("ascii")
