for spec in ("", "f", ".2f", ".0f", "#.0f", "e", ".3e", "E", "g", ".3g", "G", "#g", "%", ".1%", "10.2f", "<10.2f", "^10.2f", "+.1f", " .1f", "010.2f", "=+10.1f", "*^12.3e", ",.2f", "_.1f", ".10g", "n", "z.1f", ".3", "12", "<012.1f"):
    print(repr(spec), [format_one for format_one in (f"{value:{spec}}" for value in (3.14159, -0.04, 1234567.891, 0.0, 1e20))])
inf, nan = float("inf"), float("nan")
print(f"{inf:f} {inf:010.1f} {nan:F} {-inf:e} {nan:>6} {inf:+} {inf:%} {-inf:,}")
for bad in ("d", "x", "s", "c", ".f", "10.2z", ",_f", "q", "b", "..2f"):
    try:
        print(f"{1.5:{bad}}")
    except ValueError as error:
        print(bad, error)
print(f"{1e16:.0f} {1e22:.0f} {0.1:.25f} {2.5:.0f} {3.5:.0f} {1e-7:g} {1e-5:g} {123456:g} {1234567:g} {5e-324:g}")
