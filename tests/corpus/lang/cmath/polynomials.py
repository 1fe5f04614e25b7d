"""Roots of polynomials, a Fourier transform and Mandelbrot points with complex numbers."""
import cmath


def value(coefficients, x):
    total = 0
    for coefficient in coefficients:
        total = total * x + coefficient
    return total


def roots(coefficients):
    """Durand and Kerner's iteration."""
    lead = coefficients[0]
    monic = [c / lead for c in coefficients]
    guesses = [(0.4 + 0.9j) ** k for k in range(len(monic) - 1)]
    for _ in range(500):
        old = guesses[:]
        for i, guess in enumerate(guesses):
            below = 1
            for j, other in enumerate(guesses):
                if i != j:
                    below *= guess - other
            guesses[i] = guess - value(monic, guess) / below
        if max(abs(a - b) for a, b in zip(old, guesses)) < 1e-14:
            break
    return sorted((complex(round(z.real, 8) + 0.0, round(z.imag, 8) + 0.0) for z in guesses), key=lambda z: (z.real, z.imag))


def fourier(values, inverse=False):
    n = len(values)
    if n == 1:
        return values
    sign = 2j if inverse else -2j
    even, odd = fourier(values[::2], inverse), fourier(values[1::2], inverse)
    turned = [cmath.exp(sign * cmath.pi * k / n) * odd[k] for k in range(n // 2)]
    return [a + b for a, b in zip(even, turned)] + [a - b for a, b in zip(even, turned)]


for coefficients in ([1, -3, 2], [1, 0, 1], [1, -6, 11, -6], [2, 0, 0, 0, -2], [1, 0, 0, -1j], [1, 1]):
    print(coefficients, roots(coefficients))
signal = [1, 2, 3, 4, 0, 0, 0, 0]
spectrum = fourier(signal)
print([f"{z:.4f}" for z in spectrum])
print([round((z / 8).real, 10) + 0.0 for z in fourier(spectrum, True)])
product = fourier([a * b for a, b in zip(spectrum, fourier([5, 6, 0, 0, 0, 0, 0, 0]))], True)
print([round(z.real / 8) for z in product])
for y in (1, 0.5, 0, -0.5, -1):
    row = ""
    for x in range(-20, 6, 2):
        z, c, n = 0, complex(x / 10, y), 0
        while abs(z) <= 2 and n < 30:
            z, n = z * z + c, n + 1
        row += " .:-=+*#%@"[n * 9 // 30]
    print(row)
print([f"{cmath.rect(1, cmath.tau * k / 5):.3f}" for k in range(5)], f"{cmath.polar(3 + 4j)[1]:.6f}", f"{1j ** 1j:.6f}")
for wrong in (lambda: 1j // 1, lambda: 1j < 2j, lambda: 0j ** -1, lambda: 1j / 0, lambda: int(1j), lambda: roots([1, 0, "x"]), lambda: roots([0, 1]), lambda: fourier([])):
    try:
        print(wrong())
    except (TypeError, ZeroDivisionError, IndexError, RecursionError) as error:
        print(type(error).__name__, error if not isinstance(error, RecursionError) else "")
