def attempt(text):
    try:
        print(repr(text), float(text))
    except Exception as error:
        print(type(error).__name__, error)
for text in ("1", "1.5", "-1.5", "+.5", "5.", " 1e3\n", "1E-3", "inf", "-Infinity", "iNf", "nan", "-NaN", "1_000.5", "1e1_0", "0.1e-400", "1e400", "123456789012345678901234567890", "0x10", "", " ", ".", "e5", "1e", "1__0", "_1", "1_", "1e5_", "1 2", "infin", "--1", "1.5.2", "1.0f", "٣.٥"):
    attempt(text)
for value in (True, 3, -2 ** 70, None, [], "1\x00"):
    attempt(value)
print(float(), float(1) == 1, float("1e308") * 10, float("9007199254740993"))
print(float("0.1") == 0.1, float("2.675"), float("179769313486231580793e289"), float("4.9e-324"), float("2e-324"))
