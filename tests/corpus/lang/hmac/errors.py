# What hmac refuses.
import hmac


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


show(hmac.new)
show(hmac.new, b"k")
show(hmac.new, b"k", b"m")
show(hmac.new, b"k", b"m", "nothing")
show(hmac.new, b"k", b"m", "")
show(hmac.new, b"k", b"m", 5)
show(hmac.new, "k", b"m", "md5")
show(hmac.new, 5, b"m", "md5")
show(hmac.new, memoryview(b"k"), b"m", "md5")
show(hmac.new, b"k", "m", "md5")
show(hmac.new, b"k", 5, "md5")
show(hmac.HMAC, b"k")
code = hmac.new(b"k", b"m", "md5")
show(code.update, "text")
show(code.update)
show(code.update, None)
show(hmac.digest, b"k", b"m")
show(hmac.digest, b"k", b"m", "nothing")
show(hmac.digest, "k", b"m", "md5")
show(hmac.digest, b"k", "m", "md5")
show(hmac.digest, b"k", b"m", 5)
