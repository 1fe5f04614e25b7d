def t(name):
    print(name, end=" ")
    return True
def f(name):
    print(name, end=" ")
    return False
print(t(1) and f(2) and t(3))
print(f(1) or t(2) or f(3))
print(f(1) and t(2) or t(3))
print(not (t(1) or f(2)) and f(3))
print(t(1) if f(2) else f(3))
print([] or {} or () or "" or 0)
print(1 and [] and 2, 0 or 3 and 4, "x" or 1 / 0)
for a in (0, 1):
    for b in (0, 1):
        for c in (0, 1):
            print(a and b or c, a or b and c, not a or b, not (a and not b), end=" | ")
print()
