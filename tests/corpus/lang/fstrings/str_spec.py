for spec in ("", "s", "5", "<5", ">5", "^5", "^6s", "*<5", "x>5", "^^5", ".1", ".0", "5.2", "<5.1s", "05", "é^5", "1", ">1"):
    print(repr(spec), [f"{value:{spec}}" for value in ("", "ab", "日本語x")])
for bad in ("d", "x", "f", "=5", "+", " ", "#", ",", "_", "+s", ".s", "5.s", "z", "05d"):
    try:
        print(bad, f"{'ab':{bad}}")
    except ValueError as error:
        print(bad, error)
for value in (None, [1], (1,), {}, len, range(2), int):
    try:
        print(f"{value:5}")
    except TypeError as error:
        print(error)
print(f"{None}|{[1]}|{()!s:>5}|{range(2)!r:>12}|{None!s:^8}|{True:>6}|{False:d}|{True:s}" if False else f"{True:>6}|{False:d}")
