print("{} {}".format(1, 2), "{0} {1} {0}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{0[1]} {0[0]}".format([1, 2]), "{d[key]}".format(d={"key": "v"}), "{{}} {{{}}}".format(5))
class P:
    x = 3
    def __format__(self, spec):
        return f"<{spec}>"
print("{0.x} {0:abc} {0}".format(P()), "{:>{width}}|{:{}}".format("a", "b", 4, width=5), "{!r} {!s} {!a}".format("é", "é", "é"))
print("{:5}|{:<5}|{:>5}|{:^5}|{:*^7}|{:.2}|{:5.1}|".format("ab", "ab", "ab", "ab", "ab", "abcdef", "xyz"))
print("{:d} {:5d} {:<5d}| {:^7d}| {:+d} {: d} {:05d} {:x} {:X} {:#x} {:o} {:#o} {:b} {:#b} {:c} {:,} {:_} {:e} {:.1f} {:%}".format(5, 42, 42, 42, 7, 7, -42, 255, 255, 255, 8, 8, 5, 5, 97, 1234567, 1234567, 12345, 3, 1))
print("{:#010x} {:=+6d} {:*<6} {:*>+6} {:_x} {:_b} {:,.2f} {:010,}".format(255, 3, 4, 5, 0xabcdef0, 1000000, 12345.678, 1234567))
def attempt(text, *args, **kwargs):
    try:
        print(text.format(*args, **kwargs))
    except Exception as error:
        print(type(error).__name__, error)
attempt("{} {}", 1)
attempt("{1}", 1)
attempt("{x}")
attempt("{", 1)
attempt("}", 1)
attempt("{!x}", 1)
attempt("{0} {}", 1, 2)
attempt("{} {0}", 1, 2)
attempt("{:d}", "a")
attempt("{:s}", 1)
attempt("{:d}", 1.5)
attempt("{:=5}", "a")
attempt("{:,}", "a")
attempt("{:.2d}", 5)
attempt("{:5", 1)
attempt("{!r", 1)
attempt("{:c}", -1)
attempt("{:+c}", 65)
attempt("{:+s}", "a")
attempt("{0.y}", 5)
attempt("{0[5]}", [1])
attempt("{:>5}", None)
attempt("{:>5}", [])
attempt("{0!r:>5}", None)
attempt("{a.b}", a=1)
