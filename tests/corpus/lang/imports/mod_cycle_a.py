print("a starts")
import mod_cycle_b
print("a sees b:", mod_cycle_b.name, mod_cycle_b.saw_a)
name = "a"
