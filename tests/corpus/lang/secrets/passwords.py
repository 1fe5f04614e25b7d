"""Passwords, tokens and shares with secrets: shapes and bounds, never values."""
import secrets
import string


def attempt(what, function, *args):
    try:
        print(what, "->", function(*args))
    except Exception as error:
        print(what, "->", type(error).__name__ + ":", error)


def password(length, *classes):
    """At least one character of each class."""
    if length < len(classes):
        raise ValueError(f"{length} characters for {len(classes)} classes")
    alphabet = "".join(classes)
    while True:
        made = "".join(secrets.choice(alphabet) for _ in range(length))
        if all(any(char in part for char in made) for part in classes):
            return made


made = password(12, string.ascii_lowercase, string.ascii_uppercase, string.digits)
print(len(made), made.isalnum(), made.islower(), made.isdigit(), made != password(12, string.ascii_letters))
attempt("too short", password, 2, "ab", "cd", "ef")
attempt("no class", password, 3)
print([len(secrets.token_bytes(n)) for n in (0, 1, 16)], [len(secrets.token_hex(n)) for n in (0, 5)], [len(secrets.token_urlsafe(n)) for n in (0, 3, 4, 30)])
print(set(secrets.token_hex(50)) <= set("0123456789abcdef"), set(secrets.token_urlsafe(60)) <= set(string.ascii_letters + string.digits + "-_"))
print(len(secrets.token_bytes()) >= 32, secrets.randbits(1) in (0, 1), secrets.randbits(70) < 2 ** 70, sorted({secrets.randbelow(2) for _ in range(80)}))
attempt("token_bytes", secrets.token_bytes, -1)
attempt("token_hex", secrets.token_hex, "a")
attempt("token_urlsafe", secrets.token_urlsafe, 1.5)
attempt("randbelow", secrets.randbelow, 0)
attempt("randbelow", secrets.randbelow, -3)
attempt("randbits", secrets.randbits, -1)
attempt("choice", secrets.choice, [])
attempt("compare_digest", secrets.compare_digest, "a", b"a")
print(secrets.compare_digest("same", "same"), secrets.compare_digest(b"a", b"b"), secrets.DEFAULT_ENTROPY)

PRIME = 2 ** 127 - 1


def split(secret, needed, count):
    """Shamir's shares: any `needed` of them give the secret."""
    if needed > count:
        raise ValueError("more needed than made")
    factors = [secret] + [secrets.randbelow(PRIME) for _ in range(needed - 1)]
    return [(x, sum(factor * pow(x, power, PRIME) for power, factor in enumerate(factors)) % PRIME) for x in range(1, count + 1)]


def join(shares):
    total = 0
    for x, y in shares:
        top = bottom = 1
        for other, _ in shares:
            if other != x:
                top, bottom = top * -other % PRIME, bottom * (x - other) % PRIME
        total = (total + y * top * pow(bottom, -1, PRIME)) % PRIME
    return total


shares = split(123456789, 3, 5)
print(join(shares[:3]), join(shares[2:]), join(shares[::2]), join(shares[:2]) == 123456789)
attempt("shares", split, 5, 4, 3)
key = secrets.token_bytes(20)
pad = bytes(a ^ b for a, b in zip(b"the message is here!", key))
print(bytes(a ^ b for a, b in zip(pad, key)), pad != key)
