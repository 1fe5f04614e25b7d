"""What int, bool and float share as numbers: ratio, conjugate, parts, counts of bits; asked wrongly too."""


def attempt(function, *args, **kwargs):
    try:
        return function(*args, **kwargs)
    except Exception as error:
        return f'{type(error).__name__}: {error}'


for n in 0, 1, -1, True, 255, -256, 1 << 64, -(10**20):
    print(n, n.as_integer_ratio(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.bit_length(), n.bit_count())
print(type(True.conjugate()), type(True.real), type(False.numerator), type(True.as_integer_ratio()[0]))
for f in 0.0, -0.0, 0.5, -2.75, 1e22, 5e-324, 0.1, float('inf'):
    print(f, attempt(float.as_integer_ratio, f), f.conjugate(), f.real, f.imag, f.is_integer(), f.hex())
print(attempt(float.as_integer_ratio, float('nan')))
print(str(float('nan').conjugate()), type((1.5).conjugate()).__name__)


class Meter(int):
    def __repr__(self):
        return f'{int(self)}m'


m = Meter(7)
print(m, m.conjugate(), m.real, m.numerator, m.as_integer_ratio(), type(m.conjugate()).__name__, type(m.bit_length()).__name__)
print([(n ^ (n >> 1)).bit_count() for n in range(12)], (-7).bit_count(), ((1 << 200) - 1).bit_count())
print(attempt(int.bit_count, 2.0), '|', attempt(int.bit_length, '5'), '|', attempt(int.conjugate, 1j))
print(attempt(int.as_integer_ratio, 0.5), '|', attempt(int.as_integer_ratio), '|', attempt(float.conjugate, 1))
print(attempt(float.is_integer, 3), '|', attempt(float.hex, 3), '|', attempt((3).conjugate, 1), '|', attempt(complex.conjugate, 2))
print(attempt(complex.conjugate), '|', attempt((1j).conjugate, 1), '|', attempt(float.hex, 1.0, 2), '|', attempt(float.is_integer))
print(attempt(setattr, 5, 'real', 6), '|', attempt(setattr, 1.5, 'imag', 6), '|', attempt(delattr, True, 'numerator'))
print(attempt(float.fromhex, '0x1.8p1'), float.fromhex('-0x.8'), float.fromhex(' inf\n'), float.fromhex('0x1p-1074'), float.fromhex('1F'), float.fromhex('0x1.fffffffffffff8p0'))
print(attempt(float.fromhex, '0x'), '|', attempt(float.fromhex, '0x1p5000'), '|', attempt(float.fromhex, '1.2.3'), '|', attempt(float.fromhex, 5))
print(attempt(float.fromhex, ''), '|', attempt(float.fromhex, '0x1p'), '|', attempt(float.fromhex, '0x1 p1'), '|', attempt(float.fromhex))
