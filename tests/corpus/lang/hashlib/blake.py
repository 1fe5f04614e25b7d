# The parameters of BLAKE2.
import hashlib


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for make in (hashlib.blake2b, hashlib.blake2s):
    print(make.SALT_SIZE, make.PERSON_SIZE, make.MAX_KEY_SIZE, make.MAX_DIGEST_SIZE)
    for size in (1, 20, make.MAX_DIGEST_SIZE):
        h = make(b"abc", digest_size=size)
        print(h.digest_size, h.block_size, h.hexdigest())
    print(make(b"abc", key=b"key").hexdigest())
    print(make(b"abc", salt=b"salt", person=b"me").hexdigest())
    print(make(b"abc", key=b"k" * make.MAX_KEY_SIZE, salt=b"s" * make.SALT_SIZE,
               person=b"p" * make.PERSON_SIZE).hexdigest())
    print(make(b"abc", digest_size=20, key=b"k", salt=b"s", person=b"p", fanout=2, depth=3,
               leaf_size=4, node_offset=5, node_depth=6, inner_size=7, last_node=True,
               usedforsecurity=False).hexdigest())
    print(make(fanout=0, depth=255, leaf_size=2**32 - 1, node_offset=2**48 - 1).hexdigest())
    show(make, digest_size=0)
    show(make, digest_size=65)
    show(make, digest_size="x")
    show(make, key=b"a" * 65)
    show(make, key="a")
    show(make, salt=b"a" * 17)
    show(make, salt="a")
    show(make, person=b"a" * 17)
    show(make, fanout=256)
    show(make, fanout=-1)
    show(make, depth=0)
    show(make, depth=256)
    show(make, leaf_size=2**32)
    show(make, leaf_size=-1)
    show(make, leaf_size="x")
    show(make, node_offset=2**64)
    show(make, node_offset=-1)
    show(make, node_depth=256)
    show(make, inner_size=65)
    show(make, inner_size=-1)
    show(make, b"", 1)
    show(make, foo=1)
show(hashlib.blake2s, node_offset=2**48)
h = hashlib.blake2b(b"a", key=b"k")
g = h.copy()
g.update(b"b")
print(h.name, g.hexdigest() == hashlib.blake2b(b"ab", key=b"k").hexdigest())
show(setattr, h, "name", 1)
show(h.update, "a")
print(hashlib.new("blake2s", b"a", digest_size=10).hexdigest())
