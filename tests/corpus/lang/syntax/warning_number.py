x = [0x1for x in (1,2)]
y = 1.5if 1else 2
z = 1or 2
a = 0b1and 3
b = [1for c in (1,)]
c = 1in [1]
d = 1not in [2]
e = 1is 1
print(x, y, z, a, b, c, d, e)
