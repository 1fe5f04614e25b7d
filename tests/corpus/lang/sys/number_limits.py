# The limits of numbers that sys tells must be those that the numbers obey.
import math
import sys

f = sys.float_info
print(f.radix, f.mant_dig, f.dig, f.max_exp, f.min_exp, f.max_10_exp, f.min_10_exp, f.rounds)
print(f.max, f.min, f.epsilon, 1.0 + f.epsilon > 1.0, 1.0 + f.epsilon / 2 == 1.0, f.max * 2, -f.max * 2)
print(math.ldexp(1 - 2.0**-f.mant_dig, f.max_exp) == f.max, math.ldexp(0.5, f.min_exp) == f.min)
print(float(10**f.max_10_exp), 10.0**f.min_10_exp >= f.min, f.min / 2**52, f.min / 2**54)
print(all(float(f"{value:.{f.dig}g}") == float(repr(value)) for value in (0.1, 1 / 2, 1e22)), repr(0.1), sys.float_repr_style)
try:
    10.0 ** (f.max_10_exp + 1)
except OverflowError as error:
    print(error)
try:
    float(10 ** (f.max_10_exp + 1))
except OverflowError as error:
    print(error)
try:
    f.dig = 3
except (AttributeError, TypeError) as error:
    print(type(error).__name__)

i = sys.int_info
print(i.bits_per_digit, i.sizeof_digit, i.default_max_str_digits, i.str_digits_check_threshold)
print(sys.get_int_max_str_digits() == i.default_max_str_digits)


def attempt(function, *args, **kwargs):
    try:
        found = function(*args, **kwargs)
        print(found if len(str(found)) < 40 else type(found).__name__)
    except Exception as error:
        print(type(error).__name__, error)


nines = 10**i.default_max_str_digits - 1
attempt(lambda: len(str(nines)))
attempt(lambda: str(nines + 1))
attempt(int, "9" * 4301)
attempt(lambda: len(hex(nines + 1)))
attempt(lambda: f"{nines + 1}")
attempt(lambda: int("1" * 5000, 16).bit_length())
sys.set_int_max_str_digits(640)
print(sys.get_int_max_str_digits())
attempt(str, 10**640)
attempt(lambda: len(str(10**639)))
attempt(int, "1_" * 640 + "1")
attempt(repr, [10**1000])
attempt(lambda: "%d" % 10**700)
attempt(sys.set_int_max_str_digits, 639)
attempt(sys.set_int_max_str_digits, -1)
attempt(sys.set_int_max_str_digits, maxdigits=10000)
attempt(lambda: len(str(10**9999)))
attempt(lambda: len(str(10**10000)))
attempt(sys.set_int_max_str_digits, 0)
attempt(lambda: len(str(10**30000)))
sys.set_int_max_str_digits(i.default_max_str_digits)

h = sys.hash_info
print(h.width, h.modulus == 2**61 - 1, h.inf, h.nan, h.imag)
for value in (1, -1, -2, h.modulus, h.modulus + 1, -h.modulus, 2**200, 1.5, 0.1, -0.5, 1e300, 1j, 2 + 3j, float("inf"), -float("inf"), True):
    print(value if abs(value) < 1e20 or isinstance(value, float) else "large", hash(value))
print(hash(3 / 4) == 3 * pow(4, -1, h.modulus) % h.modulus, hash(2**61) == 2 % h.modulus, hash(1 + 1j) == 1 + h.imag)
print(sys.maxsize, range(sys.maxsize)[-1] == sys.maxsize - 1, sys.maxunicode)
attempt(chr, sys.maxunicode + 1)
attempt(lambda: len(range(sys.maxsize + 1)))
attempt(lambda: [1] * sys.maxsize)
attempt(lambda: "x" * (sys.maxsize + 1))
