# __new__ by hand, ratios, bits.
for call in [lambda: int.__new__(5), lambda: float.__new__('a'), lambda: str.__new__(1), lambda: list.__new__(3),
             lambda: int.__new__(str), lambda: object.__new__(5), lambda: tuple.__new__(list), lambda: bool.__new__(int),
             lambda: int.__new__(int, '12', 3), lambda: int.__new__(bool, 1)]:
    try:
        print(call())
    except TypeError as e:
        print(e)
for n in (0, 1, -1, 255, -256, 2**64, -(2**70) - 1, True):
    print(n.bit_count(), n.bit_length(), n.as_integer_ratio(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator)
for f in (0.5, -2.75, 1e300, 5e-324, -0.0):
    print(f.as_integer_ratio(), f.is_integer(), f.hex(), float.fromhex(f.hex()), f.conjugate(), f.real, f.imag)
for bad in (float('inf'), float('nan')):
    try:
        bad.as_integer_ratio()
    except (OverflowError, ValueError) as e:
        print(type(e).__name__, e)
try:
    float.fromhex('zz')
except ValueError as e:
    print(e)
