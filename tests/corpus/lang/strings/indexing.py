s = "hello world"
print(s[0], s[-1], s[4], s[-11], s[1:4], s[:5], s[6:], s[:], s[::2], s[::-1], s[-5:-1], s[8:2:-2], s[100:], s[-100:3], s[5:5], s[4:1])
u = "aé日😀z"
print(u[0], u[1], u[2], u[3], u[4], u[-2], u[1:4], u[::-1], u[::2], len(u), [c for c in u], u.index("😀"), u.find("z"))
for index in (11, -12, 1 << 70):
    try:
        s[index]
    except IndexError as error:
        print(error)
for index in ("a", 1.0, None, (1, 2)):
    try:
        s[index]
    except TypeError as error:
        print(error)
try:
    s[0] = "x"
except TypeError as error:
    print(error)
try:
    del s[0]
except TypeError as error:
    print(error)
try:
    s[::0]
except ValueError as error:
    print(error)
print(s[True], s[False:True], s[None:None:None], s[: 1 << 70], s[-(1 << 70):3])
for start in (None, -12, -3, 0, 2, 12):
    for stop in (None, -12, -3, 0, 2, 12):
        for step in (None, -3, -1, 1, 2):
            print(s[start:stop:step], end="|")
    print()
