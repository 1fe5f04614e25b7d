# Keys derived from passwords.
import hashlib


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for name in ("sha1", "sha256", "sha512", "md5", "sha3_256", "blake2b"):
    print(name, hashlib.pbkdf2_hmac(name, b"password", b"salt", 3).hex())
    print(name, hashlib.pbkdf2_hmac(name, b"p" * 200, b"", 1, 70).hex())
print(hashlib.pbkdf2_hmac(hash_name="sha256", password=b"p", salt=b"s", iterations=2, dklen=5).hex())
show(hashlib.pbkdf2_hmac, "nothing", b"p", b"s", 1)
show(hashlib.pbkdf2_hmac, "sha1", "p", b"s", 1)
show(hashlib.pbkdf2_hmac, "sha1", b"p", "s", 1)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 0)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", -1)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 2**40)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", "x")
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1, 0)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1, -1)
show(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 1, 2**40)
show(hashlib.pbkdf2_hmac, "sha1", b"p")
show(hashlib.pbkdf2_hmac, 5, b"p", b"s", 1)
print(hashlib.scrypt(b"p", salt=b"s", n=2, r=1, p=1).hex())
print(hashlib.scrypt(b"", salt=b"", n=16, r=1, p=1, dklen=10).hex())
good = dict(salt=b"s", n=4, r=1, p=1)
for change in (dict(n=3), dict(n=1), dict(n=0), dict(n=-2), dict(n="x"), dict(n=None), dict(r=0),
               dict(r=-1), dict(r=None), dict(p=0), dict(p=None), dict(salt="s"), dict(salt=None),
               dict(dklen=0), dict(dklen=-1), dict(maxmem=-1), dict(maxmem=10), dict(n=2**20, r=8)):
    print(change, end=" ")
    show(hashlib.scrypt, b"p", **{**good, **change})
show(hashlib.scrypt, "p", **good)
show(hashlib.scrypt, b"p", b"s")
show(hashlib.scrypt)
