def kind(n):
    if n < 0:
        return "negative"
    elif n == 0:
        return "zero"
    elif n < 10: return "small"
    else:
        return "big"
print([kind(n) for n in (-5, 0, 5, 50)])
n = 0
while n < 5:
    n += 1
    if n == 2: continue
    if n == 4: break
    print(n, end=" ")
else:
    print("not here")
print(n)
while n: n -= 1
else: print("else", n)
for x in []: pass
else: print("empty else")
for x in range(5):
    if x == 3:
        break
else:
    print("never")
for x in range(3):
    for y in range(3):
        if y == 2: continue
        if x == 2: break
        print(x, y, end="; ")
    else:
        print("inner else")
        continue
    print("broken")
if 1: pass; print("same line")
if not []: print("empty is false")
for i in 1, 2, 3: print(i, end=" ")
for i, in [(1,), (2,)]: print(i, end=" ")
for a[0] in [[0]] if False else []: pass
print()
