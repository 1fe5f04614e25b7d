for spec in ("", "d", "5d", "<5d", "^5d", ">5d", "+d", " d", "05d", "x", "X", "#x", "#X", "o", "#o", "b", "#b", ",", "_", "_x", "_b", "e", ".2f", "g", "%", "n", "=+8d", "*^9", "#010b", "08,", "c<5", "1", "0", "00", "-d", "+#x", ",d"):
    print(repr(spec), [f"{value:{spec}}" for value in (0, 7, -42, 123456, -2 ** 65)])
for bad in ("s", "q", ".2", ".2d", "5.1d", ",x", "_,", ",,", "+c", "#c", "z", "zd", "5 5", ",c", "d5", "<<", "{"):
    try:
        print(bad, f"{5:{bad}}")
    except (ValueError, OverflowError) as error:
        print(bad, type(error).__name__, error)
print(f"{97:c} {128512:c} {97:5c}| {97:>5c}|")
for value in (-1, 0x110000):
    try:
        print(f"{value:c}")
    except (ValueError, OverflowError) as error:
        print(type(error).__name__, error)
