# Format specifications of complex numbers.
z = 3.14159+2.71828j
for f in ["", ".2f", "10.1f", ">30", "<30", "^30.3e", "+.2f", " .2f", "g", ".3", "E", "G", "n", "_.2f", ",.1f", "*^40,.2f", "z.1f", "#.3g", "020", "=20", "d", "s", "%", "x", ".1_f"]:
    for v in (z, -1234567.891+0j, 5j, complex(-0.0, -0.0), complex('nan+infj')):
        try: print(f, '|' + format(v, f) + '|')
        except Exception as x: print(f, type(x).__name__, x)

print(f"{1+2j}", f"{1+2j!r:>10}", "{:.1f}".format(2.25j), "%s" % (1-1j), str(-0.0+1j))
print("{0.real} {0.imag:.3f}".format(1+2.5j), format(1j), format(True + 0j, ""))
for bad in (1, None, "5d"):
    try:
        print((1j).__format__(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
