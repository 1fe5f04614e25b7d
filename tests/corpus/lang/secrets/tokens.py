# Secrets: their lengths and letters.
import secrets


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)


for n in (0, 1, 16, None):
    print(n, len(secrets.token_bytes(n)), len(secrets.token_hex(n)), len(secrets.token_urlsafe(n)))
print(len(secrets.token_bytes()), len(secrets.token_hex()), len(secrets.token_urlsafe()))
letters = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
print(set(secrets.token_urlsafe(500)) <= letters, set(secrets.token_hex(500)) <= set("0123456789abcdef"))
print(secrets.token_bytes(16) != secrets.token_bytes(16), type(secrets.token_bytes()))
print(all(0 <= secrets.randbelow(10) < 10 for _ in range(50)), secrets.randbelow(1))
print(all(0 <= secrets.randbits(5) < 32 for _ in range(50)), secrets.choice("aaa"))
print(secrets.compare_digest("a", "a"), secrets.SystemRandom is not None, secrets.DEFAULT_ENTROPY)
show(secrets.randbelow, 0)
show(secrets.randbelow, -3)
show(secrets.randbelow, "x")
show(secrets.randbits, -1)
show(secrets.choice, [])
show(secrets.token_bytes, -1)
show(secrets.token_bytes, "x")
show(secrets.token_hex, -1)
show(secrets.token_urlsafe, 1.5)
show(secrets.compare_digest, 1, 2)
show(secrets.SystemRandom().getstate)
print(secrets.__all__)
