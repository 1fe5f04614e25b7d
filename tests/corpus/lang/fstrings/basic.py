name, n, pi = "World", 42, 3.14159
print(f"Hello {name}!", f"{n}", f"{n + 1}", f"{name!r}", f"{name!s:>8}|", f"{pi:.2f}", f"{{}}", f"{{{n}}}", f"{{n}}")
print(f"{n=}", f"{n = }", f"{n + 1=}", f"{name=}", f"{name=!s}", f"{pi=:.1f}", f"{n=:>5}", f"{ name = !r:^12}|")
print(f"{'nested'}", f"{'a' if n else 'b'}", f"{[1, 2][0]}", f"{ {'k': 1}['k'] }", f"{(lambda x: x * 2)(3)}", f"{name.upper()!r:>10}")
print(f"{n:{'>' + str(8)}}|", f"{pi:{4}.{2}}", f"{n:0{n // 10}d}", f"{name:{'*'}^{10}}")
print(f'{name!a}', f'{"é"!a}', f"{None} {True} {[]} {()} {1.0}", f"", f"x" f"{1}" "y{z}", rf"\n{n}\t")
print(f"""multi
{n}
  {name
    }""")
print(f"{n:x} {n:b} {n:o} {n:e} {n:,} {n:c} {n:5}| {n:<5}| {n:^5}| {n:+}")
print(f"{'a':5}|{'a':>5}|{'a':^5}|{'abc':.2}|{'abc':5.1}|{True:5}|{True}|{None!s:5}|")
print(f"{1,2}", f"{1 if 2 else 3}", f"{1 == 1}", f"{n!=1}", f"{n >= 3}", f"{(x := 5)} {x}", f"{3:{x}}|")
