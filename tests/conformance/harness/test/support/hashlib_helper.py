"""Hash functions that may be missing."""


def requires_hashdigest(name, openssl=None, usedforsecurity=True):
    return lambda item: item
