import mod_cycle_a
print(mod_cycle_a.name, mod_cycle_a.mod_cycle_b.name)
