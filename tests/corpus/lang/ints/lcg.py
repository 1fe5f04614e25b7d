# Linear congruential generators and hashes live between 48 and 64 bits.
state = 42
seen = []
for _ in range(200):
    state = (state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
    seen.append(state >> 33)
print(seen[:8], sum(seen))
h = 0xcbf29ce484222325
for c in "the quick brown fox":
    h ^= ord(c)
    h = h * 0x100000001b3 & 0xFFFFFFFFFFFFFFFF
print(h)
x = 2463534242
for _ in range(50):
    x ^= x << 13 & 0xFFFFFFFF
    x ^= x >> 17
    x ^= x << 5 & 0xFFFFFFFF
print(x)
