# Message authentication codes.
import hashlib
import hmac


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for name in ("md5", "sha1", "sha256", "sha512", "sha3_256", "blake2b", "blake2s"):
    for key in (b"", b"key", b"k" * 300):
        code = hmac.new(key, b"message", name)
        print(name, code.name, code.digest_size, code.block_size, code.hexdigest())
        assert code.digest() == hmac.digest(key, b"message", name)
        other = hmac.new(key, digestmod=getattr(hashlib, name))
        other.update(b"mess")
        split = other.copy()
        split.update(b"age")
        assert split.digest() == code.digest() != other.digest()
        assert hmac.compare_digest(split.hexdigest(), code.hexdigest())
own = hmac.new(b"k", b"m", lambda data=b"": hashlib.md5(data))
print(own.hexdigest() == hmac.new(b"k", b"m", "md5").hexdigest(), own.name, own.copy().digest())
print(hmac.digest(b"k" * 200, b"m", lambda data=b"": hashlib.sha1(data)).hex())
print(hmac.new(b"k", b"m", hashlib).hexdigest() if False else "")
print(hmac.HMAC(b"k", b"m", "sha256").hexdigest(), hmac.HMAC.blocksize, hmac.digest_size)
print(hmac.new(bytearray(b"k"), memoryview(b"m"), "sha1").hexdigest())
print(hmac.new(b"k", None, "sha1").hexdigest(), type(hmac.new(b"k", digestmod="md5")))
print(hmac.trans_5C[:5], hmac.trans_36[:5])
