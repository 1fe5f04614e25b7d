"""Signed tokens with hmac and base64: made, checked, tampered with; the tables of the module."""
import base64
import hashlib
import hmac
import json


def attempt(what, function):
    try:
        print(what, "->", function())
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sign(claims, key, algorithm="sha256"):
    head = b64(json.dumps({"alg": algorithm}).encode()) + "." + b64(json.dumps(claims, sort_keys=True).encode())
    return head + "." + b64(hmac.digest(key, head.encode(), algorithm))


def check(token, key, now):
    head, _, signature = token.rpartition(".")
    algorithm = json.loads(unb64(head.split(".")[0]))["alg"]
    if not hmac.compare_digest(hmac.new(key, head.encode(), algorithm).digest(), unb64(signature)):
        raise PermissionError("wrong signature")
    claims = json.loads(unb64(head.split(".")[1]))
    if claims.get("until", now) < now:
        raise PermissionError("too old")
    return claims


token = sign({"user": "ann", "until": 50}, b"secret")
print(token)
attempt("right", lambda: check(token, b"secret", 10))
attempt("late", lambda: check(token, b"secret", 51))
attempt("other key", lambda: check(token, b"Secret", 10))
attempt("tampered", lambda: check(token.replace("eyJ1", "eyJ2"), b"secret", 10))
attempt("cut", lambda: check(token[:-1], b"secret", 10))
attempt("no token", lambda: check("nothing", b"secret", 10))
attempt("sha512", lambda: check(sign([], b"", "sha512"), b"", 1))
attempt("unknown algorithm", lambda: sign({}, b"k", "none"))
print(hmac.trans_5C[:4], hmac.trans_36[-3:], len(hmac.trans_36), bytes(b"key".translate(hmac.trans_5C)) == bytes(c ^ 0x5C for c in b"key"))


def by_hand(key, message, name):
    """The definition, with the module's tables."""
    block = hashlib.new(name).block_size
    if len(key) > block:
        key = hashlib.new(name, key).digest()
    key = key.ljust(block, b"\0")
    return hashlib.new(name, key.translate(hmac.trans_5C) + hashlib.new(name, key.translate(hmac.trans_36) + message).digest()).hexdigest()


for name in ("md5", "sha1", "sha384", "sha3_256", "blake2b"):
    for key in (b"", b"k" * 64, b"long" * 100):
        print(name, len(key), by_hand(key, b"message", name) == hmac.new(key, b"message", name).hexdigest(), end="; ")
print()
one = hmac.new(b"key", digestmod=hashlib.sha1)
two = one.copy()
one.update(b"mess"), one.update(b"age")
two.update(b"message")
print(one.hexdigest(), one.digest() == two.digest(), one.name, one.digest_size, one.block_size)
attempt("no digestmod", lambda: hmac.new(b"key", b"m"))
attempt("text key", lambda: hmac.new("key", b"m", "md5"))
attempt("text message", lambda: hmac.new(b"key", "m", "md5"))
attempt("compare", lambda: hmac.compare_digest("é", "é"))
attempt("compare", lambda: hmac.compare_digest("a", b"a"))
