a = list(range(10))
print(a[:], a[2:5], a[:3], a[7:], a[-3:], a[:-7], a[::3], a[1::4], a[::-1], a[::-3], a[8:2:-2], a[2:8:-1], a[20:], a[-20:3], a[5:5], a[-1:-4:-1])
for start in (None, -11, -10, -1, 0, 9, 10, 11):
    print([a[start:stop:step] for stop in (None, -4, 4) for step in (None, -2, 3)])
print(a[1 << 80:], a[-(1 << 80):2], a[::1 << 80], a[::-(1 << 80)], a[True:4])
s = slice(1, 8, 3)
print(a[s], s, s.start, s.stop, s.step, slice(5), slice(1, 2) == slice(1, 2), slice(1) == slice(2))
print(s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10), slice(100, -100, -7).indices(20))
for bad in (lambda: a[::0], lambda: a["x":], lambda: a[:1.5], lambda: a[1, 2], lambda: a[None], lambda: slice()):
    try:
        bad()
    except Exception as error:
        print(type(error).__name__, error)
class Index:
    def __index__(self):
        return 2
print(a[Index()], a[Index():], a[:Index():], a[::Index()], "abcde"[Index()], (7, 8, 9)[Index()], range(5)[Index()], [1] * Index())
class Show:
    def __getitem__(self, key):
        return key
s = Show()
print(s[1], s[1:2], s[::], s[1:2, 3], s["a":"b":None], s[()], s[1,], s[-1:], s[:, ::2])
