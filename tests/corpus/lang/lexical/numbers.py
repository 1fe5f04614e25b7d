"""Numeric literals: bases, underscores, exponents, imaginary parts, what follows a number, and what is refused."""
import warnings

warnings.simplefilter('ignore')
print(0b1010_0101, 0O17, 0xDEAD_beef, 1_000_000, 0_0, 00, 000_000, 0XfF, 0B_1)
print(1e5, 1E-5, 1_0.0_1, .5, 5., 1e+1_0, 0e0, 00.5, 09.5, 010e1, 1.e3, .1e-1_0, 0_7.5)
print(1j, 1_0J, .5j, 1e2j, 0j, 010j, 1 + 2j * 3, -1j, 2 ** 1j == 2j, 3.j)
print(10 ** 30, 0xffffffffffffffffffff, 1e308 * 10, 5e-324, 1.7976931348623157e308, 123456789012345678901234567890)
print(0xfor 5, 1or 2, 0b1if 1else 0, 1in[1], 1and 2, 0o7is 7)
print(- 5 ** 2, -5 ** -2, +-+5, ~-1, not-1, 1--1, 2**-1, 0x10+0b10-0o10)
ACCEPTED = ['1_000', '0x_f', '1e1_0', '1_0j', '0_0_0', '1__0', '_1', '1_', '0x', '0b', '0o', '0b2', '0o8', '0xg', '0b12', '1e', '1e+', '1.5.2', '012', '00012', '0_12', '1_.5', '1._5', '1e_5', '0b1.0',
            '1a', '1_a', '0x1z', '1.5abc', '1jx', '5if', '0_b1', '0b_', '0x1_', '1e5_', '1__0j', '08', '08.0', '0e', '1 2', '1.e', '١', '²', '1٢', '٣.٤', '0xᵃ']
for text in ACCEPTED:
    try:
        value = eval(text)
        print(text, '=', repr(value))
    except SyntaxError as error:
        print(text, error.msg, error.offset)
    except NameError as error:
        print(text, error)
for text in '1_000', ' 1_0 ', '1__0', '_1', '1_', '0x1f', '1e1_0', 'infinity', '1_0.0_1e1', '٣', '٣.٤', '+5', '--5', '5-', '1 0', '':
    row = []
    for kind in int, float, complex:
        try:
            row.append(repr(kind(text)))
        except ValueError as error:
            row.append(str(error).split(':')[0][:28])
    print(repr(text), row)
