"""Functions to convert between Python values and C structs represented
as Python bytes objects."""

from _struct import calcsize, pack, pack_into, unpack, unpack_from, iter_unpack
from _struct import Struct, error, _clearcache

__all__ = [
    "calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack",
    "Struct", "error",
]
