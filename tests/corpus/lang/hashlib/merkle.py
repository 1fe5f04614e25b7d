"""A tree of hashes over blocks: roots, proofs, tampering; a chain of blocks with work."""
import hashlib
import json


def digest(*parts):
    made = hashlib.sha256()
    for part in parts:
        made.update(part)
    return made.digest()


def levels(blocks):
    level = [digest(b"\0", block) for block in blocks]
    yield level
    while len(level) > 1:
        level = [digest(b"\1", level[i], level[i + 1] if i + 1 < len(level) else level[i]) for i in range(0, len(level), 2)]
        yield level


def proof(blocks, index):
    path = []
    for level in list(levels(blocks))[:-1]:
        other = index ^ 1
        path.append((index % 2, level[other if other < len(level) else index]))
        index //= 2
    return path


def verify(block, path, root):
    value = digest(b"\0", block)
    for right, other in path:
        value = digest(b"\1", other, value) if right else digest(b"\1", value, other)
    return value == root


blocks = [f"block {i}".encode() * (i + 1) for i in range(7)]
tree = list(levels(blocks))
root = tree[-1][0]
print([len(level) for level in tree], root.hex())
for index, block in enumerate(blocks):
    path = proof(blocks, index)
    print(index, len(path), verify(block, path, root), verify(block + b"!", path, root), verify(block, path[::-1], root))
blocks[3] += b"?"
print(list(levels(blocks))[-1][0].hex() == root.hex(), list(levels([b"one"]))[-1][0].hex()[:16])


def mine(previous, data, zeros):
    nonce = 0
    while True:
        text = json.dumps({"data": data, "nonce": nonce, "previous": previous}, sort_keys=True)
        found = hashlib.sha1(text.encode()).hexdigest()
        if found.startswith("0" * zeros):
            return nonce, found
        nonce += 1


previous = "start"
for data in ("a", {"to": "ann", "sum": 5}, [1.5, None]):
    nonce, previous = mine(previous, data, 2)
    print(nonce, previous)
try:
    digest("text")
except TypeError as error:
    print(error)
try:
    json.dumps(root)
except TypeError as error:
    print(error)
