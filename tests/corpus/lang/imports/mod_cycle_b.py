print("b starts")
import mod_cycle_a
saw_a = hasattr(mod_cycle_a, "name")
name = "b"
print("b done")
